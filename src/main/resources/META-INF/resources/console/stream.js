import { path, stream as open } from './api.js';
import { element, whole } from './elements.js';

const KEPT_LINES = 12;

/** A stream that runs until it is stopped: its speed, and its last lines. */
export const stream = {
  address(state) {
    return path(`api/v1/${state.kind.name}/stream`,
      { count: 'unbounded', seed: state.seed, as_of: state.asOf, format: state.format }, state.more);
  },

  async show(state, view) {
    const figure = { records: element('b', {}, '0'), bytes: element('b', {}, '0'), rate: element('b', {}, '0') };
    const tail = element('pre', {});
    const button = element('button', { class: 'action', type: 'button' }, 'Start');
    let abort = null;

    async function run() {
      abort = new AbortController();
      state.onLeave(() => abort?.abort());
      button.textContent = 'Stop';
      try {
        const response = await open(stream.address(state), abort.signal);
        await read(response.body.getReader(), figure, tail);
      } catch (failure) {
        if (failure.name !== 'AbortError') state.report(failure);
      } finally {
        abort = null;
        button.textContent = 'Start';
      }
    }

    button.addEventListener('click', () => (abort ? abort.abort() : run()));
    view.append(
      element('p', {}, button, ' The server makes records only as fast as this page reads them. Add rate=100/s above to slow it.'),
      element('div', { class: 'figures' },
        element('div', {}, figure.records, 'lines'),
        element('div', {}, figure.bytes, 'bytes'),
        element('div', {}, figure.rate, 'lines a second')),
      tail);
  },
};

async function read(reader, figure, tail) {
  const decoder = new TextDecoder();
  const begun = performance.now();
  let lines = 0;
  let bytes = 0;
  let rest = '';
  let shown = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    bytes += value.length;
    for (const byte of value) if (byte === 10) lines++;
    rest = (rest + decoder.decode(value, { stream: true })).slice(-65536);
    const now = performance.now();
    if (now - shown > 200) {
      shown = now;
      print();
      await new Promise(requestAnimationFrame);
    }
  }
  print();

  function print() {
    const seconds = (performance.now() - begun) / 1000;
    figure.records.textContent = whole(lines);
    figure.bytes.textContent = whole(bytes);
    figure.rate.textContent = whole(lines / Math.max(seconds, 0.001));
    tail.textContent = rest.split('\n').slice(-KEPT_LINES - 1).map(line => line.slice(0, 400)).join('\n');
  }
}
