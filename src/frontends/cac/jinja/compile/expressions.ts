import { canBeSliced, getAttribute, getItem, getSlice } from '../runtime/access.js';
import { binary, sign } from '../runtime/arithmetic.js';
import { compare, contains, dictSet, equals } from '../runtime/compare.js';
import type { Evaluate, Frame } from '../runtime/frame.js';
import { str } from '../runtime/print.js';
import { checkLength } from '../runtime/size.js';
import { truth } from '../runtime/truth.js';
import { itemsOf, PyTuple, Undefined, undefinedName, type Value } from '../runtime/values.js';
import type {
  Binary,
  Compare,
  CompareOperator,
  Concat,
  Conditional,
  Dict,
  Expression,
  Name,
  SliceOf,
} from '../syntax/ast.js';
import { eachChild } from './analyze.js';
import { compileCall, compileFilter, compileTest } from './calls.js';
import { depthOf, located, outerFrame, type Site, stretchOf, variableOf } from './site.js';

/** Makes a function of an expression. */
export function compileExpression(node: Expression, site: Site): Evaluate {
  switch (node.kind) {
    case 'name':
      return compileName(node, site);
    case 'constant': {
      const { value } = node;
      return () => value;
    }
    case 'call':
      return compileCall(node, site, compileExpression);
    case 'filter':
      return compileFilter(node, site, compileExpression);
    default:
      return located(site, node, compileOther(node, site));
  }
}

type Other = Exclude<Expression, { kind: 'name' | 'constant' | 'call' | 'filter' }>;

function compileOther(node: Other, site: Site): Evaluate {
  const compile = (child: Expression): Evaluate => compileExpression(child, site);
  switch (node.kind) {
    case 'test':
      return compileTest(node, site, compileExpression);
    case 'list':
      return compileList(node.items.map(compile));
    case 'tuple': {
      const list = compileList(node.items.map(compile));
      return (frame) => new PyTuple(list(frame));
    }
    case 'dict':
      return compileDict(node, compile);
    case 'conditional':
      return compileConditional(node, site);
    case 'and': {
      const [left, right] = [compile(node.left), compile(node.right)];
      return (frame) => {
        const value = left(frame);
        return truth(value) ? right(frame) : value;
      };
    }
    case 'or': {
      const [left, right] = [compile(node.left), compile(node.right)];
      return (frame) => {
        const value = left(frame);
        return truth(value) ? value : right(frame);
      };
    }
    case 'not': {
      const operand = compile(node.operand);
      return (frame) => !truth(operand(frame));
    }
    case 'sign': {
      const operand = compile(node.operand);
      const { operator } = node;
      return (frame) => sign(operator, operand(frame));
    }
    case 'binary':
      return compileBinary(node, site);
    case 'concat':
      return compileConcat(node, site);
    case 'compare':
      return compileCompare(node, compile);
    case 'attribute': {
      const object = compile(node.object);
      const { name } = node;
      return (frame) => getAttribute(object(frame), name);
    }
    case 'subscript': {
      const [object, key] = [compile(node.object), compile(node.key)];
      return (frame) => getItem(object(frame), key(frame));
    }
    case 'slice':
      return compileSlice(node, site, compile);
  }
}

function compileName(node: Name, site: Site): Evaluate {
  const { name } = node;
  const variable = variableOf(site, name);
  const { slot } = variable;
  const depth = depthOf(site, variable);
  if (depth === 0) {
    return (frame) => {
      const value = frame.slots[slot];
      return value === undefined ? undefinedName(name) : value;
    };
  }
  return (frame) => {
    const value = outerFrame(frame, depth).slots[slot];
    return value === undefined ? undefinedName(name) : value;
  };
}

function compileList(items: readonly Evaluate[]): (frame: Frame) => Value[] {
  return (frame) => {
    const list: Value[] = [];
    for (const item of items) list.push(item(frame));
    return list;
  };
}

function compileDict(node: Dict, compile: (child: Expression) => Evaluate): Evaluate {
  const keys = node.keys.map(compile);
  const values = node.values.map(compile);
  return (frame) => {
    const dict = new Map<Value, Value>();
    for (let i = 0; i < keys.length; i++) {
      const key = (keys[i] as Evaluate)(frame);
      dictSet(dict, key, (values[i] as Evaluate)(frame));
    }
    return dict;
  };
}

