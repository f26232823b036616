import type { State } from './state.js';
import { fromHash, toHash } from './url-state.js';

export type Listener = (state: State, before: State) => void;

/** Owns the state of the page and keeps the address in step with it. */
export interface Store {
  readonly state: State;
  /** Changes some of the state. `push` makes a step that the browser's back button undoes. */
  set(change: Partial<State>, history?: 'push' | 'replace'): void;
  subscribe(listener: Listener): void;
  /** The address of the page after a change. */
  linkTo(change: Partial<State>): string;
}

/**
 * @param valid makes a state that somebody else's address gives one that the page can show
 */
export function createStore(defaults: State, valid: (state: State) => State): Store {
  const listeners: Listener[] = [];
  const read = (): State => valid(fromHash(location.hash, defaults));
  let state = read();
  const become = (next: State): void => {
    const before = state;
    state = next;
    for (const listener of listeners) listener(state, before);
  };
  addEventListener('popstate', () => become(read()));
  return {
    get state() {
      return state;
    },
    set(change, mode = 'replace') {
      const next = { ...state, ...change };
      const hash = toHash(next, defaults);
      if (hash !== toHash(state, defaults)) remember(hash, mode);
      become(next);
    },
    subscribe: (listener) => void listeners.push(listener),
    linkTo: (change) => toHash({ ...state, ...change }, defaults),
  };
}

let pending: string | undefined;

/** Browsers allow only so many changes of the address in a while: typing changes it once at the end. */
function remember(hash: string, mode: 'push' | 'replace'): void {
  if (mode === 'push') {
    pending = undefined;
    history.pushState(null, '', hash);
    return;
  }
  if (pending === undefined) setTimeout(flush, 150);
  pending = hash;
}

function flush(): void {
  if (pending !== undefined) history.replaceState(null, '', pending);
  pending = undefined;
}
