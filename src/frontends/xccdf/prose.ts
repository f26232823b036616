import type { ElementContent, RootContent } from 'hast';
import { plainText, type RichText } from '../../model/text.js';

/** Whether a text has no markup, so that its line breaks are all the form that it has. */
const isPlain = ({ children }: RichText): boolean => children.every(({ type }) => type !== 'element');

/**
 * A text without markup as paragraphs, which blank lines part; other texts as they are.
 *
 * @param lines whether each line stands on its own, as commands do; otherwise lines are only where a generator broke them
 */
export function paragraphs(text: RichText, lines: 'kept' | 'flowing'): RichText {
  if (!isPlain(text) || !text.children.some((node) => node.type === 'text' && needsForm(node.value, lines)))
    return text;
  const blocks: ElementContent[][] = [[]];
  for (const node of text.children as ElementContent[]) {
    if (node.type !== 'text') {
      blocks.at(-1)?.push(node);
      continue;
    }
    for (const [at, part] of node.value.split(/\n[^\S\n]*\n\s*/).entries()) {
      if (at > 0) blocks.push([]);
      if (part !== '') blocks.at(-1)?.push(...(lines === 'kept' ? linesOf(part) : [textNode(part)]));
    }
  }
  const made = blocks.flatMap((block): RootContent[] => {
    const inside = trimmed(block);
    return inside.length === 0 ? [] : [element('p', inside)];
  });
  // White space stays between them, for whoever takes the words alone.
  return { type: 'root', children: made.flatMap((each, at) => (at > 0 ? [textNode('\n'), each] : [each])) };
}

const needsForm = (text: string, lines: 'kept' | 'flowing'): boolean =>
  lines === 'kept' ? text.includes('\n') : /\S\s*\n[^\S\n]*\n\s*\S/.test(text);

const linesOf = (text: string): ElementContent[] =>
  text
    .split('\n')
    .flatMap((line, at) => (at > 0 ? [element('br', []), textNode(`\n${line}`)] : [textNode(line)]));

/** Without line breaks and blanks at the ends, which a generator put there. */
function trimmed(nodes: readonly ElementContent[]): ElementContent[] {
  const isEmpty = (node: ElementContent | undefined): boolean =>
    node !== undefined &&
    ((node.type === 'text' && node.value.trim() === '') ||
      (node.type === 'element' && node.tagName === 'br'));
  let [start, end] = [0, nodes.length];
  while (start < end && isEmpty(nodes[start])) start++;
  while (end > start && isEmpty(nodes[end - 1])) end--;
  return nodes.slice(start, end);
}

/**
 * The elements that DISA's STIGs write into descriptions, with their markup escaped, so that XCCDF sees one text:
 * the text itself, and what else there may be to say, by how people call it. `Documentable` says nothing to a reader.
 */
const main = /^\s*<(VulnDiscussion|GroupDescription|ProfileDescription)>([\s\S]*?)<\/\1>/;
const others: Readonly<Record<string, string>> = {
  FalsePositives: 'False positives',
  FalseNegatives: 'False negatives',
  Mitigations: 'Mitigations',
  SeverityOverrideGuidance: 'When another severity is right',
  PotentialImpacts: 'Potential impacts',
  ThirdPartyTools: 'Third-party tools',
  MitigationControl: 'Mitigation control',
  Responsibility: 'Responsibility',
  IAControls: 'IA controls',
};

/** A description: DISA's with its parts told apart, a plain one as paragraphs, any other as it is. */
export function description(text: RichText): RichText {
  const [only, ...more] = text.children;
  const source = only?.type === 'text' && more.length === 0 ? only.value : '';
  const found = main.exec(source);
  if (!found) return paragraphs(text, 'flowing');
  const rest = source.slice(found[0].length);
  const named = [...rest.matchAll(/<(\w+)>([\s\S]*?)<\/\1>/g)].flatMap(([, name = '', value = '']) => {
    const title = others[name];
    return title === undefined || value.trim() === '' ? [] : [`${title}: ${value.trim()}`];
  });
  return paragraphs(plainText([(found[2] ?? '').trim(), ...named].filter(Boolean).join('\n\n')), 'kept');
}

const textNode = (value: string): ElementContent & RootContent => ({ type: 'text', value });

const element = (tagName: string, children: ElementContent[]): ElementContent & RootContent => ({
  type: 'element',
  tagName,
  properties: {},
  children,
});
