import type { Report } from '../../../diagnostics/diagnostic.js';
import { childPlace, keyPlace, type NodePlace, type SourceFile, valuePlace } from '../../../source/file.js';
import type { Environment } from '../environment.js';
import { type TemplateUse, templateUse } from '../templates/use.js';
import { readYaml11 } from '../yaml.js';
import { cpeShape, cpeUnknownKey } from './messages.js';

/** A platform fact as `shared/applicability` or a `product.yml` declares it. */
export interface CpeItem {
  /** The name of its file, or its key in `product.yml`. */
  readonly id: string;
  /** The CPE name; with `{parameters}` where the item takes arguments. */
  readonly name: string;
  readonly title: string;
  /** The definition that decides it; its id where this is empty. */
  readonly checkId: string;
  readonly bash: string;
  readonly ansible: string;
  /** Whether expressions may ask for versions. */
  readonly isVersioned: boolean;
  /** Parameters by argument. */
  readonly args: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly template?: TemplateUse;
  readonly place: NodePlace;
}

const keys = [
  'name',
  'title',
  'check_id',
  'bash_conditional',
  'ansible_conditional',
  'is_product_cpe',
  'versioned',
  'args',
  'content_id',
  'template',
  'definition_location',
  'documentation_complete',
];

/** Reads one file of the folder of facts. */
export function readCpeFile(env: Environment, file: SourceFile, id: string): CpeItem | undefined {
  const expanded = env.expand(file);
  if (!expanded) return undefined;
  const data = readYaml11(expanded, env.report);
  return data === undefined ? undefined : cpeItem(id, data, valuePlace(expanded, []), env.report);
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const text = (value: unknown): string => (value === undefined || value === null ? '' : String(value));

/** Checks the shape of a fact; reports and returns nothing where it has none. */
export function cpeItem(id: string, data: unknown, place: NodePlace, report: Report): CpeItem | undefined {
  if (!isRecord(data)) {
    report(cpeShape('a platform fact is a mapping with `name`, `title` and how it is found out', place));
    return undefined;
  }
  for (const key of Object.keys(data)) {
    if (!keys.includes(key)) report(cpeUnknownKey(key, keys, keyPlace(place.file, [...place.pointer, key])));
  }
  if (typeof data.name !== 'string') {
    report(cpeShape(`the platform fact \`${id}\` needs a \`name\`, such as \`cpe:/a:${id}\``, place));
    return undefined;
  }
  const template =
    data.template === undefined || data.template === null
      ? undefined
      : templateUse(data.template, report, childPlace(place, 'template'));
  return {
    id,
    name: data.name,
    title: text(data.title),
    checkId: text(data.check_id),
    bash: text(data.bash_conditional),
    ansible: text(data.ansible_conditional),
    isVersioned: /^true$/i.test(text(data.versioned)),
    args: argumentsOf(data.args, childPlace(place, 'args'), report),
    place,
    ...(template ? { template } : {}),
  };
}

function argumentsOf(data: unknown, place: NodePlace, report: Report): CpeItem['args'] {
  const out: Record<string, Record<string, unknown>> = {};
  if (data === undefined || data === null) return out;
  if (!isRecord(data)) {
    report(cpeShape('`args` is a mapping of arguments to their parameters', place));
    return out;
  }
  for (const [argument, parameters] of Object.entries(data)) {
    if (isRecord(parameters)) out[argument] = parameters;
    else report(cpeShape('an argument is a mapping of parameters', childPlace(place, argument)));
  }
  return out;
}
