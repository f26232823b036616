import { JinjaError, typeError } from '../errors.js';
import type { Scope } from '../runtime/context.js';
import type { Evaluate, Execute, Frame } from '../runtime/frame.js';
import type { LoadedTemplate } from '../runtime/run.js';
import { PyTuple, type TemplateModule, typeName, Undefined, type Value } from '../runtime/values.js';
import type { FromImport, Import, Include } from '../syntax/ast.js';
import { withCallSite } from './calls.js';
import { compileExpression } from './expressions.js';
import { depthOf, located, outerFrame, type Site, slotOf, stretchOf } from './site.js';

/** `{% import … as name %}` */
export function compileImport(node: Import, site: Site): Execute {
  const module = compileModule(node, site);
  const slot = slotOf(site, node.target);
  return located(site, node, (frame) => {
    const value = module(frame);
    frame.slots[slot] = value;
    if (site.toplevel) frame.context.set(node.target, value, true);
  });
}

/** `{% from … import a, b as c %}` */
export function compileFromImport(node: FromImport, site: Site): Execute {
  const module = compileModule(node, site);
  const names = node.names.map(([name, alias]) => ({ name, alias, slot: slotOf(site, alias) }));
  return located(site, node, (frame) => {
    const { exports } = module(frame);
    for (const { name, alias, slot } of names) {
      const value =
        exports.get(name) ??
        new Undefined(`the imported template does not export the requested name '${name}'`);
      frame.slots[slot] = value;
      if (site.toplevel) frame.context.set(alias, value, true);
    }
  });
}

function compileModule(node: Import | FromImport, site: Site): (frame: Frame) => TemplateModule {
  const template = compileExpression(node.template, site);
  const scope = node.withContext ? compileScope(site) : undefined;
  return (frame) =>
    withCallSite(site, node, () => {
      const loaded = load(template(frame), frame, site);
      return loaded.import(frame.run, scope?.(frame));
    });
}

/** `{% include … %}` */
export function compileInclude(node: Include, site: Site): Execute {
  const template: Evaluate = compileExpression(node.template, site);
  const scope = node.withContext ? compileScope(site) : undefined;
  const stretch = stretchOf(site, node);
  const include = (frame: Frame): string => {
    const loaded = loadFirst(template(frame), frame, site, node.ignoreMissing);
    return loaded ? loaded.include(frame.run, scope?.(frame)) : '';
  };
  return located(site, node, (frame) => {
    const text = withCallSite(site, node, () => include(frame));
    frame.out += text;
    const { tracer } = frame.run;
    tracer?.rememberReturned(text, stretch);
    tracer?.print(frame, stretch, text);
  });
}

/** What a template that is included or imported with context sees: all that is in sight here. */
function compileScope(site: Site): (frame: Frame) => Scope {
  const visible = Array.from(site.symbols.visibleStores(), ([name, variable]) => ({
    name,
    slot: variable.slot,
    depth: depthOf(site, variable),
  }));
  return (frame) => {
    const locals = new Map<string, Value>();
    for (const { name, slot, depth } of visible) {
      const value = outerFrame(frame, depth).slots[slot];
      if (value !== undefined) locals.set(name, value);
    }
    return frame.context.scopeWith(locals);
  };
}

function load(name: Value, frame: Frame, site: Site): LoadedTemplate {
  if (typeof name !== 'string') throw typeError(`the name of a template must be str, not ${typeName(name)}`);
  return frame.run.host.load(name, site.source.file.path);
}

/** The first of several templates that is there. */
function loadFirst(
  name: Value,
  frame: Frame,
  site: Site,
  ignoreMissing: boolean,
): LoadedTemplate | undefined {
  const names = Array.isArray(name) ? name : name instanceof PyTuple ? name.values : [name];
  let missing: JinjaError | undefined;
  for (const candidate of names) {
    try {
      return load(candidate, frame, site);
    } catch (error) {
      if (!(error instanceof JinjaError) || error.kind !== 'TemplateNotFound') throw error;
      missing ??= error;
    }
  }
  if (ignoreMissing) return undefined;
  throw missing ?? new JinjaError('TemplateNotFound', 'none of the templates was found');
}
