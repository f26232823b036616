import { linkSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { CompiledRules } from '../backends/compile.js';
import { ovalOwner, rulePieces, type ScriptLanguage, sectionOwner } from '../backends/owners.js';
import { ansibleSection, bashSection, scriptPaths, Variables } from '../backends/remediation/index.js';
import { currentSignature } from '../source/inputs.js';
import { type Chunk, owned } from '../text/chunks.js';
import { type Segment, writeStaged } from './output.js';
import type { BuildRecord } from './record.js';
import type { WrittenFiles } from './remember.js';

/** Finds what takes the place of a stretch; nothing where it stays. */
type Replacement = (owner: string) => Uint8Array | undefined;

/** The output of a former build, as its record knows it. */
export class FormerOutput {
  readonly #dir: string;
  readonly #record: BuildRecord;
  readonly #files = new Map<string, Buffer>();
  /** Where each stretch of OVAL stands in the file of the checks. */
  #oval: ReadonlyMap<string, Uint8Array> | undefined;

  /** @param dir the output folder */
  constructor(dir: string, record: BuildRecord) {
    this.#dir = dir;
    this.#record = record;
  }

  /** Whether every file is as it was written. */
  get isWhole(): boolean {
    return [...this.#record.outputs].every(
      ([path, { signature }]) => currentSignature(join(this.#dir, path)) === signature,
    );
  }

  /** Whether a stretch of the OVAL is this text. */
  holds(owner: string, text: Uint8Array): boolean {
    this.#oval ??= new Map(
      [...this.#record.outputs.keys()]
        .filter((path) => path.endsWith('-oval.xml'))
        .flatMap((path) => this.#stretches(path).map((each) => [each.owner, each.bytes] as const)),
    );
    const bytes = this.#oval.get(owner);
    return bytes !== undefined && Buffer.compare(bytes, text) === 0;
  }

  /**
   * Writes every file beside its place, with the stretches of some rules in the place of what they were. A file in
   * which nothing changes is the same file as before.
   *
   * @returns what each file holds now
   */
  write(staged: string, compiled: CompiledRules): WrittenFiles {
    const pieces = new Map(compiled.oval.map((piece) => [ovalOwner(piece), piece.xml]));
    for (const rule of compiled.rules)
      for (const [owner, bytes] of rulePieces(rule)) pieces.set(owner, bytes);
    const scripts = this.#scriptSections(compiled);
    return new Map(
      [...this.#record.outputs.keys()].map((path) => {
        const replacement = scripts.get(path) ?? ((owner: string) => pieces.get(owner));
        return [path, this.#writeFile(path, staged, replacement)];
      }),
    );
  }

  #writeFile(path: string, staged: string, replacement: Replacement): readonly Segment[] {
    const { owners } = this.#record;
    const segments = this.#record.outputs.get(path)?.segments ?? new Uint32Array();
    const isTouched = segments.some(
      (value, at) => at % 3 === 0 && replacement(owners[value] ?? '') !== undefined,
    );
    const chunks = isTouched ? this.#spliced(path, replacement) : undefined;
    if (chunks) return writeStaged(staged, { path, content: chunks });
    mkdirSync(dirname(join(staged, path)), { recursive: true });
    linkSync(join(this.#dir, path), join(staged, path));
    return this.#segments(path);
  }

  /** The text of a file with other stretches; nothing where they are what they were. */
  #spliced(path: string, replacement: Replacement): Chunk[] | undefined {
    const file = this.#bytes(path);
    const chunks: Chunk[] = [];
    let done = 0;
    let differs = false;
    for (const { owner, offset, bytes } of this.#stretches(path)) {
      const next = replacement(owner) ?? bytes;
      differs ||= next !== bytes && Buffer.compare(next, bytes) !== 0;
      chunks.push(file.subarray(done, offset), owned(next, owner));
      done = offset + bytes.length;
    }
    chunks.push(file.subarray(done));
    return differs ? chunks : undefined;
  }

  /** The sections of rules in the scripts and playbooks, whose values are those of the profile. */
  #scriptSections({ rules }: CompiledRules): ReadonlyMap<string, Replacement> {
    const { profiles, valueNames, summary } = this.#record;
    const out = new Map<string, Replacement>();
    for (const [profile, values] of profiles) {
      const current = (id: string): string => values.get(id) ?? '';
      const variables = new Variables(valueNames);
      const paths = scriptPaths(summary.name, profile);
      const sections = (
        language: ScriptLanguage,
        make: (rule: (typeof rules)[number]) => Uint8Array,
      ): void => {
        const byOwner = new Map(rules.map((rule) => [sectionOwner(rule.name, language), rule]));
        out.set(paths[language], (owner) => {
          const rule = byOwner.get(owner);
          return rule && make(rule);
        });
      };
      sections('bash', (rule) => bashSection(rule, current));
      sections('ansible', (rule) => ansibleSection(rule, current, variables));
    }
    return out;
  }

  #stretches(path: string): (Segment & { readonly bytes: Buffer })[] {
    const file = this.#bytes(path);
    return this.#segments(path).map((each) => ({
      ...each,
      bytes: file.subarray(each.offset, each.offset + each.length),
    }));
  }

  #segments(path: string): Segment[] {
    const numbers = this.#record.outputs.get(path)?.segments ?? new Uint32Array();
    const segments: Segment[] = [];
    for (let at = 0; at < numbers.length; at += 3) {
      const [index = 0, offset = 0, length = 0] = numbers.subarray(at, at + 3);
      segments.push({ owner: this.#record.owners[index] ?? '', offset, length });
    }
    return segments;
  }

  #bytes(path: string): Buffer {
    let bytes = this.#files.get(path);
    if (!bytes) {
      bytes = readFileSync(join(this.#dir, path));
      this.#files.set(path, bytes);
    }
    return bytes;
  }
}
