import type { RootContent } from 'hast';
import type { RichText } from '../model/text.js';

/** Only the words of a text; a reference to a Value leaves nothing, unless `current` says what it is. */
export function plain(text: RichText, current: (id: string) => string = () => ''): string {
  const words = (children: readonly RootContent[]): string =>
    children
      .map((child) => {
        if (child.type === 'text') return child.value;
        if (child.type === 'valueReference') return current(child.value);
        return child.type === 'element' ? words(child.children) : '';
      })
      .join('');
  return words(text.children);
}

/** Characters that would end a comment line, or talk to the terminal that shows it. */
const control = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;

/** A text on one line, without control characters: for a comment, or the name of a task. */
export const oneLine = (text: string): string => text.replace(control, ' ').replace(/ {2,}/g, ' ').trim();

/** Paragraphs broken into lines of at most `width` characters, where words allow it. */
export function wrapped(text: string, width: number): string[] {
  const paragraphs = text
    .trim()
    .split(/\n[ \t\r]*\n/)
    .map(oneLine);
  return paragraphs.flatMap((paragraph, index) => [
    ...(index === 0 ? [] : ['']),
    ...wrapLine(paragraph, width),
  ]);
}

function wrapLine(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
