import { h } from './dom.js';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

interface SelectParts {
  readonly id: string;
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A label and a PatternFly select box. */
export function selectField({ id, label, choices, value, onChange }: SelectParts): HTMLElement {
  const select = h(
    'select',
    { id, on: { change: () => onChange(select.value) } },
    ...choices.map((choice) =>
      h('option', { value: choice.value, selected: choice.value === value }, choice.label),
    ),
  );
  return field(id, label, h('span', { class: 'pf-v6-c-form-control select' }, select));
}

interface TextParts {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly help?: string;
  readonly list?: string;
  readonly onInput: (value: string) => void;
}

/** A label and a PatternFly text field. */
export function textField({ id, label, value, help, list, onInput }: TextParts): HTMLElement {
  const input = h('input', {
    id,
    type: 'text',
    value,
    list,
    autocomplete: 'off',
    spellcheck: 'false',
    'aria-describedby': help === undefined ? undefined : `${id}-help`,
    on: { input: () => onInput(input.value) },
  });
  return field(
    id,
    label,
    h('span', { class: 'pf-v6-c-form-control' }, input),
    help === undefined ? undefined : h('p', { class: 'help', id: `${id}-help` }, help),
  );
}

const field = (id: string, label: string, ...control: (HTMLElement | undefined)[]): HTMLElement =>
  h('div', { class: 'field' }, h('label', { for: id }, label), ...control);

interface CheckboxParts {
  readonly label: string;
  readonly checked: boolean;
  readonly count?: number;
  readonly onChange: (checked: boolean) => void;
}

/** A check box with its label around it. */
export function checkbox({ label, checked, count, onChange }: CheckboxParts): HTMLLabelElement {
  const input = h('input', { type: 'checkbox', checked, on: { change: () => onChange(input.checked) } });
  return h(
    'label',
    { class: 'checkbox' },
    input,
    h('span', {}, label),
    count === undefined ? undefined : h('span', { class: 'number' }, String(count)),
  );
}

/** Shows a value in a field, unless the reader is typing there. */
export function setField(node: HTMLElement, value: string): void {
  const control = node.querySelector<HTMLInputElement | HTMLSelectElement>('input, select');
  if (control && (control !== document.activeElement || control instanceof HTMLSelectElement))
    control.value = value;
}
