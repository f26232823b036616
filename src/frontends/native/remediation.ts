import type { Remediation, RemediationPart } from '../../model/remediation.js';
import { spanPlace } from '../../source/file.js';
import { splitTokens } from './expand/tokens.js';
import { badHeader, emptyRemediation, unknownHeader } from './messages.js';
import { itemId, type Scope } from './scope.js';
import type { ExpandedFile } from './source-text.js';

export type NativeLanguage = 'bash' | 'ansible';

const systems: Readonly<Record<NativeLanguage, string>> = {
  bash: 'urn:xccdf:fix:script:sh',
  ansible: 'urn:xccdf:fix:script:ansible',
};

const ratings = ['low', 'medium', 'high'] as const;

/** The header comments that a remediation may start with, and their words (NIST IR 7275r4, table 25). */
const headers: Readonly<Record<string, readonly string[]>> = {
  reboot: ['true', 'false'],
  strategy: [
    'unknown',
    'configure',
    'combination',
    'disable',
    'enable',
    'patch',
    'policy',
    'restrict',
    'update',
  ],
  complexity: ratings,
  disruption: ratings,
};

/** Makes a remediation of an expanded file: its header comments become attributes, the rest is the script. */
export function readRemediation(
  scope: Scope,
  language: NativeLanguage,
  rule: string,
  source: ExpandedFile,
): Remediation | undefined {
  const { found, end } = readHeader(scope, source);
  const script = source.file.text.slice(end);
  if (script.replace(/^\s*#.*$/gm, '').trim() === '') {
    scope.report(emptyRemediation(spanPlace(source.file, 0, 0)));
    return undefined;
  }
  const place = language === 'bash' ? 'shell-word' : 'yaml-scalar';
  const parts = splitTokens(script, source.expanded.tokens).map((part): RemediationPart => {
    if (typeof part === 'string') return part;
    return part.kind === 'text'
      ? part.text
      : { value: itemId(scope, 'value', part.name), place, origin: source.placeOf(...part.source) };
  });
  const { reboot, ...rest } = found;
  return {
    language,
    system: systems[language],
    id: rule,
    parts,
    ...(reboot === undefined ? {} : { reboot: reboot === 'true' }),
    ...rest,
  };
}

function readHeader(scope: Scope, { file }: ExpandedFile): { found: Record<string, string>; end: number } {
  const found: Record<string, string> = {};
  let end = 0;
  const line = /# *([a-z_]+) *= *(.*?) *(?:\n|$)/y;
  for (let match = line.exec(file.text); match; match = line.exec(file.text)) {
    const [, key = '', value = ''] = match;
    const place = spanPlace(file, end, end + match[0].trimEnd().length);
    const allowed = headers[key];
    if (!allowed) scope.report(unknownHeader(place, key, Object.keys(headers)));
    else if (!allowed.includes(value)) scope.report(badHeader(place, key, value, allowed));
    else found[key] = value;
    end = line.lastIndex;
  }
  while (file.text.charAt(end) === '\n') end++;
  return { found, end };
}
