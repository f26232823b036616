import { announce } from './announce.js';
import { button } from './button.js';
import type { IconName } from './icons.js';

/** Puts a text on the clipboard; the old way where a page from a file may not use the new one. */
async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const area = document.createElement('textarea');
    area.value = text;
    area.className = 'pf-v6-screen-reader';
    document.body.append(area);
    area.select();
    document.execCommand('copy');
    area.remove();
  }
}

/** A button that copies a text and says so. */
export function copyButton(label: string, text: () => string, icon: IconName = 'copy'): HTMLButtonElement {
  const node = button({
    label,
    icon,
    look: 'plain',
    attributes: { 'data-copies': true },
    onClick: () => {
      const before = document.activeElement as HTMLElement | null;
      void copyText(text()).then(() => {
        before?.focus();
        announce('Copied');
        node.classList.add('copied');
        setTimeout(() => node.classList.remove('copied'), 1500);
      });
    },
  });
  return node;
}
