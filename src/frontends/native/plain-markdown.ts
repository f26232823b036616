import type { Element, Text } from 'hast';

/**
 * A line that Markdown reads as text and code spans, whatever stands around it: it starts with a letter, a code
 * span or a token (`tokens.ts`), ends in no white space, and holds no character that could start anything else.
 */
const plainLine =
  /^(?:[A-Za-z]|`[^`\s](?:[^`\n]*[^`\s])?`|\ufdd2\d+\ufdd3)(?:[A-Za-z0-9 ,;.:()'"/%?-]|`[^`\s](?:[^`\n]*[^`\s])?`|\ufdd2\d+\ufdd3)*(?<! )$/;

/** GitHub's flavour makes links of addresses without any mark. */
const bareLink = /www\.|:\/\//i;

const fence = '```';
const opening = /^```([a-z]*)$/;
/** What could end a code block, or what remark does not keep as it is. */
const notCode = /^ {0,3}```|[\t\r\0]/;

/** The blocks that a text starts with, as far as they are plain. */
export interface PlainStart {
  readonly blocks: readonly Element[];
  /** Where the rest of the text starts, with a block of its own; the end of the text where there is none. */
  readonly rest: number;
}

/**
 * The tree that remark makes of paragraphs of plain text and code spans, and of code blocks, up to the first block in
 * which there may be more. Most texts of a benchmark are no more than that, and remark takes ten times as long for
 * them.
 */
export function plainMarkdown(text: string): PlainStart {
  const blocks: Element[] = [];
  let lines: string[] = [];
  let code: { readonly language: string; readonly lines: string[] } | undefined;
  /** The start of the block that is being read, and of the line. */
  let block = 0;
  let at = 0;
  const endParagraph = (): void => {
    if (lines.length > 0) blocks.push(paragraph(lines.join('\n')));
    lines = [];
  };
  for (const line of text.split('\n')) {
    if (code) {
      if (line === fence && code.lines[0]) {
        blocks.push(codeBlock(code.language, code.lines));
        code = undefined;
      } else if (notCode.test(line)) return { blocks, rest: block };
      else code.lines.push(line);
    } else if (line === '') endParagraph();
    else if (opening.test(line)) {
      endParagraph();
      block = at;
      code = { language: line.slice(fence.length), lines: [] };
    } else if (plainLine.test(line) && !bareLink.test(line)) {
      if (lines.length === 0) block = at;
      lines.push(line);
    } else return { blocks, rest: lines.length > 0 ? block : at };
    at += line.length + 1;
  }
  if (code) return { blocks, rest: block };
  endParagraph();
  return { blocks, rest: text.length };
}

const codeBlock = (language: string, lines: readonly string[]): Element =>
  element('pre', [
    {
      ...element('code', [{ type: 'text', value: `${lines.join('\n')}\n` }]),
      properties: language === '' ? {} : { className: [`language-${language}`] },
    },
  ]);

function paragraph(text: string): Element {
  const children = text.split(/`([^`]+)`/).flatMap((part, i): (Text | Element)[] => {
    if (i % 2 === 1) return [element('code', [{ type: 'text', value: part }])];
    return part === '' ? [] : [{ type: 'text', value: part }];
  });
  return element('p', children);
}

const element = (tagName: string, children: (Text | Element)[]): Element => ({
  type: 'element',
  tagName,
  properties: {},
  children,
});
