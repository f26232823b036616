import type { Benchmark } from '../../../model/benchmark.js';
import type { ProfileView } from '../../../model/profile-view.js';
import { valueNames } from '../../value-names.js';
import { yamlScalar } from '../yaml-scalar.js';

/** The Ansible variables that stand for Values in one playbook: those that its tasks use. */
export class Variables {
  readonly #valueNames: ReadonlyMap<string, string>;
  readonly #used = new Map<string, string>();
  readonly #taken = new Set<string>();

  constructor(benchmark: Benchmark) {
    this.#valueNames = valueNames(benchmark);
  }

  /** A quoted YAML scalar that Ansible replaces by a Value. */
  template(id: string): string {
    let variable = this.#used.get(id);
    if (variable === undefined) {
      variable = this.#free((this.#valueNames.get(id) ?? id).replace(/\W/g, '_').replace(/^(?=\d)/, '_'));
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
