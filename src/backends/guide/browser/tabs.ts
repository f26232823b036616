import { h } from './dom.js';

export interface Tab {
  readonly id: string;
  readonly label: string;
  readonly panel: HTMLElement;
}

/** PatternFly tabs over panels (WAI-ARIA tabs pattern): arrow keys change the tab. */
export function tabs(
  label: string,
  list: readonly Tab[],
  current: string,
  onChange: (id: string) => void,
): HTMLElement {
  const buttons = list.map(({ id, label: text, panel }) => {
    panel.id = `panel-${id}`;
    panel.setAttribute('role', 'tabpanel');
    panel.setAttribute('aria-labelledby', `tab-${id}`);
    return h(
      'button',
      {
        type: 'button',
        class: 'pf-v6-c-tabs__link',
        role: 'tab',
        id: `tab-${id}`,
        'aria-controls': `panel-${id}`,
      },
      h('span', { class: 'pf-v6-c-tabs__item-text' }, text),
    );
  });
  const select = (index: number, focus: boolean): void => {
    list.forEach(({ panel }, at) => {
      const button = buttons[at] as HTMLButtonElement;
      panel.hidden = at !== index;
      button.setAttribute('aria-selected', String(at === index));
      button.tabIndex = at === index ? 0 : -1;
      button.parentElement?.classList.toggle('pf-m-current', at === index);
    });
    if (focus) buttons[index]?.focus();
    onChange(list[index]?.id ?? '');
  };
  const bar = h(
    'div',
    { class: 'pf-v6-c-tabs' },
    h(
      'ul',
      { class: 'pf-v6-c-tabs__list', role: 'tablist', 'aria-label': label },
      ...buttons.map((button) => h('li', { class: 'pf-v6-c-tabs__item', role: 'presentation' }, button)),
    ),
  );
  buttons.forEach((button, index) => {
    button.addEventListener('click', () => select(index, false));
    button.addEventListener('keydown', (event) => {
      const next = nextTab(event.key, index, buttons.length);
      if (next === undefined) return;
      select(next, true);
      event.preventDefault();
    });
  });
  const first = Math.max(
    0,
    list.findIndex(({ id }) => id === current),
  );
  select(first, false);
  return h('div', {}, bar, ...list.map(({ panel }) => panel));
}

function nextTab(key: string, at: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowRight':
      return (at + 1) % count;
    case 'ArrowLeft':
      return (at + count - 1) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
