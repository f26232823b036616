import type { Diagnostic } from '../../../diagnostics/diagnostic.js';
import { didYouMean } from '../../../diagnostics/messages.js';
import { filePlace, type Place, type SourceFile, spanPlace } from '../../../source/file.js';
import type { PythonError } from './python.js';

/** Every message about rule templates, one function each. */

const error = (code: string, message: string, place?: Place, hint?: string): Diagnostic => ({
  code,
  severity: 'error',
  message,
  ...(place === undefined ? {} : { place }),
  ...(hint === undefined ? {} : { hint }),
});

const listed = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(', ');

// --- a template itself ---

export const noLanguages = (file: SourceFile): Diagnostic =>
  error(
    'template-languages',
    'a template lists what it makes under `supported_languages`',
    filePlace(file),
    'Write a sequence such as `- oval`, `- bash`.',
  );

export const unknownTemplateLanguage = (
  language: string,
  known: readonly string[],
  place: Place,
): Diagnostic =>
  error(
    'template-language-unknown',
    `templates cannot make \`${language}\``,
    place,
    didYouMean(language, known) ?? `They can make ${listed(known)}.`,
  );

export const templateFileMissing = (language: string, path: string, place: Place): Diagnostic =>
  error('template-file-missing', `\`${language}\` is listed here, but there is no ${path}`, place);

// --- the use of a template ---

export const templateShape = (message: string, place?: Place): Diagnostic =>
  error('template-shape', message, place);

export const unknownTemplate = (name: string, known: readonly string[], place?: Place): Diagnostic =>
  error('unknown-template', `there is no template \`${name}\``, place, didYouMean(name, known));

export const unknownBackend = (name: string, known: readonly string[], place?: Place): Diagnostic =>
  error(
    'unknown-backend',
    `\`${name}\` is no language that templates make`,
    place,
    didYouMean(name, known) ?? `They make ${listed(known)}.`,
  );

// --- template.py ---

export const pythonMissing = (templates: readonly string[], command: string, reason: string): Diagnostic =>
  error(
    'python-missing',
    `the templates ${listed(templates)} need Python for their \`template.py\`, and \`${command}\` cannot be started: ${reason}`,
    undefined,
    'Install Python 3 (Debian: `apt install python3`), or name another interpreter in the environment variable PYTHON.',
  );

export const pythonStopped = (templates: readonly string[], reason: string): Diagnostic =>
  error(
    'python-stopped',
    `Python ended while it prepared the parameters of the templates ${listed(templates)}: ${reason}`,
  );

/** An exception while the parameters of one use were prepared: shown at that use, then in the program. */
export function preprocessorRaised(
  file: SourceFile,
  { type, message, line }: PythonError,
  id: string,
  use: Place | undefined,
): Diagnostic {
  const inProgram = linePlace(file, line);
  const raised = error(
    'template-python',
    `\`preprocess\` ${type === '' ? message : `raised ${type}: ${message}`} (for \`${id}\`)`,
    use ?? inProgram,
    hintFor(type, message),
  );
  return use ? { ...raised, related: [{ message: 'here', place: inProgram }] } : raised;
}

function hintFor(type: string, message: string): string | undefined {
  if (type === 'KeyError') return `Give the template the parameter ${message}, or correct its name.`;
  return type === '' ? 'It returns the parameters, a dictionary.' : undefined;
}

/** A `template.py` that cannot be loaded, whatever its parameters. */
export const preprocessorUnloadable = (file: SourceFile, { type, message, line }: PythonError): Diagnostic =>
  error('template-python', `this file cannot be loaded: ${type}: ${message}`, linePlace(file, line));

export const noPreprocess = (file: SourceFile): Diagnostic =>
  error(
    'template-no-preprocess',
    'this file defines no function `preprocess(data, lang)`',
    filePlace(file),
    'Define it, or delete the file if the parameters need no preparation.',
  );

/** The text of a line, without the white space around it. */
function linePlace(file: SourceFile, line: number): Place {
  if (line < 1) return filePlace(file);
  const lines = file.text.split('\n');
  const text = lines[line - 1] ?? '';
  const start = lines.slice(0, line - 1).reduce((sum, { length }) => sum + length + 1, 0);
  return spanPlace(file, start + text.length - text.trimStart().length, start + text.trimEnd().length);
}
