import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where Debian's packages of the SCAP Security Guide put their content. */
export const ssgFolder = '/usr/share/xml/scap/ssg/content';

const packages = 'ssg-base ssg-debian ssg-debderived ssg-nondebian ssg-applications';

/** The names of Debian's SSG files; a missing package is an error, since a skipped test proves nothing. */
export function ssgFiles(): readonly string[] {
  const names = existsSync(ssgFolder) ? readdirSync(ssgFolder).filter((name) => name.endsWith('.xml')) : [];
  for (const needed of [
    'ssg-debian11-ds.xml',
    'ssg-ubuntu2204-ds.xml',
    'ssg-rhel8-ds.xml',
    'ssg-firefox-ds.xml',
  ]) {
    if (!names.includes(needed)) {
      throw new Error(`${join(ssgFolder, needed)} is missing; install the Debian packages ${packages}`);
    }
  }
  return names.sort();
}

/** The bytes of one of Debian's SSG files. */
export function ssgFile(name: string): Buffer {
  ssgFiles();
  return readFileSync(join(ssgFolder, name));
}
