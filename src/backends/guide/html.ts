const special = /[&<>"'\u2028\u2029]/g;
const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\u2028': '&#8232;',
  '\u2029': '&#8233;',
};

/**
 * Text for between tags and between quotes. `<` never survives, also not in attributes: the details of an
 * item stand in `noscript`, which a browser with JavaScript ends at the first `</noscript`.
 */
export const escapeHtml = (text: string): string =>
  text.replace(special, (character) => entities[character] ?? '');

/** JSON for a `script` element of type `application/json`: nothing in it can end the element. */
export const jsonForScript = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
