import { readFileSync } from 'node:fs';
import Handlebars from 'handlebars';
import { installed } from '../../source/installation.js';
import type {
  BenchmarkDiff,
  FieldChange,
  ItemName,
  ItemsDiff,
  ProfileChange,
  ProfilesDiff,
} from '../model.js';

const folder = installed('templates/diff/');

let render: ((data: unknown) => string) | undefined;

/** The difference as one page: no script, no other file, light and dark, readable in print. */
export function formatHtml(diff: BenchmarkDiff): string {
  render ??= compiled();
  return render({
    style: source('style.css'),
    title: `Differences: ${sameTitle(diff)}`,
    sides: [
      { name: 'Before', side: diff.a },
      { name: 'After', side: diff.b },
    ],
    sections: sectionsOf(diff),
  });
}

const source = (name: string): string => readFileSync(new URL(name, folder), 'utf8');

function compiled(): (data: unknown) => string {
  const engine = Handlebars.create();
  engine.registerPartial('fields', source('fields.hbs'));
  return engine.compile(source('page.hbs'), { knownHelpersOnly: true, preventIndent: true });
}

const sameTitle = ({ a, b }: BenchmarkDiff): string =>
  a.title === b.title ? `${a.title}, ${a.version} and ${b.version}` : `${a.title} and ${b.title}`;

interface Section {
  readonly anchor: string;
  readonly title: string;
  readonly summary: string;
  readonly fields?: readonly FieldView[];
  readonly lists?: readonly ListView[];
  readonly changed?: readonly ChangeView[];
  readonly count?: number;
}

interface ListView {
  readonly title: string;
  readonly class: string;
  readonly count: number;
  readonly entries: readonly { readonly name: string; readonly title: string; readonly note?: string }[];
}

interface ChangeView {
  readonly anchor: string;
  readonly name: string;
  readonly title: string;
  readonly what: string;
  readonly fields: readonly FieldView[];
}

function sectionsOf(diff: BenchmarkDiff): Section[] {
  const { benchmark, rules, groups, values, profiles, platforms } = diff;
  const sections: Section[] = [];
  if (benchmark.length > 0) {
    const summary = `${benchmark.length} changed`;
    sections.push({ anchor: 'benchmark', title: 'Benchmark', summary, fields: benchmark.map(fieldView) });
  }
  for (const [title, part] of [
    ['Rules', rules],
    ['Groups', groups],
    ['Values', values],
  ] as const) {
    sections.push(...itemsSection(title, part));
  }
  sections.push(...profilesSection(profiles));
  const platformCount = platforms.added.length + platforms.removed.length + platforms.changed.length;
  if (platformCount > 0) {
    const named = (ids: readonly string[]) => ids.map((id) => ({ id, name: id, title: '' }));
    sections.push({
      anchor: 'platforms',
      title: 'Platforms',
      summary: summaryOf(platforms),
      lists: [
        ...list('Added', 'added', named(platforms.added)),
        ...list('Removed', 'removed', named(platforms.removed)),
      ],
      fields: platforms.changed.map(fieldView),
    });
  }
  return sections;
}

const summaryOf = (part: {
  added: readonly unknown[];
  removed: readonly unknown[];
  changed: readonly unknown[];
}): string => `${part.added.length} added, ${part.removed.length} removed, ${part.changed.length} changed`;

function itemsSection(title: string, items: ItemsDiff): Section[] {
  const { added, removed, moved, changed } = items;
  if (added.length + removed.length + moved.length + changed.length === 0) return [];
  const anchor = title.toLowerCase();
  const moves = moved.map((item) => ({
    ...item,
    note: `from ${item.from || 'the top'} to ${item.to || 'the top'}`,
  }));
  const movedList: ListView[] =
    moves.length === 0 ? [] : [{ title: 'Moved', class: 'moved', count: moves.length, entries: moves }];
  return [
    {
      anchor,
      title,
      summary: `${summaryOf(items)}, ${moved.length} moved`,
      lists: [...list('Added', 'added', added), ...list('Removed', 'removed', removed), ...movedList],
      count: changed.length,
      changed: changed.map(({ name, title: text, fields }) => changeView(anchor, name, text, fields)),
    },
  ];
}

function profilesSection(profiles: ProfilesDiff): Section[] {
  const { added, removed, changed } = profiles;
  if (added.length + removed.length + changed.length === 0) return [];
  return [
    {
      anchor: 'profiles',
      title: 'Profiles',
      summary: summaryOf(profiles),
      lists: [...list('Added', 'added', added), ...list('Removed', 'removed', removed)],
      count: changed.length,
      changed: changed.map((profile) =>
        changeView('profiles', profile.name, profile.title, profileFields(profile)),
      ),
    },
  ];
}

function list(title: string, kind: string, items: readonly ItemName[]): ListView[] {
  if (items.length === 0) return [];
  const entries = items.map(({ name, title: text, severity }) => ({
    name,
    title: text,
    ...(severity === undefined ? {} : { note: severity }),
  }));
  return [{ title, class: kind, count: items.length, entries }];
}

/** What a profile selects and sets, in the form of the fields that every item has. */
function profileFields({ fields, selected, unselected, values, refinements }: ProfileChange): FieldChange[] {
  const rules: FieldChange[] =
    selected.length + unselected.length === 0
      ? []
      : [{ kind: 'list', field: 'selected rules', added: selected, removed: unselected }];
  const settings = [...values, ...refinements].map(
    ({ name, ...sides }): FieldChange => ({ kind: 'value', field: name, ...sides }),
  );
  return [...fields, ...rules, ...settings];
}

function changeView(
  section: string,
  name: string,
  title: string,
  fields: readonly FieldChange[],
): ChangeView {
  return {
    anchor: `${section}-${name}`,
    name,
    title,
    what: fields.map(({ field }) => field).join(', '),
    fields: fields.map(fieldView),
  };
}

interface FieldView {
  readonly field: string;
  readonly [detail: string]: unknown;
}

function fieldView(change: FieldChange): FieldView {
  const { field } = change;
  switch (change.kind) {
    case 'value':
      return {
        field,
        isValue: true,
        hasOld: change.old !== undefined,
        hasNew: change.new !== undefined,
        old: change.old,
        new: change.new,
      };
    case 'text':
      return {
        field,
        words: change.words.map(({ kind, text }) => ({
          text,
          added: kind === 'added',
          removed: kind === 'removed',
        })),
      };
    case 'list': {
      const added = change.added.map((text) => ({ text, added: true }));
      return { field, entries: [...added, ...change.removed.map((text) => ({ text, added: false }))] };
    }
    case 'lines':
      return {
        field: change.change === 'changed' ? field : `${field}: ${change.change}`,
        hunks: change.hunks.map(({ oldStart, newStart, lines }) => ({
          label: `${field}, line ${oldStart} before, line ${newStart} after`,
          lines: lines.map(({ kind, text }) => ({ kind, text, mark: marks[kind] })),
        })),
      };
  }
}

const marks = { same: ' ', added: '+', removed: '-' } as const;
