import type { Group, Rule, Value } from '../model/benchmark.js';
import { describeChecks } from './check.js';
import { changes, linesChange, listChange, textChange, valueChange } from './fields.js';
import type { FieldChange, ItemChange, ItemMove, ItemsDiff } from './model.js';
import { type Pairs, pair } from './pairs.js';
import { remediationChanges } from './remediation.js';
import { itemName, type Looked, platformNames, referenceNames } from './side.js';

/** Fields that the items of one kind have of their own. */
type Compare<T> = (old: T, now: T, a: Looked, b: Looked) => FieldChange[];

export function diffRules(a: Looked, b: Looked): ItemsDiff {
  const rules = ({ items }: Looked) => items.filter((item): item is Rule => item.kind === 'rule');
  return diffItems(pair(rules(a), rules(b)), a, b, ruleChanges);
}

export function diffGroups(a: Looked, b: Looked): ItemsDiff {
  const groups = ({ items }: Looked) => items.filter((item): item is Group => item.kind === 'group');
  return diffItems(pair(groups(a), groups(b)), a, b, groupChanges);
}

export function diffValues(a: Looked, b: Looked): ItemsDiff {
  const values = ({ items }: Looked) => items.filter((item): item is Value => item.kind === 'value');
  return diffItems(pair(values(a), values(b)), a, b, valueChanges);
}

function diffItems<T extends Group | Rule | Value>(
  { both, onlyA, onlyB }: Pairs<T>,
  a: Looked,
  b: Looked,
  compare: Compare<T>,
): ItemsDiff {
  const moved: ItemMove[] = [];
  const changed: ItemChange[] = [];
  for (const [old, now] of both) {
    const [from, to] = [a.parentOf(old), b.parentOf(now)];
    if (from !== to) moved.push({ ...itemName(now, b), from, to });
    const fields = [...commonChanges(old, now, a, b), ...compare(old, now, a, b)];
    if (fields.length > 0) changed.push({ ...itemName(now, b), fields });
  }
  return {
    added: onlyB.map((item) => itemName(item, b)),
    removed: onlyA.map((item) => itemName(item, a)),
    moved,
    changed,
  };
}

const commonChanges: Compare<Group | Rule | Value> = (old, now, a, b) => {
  const warnings = ({ warnings: list }: Group | Rule | Value, side: Looked): string =>
    list.map(({ category, text }) => `${category}: ${side.textOf(text)}`).join('\n');
  return changes(
    valueChange('id', old.id, now.id),
    textChange('title', a.textOf(old.title), b.textOf(now.title)),
    textChange('description', a.textOf(old.description), b.textOf(now.description)),
    textChange('warnings', warnings(old, a), warnings(now, b)),
  );
};

const checklistChanges: Compare<Group | Rule> = (old, now, a, b) =>
  changes(
    textChange('rationale', a.textOf(old.rationale), b.textOf(now.rationale)),
    valueChange('selected', old.selected, now.selected),
    listChange('platforms', platformNames(old.platforms), platformNames(now.platforms)),
    listChange('requires', old.requires.map(a.nameOf), now.requires.map(b.nameOf)),
    listChange('conflicts', old.conflicts.map(a.nameOf), now.conflicts.map(b.nameOf)),
    listChange('references', referenceNames(old.references, a), referenceNames(now.references, b)),
  );

const groupChanges: Compare<Group> = checklistChanges;

const ruleChanges: Compare<Rule> = (old, now, a, b) => {
  const identifiers = (rule: Rule) => rule.identifiers.map(({ value }) => value);
  const fixText = ({ fixText: text }: Rule, side: Looked) => (text ? side.textOf(text) : '');
  const question = ({ ocil }: Rule, side: Looked) => (ocil ? side.textOf(ocil.question) : '');
  return [
    ...changes(
      valueChange('severity', old.severity, now.severity),
      valueChange('role', old.role, now.role),
      valueChange('weight', old.weight, now.weight),
      listChange('identifiers', identifiers(old), identifiers(now)),
    ),
    ...checklistChanges(old, now, a, b),
    ...changes(
      linesChange(
        'check',
        describeChecks(old, a.benchmark, a.nameOf),
        describeChecks(now, b.benchmark, b.nameOf),
      ),
      textChange('manual check', question(old, a), question(now, b)),
      textChange('manual check: finding', old.ocil?.clause ?? '', now.ocil?.clause ?? ''),
      textChange('how to repair', fixText(old, a), fixText(now, b)),
    ),
    ...remediationChanges(old, now, a.nameOf, b.nameOf),
  ];
};

const valueChanges: Compare<Value> = (old, now) => {
  const options = (value: Value) =>
    new Map(value.options.map((option) => [option.selector ?? '', option.value]));
  const [before, after] = [options(old), options(now)];
  const selectors = new Set([...before.keys(), ...after.keys()]);
  const optionChanges = [...selectors].map((selector) =>
    valueChange(
      selector === '' ? 'default' : `option ${selector}`,
      before.get(selector),
      after.get(selector),
    ),
  );
  return changes(
    valueChange('type', old.type, now.type),
    valueChange('operator', old.operator, now.operator),
    valueChange('interactive', old.interactive, now.interactive),
    ...optionChanges,
  );
};
