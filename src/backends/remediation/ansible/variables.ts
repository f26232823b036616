import type { ProfileView } from '../../../model/profile-view.js';
import { yamlScalar } from '../yaml-scalar.js';

/** A Value's name as Ansible takes it. */
export const variableName = (name: string): string => name.replace(/\W/g, '_').replace(/^(?=\d)/, '_');

/** The Ansible variables that stand for Values in one playbook: those that its tasks use. */
export class Variables {
  readonly #valueNames: ReadonlyMap<string, string>;
  readonly #used = new Map<string, string>();
  readonly #taken = new Set<string>();

  /** @param names of Values, by their ids */
  constructor(names: ReadonlyMap<string, string>) {
    this.#valueNames = names;
  }

  /** A quoted YAML scalar that Ansible replaces by a Value. */
  template(id: string): string {
    let variable = this.#used.get(id);
    if (variable === undefined) {
      variable = this.#free(variableName(this.#valueNames.get(id) ?? id));
      this.#used.set(id, variable);
      this.#taken.add(variable);
    }
    return `"{{ ${variable} }}"`;
  }

  /** Names that differ only in what no Ansible variable may have are counted. */
  #free(name: string): string {
    let free = name;
    for (let count = 2; this.#taken.has(free); count++) free = `${name}_${count}`;
    return free;
  }

  /** The lines of `vars:` with what the profile chooses, in the order of use; none where nothing is used. */
  block(view: ProfileView): string[] {
    if (this.#used.size === 0) return [];
    const lines = [...this.#used].map(([id, variable]) => `    ${variable}: ${yamlScalar(view.valueOf(id))}`);
    return ['  vars:', ...lines];
  }
}
