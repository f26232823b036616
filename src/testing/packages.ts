import type { Platform, StubPackage } from '../proving/index.js';

/** Stub packages for the names that scenarios give, as the platform has them or as small as can be. */
export const stubsFor = ({ installed, offered }: Platform, names: readonly string[]): StubPackage[] =>
  [...new Set(names)].map(
    (name) =>
      [...installed, ...offered].find((stub) => stub.name === name) ?? { name, version: '1', release: '1' },
  );

/** The platform, offering beside its own all packages that scenarios name, so that remediations find them. */
export function offering(platform: Platform, names: readonly string[]): Platform {
  const known = new Set([...platform.installed, ...platform.offered].map(({ name }) => name));
  const more = stubsFor(
    platform,
    names.filter((name) => !known.has(name)),
  );
  return { ...platform, offered: [...platform.offered, ...more] };
}
