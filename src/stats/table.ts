import type { Stats } from './stats.js';

/** For people: a column for each product. */
export function formatStats(stats: readonly Stats[]): string {
  const rows = rowsOf(stats);
  const widths = ['', ...stats.map(({ product }) => product)].map((title, i) =>
    Math.max(title.length, ...rows.map((row) => row[i]?.length ?? 0)),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, i) => (i === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[i] ?? 0)))
      .join('  ')
      .trimEnd();
  return `${[['', ...stats.map(({ product }) => product)], ...rows].map(line).join('\n')}\n`;
}

function rowsOf(stats: readonly Stats[]): string[][] {
  const row = (title: string, figure: (each: Stats) => number): string[] => [
    title,
    ...stats.map((each) => String(figure(each))),
  ];
  const catalogues = [...new Set(stats.flatMap((each) => Object.keys(each.catalogues)))];
  const title = (key: string): string =>
    stats.map((each) => each.catalogues[key]?.title).find((each) => each !== undefined) ?? key;
  return [
    row('groups', ({ groups }) => groups),
    row('values', ({ values }) => values),
    row('profiles', ({ profiles }) => profiles),
    row('rules', ({ rules }) => rules),
    row('  with a check', (each) => each.with.check),
    row('  with a Bash remediation', (each) => each.with.bash),
    row('  with an Ansible remediation', (each) => each.with.ansible),
    row('  with a manual check', (each) => each.with.ocil),
    row('  with scenarios', (each) => each.with.scenarios),
    ...(['high', 'medium', 'low', 'info', 'unknown'] as const)
      .filter((severity) => stats.some(({ severities }) => severities[severity] > 0))
      .map((severity) => row(`  of severity ${severity}`, ({ severities }) => severities[severity])),
    ...catalogues.map((key) => row(`  that name ${title(key)}`, (each) => each.catalogues[key]?.rules ?? 0)),
    ...catalogues.map((key) =>
      row(`requirements of ${title(key)}`, (each) => each.catalogues[key]?.requirements ?? 0),
    ),
    row('scenarios', ({ scenarios }) => scenarios),
  ];
}
