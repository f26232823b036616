import { writeFileSync } from 'node:fs';
import { type Command, Option } from 'commander';
import { Diagnostics } from '../../diagnostics/diagnostic.js';
import { exitCodes } from '../exit-codes.js';
import { printDiagnostics, wantsColor } from '../terminal.js';

interface Options {
  readonly format: 'text' | 'json' | 'html';
  readonly out?: string;
}

export function addDiffCommand(program: Command): void {
  program
    .command('diff')
    .summary('show what changed between two benchmarks or data streams')
    .description(
      'Compares two XCCDF benchmarks or SCAP source data streams, whoever built them: rules, groups and values\nadded, removed and changed; checks and remediations; what profiles select, and with which values.',
    )
    .argument('<a>', 'the older file')
    .argument('<b>', 'the newer file')
    .addOption(
      new Option('--format <format>', 'how the differences are written')
        .choices(['text', 'json', 'html'])
        .default('text'),
    )
    .option('--out <file>', 'a file to write to, instead of standard output')
    .action(async (a: string, b: string, options: Options) => {
      process.exitCode = await runDiff(a, b, options);
    });
}

async function runDiff(a: string, b: string, { format, out }: Options): Promise<number> {
  // Loaded here, so that other commands start without it.
  const [
    { readScapPath },
    { diffBenchmarks, formatHtml, formatJson, formatText },
    { isFileSystemError, outputFailed },
  ] = await Promise.all([
    import('../../build/scap-file.js'),
    import('../../diff/index.js'),
    import('../../build/messages.js'),
  ]);
  const diagnostics = new Diagnostics();
  const [before, after] = [a, b].map((path) => readScapPath(path, diagnostics.report));
  if (before && after && !diagnostics.hasErrors) {
    const diff = diffBenchmarks(before, after);
    const text =
      format === 'json'
        ? formatJson(diff)
        : format === 'html'
          ? formatHtml(diff)
          : formatText(diff, out === undefined && wantsColor(process.stdout));
    try {
      if (out === undefined) process.stdout.write(text);
      else writeFileSync(out, text);
    } catch (error) {
      if (!isFileSystemError(error)) throw error;
      diagnostics.report(outputFailed(out ?? 'standard output', error));
    }
  }
  printDiagnostics(diagnostics.all, 'pretty');
  return diagnostics.hasErrors ? exitCodes.contentErrors : exitCodes.ok;
}
