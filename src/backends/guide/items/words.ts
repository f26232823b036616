import type { RuleSeverity } from '../../../model/benchmark.js';
import type { AnyItem } from '../../../model/items.js';

const kinds: Readonly<Record<AnyItem['kind'], string>> = { group: 'Group', rule: 'Rule', value: 'Value' };

export const kindWord = ({ kind }: AnyItem): string => kinds[kind];

const severities: Readonly<Record<RuleSeverity, string>> = {
  unknown: 'Unknown Severity',
  info: 'Info Severity',
  low: 'Low Severity',
  medium: 'Medium Severity',
  high: 'High Severity',
};

export const severityWords = (severity: RuleSeverity): string => severities[severity];
