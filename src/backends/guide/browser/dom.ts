type Child = Node | string | undefined | false;
type Handler = (event: Event) => void;

/** Attributes of an element; `on` adds listeners, a boolean attribute is there or not. */
export interface Attributes {
  readonly on?: Readonly<Record<string, Handler>>;
  readonly [name: string]: string | number | boolean | undefined | Readonly<Record<string, Handler>>;
}

/** An element with its attributes and children. Strings become text, never markup. */
export function h<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const node = document.createElement(name);
  fill(node, attributes, children);
  return node;
}

const svgNamespace = 'http://www.w3.org/2000/svg';

/** The same for SVG. */
export function svg(name: string, attributes: Attributes = {}, ...children: readonly Child[]): SVGElement {
  const node = document.createElementNS(svgNamespace, name);
  fill(node, attributes, children);
  return node;
}

function fill(node: Element, attributes: Attributes, children: readonly Child[]): void {
  for (const name in attributes) {
    const value = attributes[name];
    if (typeof value === 'object') {
      for (const type in value) node.addEventListener(type, value[type] as Handler);
    } else if (value !== undefined && value !== false) {
      node.setAttribute(name, value === true ? '' : String(value));
    }
  }
  for (const child of children) if (child !== undefined && child !== false) node.append(child);
}

/** An element of the page that the template is known to hold. */
export function byId(id: string): HTMLElement {
  const node = document.getElementById(id);
  if (!node) throw new Error(`the page has no #${id}`);
  return node;
}
