import type { Report } from '../../diagnostics/diagnostic.js';
import { missingFile } from '../../diagnostics/messages.js';
import type { Item } from '../../model/benchmark.js';
import type { RichText } from '../../model/text.js';
import type { ContentRootData } from '../../schema/content-root.js';
import type { SourceKind } from '../../schema/kinds.js';
import type { ProductData } from '../../schema/product.js';
import { validate } from '../../schema/validate.js';
import { type Pointer, type SourceFile, valuePlace } from '../../source/file.js';
import type { ContentRoot } from '../../source/root.js';
import { readYaml } from '../../source/yaml.js';
import { type Context, type Expanded, expand, isProblem } from './expand/expand.js';
import { markdownToText } from './markdown.js';
import { templateProblem } from './messages.js';
import type { RuleFolders } from './rule-folders.js';
import type { RuleTemplates } from './rule-template.js';

/** A source file with its data, expanded for one product and as its schema wants it. */
export interface Document<T> {
  readonly file: SourceFile;
  readonly data: T;
}

/** What reading one product needs everywhere. */
export interface Scope {
  readonly root: ContentRoot;
  readonly report: Report;
  readonly settings: ContentRootData;
  readonly product: ProductData;
  readonly productFile: SourceFile;
  /** Every product of the content root, by name. */
  readonly products: readonly string[];
  /** The names that templates may use. */
  readonly context: Context;
  /** Parsed YAML by path, shared by the products of one run. */
  readonly parsed: ParsedFiles;
  readonly templates: RuleTemplates;
  /** Values, and Groups without their children, by the path of their files: several parts of a product share them. */
  readonly items: Map<string, Item | undefined>;
  readonly folders: RuleFolders;
}

/** An item of the product, made when it is first asked for. */
export function once<T extends Item>(scope: Scope, path: string, make: () => T | undefined): T | undefined {
  if (!scope.items.has(path)) scope.items.set(path, make());
  return scope.items.get(path) as T | undefined;
}

/** Files that were read, parsed and validated as they are, once for all products. */
export class ParsedFiles {
  readonly #files = new Map<string, Document<unknown> | undefined>();
  constructor(
    readonly root: ContentRoot,
    readonly report: Report,
  ) {}

  /** The data of a file as it stands there; reports what is wrong with it, once. */
  read(kind: SourceKind, path: string): Document<unknown> | undefined {
    if (!this.#files.has(path)) this.#files.set(path, this.#load(kind, path));
    return this.#files.get(path);
  }

  #load(kind: SourceKind, path: string): Document<unknown> | undefined {
    const file = this.root.read(path);
    if (!file) return undefined;
    const data = readYaml(file, this.report);
    if (data === undefined || !validate(kind, data, file, this.report, { unexpanded: true }))
      return undefined;
    return { file, data };
  }
}

/** Keys whose texts are Markdown; they are expanded when they are parsed, not with the rest. */
const markdownKeys = new Set([
  'description',
  'rationale',
  'ocil',
  'front_matter',
  'rear_matter',
  'text',
  'warnings',
  'vars',
]);

/**
 * Reads a YAML file of a kind for one product: parsed, validated, its plain texts expanded, validated again.
 * Markdown stays as it was typed; `text` turns it into rich text.
 */
export function readDocument<T>(scope: Scope, kind: SourceKind, path: string): Document<T> | undefined {
  const parsed = scope.parsed.read(kind, path);
  if (!parsed) return undefined;
  const { file } = parsed;
  if (!file.text.includes('{{')) return parsed as Document<T>;
  let failed = false;
  const data = expandData(parsed.data, [], (source, pointer) => {
    const text = expandText(scope, file, pointer, source);
    if (text === undefined) failed = true;
    return text ?? source;
  });
  if (failed || !validate(kind, data, file, scope.report)) return undefined;
  return { file, data: data as T };
}

/** As `readDocument`, for a file that must be there. */
export function readRequired<T>(
  scope: Scope,
  kind: SourceKind,
  path: string,
  why: string,
): Document<T> | undefined {
  if (!scope.root.isFile(path)) {
    scope.report(missingFile(scope.root.label(path), why));
    return undefined;
  }
  return readDocument<T>(scope, kind, path);
}

function expandData(
  data: unknown,
  pointer: Pointer,
  text: (source: string, pointer: Pointer) => string,
): unknown {
  if (typeof data === 'string') return data.includes('{{') ? text(data, pointer) : data;
  if (Array.isArray(data)) return data.map((item, i) => expandData(item, [...pointer, i], text));
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => [
      key,
      markdownKeys.has(key) ? value : expandData(value, [...pointer, key], text),
    ]),
  );
}

/** Expands one plain text of a document, or reports what is wrong with it. */
export function expandText(
  scope: Scope,
  file: SourceFile,
  pointer: Pointer,
  source: string,
  context = scope.context,
): string | undefined {
  return expanded(scope, file, pointer, source, 'text', context)?.text;
}

function expanded(
  scope: Scope,
  file: SourceFile,
  pointer: Pointer,
  source: string,
  target: 'text' | 'markdown',
  context: Context,
): Expanded | undefined {
  const result = expand(source, target, context);
  if (!isProblem(result)) return result;
  const { code, message, start, end, hint } = result;
  scope.report(templateProblem(code, message, valuePlace(file, pointer, [start, end]), hint));
  return undefined;
}

/** The Markdown text that stands at `pointer`, as rich text; empty where it is absent or was reported. */
export function richText(
  scope: Scope,
  file: SourceFile,
  pointer: Pointer,
  source: string | undefined,
): RichText {
  if (source === undefined) return { type: 'root', children: [] };
  const result = expanded(scope, file, pointer, source, 'markdown', scope.context);
  if (!result) return { type: 'root', children: [] };
  return markdownToText(result, {
    placeOf: (start, end) => valuePlace(file, pointer, [start, end]),
    valueId: (name) => itemId(scope, 'value', name),
    report: scope.report,
  });
}

/** The XCCDF id of an item (NIST IR 7275r4, 6.2.3). */
export const itemId = (
  scope: Scope,
  kind: 'benchmark' | 'group' | 'rule' | 'value' | 'profile' | 'notice',
  name: string,
): string => `xccdf_${scope.settings.reverse_dns}_${kind}_${name}`;
