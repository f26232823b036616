import { failure, packageBuildFailed, packageInstallFailed, type Result, success } from './problem.js';
import type { Root } from './root.js';
import type { StubPackage } from './stub-package.js';

/** Folder of the package repository in the root, and of the sources of its packages. */
const REPOSITORY = '/var/lib/scapc/stubs';
const SOURCES = '/var/tmp/scapc-stubs';

/** The only source of packages: a root has no network. apt runs as root, because its own user may not read all. */
const APT = [
  { path: '/etc/apt/sources.list.d/scapc-stubs.list', content: `deb [trusted=yes] file:${REPOSITORY} ./\n` },
  { path: '/etc/apt/apt.conf.d/99scapc', content: 'APT::Sandbox::User "root";\n' },
];

const BUILD = `
mkdir -p ${REPOSITORY}
cd ${REPOSITORY}
for source in ${SOURCES}/*/; do dpkg-deb --root-owner-group --build "$source" . > /dev/null; done
rm -rf ${SOURCES}
for deb in *.deb; do
  dpkg-deb --field "$deb"
  printf 'Filename: ./%s\\nSize: %s\\nSHA256: %s\\n\\n' \\
    "$deb" "$(stat -c %s "$deb")" "$(sha256sum < "$deb" | cut -d ' ' -f 1)"
done > Packages
`;

const OFFER = `
rm -rf /etc/apt/sources.list /etc/apt/sources.list.d/* /var/lib/apt/lists/*
`;

/**
 * Makes packages installable in a root of Debian: the real apt-get finds them in a local repository, the only one
 * there.
 *
 * @returns nothing, or the problem `package-build-failed`
 */
export async function offerDebianStubPackages(
  root: Root,
  packages: readonly StubPackage[],
): Promise<Result<undefined>> {
  const names = packages.map(({ name }) => name);
  if (names.length === 0) return success(undefined);
  const removed = await root.exec(['sh', '-euc', OFFER]);
  await root.unpack([...APT, ...packages.flatMap(sourceFiles)]);
  const built = await root.exec(['sh', '-euc', `${BUILD}apt-get -qq update`]);
  return removed.exitCode === 0 && built.exitCode === 0
    ? success(undefined)
    : failure(packageBuildFailed(names, removed.stderr + built.stderr));
}

/**
 * Installs packages that were offered; those that the root has already stay as they are.
 *
 * @returns nothing, or the problem `package-install-failed`
 */
export async function installDebianStubPackages(
  root: Root,
  names: readonly string[],
): Promise<Result<undefined>> {
  const script = `for name; do
  status=$(dpkg-query --show --showformat '\${db:Status-Status}' "$name" 2> /dev/null || true)
  [ "$status" = installed ] || dpkg --install --force-depends ${REPOSITORY}/"$name"_*.deb > /dev/null
done`;
  const result = await root.exec(['sh', '-euc', script, 'install', ...names], {
    env: { DEBIAN_FRONTEND: 'noninteractive' },
  });
  return result.exitCode === 0 ? success(undefined) : failure(packageInstallFailed(names, result.stderr));
}

function sourceFiles({ name, version, release, epoch = 0, files = [] }: StubPackage) {
  const control = `Package: ${name}
Version: ${epoch}:${version}-${release}
Architecture: all
Maintainer: scapc
Description: stub
`;
  return [
    { path: `${SOURCES}/${name}/DEBIAN/control`, content: control },
    ...files.map((file) => ({ ...file, path: `${SOURCES}/${name}${file.path}` })),
  ];
}
