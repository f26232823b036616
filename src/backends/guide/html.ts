/** Text for between tags. Quotes stay as they are: scripts are full of them. */
export const escapeText = (text: string): string =>
  /[&<]/.test(text) ? text.replace(/&/g, '&amp;').replace(/</g, '&lt;') : text;

/**
 * Text for between quotes. `<` does not survive here either: the details of an item stand in `noscript`, which
 * a browser with JavaScript ends at the first `</noscript`.
 */
export const escapeAttribute = (text: string): string =>
  escapeText(text).replace(/"/g, '&quot;').replace(/'/g, '&#39;').replace(/>/g, '&gt;');

/** JSON for a `script` element of type `application/json`: nothing in it can end the element. */
export const jsonForScript = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
