/**
 * A text as a double-quoted YAML scalar on one line (YAML 1.2, 7.3.1). What Jinja would take for a template
 * is marked as plain data for Ansible, so that no value can run anything there.
 */
export function yamlScalar(text: string): string {
  const quoted = JSON.stringify(text).replace(unprintable, escaped);
  return /\{[{%#]/.test(text) ? `!unsafe ${quoted}` : quoted;
}

/** What YAML does not print and JSON leaves as it is. */
const unprintable =
  /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const escaped = (char: string): string => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
