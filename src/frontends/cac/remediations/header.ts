/** What the first lines of a remediation say of it; the rest is the remediation itself. */
export interface RemediationFile {
  readonly metadata: Readonly<Partial<Record<MetadataKey, MetadataEntry>>>;
  readonly body: string;
}

export type MetadataKey = 'platform' | 'reboot' | 'strategy' | 'complexity' | 'disruption';

export interface MetadataEntry {
  readonly value: string;
  /** UTF-16 offsets of the value in the file. */
  readonly start: number;
  readonly end: number;
}

const keys: readonly string[] = ['platform', 'reboot', 'strategy', 'complexity', 'disruption'];

/**
 * Takes the metadata out of a remediation: comment lines `# key = value` with a known key and a single equals
 * sign, wherever they stand. Of a key that stands twice the last one counts.
 */
export function splitRemediation(text: string): RemediationFile {
  const metadata: Partial<Record<MetadataKey, MetadataEntry>> = {};
  const body: string[] = [];
  let at = 0;
  for (const line of linesOf(text)) {
    const entry = line.startsWith('#') ? metadataLine(line, at) : undefined;
    if (entry) metadata[entry.key] = entry;
    else if (!line.startsWith('# THIS FILE IS GENERATED')) body.push(line);
    at += line.length + (text.startsWith('\r\n', at + line.length) ? 2 : 1);
  }
  return { metadata, body: body.join('\n') };
}

/** Lines without their ends; what ends with a line break has no empty last line. */
function linesOf(text: string): string[] {
  const lines = text.includes('\r') ? text.split(/\r\n|\n|\r/) : text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

function metadataLine(line: string, at: number): (MetadataEntry & { key: MetadataKey }) | undefined {
  const equals = line.indexOf('=');
  if (equals < 0 || line.indexOf('=', equals + 1) >= 0) return undefined;
  const key = line.slice(0, equals).replace(/^#+/, '').trim();
  if (!keys.includes(key)) return undefined;
  const written = line.slice(equals + 1).replace(/#+$/, '');
  const value = written.trim();
  const start = at + equals + 1 + (written.length - written.trimStart().length);
  return { key: key as MetadataKey, value, start, end: start + value.length };
}
