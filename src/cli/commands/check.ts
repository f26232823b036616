import type { Command } from 'commander';
import { Diagnostics } from '../../diagnostics/diagnostic.js';
import { exitCodes } from '../exit-codes.js';
import { type ContentOptions, contentOption, formatOption, readOptions, sceOption } from '../options.js';
import { summaryLine } from '../summary.js';
import { Progress, printDiagnostics } from '../terminal.js';

export function addCheckCommand(program: Command): void {
  program
    .command('check')
    .summary('report every mistake in the content, and write nothing')
    .description('Reads and links products as `build` does, reports every mistake, and writes nothing.')
    .argument('[product...]', 'what to check; everything where none is named')
    .addOption(contentOption())
    .addOption(sceOption())
    .addOption(formatOption())
    .action(async (products: string[], options: ContentOptions) => {
      process.exitCode = await runCheck(products, options);
    });
}

async function runCheck(products: readonly string[], options: ContentOptions): Promise<number> {
  // Loaded here, so that other commands start without it.
  const { compile } = await import('../../build/compile.js');
  const diagnostics = new Diagnostics();
  const progress = new Progress(options.format);
  const checked = await compile({ ...readOptions(products, options), onPhase: progress.show }, diagnostics);
  progress.done();
  printDiagnostics(diagnostics.all, options.format);
  if (diagnostics.hasErrors) return exitCodes.contentErrors;
  if (options.format === 'pretty') {
    for (const product of checked)
      process.stdout.write(`${product.name}: ${summaryLine(product)}; no errors\n`);
  }
  return exitCodes.ok;
}
