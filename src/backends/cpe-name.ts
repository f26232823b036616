/**
 * A CPE name as a CPE 2.2 URI, also where it is a CPE 2.3 formatted string (NIST IR 7695, 6.1.2 and 6.2.3.1).
 * The dictionary wants it so, and OpenSCAP does not find a formatted string there, which has more attributes.
 */
export function asUri(cpe: string): string {
  if (!cpe.startsWith('cpe:2.3:')) return cpe;
  const attributes = splitUnescaped(cpe.slice('cpe:2.3:'.length)).map(component);
  const [part = '', vendor, product, version, update, edition = '', language, ...extended] = attributes;
  const packed = extended.some((value) => value !== '')
    ? `~${[edition, ...extended.slice(0, 4)].join('~')}`
    : edition;
  const uri = [part, vendor, product, version, update, packed, language].join(':');
  return `cpe:/${uri.replace(/:+$/, '')}`;
}

/** Colons that are not escaped separate the eleven attributes. */
const splitUnescaped = (text: string): string[] => text.match(/(?:\\.|[^:\\])+/g) ?? [];

/** One attribute: `*` is any, `-` not applicable; an escaped character becomes percent-encoded. */
function component(value: string): string {
  if (value === '*') return '';
  return value
    .replace(/\\(.)/g, (_, char: string) => (/[\w.-]/.test(char) ? char : percent(char)))
    .replace(/[?*]/g, (char) => (char === '?' ? '%01' : '%02'));
}

const percent = (char: string): string => `%${char.charCodeAt(0).toString(16).padStart(2, '0')}`;
