import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.js';
import { readScapFile } from '../../../src/frontends/xccdf/index.js';

const document = (declaration: string, title: string) =>
  `${declaration}<Benchmark xmlns="http://checklists.nist.gov/xccdf/1.2" id="x"><status>draft</status><title>${title}</title></Benchmark>`;

function read(bytes: Uint8Array) {
  const diagnostics: Diagnostic[] = [];
  const benchmark = readScapFile(bytes, 'b.xml', (each) => diagnostics.push(each));
  return {
    title: benchmark?.title.children,
    problems: diagnostics.map(({ code, message }) => `${code}: ${message}`),
  };
}

const swapped = (bytes: Buffer) => Buffer.from(bytes).swap16();
const good = { title: [{ type: 'text', value: 'Größe ✓' }], problems: [] };

describe('encodings', () => {
  const text = document('<?xml version="1.0"?>', 'Größe ✓');

  test('UTF-8, with and without a byte order mark', () => {
    expect(read(Buffer.from(text))).toEqual(good);
    expect(read(Buffer.from(`\uFEFF${text}`))).toEqual(good);
  });

  test('UTF-16 in both orders, with and without a byte order mark', () => {
    for (const start of ['', '\uFEFF']) {
      const little = Buffer.from(start + text, 'utf16le');
      expect(read(little)).toEqual(good);
      expect(read(swapped(little))).toEqual(good);
    }
  });

  test('ISO-8859-1 by its declaration', () => {
    const latin = document('<?xml version="1.0" encoding="ISO-8859-1"?>', 'Größe');
    expect(read(Buffer.from(latin, 'latin1'))).toEqual({
      title: [{ type: 'text', value: 'Größe' }],
      problems: [],
    });
  });

  test('bytes that are not UTF-8', () => {
    expect(read(Buffer.from(document('', 'Größe'), 'latin1')).problems).toEqual([
      'scap-encoding: the file is not UTF-8, which is what it says it is',
    ]);
  });

  test('an encoding that nobody knows', () => {
    expect(read(Buffer.from(document('<?xml version="1.0" encoding="x-mine"?>', 'x'))).problems).toEqual([
      'scap-encoding: the file is in an unknown encoding, x-mine',
    ]);
  });

  test('no bytes at all', () => {
    expect(read(new Uint8Array()).problems).toEqual(['scap-empty: the file is empty']);
  });
});
