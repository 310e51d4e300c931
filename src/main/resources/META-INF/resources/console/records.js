import { data, path, text } from './api.js';
import { element } from './elements.js';

const LIMIT = 25;
const SHOWN_OF_OTHER_FORMATS = 5;
const SHOWN_CHARACTERS = 20000;

/** The first records: a table, or the text of a format that has no columns. */
export const records = {
  address(state) {
    return state.format === 'ndjson' || state.format === 'json'
      ? path(`api/v1/${state.kind.name}`, { limit: LIMIT, seed: state.seed, as_of: state.asOf }, state.more)
      : path(`api/v1/${state.kind.name}/stream`,
          { count: SHOWN_OF_OTHER_FORMATS, seed: state.seed, as_of: state.asOf, format: state.format }, state.more);
  },

  async show(state, view) {
    const address = records.address(state);
    if (address.includes('/stream')) {
      const written = await text(address);
      view.append(element('pre', {}, written.slice(0, SHOWN_CHARACTERS)));
      return;
    }
    const page = await data(address);
    const rows = page.records ?? [];
    if (rows.length === 0) {
      view.append(element('p', {}, 'No record among those looked at has these values.'));
      return;
    }
    const names = [...new Set(rows.flatMap(row => Object.keys(row)))];
    const whole = element('pre', {}, 'Choose a record to see all of it.');
    view.append(
      element('div', { class: 'scroll' },
        element('table', {},
          element('thead', {}, element('tr', {}, names.map(name => element('th', {}, name)))),
          element('tbody', {}, rows.map(row =>
            element('tr', { onclick: () => { whole.textContent = JSON.stringify(row, null, 2); } },
              names.map(name => element('td', {}, cell(row[name])))))))),
      whole);
  },
};

function cell(value) {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map(cell).join(', ');
  if (typeof value === 'object') {
    const named = value.name ?? value.display ?? value.description ?? value.code ?? value.city;
    return named === undefined ? Object.values(value).map(cell).filter(Boolean).join(' ') : cell(named);
  }
  return String(value);
}
