import type { Report } from '../diagnostics/diagnostic.js';
import { emptyFile, yamlAliasBomb, yamlSyntax } from '../diagnostics/messages.js';
import { filePlace, type SourceFile, spanPlace } from './file.js';
import { loadYaml, type YamlFailure } from './load-yaml.js';
import { yaml } from './yaml-package.js';
import { coreTypes } from './yaml-types.js';

/**
 * The data of a YAML 1.2 document; duplicate keys are errors.
 *
 * js-yaml reads it, since it is several times faster; where it finds a mistake, `yaml` reads the text again
 * to report every mistake with its exact place.
 */
export function readYaml(file: SourceFile, report: Report): unknown {
  const result = loadYaml(file.text, { types: coreTypes });
  if (!('data' in result)) {
    reportFailure(file, result, report);
    return undefined;
  }
  if (result.data === undefined || result.data === null) {
    report(emptyFile(file));
    return undefined;
  }
  return result.data;
}

function reportFailure(file: SourceFile, { reason, position, isBomb }: YamlFailure, report: Report): void {
  if (isBomb) {
    report(yamlAliasBomb(filePlace(file)));
    return;
  }
  const { errors } = yaml().parseDocument(file.text, { prettyErrors: false });
  // What follows a mistake in the syntax is seldom true; keys that stand twice are each a mistake of their own.
  const isTwice = ({ code }: { code: string }): boolean => code === 'DUPLICATE_KEY';
  const syntax = errors.find((each) => !isTwice(each));
  const found = syntax ? [syntax] : errors;
  if (found.length === 0) report(yamlSyntax(spanPlace(file, position), reason));
  for (const { pos, message, code } of found) report(yamlSyntax(wordAt(file, pos), message, code));
}

/** The parser often marks one character; the author looks for a word. */
function wordAt(file: SourceFile, [start, end]: readonly [number, number]) {
  const word = /^[\w-]+/.exec(file.text.slice(start, start + 80))?.[0].length ?? 0;
  const line = file.text.indexOf('\n', start);
  return spanPlace(file, start, Math.min(Math.max(end, start + word), line < 0 ? file.text.length : line));
}
