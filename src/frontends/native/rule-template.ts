import type { SchemaObject } from 'ajv';
import type { Report } from '../../diagnostics/diagnostic.js';
import { missingFile } from '../../diagnostics/messages.js';
import type { TemplateData } from '../../schema/template.js';
import { unusableSchema, validate, validateAgainst } from '../../schema/validate.js';
import { filePlace, type Place, type Pointer, type SourceFile, spanPlace } from '../../source/file.js';
import type { ContentRoot } from '../../source/root.js';
import { readYaml } from '../../source/yaml.js';
import type { Context } from './expand/expand.js';
import { badJson, badTemplateSchema, unknownTemplate } from './messages.js';
import { type ScenarioFile, scenarioFiles } from './scenario-files.js';
import { expandText, type Scope } from './scope.js';

/** The files of a rule template, by what they make. */
export const templateFiles = { oval: 'oval.xml', bash: 'bash.sh', ansible: 'ansible.yml' } as const;
export type TemplateFile = keyof typeof templateFiles;

/** A folder of `templates/rules/`: files that make a check and its remediations, and a schema of their parameters. */
export interface RuleTemplate {
  readonly name: string;
  readonly about: TemplateData;
  readonly schema: SchemaObject;
  readonly files: Readonly<Partial<Record<TemplateFile, SourceFile>>>;
  /** Scenarios for every rule that uses it. */
  readonly scenarios: readonly ScenarioFile[];
}

/** A folder that holds rule templates, one folder each. */
export interface TemplateFolder {
  readonly root: ContentRoot;
  readonly path: string;
}

/** The rule templates of the content and those that come with scapc; the content's own win. */
export class RuleTemplates {
  readonly #loaded = new Map<string, RuleTemplate | undefined>();

  constructor(
    readonly folders: readonly TemplateFolder[],
    readonly report: Report,
  ) {}

  get names(): string[] {
    const names = this.folders.flatMap(({ root, path }) =>
      root.list(path).flatMap(({ kind, name }) => (kind === 'directory' ? [name] : [])),
    );
    return [...new Set(names)].sort();
  }

  /** The template of that name; reports at `use` where there is none, and at its files what is wrong with it. */
  find(name: string, use: Place): RuleTemplate | undefined {
    const folder = this.folders.find(({ root, path }) => root.isDirectory(`${path}/${name}`));
    if (!folder || name.includes('/')) {
      this.report(unknownTemplate(use, name, this.names));
      return undefined;
    }
    if (!this.#loaded.has(name)) this.#loaded.set(name, this.#load(folder, name));
    return this.#loaded.get(name);
  }

  #load({ root, path }: TemplateFolder, name: string): RuleTemplate | undefined {
    const folder = `${path}/${name}`;
    const about = this.#required(root, `${folder}/template.yml`, 'Every rule template says what it is for.');
    const schemaFile = this.#required(
      root,
      `${folder}/schema.json`,
      'Every rule template has a JSON Schema of its parameters.',
    );
    if (!about || !schemaFile) return undefined;
    const data = readYaml(about, this.report);
    const schema = this.#schema(schemaFile);
    if (data === undefined || !validate('template', data, about, this.report) || !schema) return undefined;
    const files: Partial<Record<TemplateFile, SourceFile>> = {};
    for (const [kind, fileName] of Object.entries(templateFiles)) {
      const file = root.read(`${folder}/${fileName}`);
      if (file) files[kind as TemplateFile] = file;
    }
    const scenarios = scenarioFiles(root, folder, this.report);
    return { name, about: data as TemplateData, schema, files, scenarios };
  }

  #required(root: ContentRoot, path: string, why: string): SourceFile | undefined {
    const file = root.read(path);
    if (!file && !root.isFile(path)) this.report(missingFile(root.label(path), why));
    return file;
  }

  #schema(file: SourceFile): SchemaObject | undefined {
    let schema: SchemaObject;
    try {
      schema = JSON.parse(file.text) as SchemaObject;
    } catch (error) {
      const at = Number(/position (\d+)/.exec((error as Error).message)?.[1] ?? 0);
      this.report(badJson(spanPlace(file, at, at + 1), (error as Error).message.replace(/ in JSON.*/, '')));
      return undefined;
    }
    const reason = unusableSchema(schema);
    if (reason === undefined) return schema;
    this.report(badTemplateSchema(filePlace(file), reason));
    return undefined;
  }
}

/**
 * The names that a template's files may use: the product's, the parameters (those left out are there without
 * a value), and `more`. Reports what its schema has against the parameters.
 */
export function templateContext(
  scope: Scope,
  template: RuleTemplate,
  file: SourceFile,
  pointer: Pointer,
  parameters: Readonly<Record<string, unknown>> = {},
  more: Context = {},
): Context | undefined {
  const names: Context = { ...scope.context, ...more };
  const expandedParameter = (value: unknown, at: Pointer): unknown =>
    typeof value === 'string' ? (expandText(scope, file, at, value, names) ?? value) : value;
  const expanded = Object.fromEntries(
    Object.entries(parameters).map(([key, value]) => [
      key,
      Array.isArray(value)
        ? value.map((item, i) => expandedParameter(item, [...pointer, key, i]))
        : expandedParameter(value, [...pointer, key]),
    ]),
  );
  const properties = (template.schema.properties ?? {}) as Record<string, { default?: unknown }>;
  const defaults = Object.fromEntries(
    Object.entries(properties).map(([key, property]) => [key, property.default]),
  );
  if (!validateAgainst(template.schema, expanded, file, scope.report, { at: pointer })) return undefined;
  return { ...scope.context, ...more, ...defaults, ...expanded };
}
