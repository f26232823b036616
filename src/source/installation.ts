import { existsSync } from 'node:fs';

/** The folder of this installation of scapc: the one around this module that has a `package.json`. */
function findRoot(): URL {
  let folder = new URL('.', import.meta.url);
  while (!existsSync(new URL('package.json', folder)) && folder.pathname !== '/')
    folder = new URL('..', folder);
  return folder;
}

const root = findRoot();

/** A file or folder of this installation, wherever the code that asks for it was bundled to. */
export const installed = (path: string): URL => new URL(path, root);
