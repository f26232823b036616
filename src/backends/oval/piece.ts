import type { Benchmark } from '../../model/benchmark.js';
import type { OvalItem } from '../../model/oval.js';
import type { OvalPiece } from '../../model/pieces.js';
import type { ByteStore } from '../../text/chunks.js';
import { writeLaidOut } from '../../xml/write.js';
import { linkedItem } from './document.js';
import { usedPrefixes } from './prefixes.js';

/** An item as it stands in a document, below its container. */
export function ovalPiece(item: OvalItem, benchmark: Benchmark, store: ByteStore): Omit<OvalPiece, 'guide'> {
  const element = linkedItem(item, benchmark);
  return {
    kind: item.kind,
    id: item.id,
    ...(item.precedence === undefined ? {} : { precedence: item.precedence }),
    xml: store.add(writeLaidOut(element, undefined, 2)),
    prefixes: usedPrefixes([element]),
  };
}
