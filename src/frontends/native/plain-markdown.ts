import type { Element, Text } from 'hast';

/**
 * A line that Markdown reads as text and code spans, whatever stands around it: it starts with a letter, a code
 * span or a token (`tokens.ts`), ends in no white space, and holds no character that could start anything else.
 */
const plainLine =
  /^(?:[A-Za-z]|`[^`\s](?:[^`\n]*[^`\s])?`|\ufdd2\d+\ufdd3)(?:[A-Za-z0-9 ,;.:()'"/%?-]|`[^`\s](?:[^`\n]*[^`\s])?`|\ufdd2\d+\ufdd3)*(?<! )$/;

/** GitHub's flavour makes links of addresses without any mark. */
const bareLink = /www\.|:\/\//i;

/**
 * The tree that remark makes of paragraphs of plain text and code spans; nothing where there may be more in the
 * text. Most texts of a benchmark are no more than that, and remark takes ten times as long for them.
 */
export function plainMarkdown(text: string): Element[] | undefined {
  if (bareLink.test(text)) return undefined;
  const paragraphs: Element[] = [];
  let lines: string[] = [];
  const end = (): void => {
    if (lines.length > 0) paragraphs.push(paragraph(lines.join('\n')));
    lines = [];
  };
  for (const line of text.split('\n')) {
    if (line === '') end();
    else if (plainLine.test(line)) lines.push(line);
    else return undefined;
  }
  end();
  return paragraphs;
}

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
