/** Writes the guide of one file and prints how long that took, as JSON: a process of its own for `guide.mjs`. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { guideFiles } from '../lib/backends/guide/index.js';
import { readScapFile } from '../lib/frontends/xccdf/index.js';

const [, , file, out] = process.argv;
const start = performance.now();
const benchmark = readScapFile(readFileSync(file), basename(file), ({ message }) => console.error(message));
const read = performance.now();
const files = [...guideFiles(benchmark, { dataStream: basename(file) })];
const made = performance.now();
for (const { path, content } of files) {
  mkdirSync(dirname(join(out, path)), { recursive: true });
  writeFileSync(join(out, path), content);
}
const written = performance.now();
console.log(
  JSON.stringify({
    read: read - start,
    made: made - read,
    written: written - made,
    whole: process.uptime() * 1000,
    memory: process.resourceUsage().maxRSS,
  }),
);
