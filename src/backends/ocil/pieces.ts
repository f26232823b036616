import type { Benchmark, Rule } from '../../model/benchmark.js';
import type { OcilPieces } from '../../model/pieces.js';
import { valuesIn } from '../../model/text-values.js';
import type { ByteStore } from '../../text/chunks.js';
import { writeLaidOut } from '../../xml/write.js';
import { questionElement } from './question.js';
import { questionnaireElement } from './questionnaire.js';
import { testActionElement } from './test-action.js';

/** Elements in which white space counts. */
export const mixedElements: ReadonlySet<string> = new Set(['question_text']);

/** The manual check of a rule as its three parts stand in a document; nothing where it has none. */
export function ocilPieces(
  { name, title, ocil }: Rule,
  benchmark: Benchmark,
  store: ByteStore,
): OcilPieces | undefined {
  if (!ocil) return undefined;
  const asked = { name, title, ocil };
  const piece = (element: Parameters<typeof writeLaidOut>[0]): Uint8Array =>
    store.add(writeLaidOut(element, mixedElements, 2));
  return {
    questionnaire: piece(questionnaireElement(asked, benchmark.naming)),
    testAction: piece(testActionElement(asked, benchmark.naming)),
    question: piece(questionElement(asked, benchmark)),
    values: valuesIn(ocil.question),
  };
}
