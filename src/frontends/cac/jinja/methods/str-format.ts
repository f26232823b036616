import { JinjaError, typeError, valueError } from '../errors.js';
import { formatValue } from '../runtime/format-spec.js';
import { itemOf } from '../runtime/item.js';
import { variadic } from '../runtime/native.js';
import { ascii, repr, str } from '../runtime/print.js';
import { checkLength } from '../runtime/size.js';
import { type Callable, type Dict, PyObject, Undefined, type Value } from '../runtime/values.js';

/** The arguments of one `format` call, and the number of the next automatic field. */
interface Fields {
  readonly args: readonly Value[];
  readonly named: Dict;
  automatic: number;
  manual: boolean;
}

/** `template.format(…)`: replacement fields with attributes, items, conversions and nested specifications. */
function format(template: string, fields: Fields, depth = 2): string {
  if (depth < 0) throw valueError('Max string recursion exceeded');
  let result = '';
  let at = 0;
  while (at < template.length) {
    const brace = nextBrace(template, at);
    result += template.slice(at, brace);
    if (brace >= template.length) break;
    const character = template.charAt(brace);
    if (template.charAt(brace + 1) === character) {
      result += character;
      at = brace + 2;
    } else if (character === '}') {
      throw valueError("Single '}' encountered in format string");
    } else {
      const end = fieldEnd(template, brace + 1);
      result += field(template.slice(brace + 1, end), fields, depth);
      at = end + 1;
    }
    checkLength(result.length);
  }
  return result;
}

function nextBrace(text: string, from: number): number {
  let at = from;
  while (at < text.length && text[at] !== '{' && text[at] !== '}') at++;
  return at;
}

function fieldEnd(text: string, from: number): number {
  let open = 1;
  for (let at = from; at < text.length; at++) {
    if (text[at] === '{') open++;
    else if (text[at] === '}' && --open === 0) return at;
  }
  throw valueError(
    from >= text.length ? "Single '{' encountered in format string" : "expected '}' before end of string",
  );
}

function field(text: string, fields: Fields, depth: number): string {
  const match = /^([^!:]*)(?:!([\s\S]?))?(?::([\s\S]*))?$/.exec(text);
  if (!match) throw valueError('unmatched braces in format string');
  const [, name = '', conversion, spec = ''] = match;
  const value = lookUp(name, fields);
  const finalSpec = format(spec, fields, depth - 1);
  switch (conversion) {
    case undefined:
      return formatValue(value, finalSpec);
    case 's':
      return formatValue(str(value), finalSpec);
    case 'r':
      return formatValue(repr(value), finalSpec);
    case 'a':
      return formatValue(ascii(value), finalSpec);
    default:
      throw valueError(`Unknown conversion specifier ${conversion}`);
  }
}

function lookUp(name: string, fields: Fields): Value {
  const match = /^([^.[]*)((?:\.[^.[]+|\[[^\]]+\])*)$/.exec(name);
  if (!match) throw valueError('Empty attribute in format string');
  let value = first(match[1] as string, fields);
  for (const [, attribute, item] of (match[2] as string).matchAll(/\.([^.[]+)|\[([^\]]+)\]/g)) {
    value = attribute === undefined ? itemAt(value, item as string) : attributeOf(value, attribute);
  }
  return value;
}

function first(name: string, fields: Fields): Value {
  if (name === '' || /^\d+$/.test(name)) {
    const manual = name !== '';
    if (manual ? fields.automatic > 0 : fields.manual) {
      throw valueError('cannot mix manual field specification and automatic field numbering');
    }
    if (manual) fields.manual = true;
    const value = fields.args[manual ? Number(name) : fields.automatic++];
    if (value === undefined)
      throw new JinjaError('IndexError', 'Replacement index out of range for positional args tuple');
    return value;
  }
  const value = fields.named.get(name);
  if (value === undefined) throw new JinjaError('KeyError', repr(name));
  return value;
}

function itemAt(value: Value, text: string): Value {
  const key = /^\d+$/.test(text) ? Number(text) : text;
  return itemOf(value, key) ?? new Undefined(`no item ${repr(key)}`);
}

/** The sandbox: of an object only what a template may reach; there is nothing else. */
function attributeOf(value: Value, name: string): Value {
  const found = value instanceof PyObject && !name.startsWith('_') ? value.attribute(name) : undefined;
  return (
    found ?? (value instanceof Map ? value.get(name) : undefined) ?? new Undefined(`no attribute '${name}'`)
  );
}

export const formatMethods: readonly (readonly [string, Callable])[] = [
  [
    'format',
    variadic('format', (_, [self, ...args], names, values) => {
      const named: Dict = new Map(names.map((name, i) => [name, values[i] as Value]));
      return format(self as string, { args, named, automatic: 0, manual: false });
    }),
  ],
  [
    'format_map',
    variadic('format_map', (_, [self, mapping, ...more], names) => {
      if (!(mapping instanceof Map) || more.length > 0 || names.length > 0) {
        throw typeError('format_map() takes exactly one argument, a mapping');
      }
      return format(self as string, { args: [], named: mapping, automatic: 0, manual: false });
    }),
  ],
];
