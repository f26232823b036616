import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { Diagnostics } from '../../diagnostics/diagnostic.js';
import type { TestRun } from '../../testing/index.js';
import { exitCodes } from '../exit-codes.js';
import { contentOption, readOptions } from '../options.js';
import { Progress, printDiagnostics, wantsColor } from '../terminal.js';

type ReportFormat = 'table' | 'json' | 'junit';

interface Options {
  readonly content: string;
  readonly product: readonly string[];
  readonly format: ReportFormat;
  readonly out?: string;
  readonly base?: string;
  readonly jobs: number;
  readonly timeout: number;
}

export function addTestCommand(program: Command): void {
  program
    .command('test')
    .summary('try rules on disposable systems: scan, repair, scan again')
    .description(
      'Puts disposable copies of a system into the states of tests/NAME.pass.sh, NAME.fail.sh and\nNAME.notapplicable.sh of each rule and its template, scans them with OpenSCAP, repairs what must fail by Bash\nand by Ansible, scans again, and repairs once more, which must change nothing. Needs root rights, oscap, rpm,\ndnf and ansible-playbook.',
    )
    .argument('[rule...]', 'rules, or groups of rules; everything where none is named')
    .addOption(
      new Option('--product <name>', 'the product; may be given several times')
        .argParser((name: string, before: readonly string[]) => [...before, name])
        .default([], 'every product'),
    )
    .addOption(contentOption())
    .addOption(
      new Option('--format <format>', 'how the results are written')
        .choices(['table', 'json', 'junit'])
        .default('table'),
    )
    .option('--out <file>', 'a file to write the results to, instead of standard output')
    .option('--base <path>', 'a folder or a tarball with the system to copy, instead of this machine')
    .addOption(
      new Option('--jobs <n>', 'how many scenarios run side by side')
        .argParser(positiveInteger)
        .default(availableParallelism()),
    )
    .addOption(
      new Option('--timeout <seconds>', 'how long a script, scan or repair may take')
        .argParser(positiveInteger)
        .default(300),
    )
    .action(async (rules: string[], options: Options) => {
      process.exitCode = await runTest(rules, options);
    });
}

async function runTest(rules: readonly string[], options: Options): Promise<number> {
  // Loaded here, so that other commands start without it.
  const [{ hasPassed, runTests, summaryLine }, { isFileSystemError, outputFailed }] = await Promise.all([
    import('../../testing/index.js'),
    import('../../build/messages.js'),
  ]);
  const diagnostics = new Diagnostics();
  const progress = new Progress('pretty');
  const run = await runTests(
    {
      ...readOptions(options.product, { content: options.content, format: 'pretty' }),
      rules,
      jobs: options.jobs,
      timeoutMs: options.timeout * 1000,
      ...(options.base === undefined ? {} : { base: resolve(options.base) }),
      onPhase: progress.show,
      onResult: ({ rule, scenario }, done, total) => progress.show(`${done}/${total} ${rule} ${scenario}`),
    },
    diagnostics,
  );
  progress.done();
  if (run.results.length > 0) {
    const text = await formatted(run, options);
    try {
      if (options.out === undefined) process.stdout.write(text);
      else {
        writeFileSync(options.out, text);
        process.stdout.write(`${summaryLine(run)}\n`);
      }
    } catch (error) {
      if (!isFileSystemError(error)) throw error;
      diagnostics.report(outputFailed(options.out ?? 'standard output', error));
    }
  }
  printDiagnostics(diagnostics.all, 'pretty');
  return diagnostics.hasErrors || !run.results.every(hasPassed) ? exitCodes.contentErrors : exitCodes.ok;
}

async function formatted(run: TestRun, { format, out }: Options): Promise<string> {
  const { formatJson, formatJunit, formatTable } = await import('../../testing/index.js');
  if (format === 'json') return formatJson(run);
  if (format === 'junit') return formatJunit(run);
  return formatTable(run, out === undefined && wantsColor(process.stdout));
}

function positiveInteger(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value > 0) return value;
  throw new InvalidArgumentError('It must be a whole number, 1 or more.');
}
