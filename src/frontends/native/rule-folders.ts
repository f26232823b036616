import type { ContentRoot, Entry } from '../../source/root.js';

interface FolderEntries {
  readonly rules: readonly Entry[];
  /** Files, and folders of groups. */
  readonly others: readonly Entry[];
}

/** Tells the folders of rules from others, once for all parts of a product. */
export class RuleFolders {
  readonly #entries = new Map<string, FolderEntries>();
  readonly #paths = new Map<string, string>();

  constructor(readonly root: ContentRoot) {}

  /** What a folder holds, each by name. */
  in(folder: string): FolderEntries {
    let known = this.#entries.get(folder);
    if (!known) {
      known = this.#look(folder);
      this.#entries.set(folder, known);
    }
    return known;
  }

  /** The folder of a rule; nothing where no folder that was looked into holds one of that name. */
  pathOf(name: string): string | undefined {
    return this.#paths.get(name);
  }

  countBelow(folder: string): number {
    const { rules, others } = this.in(folder);
    const groups = others.filter(({ kind }) => kind === 'directory');
    return groups.reduce((sum, { path }) => sum + this.countBelow(path), rules.length);
  }

  #look(folder: string): FolderEntries {
    const rules: Entry[] = [];
    const others: Entry[] = [];
    for (const entry of this.root.list(folder)) {
      const isRule = entry.kind === 'directory' && this.root.hasFile(entry.path, 'rule.yml');
      (isRule ? rules : others).push(entry);
      if (isRule) this.#paths.set(entry.name, entry.path);
    }
    return { rules, others };
  }
}
