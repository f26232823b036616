import type { Report } from '../diagnostics/diagnostic.js';
import type { GuardWording } from '../model/content.js';
import type { Remediation, RemediationPart } from '../model/remediation.js';
import { type Place, spanPlace } from '../source/file.js';
import { loadYaml, type YamlResult } from '../source/load-yaml.js';
import { nullType, scalarType, YamlTypes } from '../source/yaml-types.js';
import { bool11, float11, int11, merge11 } from '../source/yaml11-types.js';
import type { Conditions } from './guards.js';
import { ansibleNotTasks, ansibleSyntax } from './messages.js';
import { PlainScalar, writeYaml } from './yaml-writer.js';

/** YAML 1.1, as Ansible reads it; dates stay text, a fraction keeps its point. */
const types = new YamlTypes(
  [nullType, bool11, int11, float11((value) => new PlainScalar(String(value))), merge11],
  // Text that Ansible must not run as a template keeps its tag.
  [scalarType('!unsafe', (text) => new PlainScalar(`!unsafe ${JSON.stringify(text)}`))],
);

const load = (text: string): YamlResult => loadYaml(text, { types, json: true, unindented: true });

type Task = Record<string, unknown>;

/** Stands for a value reference inside YAML: a word of characters that no author writes. */
const marked = /\ue000(\d+)\ue001/;
const mark = (index: number): string => `\ue000${index}\ue001`;

/** Gathers what conditions on `ansible_facts.packages` look at. */
const packageFactsTask = ({ packageFacts: { name, module, manager } }: GuardWording): Task => ({
  name,
  [module]: { manager },
});
const packageCondition = 'ansible_facts.packages';

/**
 * A list of Ansible tasks with `when`, tags and the package facts that they need. Tasks that promote a Value to
 * a variable (`set_fact` of one value reference) always run and keep the exact form that OpenSCAP looks for.
 */
export function guardTasks(
  remediation: Remediation,
  conditions: Conditions,
  wording: GuardWording,
  tags: readonly string[],
  report: Report,
): Remediation {
  const references = remediation.parts.filter((part) => typeof part !== 'string');
  const items = readTasks(remediation, report);
  if (!items) return remediation;
  const tasks = items.filter((item): item is Task => isTask(item) && !promotes(item));
  for (const task of tasks) addConditions(task, conditions);
  if (needsPackageFacts(tasks)) {
    const task = packageFactsTask(wording);
    items.unshift(task);
    tasks.push(task);
  }
  const all = [...headerTags(remediation), ...tags];
  const withoutOwn = [...all].sort(byCodePoint);
  for (const task of tasks) {
    const own = listOf(task.tags);
    task.tags = own.length === 0 ? withoutOwn : [...own, ...all].sort(byCodePoint);
  }
  return { ...remediation, parts: unmarked(writeItems(items, wording), references) };
}

