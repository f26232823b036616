import { h } from './dom.js';
import type { Severity } from './row.js';

/** A PatternFly label. */
export const label = (text: string): HTMLElement =>
  h('span', { class: 'pf-v6-c-label pf-m-compact pf-m-outline' }, content(text));

export const severityLabel = (severity: Severity): HTMLElement =>
  h(
    'span',
    { class: 'pf-v6-c-label pf-m-compact severity', 'data-severity': severity },
    content(`${severity.charAt(0).toUpperCase()}${severity.slice(1)} Severity`),
  );

const content = (text: string): HTMLElement =>
  h('span', { class: 'pf-v6-c-label__content' }, h('span', { class: 'pf-v6-c-label__text' }, text));
