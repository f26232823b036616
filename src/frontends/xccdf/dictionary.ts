import type { Fact } from '../../model/platform.js';
import type { PlacedElement } from '../../xml/nodes.js';
import { ovalSystem } from './namespaces.js';
import type { FactCheck } from './platform.js';
import { all, first, present } from './scope.js';
import { words } from './text.js';

/** The facts of a CPE dictionary (NIST IR 7697), by their CPE names, and the definitions that decide them. */
export function readDictionary(list: PlacedElement): { facts: Map<string, Fact>; checks: FactCheck[] } {
  const facts = new Map<string, Fact>();
  const checks: FactCheck[] = [];
  for (const item of all(list, 'cpe-dict:cpe-item')) {
    const cpe = item.attributes['name'] ?? '';
    const check = all(item, 'cpe-dict:check').find(({ attributes }) => attributes['system'] === ovalSystem);
    const definition = check && words(check);
    if (check && definition) checks.push({ definition, href: check.attributes['href'] ?? '' });
    const title = words(first(item, 'cpe-dict:title')) || cpe;
    facts.set(cpe, { id: cpe, cpe, title, ...present({ definition }) });
  }
  return { facts, checks };
}
