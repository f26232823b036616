import { JinjaError } from '../errors.js';
import type { Evaluate, Execute, Frame } from '../runtime/frame.js';
import type { Host } from '../runtime/run.js';
import type { TemplateSource } from '../syntax/source.js';
import type { Stretch } from '../trace/piece.js';
import type { Symbols, Variable } from './symbols.js';

/** Where code is compiled: in which template, for which kind of run, and with which names in sight. */
export interface Site {
  readonly source: TemplateSource;
  readonly host: Pick<Host, 'filters' | 'tests'>;
  /** Code of a traced run says where errors happen and where output comes from; other code spends nothing on it. */
  readonly traced: boolean;
  readonly symbols: Symbols;
  /** At the top level of the template, whose variables are exported. */
  readonly toplevel: boolean;
  /** Inside an `if`, where Jinja2 accepts unknown filters and tests until they are used. */
  readonly soft: boolean;
  /** In a printed expression without names, which Jinja2 evaluates when it compiles. */
  readonly constant?: boolean;
}

export const stretchOf = (site: Site, node: { readonly start: number; readonly end: number }): Stretch => ({
  source: site.source,
  start: node.start,
  end: node.end,
});

/** Code that gives the errors inside it their place, unless something further inside did. */
export function located(site: Site, node: { start: number; end: number }, evaluate: Evaluate): Evaluate;
export function located(site: Site, node: { start: number; end: number }, evaluate: Execute): Execute;
export function located(
  site: Site,
  node: { start: number; end: number },
  evaluate: (frame: Frame) => unknown,
): (frame: Frame) => unknown {
  if (!site.traced) return evaluate;
  return (frame) => {
    try {
      return evaluate(frame);
    } catch (error) {
      if (error instanceof JinjaError) error.place ??= site.source.place(node.start, node.end);
      throw error;
    }
  };
}

/** How many functions out the variable lives, seen from the site. */
export function depthOf(site: Site, variable: Variable): number {
  let depth = 0;
  for (let unit = site.symbols.unit; unit !== variable.unit; depth++) {
    if (!unit.parent) throw new Error('a variable of a function that is not around this one');
    unit = unit.parent;
  }
  return depth;
}

/** The frame that is `depth` functions out. */
export function outerFrame(frame: Frame, depth: number): Frame {
  let found = frame;
  for (let i = 0; i < depth; i++) found = found.outer as Frame;
  return found;
}

/** The variable that a name means at the site. */
export function variableOf(site: Site, name: string): Variable {
  const variable = site.symbols.find(name);
  if (!variable) throw new Error(`the name '${name}' was never analyzed`);
  return variable;
}

/** The slot of a variable of the site's own function. */
export function slotOf(site: Site, name: string): number {
  return variableOf(site, name).slot;
}

/** Gives the variables of the site's scope their first values. */
export function compileEntry(site: Site): Execute | undefined {
  const steps: Execute[] = [];
  for (const { slot, load } of site.symbols.variables) {
    if (load.kind === 'resolve') {
      const { name } = load;
      steps.push((frame) => {
        frame.slots[slot] = frame.context.resolve(name);
      });
    } else if (load.kind === 'alias') {
      const depth = depthOf(site, load.of);
      const from = load.of.slot;
      steps.push((frame) => {
        frame.slots[slot] = outerFrame(frame, depth).slots[from];
      });
    } else if (load.kind === 'missing') {
      steps.push((frame) => {
        frame.slots[slot] = undefined;
      });
    }
  }
  return steps.length === 0 ? undefined : sequence(steps);
}

/** Takes the values of a scope's variables away when it is left. */
export function compileExit(site: Site): Execute {
  const slots = Array.from(site.symbols.variables, ({ slot }) => slot);
  return (frame) => {
    for (const slot of slots) frame.slots[slot] = undefined;
  };
}

/** One after the other. */
export function sequence(steps: readonly Execute[]): Execute {
  const [first, second] = steps;
  if (!first) return () => {};
  if (steps.length === 1) return first;
  if (steps.length === 2) {
    return (frame) => {
      first(frame);
      (second as Execute)(frame);
    };
  }
  return (frame) => {
    for (let i = 0; i < steps.length; i++) (steps[i] as Execute)(frame);
  };
}
