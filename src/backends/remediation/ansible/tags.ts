import type { Rule } from '../../../model/benchmark.js';
import type { Remediation } from '../../../model/remediation.js';

/** What `--tags` and `--skip-tags` can choose a rule by: its name and identifiers, and what it does. */
export function ruleTags(rule: Rule, fix: Remediation): string[] {
  return [
    rule.name,
    ...rule.identifiers.map(({ value }) => value),
    `${rule.severity}_severity`,
    ...(fix.strategy === undefined ? [] : [`${fix.strategy}_strategy`]),
    ...(fix.complexity === undefined ? [] : [`${fix.complexity}_complexity`]),
    ...(fix.disruption === undefined ? [] : [`${fix.disruption}_disruption`]),
    ...(fix.reboot === undefined ? [] : [fix.reboot ? 'reboot_required' : 'no_reboot_needed']),
  ];
}
