import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import {
  complianceAsCodeSyntax,
  createEnvironment,
  JinjaError,
  jinjaSyntax,
  type Plain,
  type SyntaxOptions,
  toValue,
  type Value,
} from '../../../../src/frontends/cac/jinja/index.js';

/** One template and what it gets, for Python's Jinja2 and for ours. */
export interface Case {
  readonly template: string;
  readonly data?: { readonly [name: string]: Plain };
  /** Templates that it may import. */
  readonly files?: Readonly<Record<string, string>>;
  /** `cac` for ComplianceAsCode's delimiters, or Jinja2's options for white space. */
  readonly syntax?:
    | 'cac'
    | { trim_blocks?: boolean; lstrip_blocks?: boolean; keep_trailing_newline?: boolean };
}

/** The text, or that there is none. */
export type Result = { readonly text: string } | { readonly error: string };

let python: string | undefined;

/** A Python that can import Jinja2. */
function findPython(): string {
  for (const candidate of ['/usr/bin/python3', 'python3']) {
    try {
      execFileSync(candidate, ['-c', 'import jinja2'], { stdio: 'ignore' });
      return candidate;
    } catch {
      // The next one may have it.
    }
  }
  throw new Error("These tests compare with Python's Jinja2. Install the Debian package python3-jinja2.");
}

/** What Python's Jinja2 makes of the cases, in one process. */
export function renderByPython(cases: readonly Case[]): Result[] {
  python ??= findPython();
  const script = fileURLToPath(new URL('reference.py', import.meta.url));
  const input = JSON.stringify(cases);
  return JSON.parse(execFileSync(python, [script], { input, encoding: 'utf8', maxBuffer: 1 << 28 }));
}

function syntaxOf(syntax: Case['syntax']): SyntaxOptions {
  if (syntax === 'cac') return complianceAsCodeSyntax;
  return {
    ...jinjaSyntax,
    trimBlocks: syntax?.trim_blocks ?? false,
    lstripBlocks: syntax?.lstrip_blocks ?? false,
    keepTrailingNewline: syntax?.keep_trailing_newline ?? false,
  };
}

/** What our engine makes of a case; the same where it parses macros only when they are called, unless one is wrong. */
export function renderByUs(of: Case): Result {
  const result = renderWith(of, false);
  if ('text' in result) expect(renderWith(of, true)).toEqual(result);
  return result;
}

function renderWith({ template, data = {}, files = {}, syntax }: Case, defersMacros: boolean): Result {
  const environment = createEnvironment({
    defersMacros,
    syntax: syntaxOf(syntax),
    load: (name) => (Object.hasOwn(files, name) ? { path: name, text: files[name] as string } : undefined),
  });
  try {
    const names = toValue(data) as Map<string, Value>;
    return { text: environment.render({ path: 'template', text: template }, names).text };
  } catch (error) {
    if (error instanceof JinjaError) return { error: error.kind };
    throw error;
  }
}

/** Both give the same text, or both an error. */
export function expectEqual(ours: Result, python: Result, of: Case): void {
  const seen = 'error' in ours && 'error' in python ? { ...ours, error: python.error } : ours;
  expect({ of, ...seen }).toEqual({ of, ...python });
}

/** The same text, or both an error. */
export const areEqual = (ours: Result, python: Result): boolean =>
  'text' in ours && 'text' in python ? ours.text === python.text : 'error' in ours && 'error' in python;

/** A test for each template, with the same data. */
export function itRendersLikePython(templates: readonly (string | Case)[], data: Case['data'] = {}): void {
  const cases = templates.map(
    (of): Case => (typeof of === 'string' ? { template: of, data } : { data, ...of }),
  );
  const results = renderByPython(cases);
  cases.forEach((of, i) => {
    it(JSON.stringify(of.template), () => expectEqual(renderByUs(of), results[i] as Result, of));
  });
}
