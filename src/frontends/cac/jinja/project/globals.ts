import { JinjaError } from '../errors.js';
import { quoteUrl } from '../filters/url.js';
import { native } from '../runtime/native.js';
import { str } from '../runtime/print.js';
import { expectText } from '../runtime/text.js';
import { itemsOf, type Value } from '../runtime/values.js';

/** What ComplianceAsCode knows about product names. */
export interface ProductNames {
  /** Full names by product id: `rhel9` → `Red Hat Enterprise Linux 9`. */
  readonly fullNames: ReadonlyMap<string, string>;
  /** Ids that stand for several products: `multi_platform_…`. */
  readonly multiPlatform: ReadonlySet<string>;
}

/** ComplianceAsCode's global functions. */
export function complianceAsCodeGlobals(products: ProductNames): ReadonlyMap<string, Value> {
  const productName = (id: string): string => {
    const name = products.fullNames.get(id);
    if (name !== undefined) return name;
    if (id === 'all' || products.multiPlatform.has(id)) return `multi_platform_${id}`;
    throw new JinjaError('MacroError', `Unknown product name: ${id}`);
  };
  const platform = (name: string): string => `<platform>${name}</platform>`;
  const forEach = (name: string, parameter: string, print: (text: string) => string) =>
    native(name, [parameter], function each(run, value): Value {
      if (typeof value === 'string') return print(value);
      return itemsOf(value as Value, run)
        .map((item) => each(run, item) as string)
        .join('\n');
    });
  return new Map<string, Value>([
    [
      'product_to_name',
      native('product_to_name', ['prod'], (_, id) => productName(expectText(id as Value, 'prod'))),
    ],
    ['name_to_platform', forEach('name_to_platform', 'names', platform)],
    ['product_to_platform', forEach('product_to_platform', 'prods', (id) => platform(productName(id)))],
    [
      'url_encode',
      native('url_encode', ['source'], (_, text) => quoteUrl(expectText(text as Value, 'source'))),
    ],
    [
      'raise',
      native('raise', ['message'], (_, message) => {
        throw new JinjaError('MacroError', str(message as Value));
      }),
    ],
    [
      'expand_yaml_path',
      native('expand_yaml_path', ['path', 'parameter'], (_, path, parameter) =>
        expandYamlPath(expectText(path as Value, 'path'), parameter as Value),
      ),
    ],
  ]);
}

/** `a.b` as nested YAML keys, each two blanks further in; `parameter` below the last one unless it is empty. */
function expandYamlPath(path: string, parameter: Value): string {
  const indent = (depth: number): string => '  '.repeat(depth);
  const keys = path.split('.');
  const parents = keys.slice(0, -1).map((key, i) => `${indent(i + 1)}${key}:\n`);
  const last = `${indent(keys.length)}${keys.at(-1)}`;
  const tail =
    parameter === '' ? last : `${last}:\n${indent(keys.length + 1)}${expectText(parameter, 'parameter')}`;
  return parents.join('') + tail;
}
