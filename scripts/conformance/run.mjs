/**
 * Compares what scapc makes of a ComplianceAsCode checkout with data streams that its own build made:
 *
 *     npm run conformance -- --content CHECKOUT --reference DIR [PRODUCT…]
 *
 * DIR holds PRODUCT.xml or ssg-PRODUCT-ds.xml. Prints for each product how many fields are equal, the time and the
 * peak memory of the whole process; `--show N` also prints the first N fields that differ. Exits with 1 where a
 * product cannot be built, or where fewer than `--at-least` per cent of its fields are equal (100 by default).
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { fieldsOf } from './fields.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    content: { type: 'string' },
    reference: { type: 'string' },
    show: { type: 'string', default: '0' },
    'at-least': { type: 'string', default: '100' },
  },
});
const { content, reference } = values;
if (!content || !reference) {
  console.error(
    'usage: npm run conformance -- --content CHECKOUT --reference DIR [PRODUCT…] [--show N] [--at-least PERCENT]',
  );
  process.exit(2);
}

const main = fileURLToPath(new URL('../../lib/cli/main.js', import.meta.url));
const work = mkdtempSync(join(tmpdir(), 'scapc-conformance-'));
try {
  row('product', 'fields', 'equal', 'per cent', 'seconds', 'peak MB');
  for (const product of positionals.length > 0 ? positionals : referenceProducts()) compare(product);
} finally {
  rmSync(work, { recursive: true, force: true });
}

function compare(product) {
  const theirs = [`${product}.xml`, `ssg-${product}-ds.xml`]
    .map((name) => join(reference, name))
    .find(existsSync);
  const build = [
    process.execPath,
    main,
    'build',
    product,
    '--content',
    content,
    '--out',
    work,
    '--datastream',
    '--no-cache',
  ];
  const { status, stderr } = spawnSync('/usr/bin/env', ['time', '-f', '%e %M', ...build], {
    encoding: 'utf8',
  });
  if (!theirs || status !== 0) {
    process.exitCode = 1;
    console.log(`${product}: ${theirs ? `cannot be built\n${stderr}` : `no reference in ${reference}`}`);
    return;
  }
  const [seconds, kilobytes] = stderr.trim().split('\n').at(-1).split(' ').map(Number);
  const ours = readdirSync(join(work, product)).find((name) => name.endsWith('-ds.xml'));
  const [a, b] = [fieldsOf(theirs), fieldsOf(join(work, product, ours))];
  const keys = [...new Set([...a.keys(), ...b.keys()])].sort();
  const different = keys.filter((key) => a.get(key) !== b.get(key));
  const percent = (100 * (keys.length - different.length)) / keys.length;
  row(
    product,
    keys.length,
    keys.length - different.length,
    percent.toFixed(2),
    seconds.toFixed(2),
    (kilobytes / 1024).toFixed(0),
  );
  for (const key of different.slice(0, Number(values.show))) {
    console.log(`  ${key}\n    reference: ${shown(a.get(key))}\n    scapc:     ${shown(b.get(key))}`);
  }
  if (percent < Number(values['at-least'])) process.exitCode = 1;
}

function referenceProducts() {
  return readdirSync(reference).flatMap((name) => {
    const product = /^(?:ssg-(.+)-ds|(.+))\.xml$/.exec(name);
    return product ? [product[1] ?? product[2]] : [];
  });
}

function shown(text) {
  return text === undefined ? 'absent' : text.slice(0, 300);
}

function row(...cells) {
  console.log(
    cells.map((cell, i) => (i === 0 ? String(cell).padEnd(18) : String(cell).padStart(10))).join(''),
  );
}
