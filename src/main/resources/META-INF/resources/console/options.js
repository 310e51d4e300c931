import { path } from './api.js';
import { element } from './elements.js';

/** The parameters of a kind's stream, and what they take. */
export const options = {
  address(state) {
    return path(`api/v1/kinds/${state.kind.name}`, {});
  },

  async show(state, view) {
    view.append(
      element('div', { class: 'scroll' },
        element('table', {},
          element('thead', {}, element('tr', {}, ['parameter', 'takes', 'default', 'example', ''].map(name => element('th', {}, name)))),
          element('tbody', {}, state.kind.parameters.map(each =>
            element('tr', {},
              element('td', {}, element('code', {}, each.name)),
              element('td', {}, takes(each)),
              element('td', {}, each.default ?? ''),
              element('td', {}, element('code', {}, `${each.name}=${each.example}`)),
              element('td', { title: each.description }, each.description)))))),
      element('p', {}, 'From one record to others: ',
        state.kind.relations.map(each => element('code', { title: each.description }, `/{id}/${each.name} `))));
  },
};

function takes(parameter) {
  const words = parameter.words ?? [];
  const range = parameter.low === undefined ? [] : [`${parameter.low} to ${parameter.high}`];
  return [...range, ...words].join(', ') || parameter.type;
}
