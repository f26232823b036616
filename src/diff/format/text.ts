import pc from 'picocolors';
import type {
  BenchmarkDiff,
  FieldChange,
  Hunk,
  ItemName,
  ItemsDiff,
  PlatformsDiff,
  ProfileSetting,
  ProfilesDiff,
  WordPart,
} from '../model.js';

type Colors = ReturnType<typeof pc.createColors>;

/**
 * The difference for a terminal: a summary, then each section that has something to say.
 *
 * Without colours, words that went stand in `[-…-]` and words that came in `{+…+}`, as `git diff --word-diff`
 * writes them.
 */
export function formatText(diff: BenchmarkDiff, color: boolean): string {
  const c = pc.createColors(color);
  const writer = new Writer(c);
  writer.head(diff);
  writer.fields('Benchmark', diff.benchmark);
  writer.items('Rules', diff.rules);
  writer.items('Groups', diff.groups);
  writer.items('Values', diff.values);
  writer.profiles(diff.profiles);
  writer.platforms(diff.platforms);
  return `${writer.lines.map((line) => printable(line, color)).join('\n')}\n`;
}

/** Text of a file that somebody else built must not talk to the terminal; colours are ours. */
const printable = (line: string, color: boolean): string => {
  const control = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;
  return line.replace(control, (char, offset: number) =>
    color && char === '\u001b' && /^\[[0-9;]*m/.test(line.slice(offset + 1, offset + 8)) ? char : '\u00b7',
  );
};

class Writer {
  readonly lines: string[] = [];
  readonly #c: Colors;

  constructor(colors: Colors) {
    this.#c = colors;
  }

  head({ a, b, rules, groups, values, profiles }: BenchmarkDiff): void {
    const c = this.#c;
    for (const [mark, side] of [
      ['-', a],
      ['+', b],
    ] as const) {
      const { items } = side;
      const counts = `${items.rules} rules, ${items.groups} groups, ${items.values} values`;
      this.lines.push(
        `${this.#mark(mark)} ${c.bold(side.title)} ${side.version}  ${c.dim(`${side.id}: ${counts}`)}`,
      );
    }
    this.lines.push('');
    for (const [name, part] of [
      ['rules', rules],
      ['groups', groups],
      ['values', values],
      ['profiles', profiles],
    ] as const) {
      const moved = 'moved' in part ? `, ${part.moved.length} moved` : '';
      const summary = `${part.added.length} added, ${part.removed.length} removed, ${part.changed.length} changed${moved}`;
      this.lines.push(`${`${name}:`.padEnd(10)}${summary}`);
    }
  }

  fields(title: string, fields: readonly FieldChange[]): void {
    if (fields.length === 0) return;
    this.#section(title);
    for (const field of fields) this.#field(field, 1);
  }

  items(title: string, { added, removed, moved, changed }: ItemsDiff): void {
    if (added.length + removed.length + moved.length + changed.length === 0) return;
    this.#section(title);
    this.#names(added, removed);
    for (const { name, from, to } of moved) {
      this.lines.push(`  ${this.#c.yellow('→')} ${name}: from ${from || 'the top'} to ${to || 'the top'}`);
    }
    for (const { name, title: text, fields } of changed) {
      this.#changed(name, text);
      for (const field of fields) this.#field(field, 3);
    }
  }

  profiles({ added, removed, changed }: ProfilesDiff): void {
    if (added.length + removed.length + changed.length === 0) return;
    this.#section('Profiles');
    this.#names(added, removed);
    for (const { name, title, fields, selected, unselected, values, refinements } of changed) {
      this.#changed(name, title);
      for (const field of fields) this.#field(field, 3);
      for (const rule of selected) this.lines.push(`      ${this.#mark('+')} selects ${rule}`);
      for (const rule of unselected) this.lines.push(`      ${this.#mark('-')} selects ${rule}`);
      for (const setting of [...values, ...refinements]) this.#setting(setting);
    }
  }

  platforms({ added, removed, changed }: PlatformsDiff): void {
    if (added.length + removed.length + changed.length === 0) return;
    this.#section('Platforms');
    for (const id of added) this.lines.push(`  ${this.#mark('+')} ${id}`);
    for (const id of removed) this.lines.push(`  ${this.#mark('-')} ${id}`);
    for (const change of changed) this.#field(change, 1);
  }

  #section(title: string): void {
    this.lines.push('', this.#c.bold(this.#c.underline(title)));
  }

  #names(added: readonly ItemName[], removed: readonly ItemName[]): void {
    for (const [mark, list] of [
      ['+', added],
      ['-', removed],
    ] as const) {
      for (const { name, title, severity } of list) {
        const about = severity === undefined ? title : `${title} (${severity})`;
        this.lines.push(`  ${this.#mark(mark)} ${name}  ${this.#c.dim(about)}`);
      }
    }
  }

  #changed(name: string, title: string): void {
    this.lines.push(`  ${this.#c.cyan('~')} ${this.#c.bold(name)}  ${this.#c.dim(title)}`);
  }

  #setting({ name, old, new: now }: ProfileSetting): void {
    this.lines.push(`      ${name}: ${this.#fromTo(old, now)}`);
  }

  #field(change: FieldChange, depth: number): void {
    const indent = '  '.repeat(depth);
    const label = `${indent}${change.field}:`;
    switch (change.kind) {
      case 'value':
        this.lines.push(`${label} ${this.#fromTo(change.old, change.new)}`);
        return;
      case 'text':
        this.lines.push(
          label,
          ...this.#words(change.words)
            .split('\n')
            .map((line) => `${indent}  ${line}`),
        );
        return;
      case 'list':
        this.lines.push(label);
        for (const each of change.added) this.lines.push(`${indent}  ${this.#mark('+')} ${each}`);
        for (const each of change.removed) this.lines.push(`${indent}  ${this.#mark('-')} ${each}`);
        return;
      case 'lines':
        this.lines.push(change.change === 'changed' ? label : `${label} ${change.change}`);
        for (const hunk of change.hunks) this.#hunk(hunk, `${indent}  `);
        return;
    }
  }

  #hunk({ oldStart, newStart, lines }: Hunk, indent: string): void {
    this.lines.push(`${indent}${this.#c.dim(`@@ line ${oldStart}, now ${newStart}`)}`);
    for (const { kind, text } of lines) {
      if (kind === 'same') this.lines.push(`${indent}  ${text}`);
      else {
        const mark = kind === 'added' ? '+' : '-';
        this.lines.push(`${indent}${this.#paint(kind, `${mark} ${text}`)}`);
      }
    }
  }

  /** Word parts, with a long stretch that stayed cut to its ends. */
  #words(parts: readonly WordPart[]): string {
    return parts
      .map(({ kind, text }, index) => {
        if (kind === 'same') return shortened(text, index > 0, index < parts.length - 1);
        const marked = kind === 'added' ? `{+${text}+}` : `[-${text}-]`;
        return this.#paint(kind, marked);
      })
      .join('');
  }

  #fromTo(old: string | undefined, now: string | undefined): string {
    const c = this.#c;
    if (old === undefined) return `${c.green(now ?? '')} (new)`;
    if (now === undefined) return `${c.red(old)} (gone)`;
    return `${c.red(old)} → ${c.green(now)}`;
  }

  #mark = (mark: '+' | '-'): string => (mark === '+' ? this.#c.green('+') : this.#c.red('-'));

  #paint = (kind: 'added' | 'removed', text: string): string =>
    kind === 'added' ? this.#c.green(text) : this.#c.red(text);
}

const around = 60;

function shortened(text: string, afterChange: boolean, beforeChange: boolean): string {
  const kept = (afterChange ? around : 0) + (beforeChange ? around : 0);
  if (text.length <= kept + 10) return text;
  const start = afterChange ? text.slice(0, around) : '';
  const end = beforeChange ? text.slice(-around) : '';
  return `${start}…${end}`;
}
