/**
 * Runs before anything is shown: dark or light as the reader chose, else as the system says.
 */
const key = 'scapc-guide-theme';
const dark = matchMedia('(prefers-color-scheme: dark)');

function stored(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null; // storage is forbidden: then the system decides
  }
}

const apply = (): void => {
  const wanted = stored() ?? (dark.matches ? 'dark' : 'light');
  document.documentElement.classList.toggle('pf-v6-theme-dark', wanted === 'dark');
};

apply();
dark.addEventListener('change', apply);
