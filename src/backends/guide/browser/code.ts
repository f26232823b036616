import type { Nodes } from 'hast';
import bash from 'highlight.js/lib/languages/bash';
import ini from 'highlight.js/lib/languages/ini';
import powershell from 'highlight.js/lib/languages/powershell';
import puppet from 'highlight.js/lib/languages/puppet';
import yaml from 'highlight.js/lib/languages/yaml';
import { createLowlight } from 'lowlight';
import { h } from './dom.js';

const lowlight = createLowlight({ bash, ini, powershell, puppet, yaml });

/** Which grammar reads which remediation. */
const grammars: Readonly<Record<string, string>> = {
  bash: 'bash',
  ansible: 'yaml',
  puppet: 'puppet',
  ignition: 'yaml',
  kubernetes: 'yaml',
  blueprint: 'ini',
  anaconda: 'bash',
  kickstart: 'bash',
  bootc: 'bash',
  powershell: 'powershell',
};

/** Longer scripts stay plain: colouring them would make the reader wait. */
const longest = 60_000;

/**
 * Colours a script. It is done here and not when the guide is written: coloured markup would be five times
 * the size of all scripts, and readers open few of them. Values keep their `var` elements.
 */
export function highlight(code: HTMLElement, language: string): void {
  const text = code.textContent ?? '';
  const grammar = grammars[language];
  if (grammar === undefined || text.length > longest) return;
  const values = valueRanges(code);
  const tree = lowlight.highlight(grammar, text);
  const state = { at: 0, values };
  code.replaceChildren(...tree.children.flatMap((node) => nodesOf(node, state)));
}

interface ValueRange {
  readonly start: number;
  readonly end: number;
  readonly node: HTMLElement;
}

/** Where in the text the values stand. */
function valueRanges(code: HTMLElement): ValueRange[] {
  const ranges: ValueRange[] = [];
  let at = 0;
  for (const child of code.childNodes) {
    const length = child.textContent?.length ?? 0;
    if (child instanceof HTMLElement && child.matches('var'))
      ranges.push({ start: at, end: at + length, node: child });
    at += length;
  }
  return ranges;
}

function nodesOf(node: Nodes, state: { at: number; readonly values: readonly ValueRange[] }): Node[] {
  if (node.type === 'element') {
    const names = (node.properties?.className as string[] | undefined) ?? [];
    return [
      h('span', { class: names.join(' ') }, ...node.children.flatMap((child) => nodesOf(child, state))),
    ];
  }
  return node.type === 'text' ? textNodes(node.value, state) : [];
}

/** A stretch of text, cut where a value begins and ends. */
function textNodes(text: string, state: { at: number; readonly values: readonly ValueRange[] }): Node[] {
  const start = state.at;
  const end = start + text.length;
  state.at = end;
  const nodes: Node[] = [];
  let from = start;
  for (const range of state.values) {
    if (range.end <= from || range.start >= end) continue;
    if (range.start > from)
      nodes.push(document.createTextNode(text.slice(from - start, range.start - start)));
    const part = range.node.cloneNode(false);
    part.textContent = text.slice(Math.max(range.start, from) - start, Math.min(range.end, end) - start);
    nodes.push(part);
    from = Math.min(range.end, end);
  }
  if (from < end) nodes.push(document.createTextNode(text.slice(from - start)));
  return nodes;
}
