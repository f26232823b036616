import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { repository, scapc, smallContent, temporaryFolder, writeFiles } from '../support/cli.js';

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
}

interface Marked {
  readonly message: string;
  readonly range: { readonly start: { readonly line: number; readonly character: number } };
}

/** As much of an editor as the language server needs: it opens files, and notes what is marked in them. */
class Editor {
  readonly #server: ChildProcessByStdio<Writable, Readable, null>;
  readonly #waiting = new Map<number, (result: unknown) => void>();
  readonly #marks = new Map<string, readonly Marked[]>();
  readonly #settings: Record<string, unknown>;
  readonly #folder: string;
  #rest = Buffer.alloc(0);
  #next = 1;

  /** @param settings as they stand in an editor's `settings.json`: `yaml.schemas` and others */
  constructor(folder: string, settings: Record<string, unknown>) {
    this.#folder = folder;
    this.#settings = settings;
    const program = join(repository, 'node_modules/.bin/yaml-language-server');
    this.#server = spawn(program, ['--stdio'], { cwd: folder, stdio: ['pipe', 'pipe', 'inherit'] });
    onTestFinished(() => {
      this.#server.kill();
    });
    this.#server.stdout.on('data', (data: Buffer) => this.#read(data));
  }

  async start(): Promise<void> {
    const rootUri = pathToFileURL(this.#folder).href;
    await this.request('initialize', {
      processId: process.pid,
      rootUri,
      workspaceFolders: [{ uri: rootUri, name: 'content' }],
      capabilities: { workspace: { configuration: true } },
    });
    this.#send({ method: 'initialized', params: {} });
    this.#send({
      method: 'workspace/didChangeConfiguration',
      params: { settings: { yaml: this.#section('yaml') } },
    });
  }

  open(path: string, text: string): string {
    const uri = pathToFileURL(join(this.#folder, path)).href;
    const textDocument = { uri, languageId: 'yaml', version: 1, text };
    this.#send({ method: 'textDocument/didOpen', params: { textDocument } });
    return uri;
  }

  /** What is marked in a file, as `line: message`, once something is; lines count from 1. */
  async marks(uri: string): Promise<string[]> {
    await expect.poll(() => this.#marks.get(uri)?.length ?? 0, { timeout: 20_000 }).toBeGreaterThan(0);
    return (this.#marks.get(uri) ?? []).map(({ message, range }) => `${range.start.line + 1}: ${message}`);
  }

  request(method: string, params: unknown): Promise<unknown> {
    const id = this.#next++;
    this.#send({ id, method, params } as Message);
    return new Promise((resolve) => this.#waiting.set(id, resolve));
  }

  /** The settings below a prefix, as the server asks for them. */
  #section(prefix: string): Record<string, unknown> {
    return Object.fromEntries(
      Object.entries(this.#settings).flatMap(([key, value]) =>
        key.startsWith(`${prefix}.`) ? [[key.slice(prefix.length + 1), value]] : [],
      ),
    );
  }

  #send(message: Message): void {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    this.#server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  #read(data: Buffer): void {
    this.#rest = Buffer.concat([this.#rest, data]);
    for (;;) {
      const head = this.#rest.indexOf('\r\n\r\n');
      const length = Number(/Content-Length: (\d+)/i.exec(this.#rest.toString('utf8', 0, head))?.[1]);
      if (head < 0 || this.#rest.length < head + 4 + length) return;
      const body = this.#rest.toString('utf8', head + 4, head + 4 + length);
      this.#rest = this.#rest.subarray(head + 4 + length);
      this.#take(JSON.parse(body) as Message);
    }
  }

  #take({ id, method, params, result }: Message): void {
    if (method === undefined) {
      if (id !== undefined) this.#waiting.get(id)?.(result);
    } else if (method === 'textDocument/publishDiagnostics') {
      const { uri, diagnostics } = params as { uri: string; diagnostics: Marked[] };
      this.#marks.set(uri, diagnostics);
    } else if (method === 'workspace/configuration') {
      const { items } = params as { items: { section: string }[] };
      this.#send({ id, result: items.map(({ section }) => this.#section(section)) } as Message);
    } else if (id !== undefined) this.#send({ id, result: null } as Message);
  }
}

test('with the settings that `schema --out` prints, an editor marks mistakes and completes', async () => {
  const dir = temporaryFolder();
  writeFiles(join(dir, 'content'), smallContent);
  const printed = await scapc(['schema', '--out', '.vscode/scapc'], { cwd: dir });
  expect(printed.stderr).toBe('');
  const settings = JSON.parse(printed.stdout) as Record<string, unknown>;
  expect(settings['files.associations']).toEqual({ '*.var': 'yaml', '*.profile': 'yaml' });

  const editor = new Editor(dir, { ...settings, 'yaml.validate': true, 'yaml.completion': true });
  await editor.start();
  const path = 'content/guide/files/file_owner_right/rule.yml';
  const rule = smallContent['guide/files/file_owner_right/rule.yml'] ?? '';
  const broken = rule.replace('severity: medium', 'severity: midium').replace('rationale:', 'rationable:');
  const marks = (await editor.marks(editor.open(path, broken))).join('\n');
  expect(marks).toMatch(/^1: Missing property "rationale"/m);
  expect(marks).toMatch(/^4: Property rationable is not allowed/m);
  expect(marks).toMatch(
    /^6: Value is not accepted\. Valid values: "unknown", "info", "low", "medium", "high"/m,
  );

  const value = editor.open(
    'content/guide/files/other.var',
    'title: Other\ntype: text\noptions:\n  default: a\n',
  );
  expect((await editor.marks(value)).join('\n')).toMatch(/^2: Value is not accepted/m);

  const uri = editor.open('content/guide/files/next/rule.yml', 'title: Next\nseverity: \n');
  const completion = (await editor.request('textDocument/completion', {
    textDocument: { uri },
    position: { line: 1, character: 10 },
  })) as { items: { label: string }[] };
  expect(completion.items.map(({ label }) => label)).toEqual(['unknown', 'info', 'low', 'medium', 'high']);
});

test('the authoring guide shows that command', () => {
  const guide = readFileSync(join(repository, 'docs/authoring.md'), 'utf8');
  expect(guide).toContain('node lib/cli/main.js schema --out .vscode/scapc > .vscode/settings.json');
});
