import type { Rule } from '../model/benchmark.js';
import type { Remediation } from '../model/remediation.js';
import { changes, linesChange, valueChange } from './fields.js';
import type { FieldChange } from './model.js';

/** Remediations of one system are compared in their order; a rule seldom has two. */
export function remediationChanges(a: Rule, b: Rule, nameA: Name, nameB: Name): FieldChange[] {
  const [before, after] = [byKey(a.remediations), byKey(b.remediations)];
  const keys = new Set([...before.keys(), ...after.keys()]);
  return [...keys].flatMap((key) => {
    const [old, now] = [before.get(key), after.get(key)];
    const script = linesChange(
      `remediation ${key}`,
      old && scriptOf(old, nameA),
      now && scriptOf(now, nameB),
    );
    if (!old || !now) return changes(script);
    return changes(
      script,
      valueChange(`remediation ${key}: reboot`, old.reboot, now.reboot),
      valueChange(`remediation ${key}: strategy`, old.strategy, now.strategy),
      valueChange(`remediation ${key}: complexity`, old.complexity, now.complexity),
      valueChange(`remediation ${key}: disruption`, old.disruption, now.disruption),
      valueChange(`remediation ${key}: platform`, old.platform, now.platform),
    );
  });
}

type Name = (id: string) => string;

function byKey(remediations: readonly Remediation[]): Map<string, Remediation> {
  const found = new Map<string, Remediation>();
  for (const remediation of remediations) {
    const { language, system } = remediation;
    const name = language === 'other' ? system || 'without a system' : language;
    let key = name;
    for (let count = 2; found.has(key); count++) key = `${name} ${count}`;
    found.set(key, remediation);
  }
  return found;
}

const scriptOf = ({ parts }: Remediation, nameOf: Name): string =>
  parts.map((part) => (typeof part === 'string' ? part : `{${nameOf(part.value)}}`)).join('');
