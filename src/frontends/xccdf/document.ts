import type { Report } from '../../diagnostics/diagnostic.js';
import type { OvalKind } from '../../model/oval.js';
import { type SourceFile, spanPlace } from '../../source/file.js';
import type { PlacedElement } from '../../xml/nodes.js';
import { parseForeignXml, type XmlError } from '../../xml/parse.js';
import { BenchmarkReader } from './items.js';
import { cutOff, documentType, emptyDocument, notXml, tooDeep, xmlSyntax } from './messages.js';
import { prefixOf } from './namespaces.js';
import { type OpenLibrary, openLibrary, ovalContainers, readOvalItem } from './oval.js';

/**
 * One file of SCAP. What is large was read and let go while the file was parsed: the items of benchmarks and
 * of OVAL, each by the element that held them. The tree has the rest.
 */
export interface ScapDocument {
  readonly file: SourceFile;
  readonly root: PlacedElement;
  /** By `xccdf:Benchmark`. */
  readonly benchmarks: ReadonlyMap<PlacedElement, BenchmarkReader>;
  /** By `oval_definitions`. */
  readonly oval: ReadonlyMap<PlacedElement, OpenLibrary>;
}

/** Reads a file in one pass; reports and returns nothing where it is no XML. */
export function readDocument(file: SourceFile, report: Report): ScapDocument | undefined {
  if (file.text.trim() === '') {
    report(emptyDocument(file));
    return undefined;
  }
  const benchmarks = new Map<PlacedElement, BenchmarkReader>();
  const oval = new Map<PlacedElement, OpenLibrary>();

  const addItem = (element: PlacedElement, ancestors: readonly PlacedElement[], end: number): void => {
    const benchmark = ancestors.find(({ name }) => name === 'xccdf:Benchmark');
    const parent = ancestors[ancestors.length - 1];
    if (benchmark && parent) readerOf(benchmarks, benchmark, file, report).add(element, parent, end);
  };
  const addOval = (element: PlacedElement, container: PlacedElement, kind: OvalKind, end: number): void => {
    let library = oval.get(container);
    if (!library) {
      library = openLibrary();
      oval.set(container, library);
    }
    const item = readOvalItem(element, end, kind, file);
    if (!library[kind].has(item.id)) library[kind].set(item.id, item);
  };

  const result = parseForeignXml(file.text, {
    prefixOf,
    keep(element, ancestors, end) {
      switch (element.name) {
        case 'xccdf:Rule':
        case 'xccdf:Group':
        case 'xccdf:Value':
        case 'xccdf:plain-text':
          addItem(element, ancestors, end);
          return false;
        case 'xccdf:TestResult':
          return false;
        case 'ds:extended-component':
          element.children.length = 0;
          return true;
      }
      const parent = ancestors[ancestors.length - 1];
      const kind = parent && ovalContainers.get(parent.name);
      const document = ancestors[ancestors.length - 2];
      if (kind === undefined || document?.name !== 'oval_definitions') return true;
      addOval(element, document, kind, end);
      return false;
    },
  });
  if ('errors' in result) {
    reportXmlError(file, result.errors[0], report);
    return undefined;
  }
  return { file, root: result.element, benchmarks, oval };
}

function readerOf(
  readers: Map<PlacedElement, BenchmarkReader>,
  benchmark: PlacedElement,
  file: SourceFile,
  report: Report,
): BenchmarkReader {
  let reader = readers.get(benchmark);
  if (!reader) {
    reader = new BenchmarkReader(benchmark, file, report);
    readers.set(benchmark, reader);
  }
  return reader;
}

/** The reader of a benchmark; one that holds no items gets an empty one. */
export const benchmarkOf = (
  document: ScapDocument,
  benchmark: PlacedElement,
  report: Report,
): BenchmarkReader =>
  document.benchmarks.get(benchmark) ?? new BenchmarkReader(benchmark, document.file, report);

function reportXmlError(file: SourceFile, error: XmlError, report: Report): void {
  const place = spanPlace(file, error.offset, error.offset + 1);
  if (error.doctype?.toLowerCase() === 'html') report(notXml(file, 'an HTML page'));
  else if (error.doctype !== undefined) report(documentType(place));
  else if (error.unclosed) {
    const { name, offset } = error.unclosed;
    const opened = spanPlace(file, offset, offset + name.length + 1);
    report(cutOff(spanPlace(file, lastCharacter(file.text)), name, opened));
  } else if (error.message.startsWith('elements are nested')) report(tooDeep(place, error.message));
  else if (!/^\uFEFF?\s*</.test(file.text)) report(notXml(file, looksLike(file.text)));
  else report(xmlSyntax(place, error.message));
}

function lastCharacter(text: string): number {
  return Math.max(0, text.trimEnd().length - 1);
}

/** What a file may be that is taken for a benchmark. */
function looksLike(text: string): string | undefined {
  if (/^(BZh|\u001f|PK\u0003)/.test(text)) return 'compressed';
  if (/^\s*[{[]/.test(text)) return 'JSON';
  if (/^(---|[\w-]+:\s)/.test(text)) return 'YAML';
  return undefined;
}
