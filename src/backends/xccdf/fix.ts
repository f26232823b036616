import type { Element, ElementContent } from 'xast';
import type { Remediation, RemediationPart, ValuePlace } from '../../model/remediation.js';
import { element } from '../../xml/nodes.js';
import { subElement } from './text.js';

/** A script that repairs a system: `fix` (NIST IR 7275r4, 6.4.4.5). */
export const fixElement = (fix: Remediation): Element =>
  element(
    'fix',
    {
      system: fix.system,
      id: fix.id,
      reboot: fix.reboot?.toString(),
      strategy: fix.strategy,
      complexity: fix.complexity,
      disruption: fix.disruption,
      platform: fix.platform,
    },
    fix.parts.flatMap(partNodes),
  );

/** What stands around a value that a consumer of XCCDF puts in without any escaping. */
const quotes: Readonly<Record<ValuePlace, string>> = { verbatim: '', 'shell-word': "'", 'yaml-scalar': '"' };

function partNodes(part: RemediationPart): (ElementContent | string)[] {
  if (typeof part === 'string') return [part];
  const quote = quotes[part.place];
  const sub = subElement(part.value);
  return quote === '' ? [sub] : [quote, sub, quote];
}
