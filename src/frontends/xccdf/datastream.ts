import type { Report } from '../../diagnostics/diagnostic.js';
import type { SourceFile } from '../../source/file.js';
import type { PlacedElement } from '../../xml/nodes.js';
import { readDocument, type ScapDocument } from './document.js';
import { missingComponent, noBenchmark, notScap, severalBenchmarks, unknownBenchmark } from './messages.js';
import { all, first, placeOf } from './scope.js';

/** What a `href` of a check leads to: an element of a document that is here, or a document elsewhere. */
export type Found =
  | { readonly kind: 'here'; readonly document: ScapDocument; readonly element: PlacedElement }
  | { readonly kind: 'elsewhere'; readonly href: string };

/** Follows a `href`; nothing where it leads nowhere. */
export type Find = (href: string) => Found | undefined;

/** A benchmark in its surroundings. */
export interface Chosen {
  readonly document: ScapDocument;
  readonly benchmark: PlacedElement;
  readonly find: Find;
  /** CPE dictionaries, each with the way from it to its checks. */
  readonly dictionaries: readonly { readonly element: PlacedElement; readonly find: Find }[];
}

export interface ChooseOptions {
  /** The id of the benchmark, where the file holds several. */
  readonly benchmark?: string;
  /** Reads a file that lies beside the one being read. */
  readonly sibling?: (href: string) => SourceFile | undefined;
}

/** The benchmark of a document; reports and returns nothing where there is none. */
export function chooseBenchmark(
  document: ScapDocument,
  options: ChooseOptions,
  report: Report,
): Chosen | undefined {
  const { root } = document;
  if (root.name === 'xccdf:Benchmark') return alone(document, options, report);
  if (root.name === 'ds:data-stream-collection') return fromCollection(document, options, report);
  const shown =
    /<([^\s/>]+)/.exec(document.file.text.slice(root.offset, root.offset + 200))?.[1] ?? root.name;
  report(notScap(placeOf(document, root.offset), root.name, shown));
  return undefined;
}

/** A benchmark in a file of its own: its checks, and by custom its dictionary, are files beside it. */
function alone(
  document: ScapDocument,
  { benchmark: wanted, sibling }: ChooseOptions,
  report: Report,
): Chosen | undefined {
  const { root, file } = document;
  const id = root.attributes['id'] ?? '';
  if (wanted !== undefined && wanted !== id) {
    report(unknownBenchmark(placeOf(document, root.offset), wanted, [id]));
    return undefined;
  }
  const find = remembered((href): Found | undefined => {
    if (/^[a-z][a-z0-9+.-]*:/i.test(href)) return { kind: 'elsewhere', href };
    const beside = sibling?.(href);
    const read = beside && readDocument(beside, report);
    return read && { kind: 'here', document: read, element: read.root };
  });
  const name = file.path.slice(file.path.lastIndexOf('/') + 1);
  const dictionary = /-xccdf\.xml$/.test(name)
    ? find(name.replace(/-xccdf\.xml$/, '-cpe-dictionary.xml'))
    : undefined;
  const isDictionary = dictionary?.kind === 'here' && dictionary.element.name === 'cpe-dict:cpe-list';
  const dictionaries = isDictionary ? [{ element: dictionary.element, find }] : [];
  return { document, benchmark: root, find, dictionaries };
}

/** A SCAP source data stream collection (NIST SP 800-126r3, 3.1): the first benchmark, or the wanted one. */
function fromCollection(
  document: ScapDocument,
  { benchmark: wanted }: ChooseOptions,
  report: Report,
): Chosen | undefined {
  const { root } = document;
  const components = new Map<string, PlacedElement>();
  for (const child of root.children) {
    if (child.type === 'element') components.set(child.attributes['id'] ?? '', child);
  }
  const found: { id: string; chosen: Chosen }[] = [];
  for (const stream of all(root, 'ds:data-stream')) {
    for (const reference of refsOf(stream, 'ds:checklists')) {
      const component = components.get((reference.attributes['xlink:href'] ?? '').replace(/^#/, ''));
      const benchmark = component && first(component, 'xccdf:Benchmark');
      if (!component) {
        const id = reference.attributes['xlink:href'] ?? '';
        report(missingComponent(placeOf(document, reference.offset), id));
      }
      if (!benchmark) continue;
      const find = finder(document, components, stream, reference);
      const dictionaries = refsOf(stream, 'ds:dictionaries').flatMap((dictionary) => {
        const holder = components.get((dictionary.attributes['xlink:href'] ?? '').replace(/^#/, ''));
        const element = holder && first(holder, 'cpe-dict:cpe-list');
        return element ? [{ element, find: finder(document, components, stream, dictionary) }] : [];
      });
      const id = benchmark.attributes['id'] ?? '';
      found.push({ id, chosen: { document, benchmark, find, dictionaries } });
    }
  }
  const ids = [...new Set(found.map(({ id }) => id))];
  const pick = wanted === undefined ? found[0] : found.find(({ id }) => id === wanted);
  if (found.length === 0) report(noBenchmark(placeOf(document, root.offset)));
  else if (!pick) report(unknownBenchmark(placeOf(document, root.offset), wanted ?? '', ids));
  else if (wanted === undefined && ids.length > 1) {
    const place = placeOf(document, pick.chosen.benchmark.offset);
    report(
      severalBenchmarks(
        place,
        pick.id,
        ids.filter((id) => id !== pick.id),
      ),
    );
  }
  return pick?.chosen;
}

const refsOf = (stream: PlacedElement, container: string): PlacedElement[] =>
  all(stream, container).flatMap((each) => all(each, 'ds:component-ref'));

/**
 * Follows hrefs by the catalogue of a component-ref (NIST SP 800-126r3, 3.1.3); what it does not list is
 * looked for among the references of the data stream, whose ids end in file names by custom.
 */
function finder(
  document: ScapDocument,
  components: ReadonlyMap<string, PlacedElement>,
  stream: PlacedElement,
  from: PlacedElement,
): Find {
  const references = new Map<string, PlacedElement>();
  for (const container of ['ds:dictionaries', 'ds:checklists', 'ds:checks', 'ds:extended-components']) {
    for (const reference of refsOf(stream, container))
      references.set(reference.attributes['id'] ?? '', reference);
  }
  const catalogue = new Map<string, string>();
  for (const list of all(from, 'cat:catalog')) {
    for (const { attributes } of all(list, 'cat:uri')) {
      catalogue.set(attributes['name'] ?? '', (attributes['uri'] ?? '').replace(/^#/, ''));
    }
  }
  return remembered((href) => {
    const wanted = catalogue.get(href) ?? href.replace(/^#/, '');
    const reference =
      references.get(wanted) ??
      [...references].find(([id]) => wanted !== '' && id.endsWith(`_cref_${wanted}`))?.[1];
    const target = reference?.attributes['xlink:href'];
    if (target === undefined) return /^[a-z]+:\/\//i.test(href) ? { kind: 'elsewhere', href } : undefined;
    if (!target.startsWith('#')) return { kind: 'elsewhere', href: target };
    const component = components.get(target.slice(1));
    const element = component?.children.find((child) => child.type === 'element');
    return element && { kind: 'here', document, element: element };
  });
}

function remembered(find: Find): Find {
  const known = new Map<string, Found | undefined>();
  return (href) => {
    if (!known.has(href)) known.set(href, find(href));
    return known.get(href);
  };
}
