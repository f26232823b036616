import type { Platform, Root } from '../proving/index.js';

/** By path, what is there; `packages` stands for the list that rpm has. */
export type State = ReadonlyMap<string, string>;

/** What programs write for themselves: caches, logs, temporary files, and databases whose bytes tell nothing. */
const ofNoInterest =
  /^\/(?:tmp|var\/tmp|var\/cache|var\/log|var\/lib\/(?:rpm|dnf|apt|scapc)|root\/\.ansible|run)(?:\/|$)|\/__pycache__(?:\/|$)|^\/var\/lib\/dpkg\/.*-old$|^\/etc\/ld\.so\.cache$/;

/** Everything in a root that a remediation could have changed. */
export async function stateOf(root: Root, { packageSystem }: Platform): Promise<State> {
  // First, because rpm writes beside its database even where it only reads.
  const packages =
    packageSystem === 'rpm' ? (await root.exec(['sh', '-c', 'rpm -qa | LC_ALL=C sort'])).stdout : undefined;
  const state = new Map([...(await root.changes())].filter(([path]) => !ofNoInterest.test(path)));
  if (packages !== undefined) state.set('packages', packages);
  return state;
}

/** What differs between two states, one line each. */
export function differences(before: State, after: State): string[] {
  const paths = [...new Set([...before.keys(), ...after.keys()])].sort();
  return paths.flatMap((path) => {
    const [old, now] = [before.get(path), after.get(path)];
    return old === now ? [] : [`${path}: ${how(old, now)}`];
  });
}

function how(old: string | undefined, now: string | undefined): string {
  if (now === 'removed') return 'removed';
  if (old === undefined || old === 'removed') return 'written';
  if (now === undefined) return 'as it was at first';
  const [kindOld, modeOld, ownerOld, ...restOld] = old.split(' ');
  const [kindNow, modeNow, ownerNow, ...restNow] = now.split(' ');
  if (kindOld !== kindNow) return 'another kind of file';
  return [
    ...(modeOld === modeNow ? [] : [`mode ${modeOld} became ${modeNow}`]),
    ...(ownerOld === ownerNow ? [] : [`owner ${ownerOld} became ${ownerNow}`]),
    ...(restOld.join(' ') === restNow.join(' ') ? [] : ['another content']),
  ].join(', ');
}
