import { h } from './dom.js';

const region = h('div', { class: 'pf-v6-screen-reader', role: 'status', 'aria-live': 'polite' });
let timer: ReturnType<typeof setTimeout> | undefined;

/** Where screen readers hear what changed; stands in the page from the start, as they need it. */
export const liveRegion = (): HTMLElement => region;

/** Says a sentence, after the reader stopped typing. */
export function announce(sentence: string): void {
  clearTimeout(timer);
  timer = setTimeout(() => {
    region.textContent = sentence;
  }, 400);
}
