import type { Properties } from 'hast';

/** Properties that are not their attribute in lower case. */
const irregular: Readonly<Record<string, string>> = {
  className: 'class',
  htmlFor: 'for',
  httpEquiv: 'http-equiv',
  acceptCharset: 'accept-charset',
};

/** A hast element's properties as XHTML attributes. */
export function htmlAttributes(properties: Properties): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const name in properties) {
    const value = properties[name];
    if (value === null || value === undefined || value === false) continue;
    const attribute = attributeName(name);
    attributes[attribute] =
      value === true ? attribute : Array.isArray(value) ? value.join(' ') : String(value);
  }
  return attributes;
}

function attributeName(property: string): string {
  if (/^(data|aria)[A-Z]/.test(property)) {
    return property
      .replace(/^aria[A-Z]\w*$/, (aria) => `aria-${aria.slice(4).toLowerCase()}`)
      .replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  }
  return irregular[property] ?? property.toLowerCase();
}
