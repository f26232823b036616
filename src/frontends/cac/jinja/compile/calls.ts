import { asJinjaError, JinjaError, typeError } from '../errors.js';
import { getAttribute, methodOf, notCallable } from '../runtime/access.js';
import type { Evaluate, Frame } from '../runtime/frame.js';
import { Callable, itemsOf, type Value } from '../runtime/values.js';
import type { Arguments, Attribute, Call, Expression, Filter, Test } from '../syntax/ast.js';
import { located, type Site, stretchOf } from './site.js';

type Compile = (node: Expression, site: Site) => Evaluate;

/** Evaluates the arguments of a call and hands them on; `first` comes before the positional ones. */
type Apply = (frame: Frame, callee: Callable, first: Value | undefined) => Value;

/**
 * @param named a keyword argument that the engine adds (`caller`)
 */
function compileArguments(args: Arguments, site: Site, compile: Compile, named?: [string, Evaluate]): Apply {
  const positional = args.positional.map((node) => compile(node, site));
  const names = named ? [...args.names, named[0]] : args.names;
  const values = args.values.map((node) => compile(node, site));
  if (named) values.push(named[1]);
  if (args.star || args.starStar) {
    const star = args.star && compile(args.star, site);
    const starStar = args.starStar && compile(args.starStar, site);
    return applyDynamic(positional, names, values, star, starStar);
  }
  const count = positional.length;
  return (frame, callee, first) => {
    const given: Value[] = first === undefined ? [] : [first];
    for (let i = 0; i < count; i++) given.push((positional[i] as Evaluate)(frame));
    return callee.call(frame.run, given, names, values.length === 0 ? noValues : evaluate(values, frame));
  };
}

const noValues: readonly Value[] = [];

function evaluate(nodes: readonly Evaluate[], frame: Frame): Value[] {
  const values: Value[] = [];
  for (let i = 0; i < nodes.length; i++) values.push((nodes[i] as Evaluate)(frame));
  return values;
}

function applyDynamic(
  positional: readonly Evaluate[],
  names: readonly string[],
  values: readonly Evaluate[],
  star: Evaluate | undefined,
  starStar: Evaluate | undefined,
): Apply {
  return (frame, callee, first) => {
    const given = [...(first === undefined ? [] : [first]), ...evaluate(positional, frame)];
    if (star) given.push(...itemsOf(star(frame), frame.run));
    const allNames = [...names];
    const allValues = evaluate(values, frame);
    if (starStar) {
      const dict = starStar(frame);
      if (!(dict instanceof Map)) throw typeError('argument after ** must be a mapping');
      for (const [name, value] of dict) {
        if (typeof name !== 'string') throw typeError('keywords must be strings');
        if (allNames.includes(name)) throw typeError(`got multiple values for keyword argument '${name}'`);
        allNames.push(name);
        allValues.push(value);
      }
    }
    return callee.call(frame.run, given, allNames, allValues);
  };
}

/** A call; `caller` is the body of a call block. */
export function compileCall(node: Call, site: Site, compile: Compile, caller?: Evaluate): Evaluate {
  const apply = compileArguments(node.args, site, compile, caller && ['caller', caller]);
  const { callee } = node;
  if (callee.kind === 'attribute') return compileMethodCall(node, callee, apply, site, compile);
  const target = compile(callee, site);
  return tracedCall(site, node, (frame) => {
    const value = target(frame);
    if (value instanceof Callable) return apply(frame, value, undefined);
    throw notCallable(value);
  });
}

/** Calls a method without making an object of it. */
function compileMethodCall(
  node: Call,
  callee: Attribute,
  apply: Apply,
  site: Site,
  compile: Compile,
): Evaluate {
  const object = compile(callee.object, site);
  const { name } = callee;
  return tracedCall(site, node, (frame) => {
    const self = object(frame);
    const method = methodOf(self, name);
    if (method) {
      const result = apply(frame, method, self);
      if (site.traced) deriveFromMethod(site, node, frame, self, result);
      return result;
    }
    const value = getAttribute(self, name);
    if (value instanceof Callable) return apply(frame, value, undefined);
    throw notCallable(value);
  });
}

function deriveFromMethod(site: Site, node: Call, frame: Frame, self: Value, result: Value): void {
  frame.run.tracer?.derive([self], result, stretchOf(site, node));
}

/** In a traced run: remembers what a macro returned, and adds this call to the errors from inside it. */
function tracedCall(site: Site, node: Call, call: Evaluate): Evaluate {
  if (!site.traced) return call;
  const stretch = stretchOf(site, node);
  return located(site, node, (frame) => {
    const result = withCallSite(site, node, () => call(frame));
    frame.run.tracer?.rememberReturned(result, stretch);
    return result;
  });
}

/** Runs a call, a loop or an import; an error that comes out of a macro or another template passed `node`. */
export function withCallSite<T>(site: Site, node: { start: number; end: number }, call: () => T): T {
  try {
    return call();
  } catch (thrown) {
    const error = asJinjaError(thrown);
    if (error instanceof JinjaError && error.leftTemplate) {
      error.calls.unshift(site.source.place(node.start, node.end));
      error.leftTemplate = false;
    }
    throw error;
  }
}

export function compileFilter(node: Filter, site: Site, compile: Compile, block?: Evaluate): Evaluate {
  const filter = find('filter', node, site);
  const input = node.input ? compileInput(node.input, site, compile, block) : (block as Evaluate);
  const apply = compileArguments(node.args, site, compile);
  if (!site.traced) return (frame) => apply(frame, filter, input(frame));
  const stretch = stretchOf(site, node);
  return located(site, node, (frame) => {
    const value = input(frame);
    const result = apply(frame, filter, value);
    frame.run.tracer?.derive([value], result, stretch);
    return result;
  });
}

/** The innermost filter of a filter block gets the text of the block. */
const compileInput = (
  node: Expression,
  site: Site,
  compile: Compile,
  block: Evaluate | undefined,
): Evaluate =>
  block && node.kind === 'filter' ? compileFilter(node, site, compile, block) : compile(node, site);

export function compileTest(node: Test, site: Site, compile: Compile): Evaluate {
  const test = find('test', node, site);
  const input = compile(node.input, site);
  const apply = compileArguments(node.args, site, compile);
  return (frame) => apply(frame, test, input(frame));
}

/** A filter or test by name. An unknown one is an error at once, or where Jinja2 is patient, when it is used. */
function find(kind: 'filter' | 'test', node: Filter | Test, site: Site): Callable {
  const table = kind === 'filter' ? site.host.filters : site.host.tests;
  const found = table.get(node.name);
  if (found) return found;
  const error = new JinjaError(
    'TemplateRuntimeError',
    `No ${kind} named '${node.name}'.`,
    site.source.place(node.start, node.end),
  );
  if (!site.soft) throw error;
  return new Unknown(error);
}

class Unknown extends Callable {
  readonly typeName = 'function';
  readonly #error: JinjaError;

  constructor(error: JinjaError) {
    super();
    this.#error = error;
  }

  override call(): never {
    throw this.#error;
  }

  override repr(): string {
    return '<unknown>';
  }
}
