import { byId, h } from './dom.js';
import type { ViewName } from './state.js';
import type { Store } from './store.js';

const views: readonly { readonly name: ViewName; readonly title: string; readonly node: string }[] = [
  { name: 'list', title: 'List', node: 'list-view' },
  { name: 'overview', title: 'Overview', node: 'overview' },
  { name: 'compare', title: 'Compare profiles', node: 'compare' },
  { name: 'tailoring', title: 'Tailor', node: 'tailoring' },
];

/** The links between the views of the page; each is an address. */
export function createViews(store: Store): { show(): void } {
  const nav = byId('views');
  nav.hidden = false;
  const links = views.map(({ title }) => h('a', { class: 'views__link' }, title));
  nav.append(...links);
  return {
    show() {
      const { view } = store.state;
      views.forEach(({ name, node }, index) => {
        const link = links[index] as HTMLAnchorElement;
        byId(node).hidden = name !== view;
        link.href = store.linkTo({ view: name, item: '' });
        if (name === view) link.setAttribute('aria-current', 'page');
        else link.removeAttribute('aria-current');
      });
    },
  };
}
