import {
  failure,
  type Problem,
  type Result,
  scanFailed,
  scanTimeout,
  success,
  toolMissing,
} from './problem.js';
import type { Root } from './root.js';
import { type RuleResult, readRuleResults } from './rule-results.js';
import type { ExecResult } from './run-process.js';

/** What to scan, and with what. */
export interface ScanOptions {
  /** The text of a source data stream, or of an XCCDF file with its checks in `files`. */
  readonly dataStream: string | Uint8Array;
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
const DEFAULT_TIMEOUT_MS = 300_000;

/** Exit codes of `oscap xccdf eval`: all rules passed; some did not. */
const EVALUATED = [0, 2];

/**
 * Scans a root with the real `oscap`, inside the root. The file is not validated again and again: that is a step
 * of its own (`oscap ds sds-validate`), and takes longer than the scan of one rule.
 *
 * @returns the result of each rule; or a problem: `tool-missing`, `scan-failed`, `scan-timeout`
 */
export async function scan(root: Root, options: ScanOptions): Promise<Result<ScanReport>> {
  await root.unpack([
    { path: `${FOLDER}/benchmark.xml`, content: options.dataStream },
    { path: `${FOLDER}/tailoring.xml`, content: options.tailoring ?? '' },
    ...Object.entries(options.files ?? {}).map(([name, content]) => ({ path: `${FOLDER}/${name}`, content })),
  ]);
  const timeoutMs = options.timeoutMs ?? DEFAULT_TIMEOUT_MS;
  const result = await root.exec(commandLine(options), { timeoutMs });
  try {
    return await report(root, options, result, timeoutMs);
  } finally {
    await root.exec(['rm', '-rf', FOLDER]);
  }
}

async function report(
  root: Root,
  options: ScanOptions,
  result: ExecResult,
  timeoutMs: number,
): Promise<Result<ScanReport>> {
  const problem = problemOf(result, timeoutMs);
  if (problem) return failure(problem);
  const text = (await root.read(`${FOLDER}/results.xml`)) ?? '';
  const results = readRuleResults(text);
  if (typeof results === 'string') return failure(scanFailed(`${results}\n${result.stderr}`));
  return success({ results, warnings: result.stderr, ...(options.arf ? { arf: text } : {}) });
}

function problemOf(result: ExecResult, timeoutMs: number): Problem | undefined {
  if (result.timedOut) return scanTimeout(timeoutMs, result.stdout + result.stderr);
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
    ...[options.arf ? '--results-arf' : '--results', `${FOLDER}/results.xml`],
    `${FOLDER}/benchmark.xml`,
  ];
}
