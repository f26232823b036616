import type { Benchmark } from '../../../model/benchmark.js';
import type { ProfileView } from '../../../model/profile-view.js';
import { valueNames } from '../../value-names.js';
import { yamlScalar } from '../yaml-scalar.js';

/** The Ansible variables that stand for Values in one playbook: those that its tasks use. */
export class VariableNames {
  readonly #names: ReadonlyMap<string, string>;
  readonly #used = new Map<string, string>();

  constructor(benchmark: Benchmark) {
    this.#names = valueNames(benchmark);
  }

  /** A quoted YAML scalar that Ansible replaces by a Value. */
  template(id: string): string {
    let variable = this.#used.get(id);
    if (variable === undefined) {
      variable = this.#unused((this.#names.get(id) ?? id).replace(/\W/g, '_').replace(/^(?=\d)/, '_'));
      this.#used.set(id, variable);
    }
    return `"{{ ${variable} }}"`;
  }

  /** Names that differ only in what Ansible allows in none are counted. */
  #unused(name: string): string {
    const taken = new Set(this.#used.values());
    let free = name;
    for (let count = 2; taken.has(free); count++) free = `${name}_${count}`;
    return free;
  }

  /** The lines of `vars:` with what the profile chooses, in the order of use; none where nothing is used. */
  block(view: ProfileView): string[] {
    if (this.#used.size === 0) return [];
    const lines = [...this.#used].map(([id, variable]) => `    ${variable}: ${yamlScalar(view.valueOf(id))}`);
    return ['  vars:', ...lines];
  }
}
