import type { Command } from 'commander';
import { readBenchmarks } from '../../build/build.js';
import { Diagnostics } from '../../diagnostics/diagnostic.js';
import { exitCodes } from '../exit-codes.js';
import { buildOptions, type ContentOptions, contentOption, formatOption } from '../options.js';
import { summaryOf } from '../summary.js';
import { Progress, printDiagnostics } from '../terminal.js';

export function addCheckCommand(program: Command): void {
  program
    .command('check')
    .summary('report every mistake in the content, and write nothing')
    .description('Reads and links products as `build` does, reports every mistake, and writes nothing.')
    .argument('[product...]', 'what to check; everything where none is named')
    .addOption(contentOption())
    .addOption(formatOption())
    .action((products: string[], options: ContentOptions) => {
      process.exitCode = runCheck(products, options);
    });
}

function runCheck(products: readonly string[], options: ContentOptions): number {
  const diagnostics = new Diagnostics();
  const progress = new Progress(options.format);
  const benchmarks = readBenchmarks(
    { ...buildOptions(products, options), onPhase: progress.show },
    diagnostics,
  );
  progress.done();
  printDiagnostics(diagnostics.all, options.format);
  if (diagnostics.hasErrors) return exitCodes.contentErrors;
  if (options.format === 'pretty') {
    for (const benchmark of benchmarks)
      process.stdout.write(`${benchmark.name}: ${summaryOf(benchmark)}; no errors\n`);
  }
  return exitCodes.ok;
}
