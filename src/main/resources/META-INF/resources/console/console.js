import { data, key } from './api.js';
import { element } from './elements.js';
import { options } from './options.js';
import { records } from './records.js';
import { shape } from './shape.js';
import { stream } from './stream.js';

const VIEWS = { records, stream, shape, options };
const FIRST_KIND = 'members';

const find = id => document.getElementById(id);
const form = find('parameters');
const kinds = new Map();
let chosen = { kind: FIRST_KIND, view: 'records' };
let leave = () => {};
let turn = 0;

function report(failure) {
  find('problem').textContent = failure.message;
  find('problem').hidden = false;
}

function state() {
  return {
    kind: kinds.get(chosen.kind),
    seed: form.elements.seed.value.trim(),
    asOf: form.elements.as_of.value.trim(),
    format: form.elements.format.value,
    more: form.elements.more.value.trim(),
    report,
    onLeave(action) { leave = action; },
  };
}

async function show() {
  leave();
  leave = () => {};
  const mine = ++turn;
  const now = state();
  const view = VIEWS[chosen.view];
  find('title').textContent = now.kind.name;
  find('description').textContent = now.kind.description;
  find('problem').hidden = true;
  find('command').textContent = `curl '${new URL(view.address(now), document.baseURI)}'`;
  for (const button of find('kinds').children) {
    button.toggleAttribute('aria-current', button.textContent === chosen.kind);
  }
  for (const tab of document.querySelectorAll('[role=tab]')) {
    tab.setAttribute('aria-selected', String(tab.dataset.view === chosen.view));
  }
  const made = element('div', {});
  try {
    await view.show(now, made);
  } catch (failure) {
    if (mine === turn) report(failure);
  }
  if (mine === turn) find('view').replaceChildren(made);
}

function choose(change) {
  const before = chosen.kind;
  chosen = { ...chosen, ...change };
  if (chosen.kind !== before) form.elements.more.value = '';
  const formats = kinds.get(chosen.kind).formats.map(each => each.name);
  const kept = formats.includes(form.elements.format.value) ? form.elements.format.value : 'ndjson';
  form.elements.format.replaceChildren(...formats.map(name => element('option', { value: name }, name)));
  form.elements.format.value = kept;
  location.hash = `${chosen.kind}/${chosen.view}`;
  show();
}

form.addEventListener('change', show);
form.addEventListener('submit', event => { event.preventDefault(); show(); });
for (const tab of document.querySelectorAll('[role=tab]')) {
  tab.addEventListener('click', () => choose({ view: tab.dataset.view }));
}

async function start() {
  find('problem').hidden = true;
  try {
    for (const kind of (await data('api/v1/kinds')).kinds) kinds.set(kind.name, kind);
  } catch (failure) {
    report(failure);
    return;
  }
  find('kinds').replaceChildren(...[...kinds.keys()].map(name =>
    element('button', { type: 'button', onclick: () => choose({ kind: name }) }, name)));
  const [kind, view] = location.hash.slice(1).split('/');
  choose({ kind: kinds.has(kind) ? kind : FIRST_KIND, view: VIEWS[view] ? view : 'records' });
}

find('key').value = key.get();
find('key').addEventListener('change', event => {
  key.set(event.target.value.trim());
  start();
});
start();
