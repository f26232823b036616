import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Argument, type Command } from 'commander';
import { isFileSystemError, outputFailed } from '../../build/messages.js';
import { filePatterns, type SourceKind, schemas, sourceKinds } from '../../schema/kinds.js';
import { exitCodes } from '../exit-codes.js';
import { printDiagnostics } from '../terminal.js';

export function addSchemaCommand(program: Command): void {
  program
    .command('schema')
    .summary('print the JSON Schema of a kind of source file, or set an editor up')
    .description(
      `Prints the JSON Schema (draft-07) of a kind of source file, for editors and other tools.\nWithout KIND it prints all of them, as one JSON object by kind.\n\nKinds and their files:\n${sourceKinds.map((kind) => `  ${kind.padEnd(14)}${filePatterns[kind]}`).join('\n')}`,
    )
    .addArgument(new Argument('[kind]', 'which kind').choices(sourceKinds))
    .option(
      '--out <dir>',
      'write all of them there, and print the settings by which VS Code and other users of yaml-language-server find them',
    )
    .action((kind: SourceKind | undefined, { out }: { readonly out?: string }) => {
      if (out !== undefined) process.exitCode = writeSchemas(out);
      else
        print(
          kind ? withDialect(kind) : Object.fromEntries(sourceKinds.map((each) => [each, withDialect(each)])),
        );
    });
}

const withDialect = (kind: SourceKind): object => ({
  $schema: 'http://json-schema.org/draft-07/schema#',
  ...schemas[kind],
});

const text = (data: object): string => `${JSON.stringify(data, null, 2)}\n`;

const print = (data: object): void => {
  process.stdout.write(text(data));
};

function writeSchemas(out: string): number {
  const fileOf = (kind: SourceKind): string => join(out, `${kind}.json`);
  try {
    mkdirSync(out, { recursive: true });
    for (const kind of sourceKinds) writeFileSync(fileOf(kind), text(withDialect(kind)));
  } catch (error) {
    if (!isFileSystemError(error)) throw error;
    printDiagnostics([outputFailed(error.path ?? out, error)], 'pretty');
    return exitCodes.contentErrors;
  }
  print({
    'files.associations': { '*.var': 'yaml', '*.profile': 'yaml' },
    'yaml.schemas': Object.fromEntries(sourceKinds.map((kind) => [fileOf(kind), filePatterns[kind]])),
  });
  return exitCodes.ok;
}
