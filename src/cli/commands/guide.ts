import { basename, dirname, resolve } from 'node:path';
import type { Command } from 'commander';
import { Diagnostics } from '../../diagnostics/diagnostic.js';
import { exitCodes } from '../exit-codes.js';
import { formatOption } from '../options.js';
import { summaryLine } from '../summary.js';
import { type Format, Progress, printDiagnostics } from '../terminal.js';

interface Options {
  readonly out: string;
  readonly profile?: string;
  readonly tailoring?: string;
  readonly format: Format;
}

export function addGuideCommand(program: Command): void {
  program
    .command('guide')
    .summary('make the guide of a benchmark or data stream that somebody else built')
    .description(
      'Reads an XCCDF 1.1 or 1.2 benchmark or a SCAP 1.2 or 1.3 source data stream, and writes the guide that\n`build` writes: a folder of static files, whose index.html opens without a server.',
    )
    .argument('<file>', 'the benchmark or data stream')
    .option('--out <dir>', 'the folder of the guide; what was there before is replaced', 'guide')
    .option('--profile <id>', 'the profile that the page opens with, by id or name')
    .option('--tailoring <file>', 'an XCCDF tailoring file, whose profiles are shown as well')
    .addOption(formatOption())
    .action(async (file: string, options: Options) => {
      process.exitCode = await runGuide(file, options);
    });
}

async function runGuide(path: string, { out, profile, tailoring, format }: Options): Promise<number> {
  // Loaded here, so that other commands start without it.
  const { buildGuide } = await import('../../build/guide.js');
  const diagnostics = new Diagnostics();
  const progress = new Progress(format);
  const folder = resolve(out);
  const made = await buildGuide(
    {
      file: path,
      outFolder: dirname(folder),
      name: basename(folder),
      onPhase: progress.show,
      ...(profile === undefined ? {} : { profile }),
      ...(tailoring === undefined ? {} : { tailoring }),
    },
    diagnostics,
  );
  progress.done();
  printDiagnostics(diagnostics.all, format);
  if (diagnostics.hasErrors || !made) return exitCodes.contentErrors;
  if (format === 'pretty') process.stdout.write(`${out}/index.html: ${summaryLine(made)}\n`);
  return exitCodes.ok;
}
