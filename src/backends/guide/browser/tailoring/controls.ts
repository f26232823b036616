import type { ValueData } from '../../guide-data.js';
import { h } from '../dom.js';
import { checkbox, selectField, textField } from '../fields.js';
import { type Guide, itemAt } from '../guide.js';
import type { Profiles } from '../profiles.js';
import { changeRole, changeSeverity, chooseValue, type Role, type Severity, select } from './model.js';
import type { Session } from './session.js';

const severities = ['high', 'medium', 'low', 'info', 'unknown'] as const;
const roles = [
  { value: 'full', label: 'Full: checked and scored' },
  { value: 'unscored', label: 'Unscored: checked, not scored' },
  { value: 'unchecked', label: 'Unchecked: not checked' },
];

/** What the reader may change of one item, at the top of the drawer. */
export function itemControls(index: number, guide: Guide, session: Session, profiles: Profiles): HTMLElement {
  const item = itemAt(guide, index);
  const fields =
    item.kind === 'value'
      ? valueFields(index, item, guide, session)
      : selectableFields(index, guide, session, profiles);
  return h(
    'section',
    { class: 'controls', 'aria-label': 'Tailoring of this entry' },
    h('h3', {}, 'Tailoring'),
    ...fields,
  );
}

function selectableFields(index: number, guide: Guide, session: Session, profiles: Profiles): HTMLElement[] {
  const own = profiles.get('tailoring');
  const on = isOn(index, guide, own);
  const box = checkbox({
    label: itemAt(guide, index).kind === 'group' ? 'Select this group' : 'Select this rule',
    checked: on,
    onChange: (checked) =>
      session.change((tailoring, base) => select(tailoring, guide, base, index, checked)),
  });
  box.querySelector('input')?.setAttribute('id', 'tailor-select');
  const fields: HTMLElement[] = [box];
  if (on && !own.isSelected(index)) {
    fields.push(
      h('p', { class: 'help' }, 'It still does not take part: it requires or conflicts with another entry.'),
    );
  }
  if (itemAt(guide, index).kind === 'group') return fields;
  return [
    ...fields,
    selectField({
      id: 'tailor-severity',
      label: 'Severity',
      choices: severities.map((severity) => ({ value: severity, label: severity })),
      value: own.severityOf(index),
      onChange: (severity) =>
        session.change((tailoring, base) =>
          changeSeverity(tailoring, guide, base, index, severity as Severity),
        ),
    }),
    selectField({
      id: 'tailor-role',
      label: 'Role',
      choices: roles,
      value: own.roleOf(index),
      onChange: (role) =>
        session.change((tailoring, base) => changeRole(tailoring, guide, base, index, role as Role)),
    }),
  ];
}

/** Whether it and all Groups around it are selected, whatever it requires. */
export const isOn = (index: number, guide: Guide, own: { isOn(index: number): boolean }): boolean =>
  own.isOn(index) && guide.ancestors(index).every((group) => own.isOn(group));

function valueFields(index: number, item: ValueData, guide: Guide, session: Session): HTMLElement[] {
  const { tailoring, base } = session;
  const choice = tailoring?.values[item.id];
  const current = choice === undefined ? 'base' : 'value' in choice ? 'own' : `option:${choice.selector}`;
  const choose = (value: string): void =>
    session.change((now) => {
      if (value === 'base') return chooseValue(now, item.id, undefined);
      if (value === 'own') return chooseValue(now, item.id, { value: base.valueOf(index) });
      return chooseValue(now, item.id, { selector: value.slice('option:'.length) });
    });
  const fields = [
    selectField({
      id: 'tailor-value',
      label: itemAt(guide, index).title,
      choices: [
        { value: 'base', label: `As in the base profile: ${base.valueOf(index)}` },
        ...item.options.map(({ selector, value }) => ({
          value: `option:${selector ?? ''}`,
          label: `${selector ?? 'default'}: ${value}`,
        })),
        { value: 'own', label: 'A value of my own' },
      ],
      value: current,
      onChange: choose,
    }),
  ];
  if (choice && 'value' in choice) {
    const own = textField({
      id: 'tailor-own-value',
      label: 'My value',
      value: choice.value,
      onInput: () => {},
    });
    const input = own.querySelector('input');
    input?.addEventListener('change', () =>
      session.change((now) => chooseValue(now, item.id, { value: input.value })),
    );
    fields.push(own);
  }
  return fields;
}
