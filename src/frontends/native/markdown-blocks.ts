import type { RootContent } from 'hast';
import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { plainMarkdown } from './plain-markdown.js';

const commonMark = unified().use(remarkParse).freeze();
const github = unified().use(remarkParse).use(remarkGfm).freeze();
const toHast = unified().use(remarkRehype, { allowDangerousHtml: false }).freeze();

/** A link in its usual form, whose address is no bare one. */
const link = /\[[\w ]+\]\(https?:\/\/[\w./#?=%-]+\)/g;
/** What GitHub's flavour has and CommonMark does not: tables, bare links, footnotes, tasks, words struck out. */
const githubOnly = /[~|@]|:-|-:|www\.|:\/\/|\[[\^x ]/i;

/** Whether CommonMark may read a text in another way than GitHub's flavour, which takes twice as long. */
const needsGithub = (text: string): boolean =>
  githubOnly.test(/[\\`]/.test(text) ? text : text.replace(link, ''));

/**
 * The blocks of a text in GitHub's flavour of Markdown, without the line breaks between them.
 *
 * @param look shown what remark read of the text, before it is made HTML, and where in the text that starts
 */
export function markdownBlocks(text: string, look: (tree: Root, offset: number) => void): RootContent[] {
  const { blocks, rest } = plainMarkdown(text);
  if (rest === text.length) return [...blocks];
  const source = text.slice(rest);
  const tree = (needsGithub(source) ? github : commonMark).parse(source);
  look(tree, rest);
  return [...blocks, ...withoutLineBreaks((toHast.runSync(tree) as { children: RootContent[] }).children)];
}

/** remark puts a line break between blocks, which is markup's white space, not the author's text. */
export const withoutLineBreaks = <T extends { readonly type: string }>(nodes: readonly T[]): T[] =>
  nodes.filter((node) => !('value' in node) || node.type !== 'text' || node.value !== '\n');
