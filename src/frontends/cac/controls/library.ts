import type { Place } from '../../../source/file.js';
import type { Environment } from '../environment.js';
import { controlCycle, policyTwice, unknownControl, unknownLevel, unknownPolicy } from '../messages.js';
import { isRecord } from '../product/product.js';
import type { SelectionSet } from '../profiles/selection.js';
import { readYaml11 } from '../yaml.js';
import { type ControlHeader, controlHeader, plainHeader } from './header.js';
import type { Control, Level, Policy } from './policy.js';
import { readPolicy } from './read-policy.js';

/** What is known of a policy before it is read. */
interface Header extends ControlHeader {
  readonly path: string;
}

/** A control as a level takes it: values that a level before it has set are left out. */
export interface LevelControl {
  readonly selections: SelectionSet;
  readonly withoutValues: ReadonlySet<string>;
}

const noValues: ReadonlySet<string> = new Set();

/**
 * The policies of a checkout. Every control file's header is read, its controls only when a profile or a
 * reference asks for them.
 */
export class PolicyLibrary {
  readonly #env: Environment;
  readonly #headers = new Map<string, Header>();
  readonly #policies = new Map<string, Policy | undefined>();
  readonly #resolved = new Set<Control>();
  readonly #open: Control[] = [];

  constructor(env: Environment) {
    this.#env = env;
    for (const folder of ['controls', `${env.product.dir}/controls`]) this.#readHeaders(folder);
  }

  #readHeaders(folder: string): void {
    if (!this.#env.root.isDirectory(folder)) return;
    for (const { path, kind } of this.#env.root.list(folder)) {
      if (kind !== 'file' || !path.endsWith('.yml')) continue;
      const header = this.#header(path);
      if (!header) continue;
      const earlier = this.#headers.get(header.id);
      if (earlier) this.#reportTwice(header, earlier);
      this.#headers.set(header.id, header);
    }
  }

  #header(path: string): Header | undefined {
    const plain = plainHeader(this.#env.root.scan(path) ?? '');
    if (plain) return { ...plain, path };
    const source = this.#env.root.read(path);
    const expanded = source && this.#env.expand(source);
    // Mistakes in it are found again, and reported, when the whole file is read.
    const text = expanded && controlHeader(expanded.text);
    const data = text === undefined ? undefined : readYaml11({ path, text }, () => undefined);
    if (!isRecord(data)) return undefined;
    const { id, product, reference_type: referenceType } = data;
    return {
      id: String(id),
      path,
      ...(typeof referenceType === 'string' ? { referenceType } : {}),
      ...(product === undefined || product === null ? {} : { products: [product].flat().map(String) }),
    };
  }

  #reportTwice(header: Header, earlier: Header): void {
    const [file, before] = [this.#env.root.read(header.path), this.#env.root.read(earlier.path)];
    if (file && before) this.#env.report(policyTwice(file, header.id, before));
  }

  /** The policies that add references to this product's rules, each with the key of its references. */
  referring(): { policy: Policy; referenceType: string }[] {
    const out: { policy: Policy; referenceType: string }[] = [];
    for (const { id, referenceType, products } of this.#headers.values()) {
      if (referenceType === undefined || (products && !products.includes(this.#env.product.id))) continue;
      const policy = this.#policy(id);
      if (!policy) continue;
      for (const control of policy.controls.values()) this.#resolve(policy, control);
      out.push({ policy, referenceType });
    }
    return out;
  }

  #policy(id: string): Policy | undefined {
    if (!this.#policies.has(id)) {
      const header = this.#headers.get(id);
      const source = header && this.#env.root.read(header.path);
      this.#policies.set(id, source && readPolicy(this.#env, source));
    }
    return this.#policies.get(id);
  }

  /**
   * The controls that a profile asks for: one by its id, `all` of a policy, or `all:level` those of a level
   * and of the levels that it inherits from. Mistakes are reported at `place`.
   */
  controls(policyId: string, control: string, place: Place): readonly LevelControl[] {
    const policy = this.#policy(policyId);
    if (!policy) {
      if (!this.#headers.has(policyId))
        this.#env.report(unknownPolicy(place, policyId, [...this.#headers.keys()]));
      return [];
    }
    if (!control.startsWith('all')) {
      const found = this.#control(policy, control, place);
      return found ? [{ selections: found.selections, withoutValues: noValues }] : [];
    }
    const colon = control.indexOf(':');
    if (colon >= 0) return this.#ofLevel(policy, control.slice(colon + 1), place);
    return [...policy.controls.values()].map((found) => {
      this.#resolve(policy, found);
      return { selections: found.selections, withoutValues: noValues };
    });
  }

  #control(policy: Policy, id: string, place: Place): Control | undefined {
    const control = policy.controls.get(id);
    if (control) this.#resolve(policy, control);
    else if (!policy.isIncomplete) {
      this.#env.report(unknownControl(place, policy.id, id, [...policy.controls.keys()]));
    }
    return control;
  }

  /** A level's own values win over those of the levels that it inherits from. */
  #ofLevel(policy: Policy, levelId: string, place: Place): LevelControl[] {
    const level = policy.levels.get(levelId);
    if (!level) {
      this.#env.report(unknownLevel(place, levelId, [...policy.levels.keys()]));
      return [];
    }
    const set = new Set<string>();
    const out: LevelControl[] = [];
    for (const { id } of withAncestors(policy, level)) {
      for (const control of policy.controls.values()) {
        if (!control.levels.includes(id)) continue;
        this.#resolve(policy, control);
        const values = [...control.selections.values.keys()];
        out.push({
          selections: control.selections,
          withoutValues: new Set(values.filter((value) => set.has(value))),
        });
        for (const value of values) set.add(value);
      }
    }
    return out;
  }

  /** Adds to a control what the controls that it takes in select. */
  #resolve(policy: Policy, control: Control): void {
    if (this.#resolved.has(control)) return;
    if (this.#open.includes(control)) {
      this.#env.report(controlCycle(control.place, control.id));
      return;
    }
    this.#open.push(control);
    for (const { name, place } of control.takesIn) {
      // A nested control may have a colon in its id, but no policy of that name precedes it.
      const colon = policy.controls.has(name) ? -1 : name.indexOf(':');
      const from = colon < 0 ? policy.id : name.slice(0, colon);
      for (const { selections, withoutValues } of this.controls(from, name.slice(colon + 1), place)) {
        control.selections.inherit(selections, withoutValues);
      }
    }
    this.#open.pop();
    this.#resolved.add(control);
  }
}

/** A level, then the levels that it inherits from, each once. */
function withAncestors(policy: Policy, level: Level): Set<Level> {
  const seen = new Set<Level>();
  const visit = (next: Level): void => {
    if (seen.has(next)) return;
    seen.add(next);
    for (const { id } of next.inheritsFrom) {
      const parent = policy.levels.get(id);
      if (parent) visit(parent);
    }
  };
  visit(level);
  return seen;
}
