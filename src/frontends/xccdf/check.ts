import type { RichText } from '../../model/text.js';
import type { PlacedElement } from '../../xml/nodes.js';
import { complexCheck } from './messages.js';
import { paragraphs } from './prose.js';
import { all, first, flag, placeOf, type Scope } from './scope.js';
import { richText } from './text.js';

/** An XCCDF `check` as it stands in the document, before its content is looked for. */
export interface CheckSource {
  readonly system: string;
  readonly selector?: string;
  readonly negate: boolean;
  readonly multiCheck?: boolean;
  readonly exports: readonly { readonly value: string; readonly variable: string; readonly offset: number }[];
  /** Where its content lies; of several the first that is there is used (NIST IR 7275r4, 6.4.4.4). */
  readonly contents: readonly { readonly href: string; readonly name?: string; readonly offset: number }[];
  /** What stands in the rule itself: `check-content`. */
  readonly inline?: RichText;
  readonly offset: number;
}

/** All checks of a rule; those of complex checks one after the other. */
export function checksOf(rule: PlacedElement, scope: Scope): CheckSource[] {
  const checks = all(rule, 'xccdf:check').map((check) => checkOf(check, scope));
  const walk = (complex: PlacedElement): void => {
    for (const child of complex.children) {
      if (child.type !== 'element') continue;
      if (child.name === 'xccdf:check') checks.push(checkOf(child, scope));
      else if (child.name === 'xccdf:complex-check') walk(child);
    }
  };
  for (const complex of all(rule, 'xccdf:complex-check')) {
    scope.report(complexCheck(placeOf(scope, complex.offset)));
    walk(complex);
  }
  return checks;
}

function checkOf(element: PlacedElement, scope: Scope): CheckSource {
  const { system = '', selector, negate, 'multi-check': multiCheck } = element.attributes;
  const inline = first(element, 'xccdf:check-content');
  return {
    system,
    ...(selector ? { selector } : {}),
    negate: flag(negate, false),
    ...(multiCheck === undefined ? {} : { multiCheck: flag(multiCheck, false) }),
    exports: all(element, 'xccdf:check-export').map(({ attributes, offset }) => ({
      value: attributes['value-id'] ?? '',
      variable: attributes['export-name'] ?? '',
      offset,
    })),
    contents: all(element, 'xccdf:check-content-ref').map(({ attributes, offset }) => ({
      href: attributes['href'] ?? '',
      ...(attributes['name'] === undefined ? {} : { name: attributes['name'] }),
      offset,
    })),
    ...(inline ? { inline: paragraphs(richText(inline, scope), 'kept') } : {}),
    offset: element.offset,
  };
}
