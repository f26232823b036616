import { JinjaError } from '../errors.js';
import type { Evaluate, Execute, Frame } from '../runtime/frame.js';
import { Macro, type MacroBody, type MacroCode, type MacroSignature } from '../runtime/macro.js';
import { Undefined } from '../runtime/values.js';
import type { CallBlock, MacroDefinition, Signature } from '../syntax/ast.js';
import { analyzeSignature, undeclared } from './analyze.js';
import { compileExpression } from './expressions.js';
import type { CompileBody } from './loops.js';
import { compileEntry, type Site, sequence } from './site.js';
import { Symbols, Unit } from './symbols.js';
import { compileTarget } from './targets.js';

/** `{% macro %}`: assigns the macro to its name. */
export function compileMacroDefinition(node: MacroDefinition, site: Site, compileBody: CompileBody): Execute {
  const code = new LazyMacro(node, node.name, site, compileBody);
  if (node.parameters.some(({ name }) => name === 'caller')) code.signature;
  const store = compileTarget({ kind: 'name', name: node.name, start: node.start, end: node.end }, site);
  return (frame) => store(frame, new Macro(code, frame));
}

/** The body of a call block, as the macro `caller`. */
export function compileAnonymousMacro(node: CallBlock, site: Site, compileBody: CompileBody): Evaluate {
  const code = new LazyMacro(node, undefined, site, compileBody);
  return (frame) => new Macro(code, frame);
}

/** Compiles a macro when it is called first, for either kind of run. */
class LazyMacro implements MacroCode {
  readonly #node: Signature;
  readonly #name: string | undefined;
  readonly #site: Site;
  readonly #compileBody: CompileBody;
  #signature: MacroSignature | undefined;
  #body: MacroBody | undefined;
  #tracedBody: MacroBody | undefined;

  constructor(node: Signature, name: string | undefined, site: Site, compileBody: CompileBody) {
    this.#node = node;
    this.#name = name;
    this.#site = site;
    this.#compileBody = compileBody;
  }

  get signature(): MacroSignature {
    this.#signature ??= signatureOf(this.#node, this.#name, this.#site);
    return this.#signature;
  }

  get body(): MacroBody {
    this.#body ??= this.#compile(false);
    return this.#body;
  }

  get tracedBody(): MacroBody {
    this.#tracedBody ??= this.#compile(true);
    return this.#tracedBody;
  }

  #compile(traced: boolean): MacroBody {
    const outer = this.#site;
    const unit = new Unit(outer.symbols.unit);
    const symbols = new Symbols(unit, outer.symbols);
    const site: Site = { ...outer, symbols, traced, toplevel: false, soft: false };
    const { readsCaller, callerIsParameter, catchesKeywords, catchesPositional } = this.signature;
    for (const { name } of this.#node.parameters) symbols.parameter(name);
    const caller = readsCaller && !callerIsParameter ? symbols.parameter('caller').slot : undefined;
    const kwargs = catchesKeywords ? symbols.parameter('kwargs').slot : undefined;
    const varargs = catchesPositional ? symbols.parameter('varargs').slot : undefined;
    analyzeSignature(symbols, this.#node);
    const enter = compileEntry(site);
    const defaults = compileDefaults(this.#node, site);
    const run = this.#compileBody(this.#node.body, site);
    return {
      size: unit.size,
      caller,
      kwargs,
      varargs,
      enter: sequence(enter ? [enter, defaults] : [defaults]),
      run,
    };
  }
}

function signatureOf(node: Signature, name: string | undefined, site: Site): MacroSignature {
  const parameters = node.parameters.map((parameter) => parameter.name);
  const read = undeclared(node.body, ['caller', 'kwargs', 'varargs']);
  const caller = parameters.indexOf('caller');
  if (read.has('caller') && caller >= 0 && caller < parameters.length - node.defaults.length) {
    const { start, end } = node.parameters[caller] as (typeof node.parameters)[number];
    throw new JinjaError(
      'TemplateSyntaxError',
      'When defining macros or call blocks the special "caller" argument must be omitted or be given a default.',
      site.source.place(start, end),
    );
  }
  return {
    name,
    parameters,
    readsCaller: read.has('caller'),
    callerIsParameter: caller >= 0,
    catchesKeywords: read.has('kwargs') && !parameters.includes('kwargs'),
    catchesPositional: read.has('varargs') && !parameters.includes('varargs'),
  };
}

/** Parameters that no argument was given for get their default, in order. */
function compileDefaults(node: Signature, site: Site): (frame: Frame) => void {
  const first = node.parameters.length - node.defaults.length;
  const defaults = node.parameters.map(({ name }, i) => {
    const value = node.defaults[i - first];
    if (value) return compileExpression(value, site);
    return () => new Undefined(`parameter '${name}' was not provided`);
  });
  return (frame) => {
    const { slots } = frame;
    for (let i = 0; i < defaults.length; i++) {
      if (slots[i] === undefined) slots[i] = (defaults[i] as Evaluate)(frame);
    }
  };
}
