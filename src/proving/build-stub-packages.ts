import { failure, packageBuildFailed, type Result, success, toolMissing } from './problem.js';
import type { Root } from './root.js';
import { rpmFileName, type StubPackage, specFile } from './stub-package.js';

/** What was built in this process, keyed by everything that a package consists of. */
const built = new Map<string, Uint8Array>();

/** Folder of the fork in which packages are built. */
const FOLDER = '/var/tmp/scapc-stubs';

/** What a name, version or path may hold: the rest means something to rpm or the shell. */
const PLAIN = /^[\w./+~@:=-]+$/;

const BUILD = [
  'rpmbuild',
  '-bb',
  '--quiet',
  ...['--define', `_topdir ${FOLDER}/build`],
  ...['--define', '__os_install_post %{nil}'],
  ...['--define', 'debug_package %{nil}'],
  ...['--define', '_build_id_links none'],
  ...['--define', 'use_source_date_epoch_as_buildtime 1'],
  ...['--define', '_buildhost scapc'],
  `${FOLDER}/stubs.spec`,
];

/**
 * Builds stub packages with `rpmbuild`, in a fork of the root that is thrown away. A package that this process
 * built before is not built again.
 *
 * @returns the rpm files, in the order of the packages; or a problem: `tool-missing`, `package-build-failed`
 */
export async function buildStubPackages(
  root: Root,
  packages: readonly StubPackage[],
): Promise<Result<readonly Uint8Array[]>> {
  const missing = packages.filter((stub) => !built.has(keyOf(stub)));
  if (missing.length > 0) {
    const files = await build(root, missing);
    if (!files.ok) return files;
    missing.forEach((stub, index) => {
      built.set(keyOf(stub), files.value[index] ?? new Uint8Array());
    });
  }
  return success(packages.map((stub) => built.get(keyOf(stub)) ?? new Uint8Array()));
}

async function build(root: Root, packages: readonly StubPackage[]): Promise<Result<readonly Uint8Array[]>> {
  const names = packages.map(({ name }) => name);
  const refused = packages.flatMap(words).find((word) => !PLAIN.test(word));
  if (refused !== undefined) return failure(packageBuildFailed(names, `"${refused}" is not a plain word.`));
  const fork = await root.fork();
  if (!fork.ok) return fork;
  try {
    return await buildIn(fork.value, packages, names);
  } finally {
    await fork.value.dispose();
  }
}

async function buildIn(
  root: Root,
  packages: readonly StubPackage[],
  names: readonly string[],
): Promise<Result<readonly Uint8Array[]>> {
  const tree = packages.flatMap(({ name, files = [] }) =>
    files.map((file) => ({ ...file, path: `${FOLDER}/tree/${name}${file.path}` })),
  );
  await root.unpack([
    ...tree,
    { path: `${FOLDER}/stubs.spec`, content: specFile(packages, `${FOLDER}/tree`) },
  ]);
  const result = await root.exec(BUILD, { env: { SOURCE_DATE_EPOCH: '0' } });
  if (result.exitCode === 127) return failure(toolMissing('rpmbuild', 'rpm', 'root'));
  if (result.exitCode !== 0) return failure(packageBuildFailed(names, result.stderr));
  return success(
    await Promise.all(
      packages.map((stub) => readBytes(root, `${FOLDER}/build/RPMS/noarch/${rpmFileName(stub)}`)),
    ),
  );
}

async function readBytes(root: Root, path: string): Promise<Uint8Array> {
  const { stdout } = await root.exec(['base64', path]);
  return Buffer.from(stdout, 'base64');
}

function words({ name, version, release, files = [] }: StubPackage): string[] {
  return [name, version, release, ...files.map(({ path }) => path)];
}

function keyOf(stub: StubPackage): string {
  return JSON.stringify(stub);
}
