import { CORE_SCHEMA, load, YAMLException } from 'js-yaml';
import { parseDocument } from 'yaml';
import type { Report } from '../diagnostics/diagnostic.js';
import { emptyFile, yamlAliasBomb, yamlSyntax } from '../diagnostics/messages.js';
import { filePlace, type SourceFile, spanPlace } from './file.js';

/** More aliases, or more nodes after following them, than any benchmark needs. */
const maxAliases = 1000;
const maxNodes = 2_000_000;

/**
 * The data of a YAML 1.2 document; duplicate keys are errors.
 *
 * js-yaml reads it, since it is several times faster; where it finds a mistake, `yaml` reads the text again
 * to report every mistake with its exact place.
 */
export function readYaml(file: SourceFile, report: Report): unknown {
  let data: unknown;
  try {
    data = load(file.text, { schema: CORE_SCHEMA, maxAliases, maxDepth: 100 });
  } catch (error) {
    reportSyntax(file, error, report);
    return undefined;
  }
  if (data === undefined || data === null) {
    report(emptyFile(file));
    return undefined;
  }
  if (expandsTooFar(data)) {
    report(yamlAliasBomb(filePlace(file)));
    return undefined;
  }
  return data;
}

function reportSyntax(file: SourceFile, error: unknown, report: Report): void {
  if (!(error instanceof YAMLException)) throw error;
  const at = error.mark?.position ?? 0;
  if (/alias/.test(error.reason) && /exceed|maxAliases|too many/i.test(error.reason)) {
    report(yamlAliasBomb(spanPlace(file, at)));
    return;
  }
  if (file.text.replace(/^\s*#.*$/gm, '').trim() === '') {
    report(emptyFile(file));
    return;
  }
  const { errors } = parseDocument(file.text, { prettyErrors: false });
  // What follows a mistake in the syntax is seldom true; keys that stand twice are each a mistake of their own.
  const isTwice = ({ code }: { code: string }): boolean => code === 'DUPLICATE_KEY';
  const syntax = errors.find((each) => !isTwice(each));
  const found = syntax ? [syntax] : errors;
  if (found.length === 0) report(yamlSyntax(spanPlace(file, at), error.reason));
  for (const { pos, message, code } of found) report(yamlSyntax(wordAt(file, pos), message, code));
}

/** The parser often marks one character; the author looks for a word. */
function wordAt(file: SourceFile, [start, end]: readonly [number, number]) {
  const word = /^[\w-]+/.exec(file.text.slice(start, start + 80))?.[0].length ?? 0;
  const line = file.text.indexOf('\n', start);
  return spanPlace(file, start, Math.min(Math.max(end, start + word), line < 0 ? file.text.length : line));
}

/** Counts nodes as a reader would meet them, so that aliases of aliases cannot grow without bound. */
function expandsTooFar(data: unknown): boolean {
  const sizes = new Map<object, number>();
  const size = (node: unknown): number => {
    if (typeof node !== 'object' || node === null) return 1;
    const known = sizes.get(node);
    if (known !== undefined) return known;
    // A node that contains itself has no finite size.
    sizes.set(node, Number.POSITIVE_INFINITY);
    let total = 1;
    for (const child of Object.values(node)) total += size(child);
    sizes.set(node, total);
    return total;
  };
  return size(data) > maxNodes;
}
