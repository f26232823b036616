import type { RuleSource } from '../../../model/content.js';
import type { OvalItem, OvalLibrary } from '../../../model/oval.js';
import { referencesOf } from '../../../model/oval-references.js';
import type { RichText } from '../../../model/text.js';
import { valuesIn } from '../../../model/text-values.js';

/** Names of the Values that rules use: those that their checks read, and those that their texts and fixes tell. */
export class ValueUses {
  readonly #external = new Map<OvalItem, ReadonlySet<string>>();

  constructor(
    readonly oval: OvalLibrary,
    readonly valuePrefix: string,
  ) {}

  of(rule: RuleSource): Set<string> {
    const used = new Set<string>();
    const definition = rule.definition && this.oval.definition.get(rule.definition.value);
    if (definition) for (const name of this.#externalsOf(definition)) used.add(name);
    for (const { exports } of rule.otherChecks) for (const { value } of exports) used.add(this.#name(value));
    const texts = [rule.title, rule.description, rule.rationale, ...rule.warnings.map(({ text }) => text)];
    for (const text of texts) {
      for (const id of valuesIn(text)) used.add(this.#name(id));
      addGoTemplateNames(wordsOf(text), used);
    }
    for (const { parts } of rule.remediations) {
      for (const part of parts) {
        if (typeof part === 'string') addGoTemplateNames(part, used);
        else used.add(this.#name(part.value));
      }
    }
    return used;
  }

  #name(id: string): string {
    return id.startsWith(this.valuePrefix) ? id.slice(this.valuePrefix.length) : id;
  }

  /** External variables that a definition reaches; items that reach each other in a circle stop there. */
  #externalsOf(item: OvalItem): ReadonlySet<string> {
    const known = this.#external.get(item);
    if (known) return known;
    const found = new Set<string>();
    this.#external.set(item, found);
    if (item.kind === 'variable' && /(?:^|:)external_variable$/.test(item.element.name)) found.add(item.id);
    for (const { kind, id } of referencesOf(item.element)) {
      const target = this.oval[kind].get(id);
      if (target) for (const name of this.#externalsOf(target)) found.add(name);
    }
    return found;
  }
}

/** Values also stand in Go templates, which the operator of a cluster fills in: `{{.var_timeout}}`. */
function addGoTemplateNames(text: string, used: Set<string>): void {
  if (!text.includes('{{')) return;
  for (const [, inside] of text.matchAll(/\{\{(.*?)\}\}/g)) {
    for (const [, name] of (inside as string).matchAll(/\.([a-zA-Z0-9_]+)/g)) used.add(name as string);
  }
}

function wordsOf(text: RichText): string {
  let out = '';
  const visit = (nodes: RichText['children']): void => {
    for (const node of nodes) {
      if (node.type === 'text') out += node.value;
      else if (node.type === 'element') visit(node.children);
    }
  };
  visit(text.children);
  return out;
}
