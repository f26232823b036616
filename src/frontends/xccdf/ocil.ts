import type { Ocil } from '../../model/benchmark.js';
import type { RichText } from '../../model/text.js';
import { type PlacedElement, textOf } from '../../xml/nodes.js';
import { all, first } from './scope.js';
import { words } from './text.js';

/** Questionnaires by id: what a person is asked (NIST IR 7692). */
export type Questionnaires = ReadonlyMap<string, string>;

/** The text of every questionnaire: its questions, in the order in which its actions ask them. */
export function readQuestionnaires(ocil: PlacedElement): Questionnaires {
  const questions = byId(ocil, 'ocil:questions', (question) =>
    all(question, 'ocil:question_text').map(textOf).join('\n\n'),
  );
  const actions = byId(ocil, 'ocil:test_actions', (action) => action.attributes['question_ref'] ?? '');
  return byId(ocil, 'ocil:questionnaires', (questionnaire) => {
    const asked = new Set<string>();
    for (const list of all(questionnaire, 'ocil:actions')) {
      for (const ref of all(list, 'ocil:test_action_ref')) asked.add(actions.get(words(ref)) ?? '');
    }
    return [...asked]
      .map((id) => questions.get(id) ?? '')
      .filter(Boolean)
      .join('\n\n');
  });
}

function byId<T>(
  ocil: PlacedElement,
  container: string,
  read: (element: PlacedElement) => T,
): Map<string, T> {
  const found = new Map<string, T>();
  for (const child of first(ocil, container)?.children ?? []) {
    if (child.type !== 'element') continue;
    found.set(child.attributes['id'] ?? '', read(child));
  }
  return found;
}

/** How generators end a question; the model keeps what follows apart. */
const clauseStart = /\bIs it the case that\s+/g;

/**
 * The manual check of a rule. The clause is a plain text; where it needs the value of a Value it stays in the
 * question, as the whole sentence, and `clause` is empty.
 *
 * @param text the question as plain text, whose line breaks are all its structure
 * @param valueId the id of the Value that a `sub` names, by its id or its short name
 */
export function readOcil(text: string, valueId: (name: string) => string | undefined): Ocil {
  const clean = unescaped(text);
  const at = [...clean.matchAll(clauseStart)].pop();
  if (at) {
    const clause = clean
      .slice(at.index + at[0].length)
      .replace(/\s+/g, ' ')
      .trim()
      .replace(/\?$/, '')
      .trim();
    if (!subPattern.test(clause)) return { question: paragraphs(clean.slice(0, at.index), valueId), clause };
  }
  return { question: paragraphs(clean, valueId), clause: '' };
}

const subPattern = /<(?:[\w.-]+:)?sub\s+[^<>]*?idref="([^"<>]*)"[^<>]*>(?:\s*<\/(?:[\w.-]+:)?sub>)?/;

/** Takes out markup that a generator escaped, all but references to Values: a question is plain text. */
const unescaped = (text: string): string =>
  text.replace(/<\/?(?:[\w.-]+:)?(?:tt|code|pre|b|i|em|strong|p|ul|ol|li|br)\s*\/?>/g, '');

/** Blank lines part paragraphs, other line breaks stay what they are; commands stand on lines of their own. */
function paragraphs(text: string, valueId: (name: string) => string | undefined): RichText {
  const children: RichText['children'] = [];
  for (const paragraph of text.trim().split(/\n[ \t]*\n\s*/)) {
    if (paragraph.trim() === '') continue;
    const content = paragraph.split('\n').flatMap((line, index): Line => {
      const parts = lineOf(line.trimEnd(), valueId);
      return index === 0
        ? parts
        : [{ type: 'element', tagName: 'br', properties: {}, children: [] }, ...parts];
    });
    children.push({ type: 'element', tagName: 'p', properties: {}, children: content });
  }
  return { type: 'root', children };
}

type Line = Extract<RichText['children'][number], { type: 'element' }>['children'];

function lineOf(line: string, valueId: (name: string) => string | undefined): Line {
  const parts: Line = [];
  let at = 0;
  for (const match of line.matchAll(new RegExp(subPattern, 'g'))) {
    const name = match[1] ?? '';
    const id = valueId(name);
    if (match.index > at) parts.push({ type: 'text', value: line.slice(at, match.index) });
    parts.push(id === undefined ? { type: 'text', value: name } : { type: 'valueReference', value: id });
    at = match.index + match[0].length;
  }
  if (at < line.length) parts.push({ type: 'text', value: line.slice(at) });
  return parts;
}
