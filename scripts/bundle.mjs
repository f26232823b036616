/**
 * Puts the compiled command and its threads into a few files, with the packages that they use: loading hundreds of
 * small modules takes a third of a second, twice, which is half of a short run. Run by `npm run compile`, behind tsc.
 */
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const lib = fileURLToPath(new URL('../lib/', import.meta.url));

rmSync(`${lib}chunks`, { recursive: true, force: true });
await build({
  entryPoints: { 'cli/main': `${lib}cli/main.js`, 'build/worker': `${lib}build/worker.js` },
  outdir: lib,
  allowOverwrite: true,
  chunkNames: 'chunks/[name]-[hash]',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  // Packages in the older form of modules ask for those of Node.js in their way.
  banner: {
    js: "import { createRequire as toRequire } from 'node:module'; const require = toRequire(import.meta.url);",
  },
  sourcemap: true,
  legalComments: 'none',
  logLevel: 'warning',
});