function compileConditional(node: Conditional, site: Site): Evaluate {
  const soft = { ...site, soft: true };
  const [test, then] = [compileExpression(node.test, soft), compileExpression(node.then, soft)];
  const otherwise = node.otherwise && compileExpression(node.otherwise, soft);
  return (frame) => {
    if (truth(test(frame))) return then(frame);
    if (otherwise) return otherwise(frame);
    return new Undefined('the inline if-expression evaluated to false and no else section was defined.');
  };
}

function compileBinary(node: Binary, site: Site): Evaluate {
  const [left, right] = [compileExpression(node.left, site), compileExpression(node.right, site)];
  const { operator } = node;
  if (!site.traced) return (frame) => binary(operator, left(frame), right(frame));
  const stretch = stretchOf(site, node);
  return (frame) => {
    const operands = [left(frame), right(frame)] as const;
    const result = binary(operator, ...operands);
    frame.run.tracer?.derive(operands, result, stretch);
    return result;
  };
}

function compileConcat(node: Concat, site: Site): Evaluate {
  const operands = node.operands.map((operand) => compileExpression(operand, site));
  const stretch = stretchOf(site, node);
  if (!site.traced) {
    return (frame) => {
      let text = '';
      for (let i = 0; i < operands.length; i++) text += str((operands[i] as Evaluate)(frame));
      checkLength(text.length);
      return text;
    };
  }
  return (frame) => {
    const texts = operands.map((operand) => str(operand(frame)));
    const text = texts.join('');
    checkLength(text.length);
    frame.run.tracer?.derive(texts, text, stretch);
    return text;
  };
}

type Comparison = (left: Value, right: Value, frame: Frame) => boolean;

const comparisons: Readonly<Record<CompareOperator, Comparison>> = {
  '==': equals,
  '!=': (left, right) => !equals(left, right),
  '<': (left, right) => compare(left, right, '<') < 0,
  '<=': (left, right) => compare(left, right, '<=') <= 0,
  '>': (left, right) => compare(left, right, '>') > 0,
  '>=': (left, right) => compare(left, right, '>=') >= 0,
  in: (left, right, frame) => contains(right, left, (value) => itemsOf(value, frame.run)),
  'not in': (left, right, frame) => !contains(right, left, (value) => itemsOf(value, frame.run)),
};

function compileCompare(node: Compare, compile: (child: Expression) => Evaluate): Evaluate {
  const first = compile(node.first);
  const rest = node.rest.map(({ operator, operand }) => ({
    holds: comparisons[operator],
    operand: compile(operand),
  }));
  const [only] = rest;
  if (only && rest.length === 1) {
    const { holds, operand } = only;
    return (frame) => holds(first(frame), operand(frame), frame);
  }
  return (frame) => {
    let left = first(frame);
    for (const { holds, operand } of rest) {
      const right = operand(frame);
      if (!holds(left, right, frame)) return false;
      left = right;
    }
    return true;
  };
}

/** Of a constant that has no slices, Jinja2 takes the slice for undefined; of a variable it raises. */
function compileSlice(node: SliceOf, site: Site, compile: (child: Expression) => Evaluate): Evaluate {
  const object = compile(node.object);
  const none: Evaluate = () => null;
  const [from, to, step] = [node.from, node.to, node.step].map((part) => (part ? compile(part) : none)) as [
    Evaluate,
    Evaluate,
    Evaluate,
  ];
  if (!site.constant) return (frame) => getSlice(object(frame), from(frame), to(frame), step(frame));
  return (frame) => {
    const value = object(frame);
    return canBeSliced(value)
      ? getSlice(value, from(frame), to(frame), step(frame))
      : new Undefined('no slices');
  };
}

/** Whether an expression has no names and no calls. */
export function isConstant(node: Expression): boolean {
  if (node.kind === 'name' || node.kind === 'call') return false;
  let constant = true;
  eachChild(node, (child) => {
    constant &&= isConstant(child);
  });
  return constant;
}
