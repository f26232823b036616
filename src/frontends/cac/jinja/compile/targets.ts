import { JinjaError, valueError } from '../errors.js';
import type { Frame } from '../runtime/frame.js';
import { itemsOf, Namespace, type Value } from '../runtime/values.js';
import type { Target } from '../syntax/ast.js';
import { depthOf, outerFrame, type Site, slotOf, variableOf } from './site.js';

export type Store = (frame: Frame, value: Value) => void;

/** Makes a function that assigns to a target. */
export function compileTarget(target: Target, site: Site): Store {
  switch (target.kind) {
    case 'name': {
      const slot = slotOf(site, target.name);
      const { name } = target;
      if (!site.toplevel) {
        return (frame, value) => {
          frame.slots[slot] = value;
        };
      }
      return (frame, value) => {
        frame.slots[slot] = value;
        frame.context.set(name, value);
      };
    }
    case 'namespace-attribute':
      return compileNamespaceAttribute(target.name, target.attribute, site);
    case 'target-tuple':
      return compileTuple(target.items.map((item) => compileTarget(item, site)));
  }
}

function compileNamespaceAttribute(name: string, attribute: string, site: Site): Store {
  const variable = variableOf(site, name);
  const depth = depthOf(site, variable);
  return (frame, value) => {
    const namespace = outerFrame(frame, depth).slots[variable.slot];
    if (!(namespace instanceof Namespace)) {
      throw new JinjaError('TemplateRuntimeError', 'cannot assign attribute on non-namespace object');
    }
    namespace.set(attribute, value);
  };
}

function compileTuple(stores: readonly Store[]): Store {
  return (frame, value) => {
    const items = itemsOf(value, frame.run);
    if (items.length > stores.length) {
      throw valueError(`too many values to unpack (expected ${stores.length})`);
    }
    if (items.length < stores.length) {
      throw valueError(`not enough values to unpack (expected ${stores.length}, got ${items.length})`);
    }
    for (let i = 0; i < stores.length; i++) (stores[i] as Store)(frame, items[i] as Value);
  };
}
