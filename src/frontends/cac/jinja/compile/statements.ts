import type { Execute, Frame } from '../runtime/frame.js';
import { str } from '../runtime/print.js';
import { truth } from '../runtime/truth.js';
import type { Value } from '../runtime/values.js';
import type {
  Assign,
  AssignBlock,
  CallBlock,
  Data,
  FilterBlock,
  If,
  Print,
  Statement,
  With,
} from '../syntax/ast.js';
import { analyze, loadNames, parameterTarget } from './analyze.js';
import { compileCall, compileFilter } from './calls.js';
import { compileExpression, isConstant } from './expressions.js';
import { compileFromImport, compileImport, compileInclude } from './imports.js';
import { compileFor } from './loops.js';
import { compileAnonymousMacro, compileMacroDefinition } from './macros.js';
import { compileEntry, compileExit, located, type Site, sequence, stretchOf } from './site.js';
import { Symbols } from './symbols.js';
import { compileTarget } from './targets.js';

/** Makes one function of statements. */
export function compileBody(nodes: readonly Statement[], site: Site): Execute {
  return sequence(nodes.map((node) => compileStatement(node, site)));
}

function compileStatement(node: Statement, site: Site): Execute {
  switch (node.kind) {
    case 'data':
      return compileData(node, site);
    case 'print':
      return compilePrint(node, site);
    case 'if':
      return compileIf(node, site);
    case 'for':
      return compileFor(node, site, compileBody);
    case 'macro':
      return compileMacroDefinition(node, site, compileBody);
    case 'call-block':
      return compileCallBlock(node, site);
    case 'filter-block':
      return compileFilterBlock(node, site);
    case 'assign':
      return compileAssign(node, site);
    case 'assign-block':
      return compileAssignBlock(node, site);
    case 'with':
      return compileWith(node, site);
    case 'import':
      return compileImport(node, site);
    case 'from-import':
      return compileFromImport(node, site);
    case 'include':
      return compileInclude(node, site);
    case 'do': {
      const value = compileExpression(node.value, site);
      return (frame) => {
        value(frame);
      };
    }
  }
}

/** A scope inside the site's, in the same function. */
const innerSite = (site: Site): Site => ({
  ...site,
  symbols: new Symbols(site.symbols.unit, site.symbols),
  toplevel: false,
  soft: false,
});

/** Enters a scope, does something in it, and leaves it. */
function scoped(site: Site, body: Execute): Execute {
  const enter = compileEntry(site);
  return enter ? sequence([enter, body, compileExit(site)]) : sequence([body, compileExit(site)]);
}

function compileData(node: Data, site: Site): Execute {
  const { text } = node;
  if (!site.traced) {
    return (frame) => {
      frame.out += text;
    };
  }
  const stretch = stretchOf(site, node);
  return (frame) => {
    frame.out += text;
    frame.run.tracer?.data(frame, stretch, text.length);
  };
}

function compilePrint(node: Print, site: Site): Execute {
  const constant = isConstant(node.value);
  const value = compileExpression(node.value, constant ? { ...site, constant } : site);
  if (!site.traced) {
    return (frame) => {
      const printed = value(frame);
      frame.out += typeof printed === 'string' ? printed : str(printed);
    };
  }
  const stretch = stretchOf(site, node);
  return located(site, node, (frame) => {
    const text = str(value(frame));
    frame.out += text;
    frame.run.tracer?.print(frame, stretch, text);
  });
}

function compileIf(node: If, site: Site): Execute {
  const soft = { ...site, soft: true };
  const branches = node.branches.map(({ test, body }) => ({
    test: compileExpression(test, soft),
    body: compileBody(body, soft),
  }));
  const otherwise = compileBody(node.otherwise, soft);
  const [only] = branches;
  if (only && branches.length === 1) {
    const { test, body } = only;
    return (frame) => {
      if (truth(test(frame))) body(frame);
      else otherwise(frame);
    };
  }
  return (frame) => {
    const branch = branches.find(({ test }) => truth(test(frame)));
    if (branch) branch.body(frame);
    else otherwise(frame);
  };
}

function compileAssign(node: Assign, site: Site): Execute {
  const value = compileExpression(node.value, site);
  const store = compileTarget(node.target, site);
  return located(site, node, (frame) => store(frame, value(frame)));
}

/** Runs statements whose output is kept as a value. */
function capture(frame: Frame, body: Execute): string {
  const { out, pieces } = frame;
  const { tracer } = frame.run;
  frame.out = '';
  if (tracer) frame.pieces = [];
  body(frame);
  const text = frame.out;
  tracer?.remember(text, frame.pieces);
  frame.out = out;
  frame.pieces = pieces;
  return text;
}

function compileAssignBlock(node: AssignBlock, site: Site): Execute {
  const inner = innerSite(site);
  analyze(inner.symbols, node.body);
  if (node.filter) loadNames(inner.symbols, node.filter);
  const body = compileBody(node.body, inner);
  const store = compileTarget(node.target, site);
  const filter =
    node.filter && compileFilter(node.filter, inner, compileExpression, (frame) => capture(frame, body));
  const run: Execute = (frame) => store(frame, filter ? filter(frame) : capture(frame, body));
  return scoped(inner, located(site, node, run));
}

function compileFilterBlock(node: FilterBlock, site: Site): Execute {
  const inner = innerSite(site);
  analyze(inner.symbols, node.body);
  loadNames(inner.symbols, node.filter);
  const body = compileBody(node.body, inner);
  const filter = compileFilter(node.filter, inner, compileExpression, (frame) => capture(frame, body));
  return scoped(inner, printing(site, node, filter));
}

/** Prints what a block gave. */
function printing(
  site: Site,
  node: { readonly start: number; readonly end: number },
  value: (frame: Frame) => Value,
): Execute {
  const stretch = stretchOf(site, node);
  return (frame) => {
    const text = str(value(frame));
    frame.out += text;
    frame.run.tracer?.print(frame, stretch, text);
  };
}

function compileCallBlock(node: CallBlock, site: Site): Execute {
  const caller = compileAnonymousMacro(node, site, compileBody);
  return printing(site, node, compileCall(node.call, site, compileExpression, caller));
}

function compileWith(node: With, site: Site): Execute {
  const inner = innerSite(site);
  for (const target of node.targets) parameterTarget(inner.symbols, target);
  analyze(inner.symbols, node.body);
  const assignments = node.targets.map((target, i) => {
    const value = compileExpression(node.values[i] as (typeof node.values)[number], site);
    const store = compileTarget(target, inner);
    return (frame: Frame): void => store(frame, value(frame));
  });
  return scoped(inner, sequence([...assignments, compileBody(node.body, inner)]));
}
