import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Report } from '../diagnostics/diagnostic.js';
import { fileTooLarge } from '../diagnostics/messages.js';
import { decodeXml, readScap } from '../frontends/xccdf/index.js';
import type { Benchmark } from '../model/benchmark.js';
import type { SourceFile } from '../source/file.js';
import { isFileSystemError, unreadableInput } from './messages.js';

/** Ten times the largest data stream that is known. */
const maxBytes = 256 * 1024 * 1024;

/** Reads a benchmark or data stream that somebody else built; reports and returns nothing where it is none. */
export function readScapPath(path: string, report: Report): Benchmark | undefined {
  const file = readXmlPath(path, report);
  return file && readScap(file, report, { sibling: (href) => siblingOf(path, href, report) });
}

/** The text of an XML file, in whatever encoding it declares. */
export function readXmlPath(path: string, report: Report): SourceFile | undefined {
  try {
    if (statSync(path).size > maxBytes) {
      report(fileTooLarge(path, maxBytes));
      return undefined;
    }
    return decodeXml(readFileSync(path), path, report);
  } catch (error) {
    if (!isFileSystemError(error)) throw error;
    report(unreadableInput(path, error));
    return undefined;
  }
}

/** A plain benchmark names its OVAL and OCIL as files beside it; nothing further away is read. */
function siblingOf(path: string, href: string, report: Report): SourceFile | undefined {
  if (href.includes('/') || href === '..') return undefined;
  const beside = join(dirname(path), href);
  return statSync(beside, { throwIfNoEntry: false })?.isFile() ? readXmlPath(beside, report) : undefined;
}
