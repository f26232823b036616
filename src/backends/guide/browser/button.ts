import { type Attributes, h } from './dom.js';
import { type IconName, icon } from './icons.js';

type Look = 'primary' | 'secondary' | 'link' | 'plain' | 'control';

interface ButtonParts {
  readonly label: string;
  readonly icon?: IconName;
  /** `plain` shows the icon alone and says the label to screen readers and as a tip. */
  readonly look?: Look;
  readonly onClick: (event: Event) => void;
  readonly attributes?: Attributes;
}

const looks: Readonly<Record<Look, string>> = {
  primary: 'pf-m-primary',
  secondary: 'pf-m-secondary',
  link: 'pf-m-link pf-m-inline',
  plain: 'pf-m-plain',
  control: 'pf-m-control',
};

/** A PatternFly button. */
export function button({
  label,
  icon: iconName,
  look = 'secondary',
  onClick,
  attributes = {},
}: ButtonParts): HTMLButtonElement {
  const iconOnly = look === 'plain' && iconName !== undefined;
  return h(
    'button',
    {
      type: 'button',
      class: `pf-v6-c-button ${looks[look]}`,
      ...(iconOnly ? { 'aria-label': label, title: label } : {}),
      ...attributes,
      on: { click: onClick },
    },
    iconName &&
      h(
        'span',
        { class: iconOnly ? 'pf-v6-c-button__icon' : 'pf-v6-c-button__icon pf-m-start' },
        icon(iconName),
      ),
    !iconOnly && h('span', { class: 'pf-v6-c-button__text' }, label),
  );
}
