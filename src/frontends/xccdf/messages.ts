import type { Diagnostic, Related } from '../../diagnostics/diagnostic.js';
import { errorAt as error, warningAt as warning } from '../../diagnostics/make.js';
import { didYouMean } from '../../diagnostics/messages.js';
import { filePlace, type Place, type SourceFile } from '../../source/file.js';

/** Every message about SCAP content that somebody else built, one function each. */

const listed = (names: readonly string[]): string => {
  const shown = names.slice(0, 8).map((name) => `\`${name}\``);
  return names.length > shown.length ? `${shown.join(', ')}, …` : shown.join(', ');
};

const needed = 'A benchmark (XCCDF 1.1 or 1.2) or a SCAP 1.2 or 1.3 source data stream is needed.';

// --- the file ---

export const notDecodable = (path: string, encoding: string): Diagnostic =>
  error(
    'scap-encoding',
    `the file is not ${encoding}, which is what it says it is`,
    filePlace({ path, text: '' }),
    'Save it as UTF-8, or correct the encoding in its XML declaration.',
  );

export const unknownEncoding = (path: string, encoding: string): Diagnostic =>
  error(
    'scap-encoding',
    `the file is in an unknown encoding, ${encoding}`,
    filePlace({ path, text: '' }),
    'Save it as UTF-8.',
  );

export const emptyDocument = (file: SourceFile): Diagnostic =>
  error('scap-empty', 'the file is empty', filePlace(file), needed);

export const notXml = (file: SourceFile, looksLike: string | undefined): Diagnostic =>
  error(
    'scap-not-xml',
    looksLike ? `the file is not XML but ${looksLike}` : 'the file is not XML',
    filePlace(file),
    looksLike?.startsWith('compressed') ? 'Unpack it first.' : needed,
  );

export const xmlSyntax = (place: Place, message: string): Diagnostic =>
  error('scap-xml-syntax', `this is not well-formed XML: ${message}`, place);

export const cutOff = (place: Place, name: string, opened: Place): Diagnostic =>
  error(
    'scap-cut-off',
    `the file ends in the middle: <${name}> is never closed`,
    place,
    'The file is incomplete; get it again.',
    [{ message: `<${name}> starts here`, place: opened }],
  );

export const documentType = (place: Place): Diagnostic =>
  error(
    'scap-doctype',
    'a document type declaration (<!DOCTYPE …>) is not allowed',
    place,
    'SCAP content needs none, and its entities can make a small file endless; take the declaration out.',
  );

export const tooDeep = (place: Place, message: string): Diagnostic =>
  error('scap-too-deep', message, place, 'No benchmark nests that deep; is the file what it should be?');

/** What files a benchmark is easily confused with are, by the name of their root element. */
const kinds: Readonly<Record<string, string>> = {
  oval_definitions: 'OVAL definitions, which are checks without a benchmark',
  'ocil:ocil': 'an OCIL document, which is questionnaires without a benchmark',
  'cpe-dict:cpe-list': 'a CPE dictionary, which is platforms without a benchmark',
  'xccdf:Tailoring': 'an XCCDF tailoring file, which changes a benchmark and holds none',
  'xccdf:TestResult': 'an XCCDF test result',
  'xccdf:Profile': 'an XCCDF Profile alone',
  'xccdf:Rule': 'an XCCDF Rule alone',
  'xccdf:Group': 'an XCCDF Group alone',
  'ds:component': 'a component of a data stream alone',
  'ds:data-stream': 'a data stream without the collection that holds its components',
};

export function notScap(place: Place, name: string, shown: string): Diagnostic {
  const kind = kinds[name];
  if (kind) return error('scap-not-a-benchmark', `the file is ${kind}`, place, needed);
  const local = shown.slice(shown.indexOf(':') + 1);
  const hint = /^(Benchmark|data-stream-collection)$/.test(local)
    ? `<${local}> must be in the namespace of XCCDF 1.1, XCCDF 1.2 or SCAP 1.2 source data streams.`
    : /^(oval_results|asset-report-collection|oval_system_characteristics)$/.test(local)
      ? `That is the result of a scan. ${needed}`
      : needed;
  return error(
    'scap-not-a-benchmark',
    `the file is XML but not SCAP: its root element is <${shown}>`,
    place,
    hint,
  );
}

// --- data streams ---

