#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { tuneEngine } from '../build/engine.js';
import { addBuildCommand } from './commands/build.js';
import { addCheckCommand } from './commands/check.js';
import { addDiffCommand } from './commands/diff.js';
import { addGuideCommand } from './commands/guide.js';
import { addSchemaCommand } from './commands/schema.js';
import { addStatsCommand } from './commands/stats.js';
import { addTestCommand } from './commands/test.js';
import { exitCodes } from './exit-codes.js';
import { version } from './options.js';

const examples = `
Examples:
  scapc build                       every product of ./content into ./dist
  scapc build alinux3 --out /tmp/x  one product, somewhere else
  scapc check --format json         mistakes for an editor or for CI
  scapc guide ssg-rhel9-ds.xml      a guide of somebody else's data stream
  scapc diff old-ds.xml new-ds.xml  what changed between two releases
  scapc test package_postfix_installed  scan and repair disposable systems
  scapc stats                       how much there is, and of what
  scapc schema rule                 what a rule.yml may hold

Exit codes: 0 fine; 1 the content has errors or fails a test, or the output cannot be written;
2 wrong usage; 70 a bug in scapc. SOURCE_DATE_EPOCH sets the date in the output.`;

function makeProgram(): Command {
  const program = new Command('scapc')
    .description('A compiler for security benchmarks: from YAML to what OpenSCAP runs and people read.')
    .version(version())
    .showHelpAfterError('(scapc --help tells more)')
    .exitOverride()
    .addHelpText('after', examples);
  addBuildCommand(program);
  addCheckCommand(program);
  addGuideCommand(program);
  addDiffCommand(program);
  addTestCommand(program);
  addStatsCommand(program);
  addSchemaCommand(program);
  for (const command of program.commands)
    command.exitOverride().showHelpAfterError(`(scapc ${command.name()} --help tells more)`);
  return program;
}

async function main(): Promise<void> {
  tuneEngine('short');
  // A reader that has seen enough (`scapc schema | head`) is no error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(exitCodes.ok);
    throw error;
  });
  try {
    await makeProgram().parseAsync();
  } catch (error) {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? exitCodes.ok : exitCodes.wrongUsage;
      if (error.code === 'commander.invalidArgument' && !error.message.startsWith('error:'))
        process.stderr.write(`error: ${error.message}\n`);
      return;
    }
    process.stderr.write(
      `scapc: this is a bug in scapc, not in your content. Please report it with the lines below.\n${(error as Error).stack ?? String(error)}\n`,
    );
    process.exitCode = exitCodes.bug;
  }
}

await main();
