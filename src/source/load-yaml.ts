import { type EventType, load, type State, YAMLException } from 'js-yaml';
import type { Document } from 'yaml';
import { type Reading, readPlainYaml } from './plain-yaml.js';
import { yaml } from './yaml-package.js';

/** More aliases, or more nodes after following them, than any file needs. */
const maxAliases = 1000;
const maxNodes = 2_000_000;

/** Why a text is no YAML that anything here takes, and where. */
export interface YamlFailure {
  readonly reason: string;
  /** An offset into the text. */
  readonly position: number;
  /** Its aliases stand for more data than any file needs. */
  readonly isBomb?: boolean;
}

/** The data, in an object of its own since data may be anything. */
export type YamlResult = { readonly data: unknown } | YamlFailure;

/**
 * The data of one document; undefined where the text is empty.
 *
 * js-yaml 4 makes texts of keys that are lists or mappings, and follows any number of aliases; both are
 * refused here.
 */
export const loadYaml = (text: string, reading: Reading): YamlResult =>
  readPlainYaml(text, reading) ?? loadAnyYaml(text, reading);

/** The same by js-yaml alone. */
export function loadAnyYaml(text: string, { types, json = false, unindented = false }: Reading): YamlResult {
  const onWarning = unindented ? () => undefined : refuseUnindented;
  const options = { schema: types.schema, json, onWarning };
  try {
    if (!mayBeRefused.test(text)) return { data: load(withoutLooseBlanks(text), options) };
    const composed = new Composed();
    const listener = (event: EventType, state: State): void => composed.hear(event, state);
    const data = load(withoutLooseBlanks(text), { ...options, listener });
    return wrong(text, data, composed) ?? { data };
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    return { reason: error.reason, position: Math.min(positionOf(error, text), text.length) };
  }
}

/**
 * Whether a text holds what aliases, keys that are collections, or keys that are no texts are written with: a `*`, a
 * `?` as a mark of its own, a bracket before a colon or in a brace, a tag, or a number before a colon. Most hold none, and a look at
 * all that they are made of would take a third of the time.
 */
const mayBeRefused =
  /[*&]\S|(?:^|[\s,[{])\?\s|[\]}]\s*:|(?:^|[:[{,-])\s*\{\s*[[{]|,\s*[[{]|(?:^|[\s,[{])!\S|(?:^|[\s,[{])[-+.]?[\d.][^\s:]*[ \t]*:/m;

/** js-yaml 4 ends a text with a line break, so that blanks there become one more line, which `|+` would keep. */
const withoutLooseBlanks = (text: string): string =>
  text.endsWith(' ') && /[|>][1-9]?\+/.test(text) ? text.replace(/\n +$/, '\n') : text;

/** What js-yaml met on its way. */
class Composed {
  aliases = 0;
  readonly objects: object[] = [];

  hear(event: EventType, { kind, result }: State): void {
    if (event !== 'close' || typeof result !== 'object' || result === null) return;
    // An alias has no kind.
    if (kind === null) this.aliases++;
    else this.objects.push(result);
  }
}

/** js-yaml finds a character that nobody can print only when it is at the end of the scalar around it. */
const positionOf = ({ reason, mark }: YAMLException, text: string): number =>
  reason.includes('non-printable') ? text.search(unprintable) : (mark?.position ?? 0);

const unprintable = /[^\t\n\r -~\x85\xa0-\ufffd\u{10000}-\u{10ffff}]/u;

/** The one warning of js-yaml 4 that is an error by the standard. */
function refuseUnindented(warning: YAMLException): void {
  if (warning.reason === 'deficient indentation') throw warning;
}

function wrong(text: string, data: unknown, { aliases, objects }: Composed): YamlFailure | undefined {
  const extent = new Extent();
  if (extent.of(data) > maxNodes || aliases > maxAliases)
    return { reason: 'the aliases stand for too much data', position: 0, isBomb: true };
  // A collection that is nowhere in the data was a key, or what a merge took over; an alias may be either.
  const maybeKey = aliases > 0 || objects.some((object) => !extent.has(object));
  if (!maybeKey && !extent.hasOddKey) return undefined;
  const position = collectionAsKey(yaml().parseDocument(text, { uniqueKeys: false }));
  if (position === undefined && !extent.hasOddKey) return undefined;
  return { reason: 'a key must be a text, not a list or a mapping', position: position ?? 0 };
}

/** How much data a reader meets that follows every alias. */
class Extent {
  hasOddKey = false;
  readonly #known = new Map<object, number>();

  has(node: object): boolean {
    return this.#known.has(node);
  }

  /** The number of nodes; a node that contains itself has no finite one. */
  of(node: unknown): number {
    if (typeof node !== 'object' || node === null) return 1;
    const known = this.#known.get(node);
    if (known !== undefined) return known;
    this.#known.set(node, Number.POSITIVE_INFINITY);
    let nodes = 1;
    if (Array.isArray(node)) for (const item of node) nodes += this.of(item);
    else {
      for (const key in node) nodes += this.of((node as Record<string, unknown>)[key]);
      // What js-yaml 4 makes of a key that is no text.
      if ('[object Object]' in node) this.hasOddKey = true;
    }
    this.#known.set(node, nodes);
    return nodes;
  }
}

/** The offset of a key that is a list or a mapping. */
function collectionAsKey(document: Document.Parsed): number | undefined {
  let found: number | undefined;
  yaml().visit(document, {
    Pair(_, { key }) {
      const node = yaml().isAlias(key) ? key.resolve(document) : key;
      if (!yaml().isCollection(node)) return undefined;
      found = (key as { range?: readonly number[] }).range?.[0];
      return yaml().visit.BREAK;
    },
  });
  return found;
}