export const noBenchmark = (place: Place): Diagnostic =>
  error('scap-no-benchmark', 'the data stream holds no benchmark', place, 'One with a checklist is needed.');

export const unknownBenchmark = (place: Place, wanted: string, known: readonly string[]): Diagnostic =>
  error(
    'scap-unknown-benchmark',
    `there is no benchmark \`${wanted}\``,
    place,
    `There are ${listed(known)}.`,
  );

export const severalBenchmarks = (place: Place, chosen: string, others: readonly string[]): Diagnostic =>
  warning(
    'scap-several-benchmarks',
    `the file holds several benchmarks; \`${chosen}\` is read`,
    place,
    `Ask for another by its id: ${listed(others)}.`,
  );

export const missingComponent = (place: Place, id: string): Diagnostic =>
  warning('scap-missing-component', `the data stream refers to \`${id}\`, which it does not hold`, place);

export const missingDocument = (place: Place, href: string): Diagnostic =>
  warning(
    'scap-missing-document',
    `the checks in \`${href}\` are not there`,
    place,
    'Put the file beside the benchmark; what it checks is shown only by name otherwise.',
  );

export const brokenDocument = (place: Place, href: string): Diagnostic =>
  warning('scap-missing-document', `\`${href}\` holds no checks that can be read`, place);

// --- ids and references ---

export const duplicateId = (place: Place, id: string, first: Place): Diagnostic =>
  error('scap-duplicate-id', `the id \`${id}\` is used twice`, place, 'Ids are unique within a benchmark.', [
    { message: 'it is first used here', place: first },
  ]);

export const missingId = (place: Place, element: string): Diagnostic =>
  error(
    'scap-missing-id',
    `this ${element} has no id`,
    place,
    'XCCDF requires one; nothing can refer to it otherwise.',
  );

export const duplicateOvalId = (place: Place, id: string, first: Place): Diagnostic =>
  warning(
    'scap-duplicate-oval-id',
    `\`${id}\` is defined twice, differently; the first counts`,
    place,
    undefined,
    [{ message: 'it is first defined here', place: first }],
  );

export const danglingReference = (place: Place, what: string, id: string): Diagnostic =>
  warning(
    'scap-dangling-reference',
    `${what} refers to \`${id}\`, which is not there`,
    place,
    'It is left out.',
  );

export const danglingSub = (place: Place, id: string): Diagnostic =>
  warning(
    'scap-dangling-reference',
    `the text refers to the Value \`${id}\`, which is not there`,
    place,
    'The id stands in the text instead.',
  );

export const unknownDefinition = (place: Place, id: string, href: string): Diagnostic =>
  warning(
    'scap-unknown-definition',
    `there is no OVAL definition \`${id}\` in ${href}`,
    place,
    'The check is shown only by name.',
  );

export const extendsCircle = (place: Place, id: string, chain: readonly Related[]): Diagnostic =>
  error(
    'scap-extends-circle',
    `the profile \`${id}\` extends itself`,
    place,
    'Take one `extends` out of the circle.',
    chain,
  );

// --- what the model has no word for ---

export const itemExtends = (place: Place, id: string, base: string): Diagnostic =>
  warning(
    'scap-item-extends',
    `\`${id}\` extends \`${base}\`; what it inherits is not shown`,
    place,
    'Resolve the benchmark first: oscap xccdf resolve.',
  );

export const complexCheck = (place: Place): Diagnostic =>
  warning(
    'scap-complex-check',
    'complex checks are read as a list of their checks, without AND, OR and NOT between them',
    place,
  );

export const requiresAnyOf = (place: Place, ids: readonly string[]): Diagnostic =>
  warning('scap-requires-any', `one of several items is required (${listed(ids)}); this is left out`, place);

export const notATailoring = (place: Place): Diagnostic =>
  error(
    'not-a-tailoring',
    'the file is no XCCDF tailoring',
    place,
    'A tailoring file starts with <Tailoring>; autotailor, SCAP Workbench and the guide itself write such files.',
  );

export const unknownBase = (place: Place, id: string, known: readonly string[]): Diagnostic =>
  error(
    'tailoring-base',
    `the profile extends \`${id}\`, which the benchmark does not have`,
    place,
    didYouMean(id, known) ?? 'Is the tailoring file for another benchmark?',
  );
