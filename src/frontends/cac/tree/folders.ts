import type { Environment } from '../environment.js';
import { fromProductDir } from '../product/product.js';

/** One folder of the benchmark's tree that is a group, with what lies in it, each sorted by name. */
export interface Folder {
  readonly name: string;
  readonly path: string;
  readonly groups: readonly Folder[];
  /** Folders of the rules. */
  readonly rules: readonly string[];
  /** Files of the values. */
  readonly values: readonly string[];
}

/** Where the benchmark of a product lies. */
export const benchmarkFolder = ({ product }: Environment): string =>
  fromProductDir(product, String(product.properties.benchmark_root ?? '.'));

/**
 * The tree of groups below the benchmark, from listings alone. A folder without `group.yml` is no group, and
 * nothing below it counts.
 */
export function readFolders(env: Environment): Folder {
  return readFolder(env, benchmarkFolder(env), '') as Folder;
}

/** Folders beside the benchmark whose rules belong to the product as well. */
export function additionalFolders(env: Environment): Folder[] {
  const named = env.product.properties.additional_content_directories;
  if (!Array.isArray(named)) return [];
  return named.flatMap((path) => readFolder(env, String(path).replace(/\/+$/, ''), 'group.yml') ?? []);
}

function readFolder(env: Environment, path: string, marker: string): Folder | undefined {
  const entries = env.root.list(path);
  if (marker !== '' && !entries.some(({ name }) => name === marker)) return undefined;
  const groups: Folder[] = [];
  const rules: string[] = [];
  const values: string[] = [];
  for (const { name, path: child, kind } of entries) {
    if (kind === 'file') {
      if (name.endsWith('.var')) values.push(child);
    } else if (env.root.hasFile(child, 'rule.yml')) rules.push(child);
    else if (name !== 'tests') {
      const group = readFolder(env, child, 'group.yml');
      if (group) groups.push(group);
    }
  }
  return { name: path.slice(path.lastIndexOf('/') + 1), path, groups, rules, values };
}

/** Names of all rules below some folders, groups or not. */
export function ruleNamesBelow(env: Environment, folders: readonly string[]): Set<string> {
  const out = new Set<string>();
  const visit = (path: string): void => {
    for (const { name, path: child, kind } of env.root.list(path)) {
      if (kind !== 'directory' || name === 'tests') continue;
      if (env.root.hasFile(child, 'rule.yml')) out.add(name);
      else visit(child);
    }
  };
  for (const folder of folders) if (env.root.isDirectory(folder)) visit(folder);
  return out;
}
