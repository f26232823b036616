import type { SourceFile } from '../../../source/file.js';
import { keyPlace, valuePlace } from '../../../source/file.js';
import type { Environment } from '../environment.js';
import { readYaml11 } from '../yaml.js';
import { isTemplateLanguage, type TemplateLanguage, templateLanguages } from './languages.js';
import { noLanguages, templateFileMissing, unknownTemplateLanguage } from './messages.js';

export const templatesFolder = 'shared/templates';

/** One folder of `shared/templates`. */
export interface Template {
  readonly name: string;
  /** What it makes, and the text template that makes it. */
  readonly files: ReadonlyMap<TemplateLanguage, SourceFile>;
  /** The author's own Python that prepares the parameters. */
  readonly preprocessor?: SourceFile;
}

type Source = Pick<Environment, 'root' | 'report'>;

/** The templates of a checkout, each read when it is first used. */
export class TemplateLibrary {
  readonly #source: Source;
  readonly #templates = new Map<string, Template | undefined>();

  constructor(source: Source) {
    this.#source = source;
  }

  /** Names of all templates, for a hint. */
  get names(): string[] {
    const { root } = this.#source;
    return root
      .list(templatesFolder)
      .filter(({ kind, path }) => kind === 'directory' && root.isFile(`${path}/template.yml`))
      .map(({ name }) => name);
  }

  /** A template by its name; nothing where there is none, which is not reported here. */
  template(name: string): Template | undefined {
    if (!this.#templates.has(name)) this.#templates.set(name, readTemplate(this.#source, name));
    return this.#templates.get(name);
  }
}

function readTemplate({ root, report }: Source, name: string): Template | undefined {
  const folder = `${templatesFolder}/${name}`;
  if (name.includes('/') || !root.isDirectory(folder)) return undefined;
  const declaration = root.read(`${folder}/template.yml`);
  if (!declaration) return undefined;
  const data = readYaml11(declaration, report) as { supported_languages?: unknown } | null | undefined;
  if (data === undefined) return { name, files: new Map() };
  const languages = data?.supported_languages;
  if (!Array.isArray(languages)) report(noLanguages(declaration));
  const files = new Map<TemplateLanguage, SourceFile>();
  for (const [index, language] of (Array.isArray(languages) ? languages : []).entries()) {
    const place = valuePlace(declaration, ['supported_languages', index]);
    if (!isTemplateLanguage(String(language))) {
      report(unknownTemplateLanguage(String(language), templateLanguages, place));
      continue;
    }
    const file = root.read(`${folder}/${language}.template`);
    if (file) files.set(language, file);
    else
      report(
        templateFileMissing(language, `${folder}/${language}.template`, keyPlace(declaration, place.pointer)),
      );
  }
  const preprocessor = root.read(`${folder}/template.py`);
  return preprocessor ? { name, files, preprocessor } : { name, files };
}
