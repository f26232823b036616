import { checkbox } from './fields.js';
import { marked, snippet } from './mark.js';

const severityWords = {
  unknown: 'Unknown Severity',
  info: 'Info Severity',
  low: 'Low Severity',
  medium: 'Medium Severity',
  high: 'High Severity',
} as const;

export type Severity = keyof typeof severityWords;

/**
 * One entry of the list, as the generator wrote it. Owns the changes that a search, a profile and a
 * tailoring make in it, and takes them back.
 */
export class Row {
  readonly link: HTMLAnchorElement;
  readonly #excerpt: HTMLParagraphElement | null;
  readonly #title: string;
  #excerptNodes: readonly Node[] | undefined;
  #marked = false;
  #box: HTMLLabelElement | undefined;

  constructor(readonly node: HTMLElement) {
    this.link = node.querySelector('a') as HTMLAnchorElement;
    this.#excerpt = node.querySelector('p');
    this.#title = this.link.textContent ?? '';
  }

  /** Marks the hits in the title and the excerpt; where the excerpt has none, shows the place that has. */
  mark(pattern: RegExp, textOf: () => string): void {
    this.unmark();
    this.#marked = true;
    this.link.replaceChildren(...marked(this.#title, pattern));
    if (!this.#excerpt) return;
    this.#excerptNodes = [...this.#excerpt.childNodes];
    const own = this.#excerpt.textContent ?? '';
    pattern.lastIndex = 0;
    const shown = pattern.test(own) ? own : (snippet(textOf(), pattern) ?? own);
    this.#excerpt.replaceChildren(...marked(shown, pattern));
  }

  unmark(): void {
    if (!this.#marked) return;
    this.#marked = false;
    this.link.replaceChildren(this.#title);
    if (this.#excerpt && this.#excerptNodes) this.#excerpt.replaceChildren(...this.#excerptNodes);
  }

  /** Writes the values of another profile into the excerpt. */
  showValues(valueAt: (anchor: string) => string): void {
    this.unmark();
    for (const node of this.#excerpt?.querySelectorAll('var') ?? []) {
      node.textContent = valueAt(node.dataset.value ?? '');
    }
  }

  showSeverity(severity: Severity): void {
    const label = this.node.querySelector<HTMLElement>('b[data-severity]');
    if (!label || label.dataset.severity === severity) return;
    label.dataset.severity = severity;
    label.textContent = severityWords[severity];
  }

  /** The box that selects the item for the reader's own profile. */
  showBox(checked: boolean, onChange: (checked: boolean) => void): void {
    const there = this.#box?.querySelector('input');
    if (there) {
      there.checked = checked;
      return;
    }
    this.#box = checkbox({ label: `Select ${this.#title}`, checked, onChange });
    this.#box.classList.add('row__box');
    this.node.prepend(this.#box);
  }

  hideBox(): void {
    this.#box?.remove();
    this.#box = undefined;
  }
}
