import type { Element } from 'xast';
import type { Benchmark, ManualCheck } from '../../model/benchmark.js';
import { rulesOf, valuesOf } from '../../model/items.js';
import type { OcilPieces } from '../../model/pieces.js';
import { valuesIn } from '../../model/text-values.js';
import { element } from '../../xml/nodes.js';
import { written } from '../../xml/write.js';
import { type Generation, productName } from '../generation.js';
import { ocilNamespace } from '../namespaces.js';
import { questionElement } from './question.js';
import { questionnaireElement } from './questionnaire.js';
import { testActionElement } from './test-action.js';
import { variableElement } from './variable.js';

/** A rule that has a manual check, or a check without a rule; as it was compiled, where it was. */
export interface Asked extends ManualCheck {
  readonly pieces?: OcilPieces;
}

/** All manual checks of a benchmark: `ocil` (NIST IR 7692, 6.1), in document order. */
export function ocilDocument(benchmark: Benchmark, { timestamp, version }: Generation): Element | undefined {
  const rules: Asked[] = [
    ...rulesOf(benchmark).flatMap(({ name, title, ocil, pieces }) =>
      ocil ? [{ name, title, ocil, ...(pieces?.ocil ? { pieces: pieces.ocil } : {}) }] : [],
    ),
    ...(benchmark.manualChecks ?? []),
  ];
  if (rules.length === 0) return undefined;
  const used = new Set(rules.flatMap(({ ocil, pieces }) => pieces?.values ?? valuesIn(ocil.question)));
  const values = valuesOf(benchmark).filter(({ id }) => used.has(id));
  const { naming } = benchmark;
  return element('ocil', { xmlns: ocilNamespace }, [
    element('generator', {}, [
      element('product_name', {}, [productName]),
      version === undefined ? undefined : element('product_version', {}, [version]),
      element('schema_version', {}, ['2.0']),
      element('timestamp', {}, [timestamp]),
    ]),
    element(
      'questionnaires',
      {},
      rules.map((rule) =>
        rule.pieces ? written(rule.pieces.questionnaire) : questionnaireElement(rule, naming),
      ),
    ),
    element(
      'test_actions',
      {},
      rules.map((rule) => (rule.pieces ? written(rule.pieces.testAction) : testActionElement(rule, naming))),
    ),
    element(
      'questions',
      {},
      rules.map((rule) => (rule.pieces ? written(rule.pieces.question) : questionElement(rule, benchmark))),
    ),
    values.length === 0
      ? undefined
      : element(
          'variables',
          {},
          values.map((value) => variableElement(value, naming)),
        ),
  ]);
}
