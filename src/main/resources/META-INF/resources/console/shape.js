import { data, path } from './api.js';
import { drawing, element } from './elements.js';

const LOOKED_AT = 5000;
const MOST_BARS = 40;
const WIDTH = 380;
const LABEL = 130;
const ROW = 17;

/** How values lie, beside what the sources of the data say. */
export const shape = {
  address(state) {
    return path(`api/v1/${state.kind.name}/profile`,
      { count: LOOKED_AT, seed: state.seed, as_of: state.asOf }, state.more);
  },

  async show(state, view) {
    const report = await data(shape.address(state));
    view.append(
      element('p', {}, `${report.record_count} records of ${report.population}. A mark stands where a source says the share should be.`),
      element('div', { class: 'measures' }, report.measures.map(figure)));
  },
};

function figure(measure) {
  return element('figure', {},
    element('figcaption', {}, measure.name,
      element('small', {}, measure.description),
      measure.source ? element('small', {}, `Expected: ${measure.source}`) : null),
    measure.rows ? bars(measure.rows) : null,
    measure.percentiles ? percentiles(measure) : null,
    measure.value === undefined ? null : element('p', {}, `${measure.value} ${measure.unit ?? ''}`));
}

function bars(rows) {
  const shown = rows.slice(0, MOST_BARS);
  const most = Math.max(...shown.map(row => Math.max(row.share, row.expected ?? 0)), 1e-9);
  const scale = share => (WIDTH - LABEL - 55) * share / most;
  return drawing('svg', { width: WIDTH, height: shown.length * ROW + 4, role: 'img' },
    shown.map((row, i) => [
      drawing('text', { x: LABEL - 6, y: i * ROW + 12, 'text-anchor': 'end' }, row.value.slice(0, 22)),
      drawing('rect', { class: 'bar', x: LABEL, y: i * ROW + 2, height: ROW - 5, width: scale(row.share) }),
      row.expected === undefined ? null : drawing('line', {
        class: 'expected', y1: i * ROW, y2: i * ROW + ROW - 1,
        x1: LABEL + scale(row.expected), x2: LABEL + scale(row.expected) }),
      drawing('text', { x: LABEL + scale(Math.max(row.share, row.expected ?? 0)) + 5, y: i * ROW + 12 },
        `${(row.share * 100).toFixed(1)} %`),
    ]));
}

function percentiles(measure) {
  const found = measure.percentiles;
  const names = ['p5', 'p25', 'p50', 'p75', 'p95', 'max', 'mean'].filter(name => found[name] !== undefined);
  return element('table', {},
    element('thead', {}, element('tr', {}, names.map(name => element('th', {}, name)))),
    element('tbody', {}, element('tr', {}, names.map(name => element('td', {}, found[name].toLocaleString('en-US'))))));
}
