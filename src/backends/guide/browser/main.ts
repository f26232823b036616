import { announce, liveRegion } from './announce.js';
import { createCompare } from './compare.js';
import { byId } from './dom.js';
import { createDrawer } from './drawer.js';
import { createFilterPanel } from './filter-panel.js';
import { itemAt, readGuide } from './guide.js';
import { createList } from './list.js';
import { createMasthead } from './masthead.js';
import { createOverview } from './overview.js';
import { createPrint } from './print.js';
import { createProfiles, noProfile } from './profiles.js';
import { resultsOf } from './results.js';
import { createSearch } from './search.js';
import { initial, type State } from './state.js';
import { createStore } from './store.js';
import { createTailoringBar } from './tailoring/bar.js';
import { isOn, itemControls } from './tailoring/controls.js';
import { select } from './tailoring/model.js';
import { createSession } from './tailoring/session.js';
import { createTailoringView } from './tailoring/view.js';
import { createToolbar } from './toolbar.js';
import { createTree } from './tree.js';
import { createViews } from './views.js';

/** The rest of the document, with the full texts, is still being read when this script starts. */
const whenRead = new Promise<void>((resolve) => {
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', () => resolve());
  else resolve();
});

const guide = readGuide();
const profiles = createProfiles(guide);
// Before the state is read: an address may name the reader's own profile.
const session = createSession(guide, profiles, () => refresh(store.state, true));
const firstProfile = guide.profiles[guide.profile]?.anchor ?? noProfile;
const isProfile = (name: string): boolean => profiles.choices.some(({ value }) => value === name);
const store = createStore(initial(firstProfile), (state) =>
  isProfile(state.profile) ? state : { ...state, profile: firstProfile },
);
const search = createSearch(guide, whenRead);
const list = createList(guide);
const toolbar = createToolbar(guide, store, list);
const tailoringBar = createTailoringBar(session, store);
const filters = createFilterPanel(guide, store);
const tree = createTree(guide, store);
const sidebar = byId('sidebar');
sidebar.hidden = false;
sidebar.append(filters.node, tree.node);
const masthead = createMasthead(store, profiles);
const views = createViews(store);
const drawer = createDrawer({
  guide,
  store,
  profiles,
  list,
  controls: (index) => (isTailoring(store.state) ? itemControls(index, guide, session, profiles) : undefined),
});
const pages = {
  list: undefined,
  overview: createOverview(guide, store, profiles),
  compare: createCompare(guide, store, profiles),
  tailoring: createTailoringView({ guide, store, profiles, session }),
};
createPrint(guide, store, profiles, list);
document.body.append(liveRegion());

const isTailoring = (state: State): boolean =>
  state.profile === 'tailoring' && session.tailoring !== undefined;

/** What the list shows: opening an entry must not search again. */
let shown = { asked: '', query: store.state.query };

/** Shows a state. `whole`: also what only another profile or a change of the tailoring touches. */
function refresh(state: State, whole: boolean, moveFocus = false): void {
  const chosen = profiles.get(state.profile);
  if (whole) {
    masthead.update();
    list.showProfile(chosen);
    list.showBoxes(isTailoring(state) ? boxes : undefined);
  }
  const asked = JSON.stringify({ ...state, item: '', view: '', left: '', right: '' });
  if (whole || asked !== shown.asked) {
    list.show(resultsOf(state, guide, chosen, search), search, state.query === shown.query);
    shown = { asked, query: state.query };
  }
  toolbar.update(state);
  tailoringBar.update();
  filters.update(state);
  tree.update(state);
  views.show();
  pages[state.view]?.show(state);
  drawer.show(state, whole, moveFocus);
}

const boxes = {
  isOn: (index: number) => isOn(index, guide, profiles.get('tailoring')),
  onChange: (index: number, checked: boolean) => {
    session.change((tailoring, base) => select(tailoring, guide, base, index, checked));
    announce(`${itemAt(guide, index).title} ${checked ? 'selected' : 'not selected'}`);
  },
};

store.subscribe((state, before) => {
  const opened = state.item !== before.item && state.item !== '';
  refresh(state, state.profile !== before.profile, opened);
  if (state.view === before.view || opened) return;
  scrollTo(0, 0);
  byId('main').scrollTop = 0;
  if (state.view !== 'list') byId(`${state.view}-title`).focus({ preventScroll: true });
});

/** Links to an item open it beside the list and keep what the reader searches and filters by. */
document.addEventListener('click', (event) => {
  const link = (event.target as Element).closest<HTMLAnchorElement>('a[href^="#"]');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.defaultPrevented) return;
  const anchor = decodeURIComponent(link.hash.slice(1));
  if (link.hasAttribute('data-skip')) {
    event.preventDefault();
    byId('list').querySelector('a')?.focus();
    return;
  }
  if (!guide.byAnchor.has(anchor)) return;
  event.preventDefault();
  store.set({ view: 'list', item: anchor }, 'push');
});

refresh(store.state, store.state.profile !== firstProfile || isTailoring(store.state), false);
void whenRead.then(() => {
  byId('document').hidden = true;
  drawer.show(store.state, true, true);
});
void search.ready.then(() => {
  if (store.state.query !== '') refresh(store.state, true);
});
