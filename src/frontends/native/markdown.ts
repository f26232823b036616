import type { Element, ElementContent, RootContent } from 'hast';
import type { Code, Html, Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Report } from '../../diagnostics/diagnostic.js';
import type { RichText } from '../../model/text.js';
import type { Place } from '../../source/file.js';
import type { Expanded } from './expand/expand.js';
import { splitTokens, type Token } from './expand/tokens.js';
import { markdownBlocks, withoutLineBreaks } from './markdown-blocks.js';
import { image, openCodeBlock, rawHtml, unsafeLink, valueInLink } from './messages.js';

export interface MarkdownContext {
  /** The place of a stretch of the text that the author typed. */
  placeOf(start: number, end: number): Place;
  /** The id of the Value with that name. */
  valueId(name: string): string;
  readonly report: Report;
}

/**
 * Markdown (GitHub's flavour) as rich text. Reports raw HTML, code blocks that are never closed, images and
 * links that are no links; what is left is what XHTML in XCCDF can hold.
 */
export function markdownToText(expanded: Expanded, context: MarkdownContext): RichText {
  const blocks = markdownBlocks(expanded.text, (tree, offset) => check(tree, offset, expanded, context));
  return { type: 'root', children: withTokens(blocks, expanded.tokens, context) as RootContent[] };
}

/** @param offset where the tree starts in the text */
function check(tree: Root, offset: number, expanded: Expanded, context: MarkdownContext): void {
  const place = (node: Nodes): Place => {
    const [start] = expanded.origin(offset + (node.position?.start.offset ?? 0));
    const [, end] = expanded.origin(Math.max(0, offset + (node.position?.end.offset ?? 1) - 1));
    return context.placeOf(start, Math.max(end + 1, start));
  };
  const text = expanded.text.slice(offset);
  visit(tree, (node) => {
    if (node.type === 'html') context.report(rawHtml(place(node), (node as Html).value));
    else if (node.type === 'code') checkFence(node, text, () => place(node), context.report);
    else if (node.type === 'image' || node.type === 'imageReference') context.report(image(place(node)));
    else if (node.type === 'link' || node.type === 'definition') {
      node.url = literal(node.url, expanded.tokens, () => context.report(valueInLink(place(node))));
      if (!/^(https?:\/\/|mailto:)/.test(node.url)) context.report(unsafeLink(place(node), node.url));
    }
  });
}

/** mdast ends an unclosed block with the text; the author meant it to end earlier. */
function checkFence(node: Code, text: string, place: () => Place, report: Report): void {
  const source = text.slice(node.position?.start.offset, node.position?.end.offset);
  const fence = /^(`{3,}|~{3,})/.exec(source)?.[1];
  if (fence === undefined) return;
  const last = source.slice(source.lastIndexOf('\n') + 1).trim();
  const closed =
    source.includes('\n') && last.startsWith(fence) && last.replaceAll(fence.charAt(0), '') === '';
  if (!closed) report(openCodeBlock(place(), fence));
}

/** Tokens in a place that holds a plain string, such as the address of a link. */
function literal(value: string, tokens: readonly Token[], onValue: () => void): string {
  return splitTokens(value, tokens)
    .map((part) => {
      if (typeof part === 'string') return part;
      if (part.kind === 'text') return part.text;
      onValue();
      return '';
    })
    .join('');
}

function withTokens(
  nodes: readonly (RootContent | ElementContent)[],
  tokens: readonly Token[],
  context: MarkdownContext,
): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type === 'text') return textWithTokens(node.value, tokens, context);
    if (node.type !== 'element') return [];
    const isBlock = ['ul', 'ol', 'li', 'blockquote', 'table', 'thead', 'tbody', 'tr'].includes(node.tagName);
    const children = isBlock ? withoutLineBreaks(node.children) : node.children;
    const { type, tagName, properties } = node;
    const copy: Element = { type, tagName, properties, children: withTokens(children, tokens, context) };
    return [copy];
  });
}

function textWithTokens(value: string, tokens: readonly Token[], context: MarkdownContext): ElementContent[] {
  return splitTokens(value, tokens).map((part): ElementContent => {
    if (typeof part === 'string') return { type: 'text', value: part };
    if (part.kind === 'text') return { type: 'text', value: part.text };
    return {
      type: 'valueReference',
      value: context.valueId(part.name),
      origin: context.placeOf(...part.source),
    };
  });
}
