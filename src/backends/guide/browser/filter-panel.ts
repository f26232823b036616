import { h } from './dom.js';
import { checkbox, selectField, setField, textField } from './fields.js';
import type { Guide } from './guide.js';
import { suggestions } from './references.js';
import type { State } from './state.js';
import type { Store } from './store.js';

const any = { value: '', label: 'Any' };

/** The filters beside the list. */
export function createFilterPanel(
  guide: Guide,
  store: Store,
): { readonly node: HTMLElement; update(state: State): void } {
  const kinds = boxes('Kind', ['rule', 'group', 'value'], guide, store, 'kinds');
  const severities = boxes(
    'Severity',
    ['high', 'medium', 'low', 'info', 'unknown'].filter((severity) =>
      guide.items.some((item) => item.kind === 'rule' && item.severity === severity),
    ),
    guide,
    store,
    'severities',
  );
  const reference = referenceField(guide, store);
  const select = (
    key: 'platform' | 'check' | 'remediation' | 'selection',
    label: string,
    choices: readonly { value: string; label: string }[],
  ) => ({
    key,
    node: selectField({
      id: `filter-${key}`,
      label,
      choices,
      value: store.state[key],
      onChange: (value) => store.set({ [key]: value }),
    }),
  });
  const selects = [
    select('selection', 'Show', [
      { value: '', label: 'As the profile asks' },
      { value: 'selected', label: 'Only what is selected' },
      { value: 'all', label: 'Everything' },
      { value: 'unselected', label: 'What the profile leaves out' },
    ]),
    select('check', 'Check', [
      any,
      { value: 'automated', label: 'Automated' },
      { value: 'manual', label: 'Manual only' },
      { value: 'none', label: 'None' },
    ]),
    select('remediation', 'Remediation', [
      any,
      { value: 'yes', label: 'In some language' },
      ...guide.languages.map(({ key, title }) => ({ value: key, label: title })),
      { value: 'no', label: 'None' },
    ]),
    ...(guide.platforms.length > 0
      ? [
          select('platform', 'Platform', [
            any,
            ...[...guide.platforms].sort().map((words) => ({ value: words, label: words })),
          ]),
        ]
      : []),
  ];
  const node = h(
    'div',
    { class: 'filters' },
    reference,
    kinds.node,
    severities.node,
    ...selects.map((each) => each.node),
  );
  return {
    node,
    update(state) {
      kinds.update(state.kinds);
      severities.update(state.severities);
      setField(reference, state.reference);
      for (const each of selects) setField(each.node, state[each.key]);
    },
  };
}

function boxes(
  legend: string,
  names: readonly string[],
  guide: Guide,
  store: Store,
  key: 'kinds' | 'severities',
): { readonly node: HTMLElement; update(chosen: readonly string[]): void } {
  const labels = names.map((name) =>
    checkbox({
      label: name.charAt(0).toUpperCase() + name.slice(1),
      checked: false,
      count: guide.items.filter((item) =>
        key === 'kinds' ? item.kind === name : item.kind === 'rule' && item.severity === name,
      ).length,
      onChange: (checked) => {
        const others = store.state[key].filter((other) => other !== name);
        store.set({ [key]: checked ? [...others, name] : others });
      },
    }),
  );
  return {
    node: h('fieldset', {}, h('legend', {}, legend), ...labels),
    update(chosen) {
      labels.forEach((label, index) => {
        const input = label.querySelector('input');
        if (input) input.checked = chosen.includes(names[index] ?? '');
      });
    },
  };
}

function referenceField(guide: Guide, store: Store): HTMLElement {
  const list = h('datalist', { id: 'reference-suggestions' });
  const field = textField({
    id: 'filter-reference',
    label: 'Reference',
    value: store.state.reference,
    list: 'reference-suggestions',
    help: exampleOf(guide),
    onInput: (value) => {
      store.set({ reference: value });
      list.replaceChildren(...suggestions(guide, value).map((name) => h('option', { value: name })));
    },
  });
  field.append(list);
  return field;
}

/** A reference of this benchmark, for readers to see how one is written. */
function exampleOf(guide: Guide): string {
  const reference = guide.references.find(({ catalogue }) => catalogue >= 0);
  const key = guide.catalogues[reference?.catalogue ?? -1]?.key;
  if (!reference || key === undefined) return 'This benchmark has no references.';
  return `For example ${key} ${reference.text}; x or * at the end stands for anything.`;
}
