import type { Guide } from '../guide.js';
import { profileId, type Tailoring } from './model.js';

export const fileName = (tailoring: Tailoring): string => `${tailoring.name}-tailoring.xml`;

/** The command that scans with the exported file, its words quoted for a POSIX shell. */
export function oscapCommand(tailoring: Tailoring, guide: Guide): string {
  const words = [
    ...['oscap', 'xccdf', 'eval'],
    ...['--tailoring-file', fileName(tailoring)],
    ...['--profile', profileId(tailoring, guide)],
    ...['--results', 'results.xml', '--report', 'report.html'],
    guide.dataStream,
  ];
  return words.map(quoted).join(' ');
}

const quoted = (word: string): string =>
  /^[\w./:@%+=-]+$/.test(word) ? word : `'${word.replace(/'/g, "'\\''")}'`;
