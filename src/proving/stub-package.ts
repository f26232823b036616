import type { TarEntry } from './tar.js';

/** A package that is as small as can be, and real to rpm, dnf and oscap. */
export interface StubPackage {
  readonly name: string;
  readonly version: string;
  readonly release: string;
  readonly epoch?: number;
  /** Capabilities beside its own name: `/bin/sh`, `MTA`. */
  readonly provides?: readonly string[];
  /** What it needs; dnf heeds that, `installStubPackages` does not. */
  readonly requires?: readonly string[];
  readonly files?: readonly StubFile[];
  readonly scripts?: StubScripts;
}

/** A file or symbolic link of a package. */
export interface StubFile extends TarEntry {
  /** Marked as configuration: an update or removal keeps what was changed (`%config(noreplace)`). */
  readonly config?: boolean;
}

/** Shell scripts that rpm runs, without the first line: `$1` is the number of versions that stay installed. */
export interface StubScripts {
  readonly post?: string;
  readonly preun?: string;
  readonly postun?: string;
}

/**
 * The source of all given packages: one spec file with a subpackage each, because one run of `rpmbuild` takes
 * 0.3 s and a package more of it next to nothing.
 *
 * @param tree directory that holds, for each package, its files under the package's name
 */
export function specFile(packages: readonly StubPackage[], tree: string): string {
  const head = tags({ Name: 'scapc-stubs', Version: '1', Release: '1', Summary: 'stubs', License: 'none' });
  const install = packages.map((stub) => installLine(stub, tree)).join('');
  const body = packages.map(subpackage).join('');
  return `${head}BuildArch: noarch\nAutoReqProv: no\n%description\nstubs\n%install\n${install}${body}`;
}

/** Name under which `rpmbuild` writes the package. */
export function rpmFileName({ name, version, release }: StubPackage): string {
  return `${name}-${version}-${release}.noarch.rpm`;
}

function installLine({ name, files }: StubPackage, tree: string): string {
  return files?.length ? `cp -a '${tree}/${name}/.' '%{buildroot}'\n` : '';
}

function subpackage(stub: StubPackage): string {
  const { name, version, release, epoch = 0, provides = [], requires = [], files = [], scripts = {} } = stub;
  const lists = [
    ...provides.map((capability) => `Provides: ${capability}\n`),
    ...requires.map((capability) => `Requires: ${capability}\n`),
  ].join('');
  const scriptlets = Object.entries(scripts)
    .map(([kind, script]) => `%${kind} -n ${name}\n${script.replaceAll('%', '%%')}\n`)
    .join('');
  const paths = files.map(fileLine).join('');
  return (
    `%package -n ${name}\n${tags({ Version: version, Release: release, Epoch: String(epoch), Summary: 'stub' })}` +
    `AutoReqProv: no\n${lists}%description -n ${name}\nstub\n${scriptlets}` +
    `%files -n ${name}\n%defattr(-,root,root,-)\n${paths}`
  );
}

function fileLine({ path, config }: StubFile): string {
  return `${config ? '%config(noreplace) ' : ''}"${path}"\n`;
}

function tags(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([tag, value]) => `${tag}: ${value}\n`)
    .join('');
}
