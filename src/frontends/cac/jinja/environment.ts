import type { SourceFile } from '../../../source/file.js';
import { jinjaSyntax, type SyntaxOptions } from './delimiters.js';
import { asJinjaError, JinjaError } from './errors.js';
import { type Expansion, PlainExpansion, TracedExpansion } from './expansion.js';
import { builtinFilters } from './filters/index.js';
import { builtinGlobals } from './globals.js';
import { Context, Scope } from './runtime/context.js';
import type { Frame } from './runtime/frame.js';
import { type Host, type LoadedTemplate, Run } from './runtime/run.js';
import { Callable, TemplateModule, type Value } from './runtime/values.js';
import { Lexis } from './syntax/lexer.js';
import { parseTemplate } from './syntax/parser.js';
import { TemplateSource } from './syntax/source.js';
import { Template } from './template.js';
import { builtinTests } from './tests.js';
import { Tracer } from './trace/tracer.js';

/** Names and their values, for a template. */
export type Names = ReadonlyMap<string, Value>;

export interface EnvironmentOptions {
  /** How templates look; Jinja2's own syntax if absent. */
  readonly syntax?: SyntaxOptions;
  /** Filters beside Jinja2's. */
  readonly filters?: ReadonlyMap<string, Callable>;
  /** Tests beside Jinja2's. */
  readonly tests?: ReadonlyMap<string, Callable>;
  /** Names that every template sees, beside Jinja2's functions. */
  readonly globals?: Names;
  /**
   * Finds the template that `import`, `from` or `include` names.
   *
   * @param name what the template says
   * @param from path of the file that says it
   */
  readonly load?: (name: string, from: string) => SourceFile | undefined;
  /** Whether mistakes in macros that nobody calls may go unseen, which saves parsing them. */
  readonly defersMacros?: boolean;
}

/**
 * A Jinja2 environment: lenient about undefined names, sandboxed, without automatic escaping.
 *
 * A render is deterministic, and what it cost is paid once: only an error, or a question for the origin of
 * some output, makes it run again with tracing. Values given to `render` must not change before that.
 */
export function createEnvironment(options: EnvironmentOptions = {}): Environment {
  return new Environment(new Engine(options), new Map([...builtinGlobals, ...(options.globals ?? [])]));
}

/** What environments of the same kind share: syntax, filters, tests, and the templates compiled so far. */
class Engine {
  readonly filters: ReadonlyMap<string, Callable>;
  readonly tests: ReadonlyMap<string, Callable>;
  readonly find: NonNullable<EnvironmentOptions['load']>;
  readonly #lexis: Lexis;
  /** Templates by file; a file that was rendered once has `true`, as most are never rendered again. */
  readonly #byFile = new WeakMap<SourceFile, Template | true>();
  /** Libraries of macros, which every environment loads. */
  readonly #libraries = new Map<string, Template>();

  readonly #defersMacros: boolean;

  constructor({ syntax = jinjaSyntax, filters, tests, load, defersMacros = false }: EnvironmentOptions) {
    this.#defersMacros = defersMacros;
    this.#lexis = new Lexis(syntax);
    this.filters = new Map([...builtinFilters, ...(filters ?? [])]);
    this.tests = new Map([...builtinTests, ...(tests ?? [])]);
    this.find = load ?? (() => undefined);
  }

  isPlain(text: string): boolean {
    return this.#lexis.isPlain(text);
  }

  /** The text of a file without templates, as Jinja would give it. */
  plainText(text: string): string {
    return this.#lexis.options.keepTrailingNewline || !text.endsWith('\n') ? text : text.slice(0, -1);
  }

  /** The template of a file that may never be asked for again. */
  template(file: SourceFile): Template {
    const known = this.#byFile.get(file);
    if (known !== undefined && known !== true) return known;
    const template = this.#parse(file);
    this.#byFile.set(file, known === true ? template : true);
    return template;
  }

  /** The template of a file that others use; kept until the file changes. */
  library(file: SourceFile): Template {
    const known = this.#libraries.get(file.path);
    if (known && known.source.file.text === file.text) return known;
    const template = this.#parse(file);
    this.#libraries.set(file.path, template);
    return template;
  }

