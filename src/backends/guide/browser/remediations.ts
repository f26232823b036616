import { highlight } from './code.js';
import { copyButton } from './copy.js';
import { h } from './dom.js';
import { tabs } from './tabs.js';

/** The language that the reader looked at last, so that the next rule opens with it. */
let preferred = '';

/** Turns the remediations of an entry, one below the other, into tabs with coloured scripts. */
export function enhanceRemediations(root: ParentNode): void {
  const part = root.querySelector<HTMLElement>('[data-part="remediations"]');
  if (!part) return;
  const sections = [...part.querySelectorAll<HTMLElement>(':scope > section')];
  const titles = sections.map((section) => section.querySelector('h4')?.textContent ?? '');
  const list = sections.map((section, index) => {
    const language = section.dataset.language ?? '';
    const title = titles[index] ?? '';
    const repeated = titles.filter((other) => other === title).length > 1;
    const label = repeated
      ? `${title} ${titles.slice(0, index + 1).filter((other) => other === title).length}`
      : title;
    return {
      id: `${language.replace(/\W/g, '-')}-${index}`,
      label,
      panel: panelOf(section, label, language),
    };
  });
  const current = list.find(({ label }) => label === preferred)?.id ?? '';
  const choose = (id: string): void => {
    const chosen = list.find((tab) => tab.id === id);
    if (!chosen) return;
    colour(chosen.panel);
    if (started) preferred = chosen.label;
  };
  let started = false;
  part.append(tabs('Languages', list, current, choose));
  started = true;
}

function panelOf(section: HTMLElement, label: string, language: string): HTMLElement {
  section.querySelector('h4')?.remove();
  const code = section.querySelector('code');
  const pre = section.querySelector('pre');
  pre?.setAttribute('tabindex', '0');
  pre?.setAttribute('role', 'region');
  pre?.setAttribute('aria-label', `${label} remediation`);
  const panel = h('div', { class: 'code', 'data-language': language }, ...section.childNodes);
  panel.append(copyButton(`Copy the ${label} remediation`, () => `${code?.textContent ?? ''}\n`));
  section.remove();
  return panel;
}

/** A script is coloured when it is first looked at. */
function colour(panel: HTMLElement): void {
  const code = panel.querySelector('code');
  if (!code || panel.dataset.coloured) return;
  panel.dataset.coloured = 'true';
  highlight(code, panel.dataset.language ?? '');
}
