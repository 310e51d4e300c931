// Small helpers to build elements; text is always set as text, never as markup.

const SVG = 'http://www.w3.org/2000/svg';

function build(node, properties, children) {
  for (const [name, value] of Object.entries(properties ?? {})) {
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else if (value !== undefined && value !== false) node.setAttribute(name, value === true ? '' : value);
  }
  node.append(...children.flat(Infinity).filter(child => child !== null && child !== undefined));
  return node;
}

/** An element of HTML. */
export function element(name, properties, ...children) {
  return build(document.createElement(name), properties, children);
}

/** An element of SVG. */
export function drawing(name, properties, ...children) {
  return build(document.createElementNS(SVG, name), properties, children);
}

/** A whole number with separators. */
export function whole(number) {
  return Math.round(number).toLocaleString('en-US');
}
