import type { Benchmark } from '../../model/benchmark.js';
import { asString, type Chunks } from '../../text/chunks.js';
import { element } from '../../xml/nodes.js';
import { escapeAttribute, writeLaidOut, xmlDeclaration } from '../../xml/write.js';
import { fileNames } from '../names.js';
import { componentText, extendedComponentText } from './component.js';
import { dataStreamElement } from './data-stream.js';
import { streamId } from './ids.js';
import { type LinkedFile, linkedFiles } from './linked-files.js';
import { namespaces } from './namespaces.js';

/** The files that go into a data stream, already written; those that a benchmark does not have are absent. */
export interface DataStreamParts {
  readonly xccdf: Chunks;
  readonly oval?: Chunks | undefined;
  readonly ocil?: Chunks | undefined;
  readonly cpeDictionary?: Chunks | undefined;
  readonly cpeOval?: Chunks | undefined;
}

/**
 * A SCAP 1.3 source data stream collection with one data stream (NIST SP 800-126r3, 3.1), put together from
 * the text of its components, so that nothing is written twice.
 *
 * @returns nothing where there is no check at all, since the schema wants a data stream to have one
 * @param timestamp `YYYY-MM-DDTHH:MM:SS`, of the collection and of every component.
 */
export function writeDataStream(
  benchmark: Benchmark,
  parts: DataStreamParts,
  timestamp: string,
): Chunks | undefined {
  const files = fileNames(benchmark);
  const linked = linkedFiles(benchmark);
  if (linked.length === 0 && !parts.oval && !parts.ocil && !parts.cpeOval) return undefined;
  const ids = streamId(benchmark.naming);
  const stream = dataStreamElement(benchmark, parts, linked, timestamp);
  const collection = element(
    'ds:data-stream-collection',
    { ...namespaces, id: ids('collection', `from_xccdf_${files.xccdf}`), 'schematron-version': '1.3' },
    [stream],
  );
  const components: Chunks[] = [
    componentText(ids('comp', files.cpeDictionary), timestamp, parts.cpeDictionary),
    componentText(ids('comp', files.xccdf), timestamp, withLinkedNames(parts.xccdf, linked)),
    componentText(ids('comp', files.oval), timestamp, parts.oval),
    componentText(ids('comp', files.ocil), timestamp, parts.ocil),
    componentText(ids('comp', files.cpeOval), timestamp, parts.cpeOval),
    ...linked.map(({ name, script }) => [extendedComponentText(ids('ecomp', name), timestamp, script)]),
  ];
  const close = '</ds:data-stream-collection>';
  const open = writeLaidOut(collection).slice(0, -close.length);
  return [`${xmlDeclaration}${open}`, ...components.flat(), `${close}\n`];
}

/** In a data stream, a check names a remote file by its entry in the catalogue, and not by its address. */
function withLinkedNames(xccdf: Chunks, linked: readonly LinkedFile[]): Chunks {
  const renamed = linked.filter(({ href, uri }) => href !== uri);
  if (renamed.length === 0) return xccdf;
  const names = renamed.map(({ href, uri }) => [referenceTo(href), referenceTo(uri)] as const);
  const bytes = names.map(([from]) => Buffer.from(from));
  return xccdf.map((chunk) => {
    const holds = typeof chunk === 'string' || bytes.some((from) => bufferOf(chunk).includes(from));
    if (!holds) return chunk;
    return names.reduce((text, [from, to]) => text.replaceAll(from, to), asString([chunk]));
  });
}

const bufferOf = ({ buffer, byteOffset, byteLength }: Uint8Array): Buffer =>
  Buffer.from(buffer, byteOffset, byteLength);

/** How the XCCDF file says that a check is elsewhere, up to the address. */
const referenceTo = (href: string): string => `<check-content-ref href="${escapeAttribute(href)}"`;
