import { keyPlace, valuePlace } from '../../../source/file.js';
import type { Environment } from '../environment.js';
import { referenceByControl, unknownReferenceType } from '../messages.js';
import type { References } from '../tree/references.js';
import type { RuleFile } from '../tree/rule-file.js';
import type { PolicyLibrary } from './library.js';

/** References that controls add to the rules that they select: the ids of those controls, by catalogue. */
export type ControlReferences = ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;

/** The references of every rule that some control of a referring policy selects. */
export function controlReferences(policies: PolicyLibrary, env: Environment): ControlReferences {
  const uris = env.product.properties.reference_uris as Readonly<Record<string, string>>;
  const out = new Map<string, Map<string, string[]>>();
  for (const { policy, referenceType } of policies.referring()) {
    if (!Object.hasOwn(uris, referenceType)) {
      env.report(
        unknownReferenceType(valuePlace(policy.file, ['reference_type']), referenceType, Object.keys(uris)),
      );
      continue;
    }
    for (const { id, selections } of policy.controls.values()) {
      for (const rule of selections.selected.keys()) {
        const references = out.get(rule) ?? new Map<string, string[]>();
        out.set(rule, references);
        const ids = references.get(referenceType);
        if (!ids) references.set(referenceType, [id]);
        else if (!ids.includes(id)) ids.push(id);
      }
    }
  }
  return out;
}

/** Adds them to a rule's own references; a catalogue that controls provide is not the rule's to write. */
export function addControlReferences(
  references: References,
  rule: RuleFile,
  fromControls: ControlReferences,
  { report }: Environment,
): void {
  for (const [type, ids] of fromControls.get(rule.id) ?? []) {
    if (references.has(type)) report(referenceByControl(keyPlace(rule.file, ['references', type]), type));
    else references.set(type, ids);
  }
}
