/**
 * Where an expanded value ends up; each place has its own way to keep a value from breaking out. `header` is for
 * the comments at the top of a script, which scapc itself reads: nothing else of such a text may be used.
 */
export type Target = 'text' | 'header' | 'markdown' | 'xml' | 'bash' | 'ansible';

/** One word of a POSIX shell: bare where that is safe, in single quotes otherwise; `=x` looks like a comparison. */
export function shellWord(value: string): string {
  return /^(?!=)[A-Za-z0-9_./:=@%+,-]+$/.test(value) ? value : `'${value.replace(/'/g, `'\\''`)}'`;
}

/**
 * A YAML scalar that reads back as this string: JSON's form, which YAML 1.2 includes. Ansible would run what looks
 * like Jinja, unless it is told that it is not to be trusted.
 */
export const yamlScalar = (value: string): string =>
  /\{[{%#]/.test(value) ? `!unsafe ${JSON.stringify(value)}` : JSON.stringify(value);

/** The text as a regular expression that matches just it; in PCRE, and in POSIX extended ones alike. */
export const regexLiteral = (value: string): string => value.replace(/[\\^$.|?*+()[\]{}]/g, '\\$&');

export function xmlText(value: string): string {
  return value
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&apos;');
}
