import { buildStubPackages } from './build-stub-packages.js';
import {
  failure,
  ProvingError,
  packageInstallFailed,
  type Result,
  rootCommandFailed,
  success,
  toolMissing,
} from './problem.js';
import type { Root } from './root.js';
import { rpmFileName, type StubPackage } from './stub-package.js';
import { tar } from './tar.js';

const FOLDER = '/var/tmp/scapc-install';

/** Exit code of `INSTALL` when the packages cannot be written. */
const NO_FILES = 93;

/**
 * Unpacks packages from its input, and installs them: one process in the root instead of three. Debian's rpm wants to be
 * told that it is meant to install packages.
 */
const INSTALL = `tar --extract --no-same-owner --directory=/ || exit ${NO_FILES}
rpm --upgrade --nodeps --force-debian --oldpackage --replacepkgs --replacefiles ${FOLDER}/*
code=$?
rm -r ${FOLDER}
exit "$code"`;

/**
 * Debian's rpm keeps its database in the home directory of whoever calls it; here it is where it is on a system
 * that lives from rpm, so that rpm, dnf and oscap agree whatever `HOME` is.
 */
const DATABASE_MACRO = { path: '/etc/rpm/macros.scapc', content: '%_dbpath /var/lib/rpm\n' };

/**
 * Puts packages into the root's rpm database, and their files into the root. Another version of the same
 * package is replaced. Dependencies are not looked at.
 *
 * @returns nothing, or a problem: `tool-missing`, `package-build-failed`, `package-install-failed`
 */
export async function installStubPackages(
  root: Root,
  packages: readonly StubPackage[],
): Promise<Result<undefined>> {
  const files = await buildStubPackages(root, packages);
  if (!files.ok) return files;
  const rpms = packages.map((stub, index) => ({
    path: `${FOLDER}/${rpmFileName(stub)}`,
    content: files.value[index] ?? new Uint8Array(),
  }));
  const result = await root.exec(['sh', '-c', INSTALL], { input: tar([DATABASE_MACRO, ...rpms]) });
  if (result.exitCode === NO_FILES) throw new ProvingError(rootCommandFailed('write files', result.stderr));
  return outcome(packages, result);
}

/**
 * Takes packages, by their names, out of the root.
 *
 * @returns nothing, or a problem: `tool-missing`, `package-install-failed`
 */
export async function removeStubPackages(root: Root, names: readonly string[]): Promise<Result<undefined>> {
  const result = await root.exec(['rpm', '--erase', '--nodeps', '--force-debian', ...names]);
  return outcome(
    names.map((name) => ({ name })),
    result,
  );
}

function outcome(
  packages: readonly { readonly name: string }[],
  result: { readonly exitCode: number; readonly stderr: string },
): Result<undefined> {
  if (result.exitCode === 0) return success(undefined);
  if (result.exitCode === 127) return failure(toolMissing('rpm', 'rpm', 'root'));
  const names = packages.map(({ name }) => name);
  return failure(packageInstallFailed(names, result.stderr));
}
