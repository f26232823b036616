import type { SourceFile } from '../../../source/file.js';
import type { Environment } from '../environment.js';
import type { TemplateLanguage } from './languages.js';
import { type Template, TemplateLibrary } from './library.js';
import {
  noPreprocess,
  preprocessorRaised,
  preprocessorUnloadable,
  pythonMissing,
  pythonStopped,
  unknownTemplate,
} from './messages.js';
import type { PreparedParameters } from './prepared.js';
import { type Parameters, type Python, type PythonError, PythonFailure } from './python.js';
import { entriesFor, isSwitchedOn, type Templatable } from './use.js';

/** One text to make: who it is for, and in which language. */
export interface TemplateRequest {
  readonly templatable: Templatable;
  readonly language: TemplateLanguage;
}

interface Prepared {
  readonly request: TemplateRequest;
  readonly template: Template;
  readonly vars: Parameters;
  /** What Python is asked, where it is asked. */
  readonly key: string;
}

/** Rule templates of one product: what they make, from whom, and when. */
export class RuleTemplates {
  readonly #env: Environment;
  readonly #library: TemplateLibrary;
  readonly #python: Python;
  readonly #prepared: PreparedParameters;
  readonly #unknown = new Set<string>();

  /** @param prepared what is known from other products of the run; it is added to */
  constructor(env: Environment, python: Python, prepared: PreparedParameters) {
    this.#env = env;
    this.#library = new TemplateLibrary(env);
    this.#python = python;
    this.#prepared = prepared;
  }

  /** Whether the template makes that language and the use does not switch it off; reports an unknown template. */
  makes({ templatable, language }: TemplateRequest): boolean {
    const template = this.#templateOf(templatable);
    if (!template?.files.has(language)) return false;
    return isSwitchedOn(language, entriesFor(templatable.template.backends, this.#env.product.id));
  }

  /**
   * Makes texts, each from the parameters of its use, with those of `template.py` in between. The answers
   * stand in the order of the requests; nothing where a text cannot be made (reported).
   */
  async make(requests: readonly TemplateRequest[]): Promise<(SourceFile | undefined)[]> {
    const all = requests.map((request) => this.#prepare(request));
    await this.#preprocess(all.filter((prepared) => prepared !== undefined));
    return all.map((prepared, at) => {
      const file = prepared && this.#expand(prepared);
      if (!file) this.#env.broken.add((requests[at] as TemplateRequest).templatable.id);
      return file;
    });
  }

  #templateOf({ id, template: { name, place } }: Templatable): Template | undefined {
    const template = this.#library.template(name);
    if (!template && !this.#unknown.has(id)) {
      this.#unknown.add(id);
      this.#env.broken.add(id);
      this.#env.report(
        unknownTemplate(
          name,
          this.#library.names,
          place && { ...place, pointer: [...place.pointer, 'name'] },
        ),
      );
    }
    return template;
  }

  #prepare(request: TemplateRequest): Prepared | undefined {
    const { templatable } = request;
    const template = this.#templateOf(templatable);
    if (!template) return undefined;
    const vars = { ...entriesFor(templatable.template.vars, this.#env.product.id), _rule_id: templatable.id };
    const key = template.preprocessor ? `${template.name} ${request.language} ${JSON.stringify(vars)}` : '';
    return { request, template, vars, key };
  }

  /** Lets Python prepare the parameters of all requests that nobody has the answer for. */
  async #preprocess(all: readonly Prepared[]): Promise<void> {
    const byTemplate = new Map<SourceFile, Prepared[]>();
    for (const prepared of all) {
      const { preprocessor } = prepared.template;
      if (!preprocessor || this.#prepared.has(prepared.key)) continue;
      const group = byTemplate.get(preprocessor);
      if (group) group.push(prepared);
      else byTemplate.set(preprocessor, [prepared]);
    }
    if (byTemplate.size === 0) return;
    const groups = [...byTemplate];
    try {
      const results = await this.#python.run(
        groups.map(([{ path }, jobs]) => ({
          path,
          jobs: jobs.map(({ request, vars }) => [request.language, vars] as const),
        })),
      );
      for (const [g, [file, jobs]] of groups.entries()) {
        for (const [j, prepared] of jobs.entries()) {
          const result = results[g]?.[j];
          if (!result || 'error' in result) this.#raised(file, prepared, result?.error);
          else this.#prepared.set(prepared.key, result.data as Parameters);
        }
      }
    } catch (error) {
      if (!(error instanceof PythonFailure)) throw error;
      this.#pythonFailed(error, groups);
    }
  }

  #raised(file: SourceFile, prepared: Prepared, error: PythonError | undefined): void {
    this.#prepared.set(prepared.key, undefined);
    if (!error) return;
    if (error.loading) {
      this.#reportOnce(
        file.path,
        error.type === '' ? noPreprocess(file) : preprocessorUnloadable(file, error),
      );
      return;
    }
    const { id, template } = prepared.request.templatable;
    const problem = preprocessorRaised(file, error, id, template.place);
    // The same mistake in several languages is one mistake.
    this.#reportOnce(`${id} ${problem.message}`, problem);
  }

  readonly #reported = new Set<string>();

  #reportOnce(key: string, problem: ReturnType<typeof noPreprocess>): void {
    if (this.#reported.has(key)) return;
    this.#reported.add(key);
    this.#env.report(problem);
  }

  #pythonFailed({ kind, command, reason }: PythonFailure, groups: readonly [SourceFile, Prepared[]][]): void {
    const names = groups.map(([, [first]]) => first?.template.name ?? '').sort();
    this.#reportOnce(
      kind,
      kind === 'missing' ? pythonMissing(names, command, reason) : pythonStopped(names, reason),
    );
    for (const [, jobs] of groups) for (const prepared of jobs) this.#prepared.set(prepared.key, undefined);
  }

  #expand(prepared: Prepared): SourceFile | undefined {
    const { request, template, vars } = prepared;
    const { templatable, language } = request;
    const file = template.files.get(language);
    if (!file) return undefined;
    const parameters = template.preprocessor ? this.#prepared.get(prepared.key) : vars;
    if (!parameters) return undefined;
    const context: Record<string, unknown> = {
      rule_id: templatable.id,
      rule_title: templatable.title,
      products: this.#env.product.id,
    };
    const { identifiers } = templatable;
    if (identifiers && Object.keys(identifiers).length > 0) context.cce_identifiers = identifiers;
    for (const name in parameters) context[name.toUpperCase()] = parameters[name];
    return this.#env.expand(file, context, templatable.template.place);
  }
}
