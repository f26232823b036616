import { button } from './button.js';

const key = 'scapc-guide-theme';

/** Switches between light and dark, and remembers it. `theme.ts` applies what was remembered. */
export function themeToggle(): HTMLElement {
  const root = document.documentElement.classList;
  const node = (): HTMLButtonElement => {
    const dark = root.contains('pf-v6-theme-dark');
    return button({
      label: dark ? 'Use the light theme' : 'Use the dark theme',
      icon: dark ? 'light' : 'dark',
      look: 'plain',
      onClick: ({ currentTarget }) => {
        root.toggle('pf-v6-theme-dark', !dark);
        remember(dark ? 'light' : 'dark');
        const next = node();
        (currentTarget as HTMLElement).replaceWith(next);
        next.focus();
      },
    });
  };
  return node();
}

function remember(theme: string): void {
  try {
    localStorage.setItem(key, theme);
  } catch {
    // Storage is forbidden: the choice lasts as long as the page.
  }
}
