// What the page asks the server for. Addresses are relative, so that a prefix before the server does no harm.

const KEY = 'clinical-data-key';

/** The key that the server may ask for; the browser forgets it when the tab is closed. */
export const key = {
  get: () => sessionStorage.getItem(KEY) ?? '',
  set: value => sessionStorage.setItem(KEY, value),
};

function headers(further) {
  return key.get() === '' ? further : { ...further, Authorization: `Bearer ${key.get()}` };
}

/** An answer that says what is wrong with the request. */
export class Refused extends Error {}

async function refusal(response) {
  try {
    const { error } = await response.json();
    const details = (error.details ?? []).map(each => `${each.field}: ${each.issue}`);
    return new Refused([error.message, ...details].join('; '));
  } catch {
    return new Refused(`The server answered ${response.status}`);
  }
}

/** The data of an answer in the envelope. */
export async function data(path) {
  const response = await fetch(path, { headers: headers({ Accept: 'application/json' }) });
  if (!response.ok) throw await refusal(response);
  return (await response.json()).data;
}

/** A stream's response, once the server has begun it. */
export async function stream(path, signal) {
  const response = await fetch(path, { signal, headers: headers({}) });
  if (!response.ok) throw await refusal(response);
  return response;
}

/** The first part of what a stream gives, as text. */
export async function text(path) {
  return (await stream(path)).text();
}

/** A path with parameters; those without a value are left out, and `more` is taken as it stands. */
export function path(base, parameters, more = '') {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== '' && value !== undefined) query.set(name, value);
  }
  for (const [name, value] of new URLSearchParams(more)) query.append(name, value);
  const written = query.toString();
  return written ? `${base}?${written}` : base;
}
