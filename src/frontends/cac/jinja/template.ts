import { analyze } from './compile/analyze.js';
import { compileEntry, type Site, sequence } from './compile/site.js';
import { compileBody } from './compile/statements.js';
import { Symbols, Unit } from './compile/symbols.js';
import { JinjaError } from './errors.js';
import type { Context } from './runtime/context.js';
import { type Execute, Frame } from './runtime/frame.js';
import type { Host, Run } from './runtime/run.js';
import type { Template as Tree } from './syntax/ast.js';
import type { TemplateSource } from './syntax/source.js';

/** A template that is parsed; compiled when it runs first, for either kind of run. */
export class Template {
  readonly source: TemplateSource;
  readonly #tree: Tree;
  readonly #host: Pick<Host, 'filters' | 'tests'>;
  #code: Code | undefined;
  #tracedCode: Code | undefined;

  constructor(source: TemplateSource, tree: Tree, host: Pick<Host, 'filters' | 'tests'>) {
    this.source = source;
    this.#tree = tree;
    this.#host = host;
  }

  /** Runs it; the frame holds what it printed. */
  run(run: Run, context: Context): Frame {
    const code = this.#codeFor(run);
    const frame = new Frame(context, run, undefined, code.size);
    if (run.tracer) frame.pieces = [];
    code.run(frame);
    return frame;
  }

  /** Runs it for another template; errors know that they come from here, output that it does. */
  runInside(run: Run, context: Context): Frame {
    try {
      const frame = this.run(run, context);
      run.tracer?.leave(frame.out, frame.pieces);
      return frame;
    } catch (error) {
      if (error instanceof JinjaError) error.leftTemplate = true;
      throw error;
    }
  }

  #codeFor(run: Run): Code {
    if (run.tracer) {
      this.#tracedCode ??= this.#compile(true);
      return this.#tracedCode;
    }
    this.#code ??= this.#compile(false);
    return this.#code;
  }

  #compile(traced: boolean): Code {
    const unit = new Unit();
    const symbols = new Symbols(unit);
    const site: Site = {
      source: this.source,
      host: this.#host,
      traced,
      symbols,
      toplevel: true,
      soft: false,
    };
    analyze(symbols, this.#tree.body);
    const enter = compileEntry(site);
    const body = compileBody(this.#tree.body, site);
    return { size: unit.size, run: enter ? sequence([enter, body]) : body };
  }
}

interface Code {
  readonly size: number;
  readonly run: Execute;
}
