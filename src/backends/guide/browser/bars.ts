import { h, svg } from './dom.js';

export interface Bar {
  readonly label: string;
  readonly count: number;
  /** What the whole bar stands for; the largest count where there is none. */
  readonly of?: number;
  /** Colours the bar: a severity, or nothing. */
  readonly tone?: string;
  /** Where the entries that it counts are listed. */
  readonly href?: string;
}

/** A bar chart that is a table: every figure is text, the bar beside it is for the eye. */
export function barChart(caption: string, unit: string, bars: readonly Bar[]): HTMLElement {
  const largest = Math.max(1, ...bars.map(({ count }) => count));
  return h(
    'table',
    { class: 'bars' },
    h('caption', {}, caption),
    h(
      'thead',
      { class: 'pf-v6-screen-reader' },
      h('tr', {}, ...['', unit, 'Share'].map((text) => h('th', { scope: 'col' }, text || 'Of'))),
    ),
    h(
      'tbody',
      {},
      ...bars.map((bar) =>
        h(
          'tr',
          {},
          h(
            'th',
            { scope: 'row' },
            bar.href === undefined ? bar.label : h('a', { href: bar.href }, bar.label),
          ),
          h(
            'td',
            { class: 'number' },
            bar.of === undefined ? String(bar.count) : `${bar.count} of ${bar.of}`,
          ),
          h('td', { class: 'bars__bar' }, drawn(bar, largest), share(bar)),
        ),
      ),
    ),
  );
}

function drawn({ count, of, tone }: Bar, largest: number): SVGElement {
  const whole = of ?? largest;
  const width = whole === 0 ? 0 : (100 * count) / whole;
  return svg(
    'svg',
    {
      viewBox: '0 0 100 8',
      preserveAspectRatio: 'none',
      'aria-hidden': 'true',
      class: 'bar',
      'data-tone': tone,
    },
    svg('rect', { class: 'bar__whole', width: 100, height: 8 }),
    svg('rect', { class: 'bar__part', width: width.toFixed(2), height: 8 }),
  );
}

const share = ({ count, of }: Bar): HTMLElement | undefined =>
  of === undefined || of === 0
    ? undefined
    : h('span', { class: 'pf-v6-screen-reader' }, `${Math.round((100 * count) / of)} %`);