  #parse(file: SourceFile): Template {
    try {
      const source = new TemplateSource(file);
      return new Template(source, parseTemplate(source, this.#lexis, this.#defersMacros), this);
    } catch (error) {
      throw asJinjaError(error);
    }
  }
}

export class Environment {
  /** Names that every template sees. A library of macros sees those that were there when it was loaded. */
  readonly globals: Map<string, Value>;
  readonly #engine: Engine;
  readonly #host: Host;
  readonly #modules = new Map<string, TemplateModule>();

  constructor(engine: Engine, globals: Map<string, Value>) {
    this.#engine = engine;
    this.globals = globals;
    const { filters, tests } = engine;
    this.#host = { filters, tests, load: (name, from) => this.#load(name, from) };
  }

  /**
   * An environment of the same syntax and filters with other names, which shares everything compiled so far:
   * one for each product of a build.
   */
  withGlobals(globals: Names): Environment {
    return new Environment(this.#engine, new Map([...builtinGlobals, ...globals]));
  }

  /**
   * Makes the macros of files global, one file after the other; each sees the macros of those before it.
   *
   * @throws JinjaError if a file is no Jinja or fails when it runs
   */
  loadMacros(files: readonly SourceFile[]): void {
    for (const file of files) {
      for (const [name, value] of this.exports(file)) {
        if (value instanceof Callable) this.globals.set(name, value);
      }
    }
  }

  /**
   * Runs a file for the macros and variables that its top level defines.
   *
   * @param names what it sees beside the globals; the first that has a name wins
   * @throws JinjaError
   */
  exports(file: SourceFile, ...names: readonly Names[]): Map<string, Value> {
    const template = this.#engine.library(file);
    const scope = new Scope([new Map([...this.globals, ...new Scope(names).all()] as [Value, Value][])]);
    return this.#run(template, scope).context.exports;
  }

  /**
   * Expands a file.
   *
   * @param names what it sees beside the globals; the first that has a name wins
   * @throws JinjaError if the file is no Jinja or fails when it runs
   */
  render(file: SourceFile, ...names: readonly Names[]): Expansion {
    if (this.#engine.isPlain(file.text)) return this.#renderPlain(file);
    const template = this.#engine.template(file);
    const scope = new Scope([...names, this.globals]);
    const text = this.#run(template, scope).out;
    const { source } = template;
    const trace = () => this.#trace(this.#engine.template(file), scope).pieces;
    return { text, expansion: new TracedExpansion(source, text.length, trace) };
  }

  #renderPlain(file: SourceFile): Expansion {
    const source = new TemplateSource(file);
    return { text: this.#engine.plainText(source.text), expansion: new PlainExpansion(source) };
  }

  /** Runs a template; after an error once more, traced, to find its place. */
  #run(template: Template, scope: Scope): Frame {
    try {
      return template.run(new Run(this.#host), new Context(scope));
    } catch (thrown) {
      const error = asJinjaError(thrown);
      if (!(error instanceof JinjaError)) throw error;
      this.#trace(template, scope);
      throw placed(error, template);
    }
  }

  #trace(template: Template, scope: Scope): Frame {
    try {
      return template.run(new Run(this.#host, new Tracer()), new Context(scope));
    } catch (thrown) {
      const error = asJinjaError(thrown);
      throw error instanceof JinjaError ? placed(error, template) : error;
    }
  }

  #load(name: string, from: string): LoadedTemplate {
    const file = this.#engine.find(name, from);
    if (!file) throw new JinjaError('TemplateNotFound', `there is no template '${name}'`);
    const template = this.#engine.library(file);
    const globals = (): Scope => new Scope([new Map(this.globals)]);
    return {
      include: (run, scope) => template.runInside(run, new Context(scope ?? globals())).out,
      import: (run, scope) => {
        if (scope) return moduleOf(template.runInside(run, new Context(scope)), file.path);
        const known = this.#modules.get(file.path);
        if (known) return known;
        const module = moduleOf(template.runInside(run, new Context(globals())), file.path);
        this.#modules.set(file.path, module);
        return module;
      },
    };
  }
}

const moduleOf = (frame: Frame, path: string): TemplateModule =>
  new TemplateModule(path, frame.context.exports, frame.out);

/** An error that nothing gave a place is about the file as a whole. */
function placed(error: JinjaError, { source }: Template): JinjaError {
  error.place ??= source.place(0, source.text.length);
  return error;
}