function readTasks(remediation: Remediation, report: Report): unknown[] | undefined {
  let index = 0;
  const text = remediation.parts.map((part) => (typeof part === 'string' ? part : mark(index++))).join('');
  const name = remediation.id ?? '';
  const result = load(text);
  if (!('data' in result)) {
    report(ansibleSyntax(name, result.reason, errorPlace(remediation.origin)));
    return undefined;
  }
  const { data } = result;
  if (Array.isArray(data)) {
    if (/[^\s"']$/.test(text)) withoutLastBreak(data);
    return data;
  }
  report(ansibleNotTasks(name, remediation.origin));
  return undefined;
}

/** A block scalar that the text ends in has no line break to keep, though js-yaml gives it one. */
function withoutLastBreak(node: unknown[] | Task): void {
  const last = Object.keys(node).at(-1);
  if (last === undefined) return;
  const holder = node as Task;
  const value = holder[last];
  if (typeof value === 'string') holder[last] = value.replace(/\n$/, '');
  else if (Array.isArray(value) || isTask(value)) withoutLastBreak(value);
}

/** Where the YAML of the whole file breaks: the parts of a remediation have lost their offsets. */
function errorPlace(origin: Place | undefined): Place | undefined {
  if (!origin) return undefined;
  const result = load(origin.file.text);
  return 'data' in result ? origin : spanPlace(origin.file, result.position);
}

const isTask = (item: unknown): item is Task =>
  typeof item === 'object' && item !== null && !Array.isArray(item);

/** The variable and the mark of a task that promotes a Value. */
function promoted(item: Task): [variable: string, mark: string] | undefined {
  const fact = item.set_fact;
  if (!isTask(fact)) return undefined;
  const [entry, ...others] = Object.entries(fact);
  if (!entry || others.length > 0 || typeof entry[1] !== 'string') return undefined;
  return marked.exec(entry[1])?.[0] === entry[1] ? [entry[0], entry[1]] : undefined;
}

const promotes = (item: Task): boolean => promoted(item) !== undefined;

function addConditions(task: Task, { inherited, own }: Conditions): void {
  const gathers = 'package_facts' in task;
  const kept = (list: readonly string[]): readonly string[] =>
    gathers ? list.filter((condition) => !condition.includes(`in ${packageCondition}`)) : list;
  const any = kept(own).join(' or ');
  const when = [
    ...kept(inherited),
    // ComplianceAsCode writes the empty condition, which always holds, on a task that gathers the facts.
    ...(any !== '' || gathers ? [any] : []),
    ...conditionsIn(task),
  ];
  if (when.length > 1) task.when = when;
  else if (when[0]) task.when = when[0];
  else delete task.when;
}

const conditionsIn = (task: Task): unknown[] => listOf(task.when);

/** A key that holds one thing or a list of them. */
const listOf = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null || value === '' ? [] : [value];

const needsPackageFacts = (tasks: readonly Task[]): boolean =>
  !tasks.some((task) => 'package_facts' in task) &&
  tasks.some((task) => conditionsIn(task).some((condition) => String(condition).includes(packageCondition)));

/** The tags of a remediation's header: `low_complexity`, `no_reboot_needed`. */
function headerTags({ strategy, complexity, disruption, reboot }: Remediation): string[] {
  const tags: string[] = [];
  if (strategy !== undefined) tags.push(`${strategy}_strategy`);
  if (complexity !== undefined) tags.push(`${complexity}_complexity`);
  if (disruption !== undefined) tags.push(`${disruption}_disruption`);
  if (reboot !== undefined) tags.push(reboot ? 'reboot_required' : 'no_reboot_needed');
  return tags;
}

const byCodePoint = (a: unknown, b: unknown): number => {
  const x = String(a);
  const y = String(b);
  return x < y ? -1 : x > y ? 1 : 0;
};

/** A place in the list of tasks where a task that promotes a Value goes. */
const promotionItem = (index: number): string => `\ue002${index}\ue003`;

/** An empty line stands before each named task. */
function writeItems(items: readonly unknown[], { taskStyle }: GuardWording): string {
  const promotions: string[] = [];
  const forLint = taskStyle === 'ansible-lint';
  const rest = items.map((item) => {
    const promotion = isTask(item) ? promoted(item) : undefined;
    if (promotion) return promotionItem(promotions.push(writePromotion(...promotion)) - 1);
    return forLint && isTask(item) ? blockLast(item) : item;
  });
  let text = writeYaml(rest, { indentsLists: forLint }).replace(/\n+(\s*)- name/g, '\n\n$1- name');
  if (text.includes('...')) text = text.replace(/\n\s*\.\.\.\s*/g, '\n');
  if (promotions.length === 0) return text;
  return text.replace(/- \ue002(\d+)\ue003/g, (_, index: string) => promotions[Number(index)] ?? '');
}

/** What holds for a block is read before the block. */
function blockLast({ block, rescue, always, ...others }: Task): Task {
  const parts = Object.entries({ block, rescue, always }).filter(([, tasks]) => tasks !== undefined);
  return { ...others, ...Object.fromEntries(parts) };
}

/** OpenSCAP finds this task by its exact text, and puts the chosen value in. */
const writePromotion = (variable: string, value: string): string =>
  `- name: XCCDF Value ${variable} # promote to variable\n  set_fact:\n    ${variable}: !!str ${value}\n  tags:\n    - always`;

function unmarked(text: string, references: readonly RemediationPart[]): RemediationPart[] {
  return text
    .split(/\ue000(\d+)\ue001/)
    .map((piece, at) => (at % 2 === 0 ? piece : (references[Number(piece)] ?? '')))
    .filter((part) => part !== '');
}
