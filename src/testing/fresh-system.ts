import { installPackages, type Platform, type Root, unwrap } from '../proving/index.js';
import { stubsFor } from './packages.js';

/**
 * A root that becomes a freshly installed system for one scenario after the other. Stub packages are installed once for
 * all states in a row that want the same: they lie in a layer below, which nothing that runs in the root can change.
 */
export class FreshSystem {
  /** What the layer below the root holds; nothing where there is none. */
  #packages: readonly string[] = [];

  constructor(
    readonly root: Root,
    readonly platform: Platform,
  ) {}

  /**
   * Drops all that was changed.
   *
   * @param packages names of the stub packages that are installed then
   * @throws ProvingError where one cannot be installed
   */
  async reset(packages: readonly string[]): Promise<void> {
    if (packages.join() === this.#packages.join()) return this.root.reset();
    await (this.#packages.length > 0 ? this.root.pop() : this.root.reset());
    this.#packages = [];
    if (packages.length === 0) return;
    unwrap(await installPackages(this.root, this.platform, stubsFor(this.platform, packages)));
    await this.root.push();
    this.#packages = packages;
  }
}
