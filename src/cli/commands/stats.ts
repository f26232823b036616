import { type Command, Option } from 'commander';
import { Diagnostics } from '../../diagnostics/diagnostic.js';
import { exitCodes } from '../exit-codes.js';
import { contentOption, readOptions } from '../options.js';
import { Progress, printDiagnostics } from '../terminal.js';

interface Options {
  readonly content: string;
  readonly format: 'table' | 'json';
}

export function addStatsCommand(program: Command): void {
  program
    .command('stats')
    .summary('count what the products hold')
    .description(
      'Counts groups, rules, values and profiles; rules with a check, with remediations, with a manual check and\nwith scenarios, by severity; and how much of each catalogue of requirements they name.',
    )
    .argument('[product...]', 'what to count; everything where none is named')
    .addOption(contentOption())
    .addOption(
      new Option('--format <format>', 'how the figures are written')
        .choices(['table', 'json'])
        .default('table'),
    )
    .action(async (products: string[], options: Options) => {
      process.exitCode = await runStats(products, options);
    });
}

async function runStats(products: readonly string[], { content, format }: Options): Promise<number> {
  // Loaded here, so that other commands start without it.
  const [{ readEach }, { statsOf }, { formatStats }] = await Promise.all([
    import('../../build/read.js'),
    import('../../stats/stats.js'),
    import('../../stats/table.js'),
  ]);
  const diagnostics = new Diagnostics();
  const progress = new Progress('pretty');
  const stats = await readEach(
    { ...readOptions(products, { content, format: 'pretty' }), onPhase: progress.show },
    diagnostics,
    (benchmark, reader) =>
      statsOf(benchmark, diagnostics.hasErrors ? [] : (reader.scenarios?.(benchmark.name) ?? [])),
  );
  progress.done();
  printDiagnostics(diagnostics.all, 'pretty');
  if (diagnostics.hasErrors) return exitCodes.contentErrors;
  process.stdout.write(format === 'json' ? `${JSON.stringify(stats, null, 2)}\n` : formatStats(stats));
  return exitCodes.ok;
}
