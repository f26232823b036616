import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { InvalidArgumentError, Option } from 'commander';
import type { ReadOptions } from '../build/read.js';
import { installed } from '../source/installation.js';
import type { Format } from './terminal.js';

/** What the commands that read a content root have in common. */
export interface ContentOptions {
  readonly content: string;
  readonly format: Format;
  readonly sce?: true;
}

export const contentOption = (): Option =>
  new Option('--content <dir>', 'the content root: a folder with scapc.yml').default('content');

export const formatOption = (): Option =>
  new Option('--format <format>', 'how problems are printed').choices(['pretty', 'json']).default('pretty');

export const sceOption = (): Option =>
  new Option('--sce', 'include the check scripts (SCE) of a ComplianceAsCode checkout');

/** The folder `templates/` of this installation. */
export const shippedTemplates = (): string => fileURLToPath(installed('templates'));

export const readOptions = (products: readonly string[], { content, sce }: ContentOptions): ReadOptions => ({
  content,
  shownAs: relative(process.cwd(), content),
  templates: shippedTemplates(),
  products,
  ...(sce ? { sce } : {}),
});

/** SOURCE_DATE_EPOCH, as reproducible-builds.org defines it: seconds since 1970. */
export function sourceDate(): Date | undefined {
  const text = process.env['SOURCE_DATE_EPOCH'];
  if (text === undefined || text === '') return undefined;
  if (/^\d{1,11}$/.test(text)) return new Date(Number(text) * 1000);
  throw new InvalidArgumentError(`SOURCE_DATE_EPOCH must be seconds since 1970, not \`${text}\``);
}

/** The version of scapc. */
export function version(): string {
  return (JSON.parse(readFileSync(installed('package.json'), 'utf8')) as { version: string }).version;
}
