import type { Root } from './root.js';
import type { TarEntry } from './tar.js';

/** What Ansible made of its modules in this process, by the file name that it gives each. */
const packed = new Map<string, Uint8Array>();

/** Ansible keeps packed modules below its folder of temporary files, under this name. */
const CACHE = 'ansiballz_cache';

/** Prints a line for each file whose name is not among the arguments: its name, and its bytes in base64. */
const READ_NEW = `cd "$1" 2> /dev/null || exit 0
for file in *; do
  case " $2 " in *" $file "*) continue ;; esac
  if [ -f "$file" ]; then printf '%s %s\\n' "$file" "$(base64 --wrap=0 "$file")"; fi
done`;

/**
 * Files that spare ansible-playbook the search for everything that a module imports, which takes longer than the
 * module itself.
 *
 * @param folder where the root's Ansible has its temporary files
 */
export const packedModules = (folder: string): TarEntry[] => [
  { path: `${folder}/${CACHE}/.keep`, content: '' },
  ...[...packed].map(([name, content]) => ({ path: `${folder}/${CACHE}/${name}`, content })),
];

/** Keeps what Ansible packed anew in a root. */
export async function keepPackedModules(root: Root, folder: string): Promise<void> {
  const known = [...packed.keys()].join(' ');
  const { stdout } = await root.exec(['sh', '-c', READ_NEW, 'read', `${folder}/${CACHE}`, known]);
  for (const line of stdout.split('\n')) {
    const [name, bytes] = line.split(' ');
    if (name && bytes && !name.endsWith('-part')) packed.set(name, Buffer.from(bytes, 'base64'));
  }
}
