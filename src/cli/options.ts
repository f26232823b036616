import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { InvalidArgumentError, Option } from 'commander';
import type { ReadOptions } from '../build/read.js';
import type { Format } from './terminal.js';

/** What the commands that read a content root have in common. */
export interface ContentOptions {
  readonly content: string;
  readonly format: Format;
}

export const contentOption = (): Option =>
  new Option('--content <dir>', 'the content root: a folder with scapc.yml').default('content');

export const formatOption = (): Option =>
  new Option('--format <format>', 'how problems are printed').choices(['pretty', 'json']).default('pretty');

/** The folder `templates/` of this installation. */
export const shippedTemplates = (): string => fileURLToPath(new URL('../../templates', import.meta.url));

export function readOptions(
  products: readonly string[],
  { content }: ContentOptions,
): Omit<ReadOptions, 'onPhase'> {
  const date = sourceDate();
  return {
    content,
    shownAs: relative(process.cwd(), content),
    templates: shippedTemplates(),
    products,
    ...(date === undefined ? {} : { sourceDate: date }),
  };
}

/** SOURCE_DATE_EPOCH, as reproducible-builds.org defines it. */
function sourceDate(): number | undefined {
  const text = process.env['SOURCE_DATE_EPOCH'];
  if (text === undefined || text === '') return undefined;
  if (!/^\d{1,11}$/.test(text))
    throw new InvalidArgumentError(`SOURCE_DATE_EPOCH must be seconds since 1970, not \`${text}\``);
  return Number(text);
}
