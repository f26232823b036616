import MiniSearch, { type Query } from 'minisearch';
import { entryText } from './entries.js';
import { type Guide, itemAt } from './guide.js';

/** What a search found: items, the best first, and the words of the guide that they were found by. */
export interface Found {
  readonly indices: readonly number[];
  readonly words: readonly string[];
}

export interface Search {
  find(query: string): Found;
  /** Resolves when the full texts are searched too. */
  readonly ready: Promise<void>;
  /** The text of an item, for showing where a word stands. */
  textOf(index: number): string;
}

interface Entry {
  readonly id: number;
  readonly title: string;
  readonly name: string;
  readonly codes: string;
  readonly text: string;
}

/** Items that go into the index at once, before the page may react again. */
const slice = 40;

const wordBreak = /[^\p{L}\p{N}]+/u;
const spaces = /\s+/;

/**
 * Full text over title, id, identifiers, references and texts, with tolerance for typing mistakes. The index
 * is made in slices after the list is on screen; until it stands, titles and ids are searched as they are.
 */
export function createSearch(guide: Guide, whenRead: Promise<void>): Search {
  const index = new MiniSearch<Entry>({
    fields: ['title', 'name', 'codes', 'text'],
    tokenize: (text, field) => text.split(field === 'codes' ? spaces : wordBreak),
    searchOptions: {
      boost: { title: 6, name: 4, codes: 5, text: 1 },
      combineWith: 'AND',
      prefix: (term) => term.length > 1,
      fuzzy: (term) => (term.length > 7 ? 2 : term.length > 3 ? 1 : false),
      weights: { fuzzy: 0.3, prefix: 0.7 },
    },
  });
  const texts: string[] = [];
  const plain = guide.items.map(({ title, anchor }) => `${title} ${anchor}`.toLowerCase());
  let ready = false;

  const textOf = (item: number): string => {
    const text = texts[item];
    if (text !== undefined) return text;
    return ready ? '' : entryText(itemAt(guide, item).anchor);
  };

  const whenReady = whenRead.then(async () => {
    for (let from = 0; from < guide.items.length; from += slice) {
      for (let item = from; item < Math.min(from + slice, guide.items.length); item++) {
        const { anchor } = itemAt(guide, item);
        const text = entryText(anchor);
        texts[item] = text;
        index.add(entryOf(guide, item, text));
      }
      await idle();
    }
    ready = true;
  });

  return {
    textOf,
    ready: whenReady,
    find(query) {
      const typed = query
        .trim()
        .toLowerCase()
        .split(spaces)
        .filter((word) => word !== '');
      // One letter after other words is a word that has just been begun.
      const words = typed.length > 1 && typed.at(-1)?.length === 1 ? typed.slice(0, -1) : typed;
      const short = words.every((word) => word.length < 3);
      if (words.length === 0 || short || !ready) return scan(plain, words);
      const results = index.search(queryOf(words));
      const scanned = results.length > 0 ? results.map(({ id }) => id as number) : scan(plain, words).indices;
      return {
        indices: scanned,
        words: [...new Set([...words, ...results.slice(0, 60).flatMap(({ terms }) => terms)])],
      };
    },
  };
}

function entryOf(guide: Guide, index: number, text: string): Entry {
  const item = itemAt(guide, index);
  const codes = [item.anchor.slice(item.kind.length + 1)];
  if (item.kind === 'rule') codes.push(...(item.identifiers ?? []));
  if (item.kind !== 'value')
    for (const reference of item.references ?? []) codes.push(guide.references[reference]?.text ?? '');
  return { id: index, title: item.title, name: `${item.anchor} ${item.id}`, codes: codes.join(' '), text };
}

/** A word with signs in it (`AC-6(1)`, `CCE-80644-8`) is one code, or the words that it is made of. */
function queryOf(words: readonly string[]): Query {
  return {
    combineWith: 'AND',
    queries: words.map((word) => {
      const parts = word.split(wordBreak).filter((part) => part !== '');
      if (parts.length < 2 && parts[0] === word) return word;
      return {
        combineWith: 'OR',
        queries: [
          { queries: [word], tokenize: (text: string) => [text], fields: ['codes'], fuzzy: false },
          ...(parts.length > 0
            ? [{ combineWith: 'AND' as const, queries: parts, fields: ['title', 'name', 'text'] }]
            : []),
        ],
      };
    }),
  };
}

function scan(plain: readonly string[], words: readonly string[]): Found {
  const indices: number[] = [];
  plain.forEach((text, index) => {
    if (words.every((word) => text.includes(word))) indices.push(index);
  });
  return { indices, words };
}

/** Lets the page react before the next slice. */
const idle = (): Promise<void> =>
  new Promise((resolve) => {
    if ('requestIdleCallback' in window) requestIdleCallback(() => resolve(), { timeout: 100 });
    else setTimeout(resolve, 4);
  });
