import { Argument, type Command } from 'commander';
import { filePatterns, type SourceKind, schemas, sourceKinds } from '../../schema/kinds.js';

export function addSchemaCommand(program: Command): void {
  program
    .command('schema')
    .summary('print the JSON Schema of a kind of source file')
    .description(
      `Prints the JSON Schema (draft-07) of a kind of source file, for editors and other tools.\nWithout KIND it prints all of them, as one JSON object by kind.\n\nKinds and their files:\n${sourceKinds.map((kind) => `  ${kind.padEnd(14)}${filePatterns[kind]}`).join('\n')}`,
    )
    .addArgument(new Argument('[kind]', 'which kind').choices(sourceKinds))
    .action((kind: SourceKind | undefined) => {
      process.stdout.write(
        `${JSON.stringify(kind ? withDialect(kind) : Object.fromEntries(sourceKinds.map((each) => [each, withDialect(each)])), null, 2)}\n`,
      );
    });
}

const withDialect = (kind: SourceKind): object => ({
  $schema: 'http://json-schema.org/draft-07/schema#',
  ...schemas[kind],
});
