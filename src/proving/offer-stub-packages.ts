import { buildStubPackages } from './build-stub-packages.js';
import { failure, packageBuildFailed, type Result, success, toolMissing } from './problem.js';
import type { Root } from './root.js';
import { rpmFileName, type StubPackage } from './stub-package.js';

const REPOSITORY = '/var/lib/scapc/stubs';

/**
 * dnf reads this directory beside /etc/yum.repos.d. The repository is not described in the latter, because its
 * packages are unsigned, and benchmarks check that every repository there wants signatures.
 */
const DESCRIPTION = {
  path: '/etc/distro.repos.d/scapc-stubs.repo',
  content: `[scapc-stubs]\nname=Stub packages\nbaseurl=file://${REPOSITORY}\nenabled=1\ngpgcheck=0\n`,
};

/**
 * Makes packages installable in the root: the real `dnf` (and Ansible's dnf module) finds them in a local
 * repository, the only one there. Called again, the new packages replace the old in the repository.
 *
 * @returns nothing, or a problem: `tool-missing`, `package-build-failed`
 */
export async function offerStubPackages(
  root: Root,
  packages: readonly StubPackage[],
): Promise<Result<undefined>> {
  const files = await buildStubPackages(root, packages);
  if (!files.ok) return files;
  const rpms = packages.map((stub, index) => ({
    path: `${REPOSITORY}/${rpmFileName(stub)}`,
    content: files.value[index] ?? new Uint8Array(),
  }));
  await root.exec(['rm', '-rf', REPOSITORY]);
  await root.unpack([DESCRIPTION, ...rpms]);
  const result = await root.exec(['createrepo_c', '--quiet', REPOSITORY]);
  if (result.exitCode === 127) return failure(toolMissing('createrepo_c', 'createrepo-c', 'root'));
  const names = packages.map(({ name }) => name);
  return result.exitCode === 0 ? success(undefined) : failure(packageBuildFailed(names, result.stderr));
}
