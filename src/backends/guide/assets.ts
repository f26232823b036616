import { readdirSync, readFileSync } from 'node:fs';
import { installed } from '../../source/installation.js';
import type { GuideFile } from './options.js';

const folder = installed('lib/guide/');

let files: readonly GuideFile[] | undefined;

/**
 * The files that every guide carries: script, style, fonts, licences. `build-assets.mjs` makes them once, so
 * that writing a guide needs no bundler. Throws where they were never made.
 */
export function assetFiles(): readonly GuideFile[] {
  files ??= readdirSync(folder)
    .sort()
    .map((name) => ({
      path: `assets/${name}`,
      content: new Uint8Array(readFileSync(new URL(name, folder))),
    }));
  return files;
}
