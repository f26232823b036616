import { join } from 'node:path';
import { expect, test } from 'vitest';
import { changed, contentWith, scapc, temporaryFolder } from '../support/cli.js';

test('--help says what there is, with examples and exit codes', async () => {
  const { code, stdout } = await scapc(['--help']);
  expect(code).toBe(0);
  for (const text of [
    'build',
    'check',
    'schema',
    'Examples:',
    'Exit codes: 0 fine; 1 the content has errors',
  ]) {
    expect(stdout).toContain(text);
  }
});

test.each([
  [['bild'], "error: unknown command 'bild'\n(Did you mean build?)\n"],
  [['build', '--oot', 'x'], "error: unknown option '--oot'\n(Did you mean --out?)\n"],
  [['check', '--format', 'xml'], "error: option '--format <format>' argument 'xml' is invalid."],
  [['schema', 'rul'], "error: command-argument value 'rul' is invalid for argument 'kind'."],
])('wrong usage %j is told and exits with 2', async (args, message) => {
  const { code, stdout, stderr } = await scapc(args);
  expect(stderr).toContain(message);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
});

test('a SOURCE_DATE_EPOCH that is no number is wrong usage', async () => {
  const dir = contentWith();
  const { code, stderr } = await scapc(['build'], { cwd: dir, env: { SOURCE_DATE_EPOCH: 'yesterday' } });
  expect(stderr).toBe('error: SOURCE_DATE_EPOCH must be seconds since 1970, not `yesterday`\n');
  expect(code).toBe(2);
});

test('a content root that does not exist, and one that holds nothing', async () => {
  const dir = temporaryFolder();
  const missing = await scapc(['check', '--content', 'nowhere'], { cwd: dir });
  expect(missing.stderr).toContain('error[root-missing]: there is no content root at nowhere\n  hint: ');
  expect(missing.code).toBe(1);
  const empty = await scapc(['check', '--content', '.'], { cwd: dir });
  expect(empty.stderr).toContain('error[no-content]: . holds no benchmark content\n  hint: ');
  expect(empty.code).toBe(1);
});

test('a product that does not exist', async () => {
  const dir = contentWith();
  const { code, stderr } = await scapc(['build', 'bax'], { cwd: dir });
  expect(stderr).toBe(
    'error[unknown-product]: there is no product `bax`\n  hint: Did you mean `box`?\n\n1 error\n',
  );
  expect(code).toBe(1);
});

test('--format json prints the places as numbers', async () => {
  const dir = contentWith(
    changed('guide/files/file_owner_right/rule.yml', 'severity: medium', 'severity: meduim'),
  );
  const { code, stdout, stderr } = await scapc(['check', '--format', 'json'], { cwd: dir });
  expect(JSON.parse(stdout)).toEqual([
    {
      code: 'not-allowed',
      severity: 'error',
      message: '`severity` cannot be `meduim`',
      file: 'content/guide/files/file_owner_right/rule.yml',
      line: 6,
      column: 11,
      endLine: 6,
      endColumn: 17,
      hint: 'Did you mean `medium`? Allowed: `unknown`, `info`, `low`, `medium`, `high`.',
    },
  ]);
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
});

test('--format json prints an empty list where all is well', async () => {
  const { code, stdout } = await scapc(['check', '--format', 'json'], { cwd: contentWith() });
  expect({ code, stdout }).toEqual({ code: 0, stdout: '[]\n' });
});

test('paths in messages lead from the working directory to the file', async () => {
  const dir = contentWith(
    changed('guide/files/file_owner_right/rule.yml', 'severity: medium', 'severity: meduim'),
  );
  const { stderr } = await scapc(['check', '--content', '../content'], { cwd: join(dir, 'content') });
  expect(stderr).toMatch(/^guide\/files\/file_owner_right\/rule\.yml:6:11: /);
});

test('schema prints JSON Schemas', async () => {
  const one = JSON.parse((await scapc(['schema', 'value'])).stdout);
  expect(one.$schema).toBe('http://json-schema.org/draft-07/schema#');
  expect(one.required).toEqual(['title', 'description', 'type', 'options']);
  const all = JSON.parse((await scapc(['schema'])).stdout);
  expect(Object.keys(all)).toEqual([
    'content-root',
    'product',
    'benchmark',
    'group',
    'rule',
    'value',
    'profile',
    'fact',
    'template',
  ]);
});

test('schemas that cannot be written are an error that names the place', async () => {
  const dir = contentWith({ '../out': 'a file' });
  const { code, stdout, stderr } = await scapc(['schema', '--out', 'out/schemas'], { cwd: dir });
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toContain(
    'error[output-failed]: out/schemas cannot be written: a part of the path is no folder',
  );
});
