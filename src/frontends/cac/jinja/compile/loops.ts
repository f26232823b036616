import { JinjaError } from '../errors.js';
import { type Execute, Frame } from '../runtime/frame.js';
import { LoopContext, type Pull, type Recurse } from '../runtime/loop.js';
import { truth } from '../runtime/truth.js';
import { itemsOf, type Value } from '../runtime/values.js';
import type { For, Statement, Target } from '../syntax/ast.js';
import { analyze, analyzeLoop, analyzeLoopTest, undeclared } from './analyze.js';
import { compileExpression } from './expressions.js';
import { compileEntry, compileExit, located, type Site, sequence, slotOf, stretchOf } from './site.js';
import { Symbols, Unit } from './symbols.js';
import { compileTarget } from './targets.js';

export type CompileBody = (nodes: readonly Statement[], site: Site) => Execute;

/** Runs a loop over items; what `loop` is called with, if it is recursive. */
type RunLoop = (frame: Frame, items: Value, depth: number) => void;

export function compileFor(node: For, site: Site, compileBody: CompileBody): Execute {
  refuseLoopAsTarget(node, site);
  const iterable = compileExpression(node.iterable, site);
  if (!node.recursive) {
    const run = compileLoop(node, site, compileBody, undefined);
    return located(site, node.iterable, (frame) => run(frame, iterable(frame), 0));
  }
  const recurse = compileRecursive(node, site, compileBody);
  const stretch = stretchOf(site, node);
  return (frame) => {
    const text = recurse(frame)(frame.run, iterable(frame), 0);
    frame.out += text;
    frame.run.tracer?.print(frame, stretch, text);
  };
}

/** The body of a recursive loop is a function of its own. */
function compileRecursive(node: For, site: Site, compileBody: CompileBody): (outer: Frame) => Recurse {
  const unit = new Unit(site.symbols.unit);
  let runLoop: RunLoop;
  const recurseFrom =
    (outer: Frame): Recurse =>
    (run, items, depth) => {
      const frame = new Frame(outer.context, run, outer, unit.size);
      if (run.tracer) frame.pieces = [];
      run.enter();
      runLoop(frame, items, depth);
      run.leave();
      run.tracer?.remember(frame.out, frame.pieces);
      return frame.out;
    };
  const inner = { ...site, symbols: new Symbols(unit, site.symbols), toplevel: false };
  runLoop = compileLoop(node, inner, compileBody, (frame) => recurseFrom(frame.outer as Frame));
  return recurseFrom;
}

function compileLoop(
  node: For,
  site: Site,
  compileBody: CompileBody,
  recursion: ((frame: Frame) => Recurse) | undefined,
): RunLoop {
  const inner: Site = {
    ...site,
    symbols: new Symbols(site.symbols.unit, site.symbols),
    toplevel: false,
    soft: false,
  };
  const extended = recursion !== undefined || undeclared(node.body, ['loop']).size > 0;
  if (extended) inner.symbols.parameter('loop');
  analyzeLoop(inner.symbols, node);
  const test = node.test && compileLoopTest(node, site);
  const store = compileTarget(node.target, inner);
  const loopSlot = extended ? slotOf(inner, 'loop') : -1;
  const enter = compileEntry(inner);
  const body = compileBody(node.body, inner);
  const turn = enter ? sequence([enter, body]) : body;
  const exit = compileExit(inner);
  const otherwise = compileElse(node, site, compileBody);

  return (frame, value, depth) => {
    const items = itemsOf(value, frame.run);
    const pull = puller(frame, items, test);
    const loop = extended
      ? new LoopContext(pull, test ? undefined : items.length, recursion?.(frame), depth)
      : undefined;
    let turns = 0;
    for (
      let item = loop ? loop.advance() : pull();
      item !== undefined;
      item = loop ? loop.advance() : pull()
    ) {
      turns++;
      if (loop) frame.slots[loopSlot] = loop;
      store(frame, item);
      turn(frame);
    }
    exit(frame);
    if (turns === 0) otherwise?.(frame);
  };
}

/** Gives the items one by one, only those that pass the condition. Items that a body appends are given too. */
function puller(
  frame: Frame,
  items: readonly Value[],
  test: ((frame: Frame, item: Value) => boolean) | undefined,
): Pull {
  let at = 0;
  const next = (): Value | undefined => {
    if (at >= items.length) return undefined;
    frame.run.charge(1);
    return items[at++];
  };
  if (!test) return next;
  return () => {
    let item = next();
    while (item !== undefined && !test(frame, item)) item = next();
    return item;
  };
}

/** The condition has a scope of its own, in which it sees the item but not what the body sets. */
function compileLoopTest(node: For, site: Site): (frame: Frame, item: Value) => boolean {
  const { unit } = site.symbols;
  const symbols = new Symbols(unit, site.symbols);
  const inner: Site = { ...site, symbols, toplevel: false, soft: false };
  analyzeLoopTest(symbols, node);
  const enter = compileEntry(inner);
  const store = compileTarget(node.target, inner);
  const test = compileExpression(node.test as NonNullable<For['test']>, inner);
  return (frame, item) => {
    enter?.(frame);
    store(frame, item);
    return truth(test(frame));
  };
}

function compileElse(node: For, site: Site, compileBody: CompileBody): Execute | undefined {
  if (node.otherwise.length === 0) return undefined;
  const inner: Site = {
    ...site,
    symbols: new Symbols(site.symbols.unit, site.symbols),
    toplevel: false,
    soft: false,
  };
  analyze(inner.symbols, node.otherwise);
  const enter = compileEntry(inner);
  const body = compileBody(node.otherwise, inner);
  return sequence([...(enter ? [enter] : []), body, compileExit(inner)]);
}

function refuseLoopAsTarget(node: For, site: Site): void {
  const names = (target: Target): Target[] =>
    target.kind === 'target-tuple' ? target.items.flatMap(names) : [target];
  const name = names(node.target).find((target) => target.kind === 'name' && target.name === 'loop');
  if (!name) return;
  throw new JinjaError(
    'TemplateSyntaxError',
    "Can't assign to special loop variable in for-loop target",
    site.source.place(name.start, name.end),
  );
}
