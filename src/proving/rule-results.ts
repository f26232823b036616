import type { Element } from 'xast';
import { parseXml } from '../xml/parse.js';

/** The results that XCCDF 1.2 (NIST IR 7275r4, table 26) knows. */
export type RuleOutcome =
  | 'pass'
  | 'fail'
  | 'error'
  | 'unknown'
  | 'notapplicable'
  | 'notchecked'
  | 'notselected'
  | 'informational'
  | 'fixed';

export interface RuleResult {
  /** Full id of the rule. */
  readonly rule: string;
  readonly result: RuleOutcome;
  /** What the scanner said about this rule: why a check gave an error, as a rule. */
  readonly messages: readonly string[];
}

/**
 * Reads the results of the rules from what `oscap` wrote: XCCDF or ARF.
 *
 * @returns the results in document order, or a sentence that says what is wrong with the file
 */
export function readRuleResults(xml: string): readonly RuleResult[] | string {
  const parsed = parseXml(xml);
  if ('errors' in parsed) return `oscap's result file is not well-formed: ${parsed.errors[0].message}`;
  const testResult = find(parsed.element, 'TestResult');
  if (!testResult) return "There is no TestResult in oscap's result file.";
  return childrenOf(testResult, 'rule-result').map(ruleResult);
}

/** Reads what `oscap xccdf eval --progress` prints: a line `ID:RESULT` for each rule that it evaluated. */
export const readProgress = (output: string): readonly RuleResult[] =>
  output.split('\n').flatMap((line) => {
    const [, rule, result] = /^(\S+):([a-z]+)$/.exec(line) ?? [];
    return rule && result ? [{ rule, result: result as RuleOutcome, messages: [] }] : [];
  });

function ruleResult(element: Element): RuleResult {
  const [result] = childrenOf(element, 'result');
  return {
    rule: element.attributes.idref ?? '',
    result: (result ? textOf(result) : 'unknown') as RuleOutcome,
    messages: childrenOf(element, 'message').map(textOf),
  };
}

/** The first element of that local name, in document order. */
function find(element: Element, name: string): Element | undefined {
  if (localName(element) === name) return element;
  for (const child of element.children) {
    const found = child.type === 'element' ? find(child, name) : undefined;
    if (found) return found;
  }
  return undefined;
}

function childrenOf(element: Element, name: string): Element[] {
  return element.children.filter(
    (child): child is Element => child.type === 'element' && localName(child) === name,
  );
}

function textOf(element: Element): string {
  return element.children
    .map((child) => (child.type === 'text' ? child.value : ''))
    .join('')
    .trim();
}

function localName(element: Element): string {
  return element.name.slice(element.name.indexOf(':') + 1);
}
