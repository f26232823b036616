import {
  failure,
  type Problem,
  ProvingError,
  type Result,
  rootCommandFailed,
  scanFailed,
  scanTimeout,
  success,
  toolMissing,
} from './problem.js';
import type { Root } from './root.js';
import { type RuleResult, readProgress, readRuleResults } from './rule-results.js';
import type { ExecResult } from './run-process.js';
import { type TarEntry, tar } from './tar.js';

/** What to scan, and with what. */
export interface ScanOptions {
  /** The text of a source data stream, or of an XCCDF file with its checks in `files`; or where the root has it. */
  readonly dataStream: string | Uint8Array | { readonly path: string };
  /** Files that an XCCDF file names, by file name: its OVAL, its CPE dictionary. None with a data stream. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /** Id of a profile, in full or as its last part; the default profile otherwise. */
  readonly profile?: string;
  /** Full ids of the only rules to evaluate. */
  readonly rules?: readonly string[];
  /** The text of a tailoring file. */
  readonly tailoring?: string;
  /** Whether to return the result as an Asset Reporting Format document, with every OVAL test and item. */
  readonly arf?: boolean;
  /** Only what oscap prints as it goes, which takes half of the time: results of selected rules, and no messages. */
  readonly progress?: boolean;
  /** Milliseconds, 300,000 by default. */
  readonly timeoutMs?: number;
}

export interface ScanReport {
  /** In document order; also the rules that the profile did not select. */
  readonly results: readonly RuleResult[];
  /** What oscap printed to its standard error: warnings, without which a scan should be. */
  readonly warnings: string;
  /** Present when it was asked for. */
  readonly arf?: string;
}

const FOLDER = '/run/scapc-scan';
const BENCHMARK = `${FOLDER}/benchmark.xml`;
const DEFAULT_TIMEOUT_MS = 300_000;

/** Exit codes of `oscap xccdf eval`: all rules passed; some did not. */
const EVALUATED = [0, 2];

/**
 * How the C library hands out memory (GNU libc manual, "Memory Allocation Tunables"): in huge pages, and without bins
 * for small pieces, which oscap makes it tidy up again and again. That saves a third of the time for a large data stream.
 */
const MEMORY = { GLIBC_TUNABLES: 'glibc.malloc.hugetlb=1:glibc.malloc.mxfast=0' };

/** Exit code of `SCAN` when the files cannot be written. */
const NO_FILES = 93;

/** Unpacks its input, and runs its arguments: one process in the root instead of two. */
const SCAN = `tar --extract --no-same-owner --directory=/ || exit ${NO_FILES}; exec "$@"`;

/**
 * Scans a root with the real `oscap`, inside the root. The file is not validated again and again: that is a step
 * of its own (`oscap ds sds-validate`), and takes longer than the scan of one rule.
 *
 * @returns the result of each rule; or a problem: `tool-missing`, `scan-failed`, `scan-timeout`
 */
export async function scan(root: Root, options: ScanOptions): Promise<Result<ScanReport>> {
  const timeoutMs = options.timeoutMs ?? DEFAULT_TIMEOUT_MS;
  const argv = ['sh', '-c', SCAN, 'scan', ...commandLine(options)];
  const result = await root.exec(argv, { timeoutMs, env: MEMORY, input: tar(filesOf(options)) });
  const problem = problemOf(result, timeoutMs);
  if (problem) return failure(problem);
  if (options.progress) return success({ results: readProgress(result.stdout), warnings: result.stderr });
  const text = (await root.read(`${FOLDER}/results.xml`)) ?? '';
  const results = readRuleResults(text);
  if (typeof results === 'string') return failure(scanFailed(`${results}\n${result.stderr}`));
  return success({ results, warnings: result.stderr, ...(options.arf ? { arf: text } : {}) });
}

const filesOf = ({ dataStream, tailoring = '', files = {} }: ScanOptions): TarEntry[] => [
  ...(typeof dataStream === 'object' && 'path' in dataStream
    ? []
    : [{ path: BENCHMARK, content: dataStream }]),
  { path: `${FOLDER}/tailoring.xml`, content: tailoring },
  ...Object.entries(files).map(([name, content]) => ({ path: `${FOLDER}/${name}`, content })),
];

function problemOf(result: ExecResult, timeoutMs: number): Problem | undefined {
  if (result.timedOut) return scanTimeout(timeoutMs, result.stdout + result.stderr);
  if (result.exitCode === NO_FILES) throw new ProvingError(rootCommandFailed('write files', result.stderr));
  if (result.exitCode === 127) return toolMissing('oscap', 'openscap-scanner', 'root');
  if (!EVALUATED.includes(result.exitCode)) return scanFailed(result.stderr + result.stdout);
  return undefined;
}

function commandLine(options: ScanOptions): string[] {
  return [
    ...['oscap', 'xccdf', 'eval', '--skip-valid'],
    ...(options.profile === undefined ? [] : ['--profile', options.profile]),
    ...(options.rules ?? []).flatMap((rule) => ['--rule', rule]),
    ...(options.tailoring === undefined ? [] : ['--tailoring-file', `${FOLDER}/tailoring.xml`]),
    ...(options.progress
      ? ['--progress']
      : [options.arf ? '--results-arf' : '--results', `${FOLDER}/results.xml`]),
    typeof options.dataStream === 'object' && 'path' in options.dataStream
      ? options.dataStream.path
      : BENCHMARK,
  ];
}
