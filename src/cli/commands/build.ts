import { resolve } from 'node:path';
import type { Command } from 'commander';
import { Diagnostics } from '../../diagnostics/diagnostic.js';
import { exitCodes } from '../exit-codes.js';
import {
  type ContentOptions,
  contentOption,
  formatOption,
  readOptions,
  sceOption,
  sourceDate,
  version,
} from '../options.js';
import { summaryLine } from '../summary.js';
import { counted, Progress, printDiagnostics } from '../terminal.js';

interface Options extends ContentOptions {
  readonly out: string;
  readonly datastream?: true;
  /** False with `--no-cache`. */
  readonly cache: boolean;
}

export function addBuildCommand(program: Command): void {
  program
    .command('build')
    .summary('compile products into data streams, scripts, playbooks and guides')
    .description(
      'Compiles products into OUT/PRODUCT/: XCCDF, OVAL, OCIL, CPE and one SCAP 1.3 source data stream,\n' +
        'a Bash script and an Ansible playbook for each profile, and the guide (guide/index.html).\n' +
        'Every mistake is reported in one run; nothing in OUT changes unless there is none.',
    )
    .argument('[product...]', 'what to build; everything where none is named')
    .addOption(contentOption())
    .option('--out <dir>', 'where the output goes', 'dist')
    .option('--datastream', 'write the data stream and the XML in it alone: no scripts, playbooks and guide')
    .option('--no-cache', 'compile everything anew, and remember nothing')
    .addOption(sceOption())
    .addOption(formatOption())
    .action(async (products: string[], options: Options) => {
      process.exitCode = await runBuild(products, options);
    });
}

async function runBuild(products: readonly string[], options: Options): Promise<number> {
  // Loaded here, so that other commands start without it.
  const { build } = await import('../../build/build.js');
  const { cacheFolder } = await import('../../build/record.js');
  const started = performance.now();
  const diagnostics = new Diagnostics();
  const progress = new Progress(options.format);
  const date = sourceDate();
  const built = await build(
    {
      ...readOptions(products, options),
      onPhase: progress.show,
      out: resolve(options.out),
      version: version(),
      ...(options.datastream ? { outputs: 'datastream' as const } : {}),
      ...(options.cache ? { cache: cacheFolder() } : {}),
      ...(date === undefined ? {} : { date }),
    },
    diagnostics,
  );
  progress.done();
  printDiagnostics(diagnostics.all, options.format);
  if (diagnostics.hasErrors) return exitCodes.contentErrors;
  if (options.format === 'pretty') {
    for (const product of built)
      process.stdout.write(`${options.out}/${product.name}: ${summaryLine(product)}\n`);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    process.stdout.write(`${counted(built.length, 'product')} built in ${seconds} s\n`);
  }
  return exitCodes.ok;
}
