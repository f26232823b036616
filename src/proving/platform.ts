import { buildStubPackages } from './build-stub-packages.js';
import { createRoot } from './create-root.js';
import { installDebianStubPackages, offerDebianStubPackages } from './debian-stub-packages.js';
import { installStubPackages } from './install-stub-packages.js';
import { offerStubPackages } from './offer-stub-packages.js';
import { failure, type Result, rootCommandFailed } from './problem.js';
import type { Root, RootOptions } from './root.js';
import type { StubPackage } from './stub-package.js';
import type { TarEntry } from './tar.js';

/** What makes a root over Debian look, to checks and remediations, like another freshly installed system. */
export interface Platform {
  /** Product id: `alinux3`. */
  readonly id: string;
  /** Where packages are registered. */
  readonly packageSystem: 'rpm' | 'dpkg';
  /** Absolute paths of the base that the platform does not have; a last part may be a pattern with `*`. */
  readonly absent: readonly string[];
  readonly files: readonly TarEntry[];
  /** Packages that are installed beside those of the base. */
  readonly installed: readonly StubPackage[];
  /** Packages that can be installed (`dnf install`, `apt-get install`), beside the installed ones. */
  readonly offered: readonly StubPackage[];
}

/**
 * Makes a root of a platform, whose fresh state is the freshly installed system. Prepare it once, `fork` it as
 * often as roots are needed.
 *
 * @returns the root; or a problem of `createRoot`, of building or of installing packages
 */
export async function createPlatformRoot(
  platform: Platform,
  options: RootOptions = {},
): Promise<Result<Root>> {
  const root = await createRoot(options);
  if (!root.ok) return root;
  const prepared = await prepare(root.value, platform);
  if (prepared.ok) return root;
  await root.value.dispose();
  return prepared;
}

async function prepare(root: Root, platform: Platform): Promise<Result<undefined>> {
  const { absent, files, installed, offered } = platform;
  const removed = await root.exec(['sh', '-c', 'set -e; for path; do rm -rf $path; done', 'rm', ...absent]);
  if (removed.exitCode !== 0) return failure(rootCommandFailed('hide what is not there', removed.stderr));
  if (files.length > 0) await root.unpack(files);
  const done =
    platform.packageSystem === 'rpm'
      ? await prepareRpm(root, installed, offered)
      : await prepareDpkg(root, installed, offered);
  if (done.ok) await root.commit();
  return done;
}

async function prepareRpm(
  root: Root,
  installed: readonly StubPackage[],
  offered: readonly StubPackage[],
): Promise<Result<undefined>> {
  const built = await buildStubPackages(root, [...installed, ...offered]);
  if (!built.ok) return built;
  const present = await installStubPackages(root, installed);
  if (!present.ok) return present;
  return offerStubPackages(root, [...installed, ...offered]);
}

async function prepareDpkg(
  root: Root,
  installed: readonly StubPackage[],
  offered: readonly StubPackage[],
): Promise<Result<undefined>> {
  const available = await offerDebianStubPackages(root, [...installed, ...offered]);
  return available.ok
    ? installDebianStubPackages(
        root,
        installed.map(({ name }) => name),
      )
    : available;
}

/**
 * Installs packages that the platform offers into a root of it.
 *
 * @returns nothing, or a problem of building or installing packages
 */
export const installPackages = (
  root: Root,
  { packageSystem }: Platform,
  packages: readonly StubPackage[],
): Promise<Result<undefined>> =>
  packageSystem === 'rpm'
    ? installStubPackages(root, packages)
    : installDebianStubPackages(
        root,
        packages.map(({ name }) => name),
      );
