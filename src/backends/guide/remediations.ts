import type { Remediation } from '../../model/remediation.js';
import { escapeText } from './html.js';
import { type ShowValue, valueHtml } from './text/rich-text.js';

const titles: Readonly<Record<string, string>> = {
  bash: 'Bash',
  ansible: 'Ansible',
  anaconda: 'Anaconda',
  puppet: 'Puppet',
  ignition: 'Ignition',
  kubernetes: 'Kubernetes',
  blueprint: 'OSBuild Blueprint',
  kickstart: 'Kickstart',
  bootc: 'Bootc',
  powershell: 'PowerShell',
};

/** The language's name for people; a foreign one is called by its URN. */
export const languageTitle = ({ language, system }: Remediation): string => titles[language] ?? system;

/** Tells languages apart, also those that scapc has no name for. */
export const languageKey = ({ language, system }: Remediation): string =>
  language === 'other' ? system : language;

/** The whole script as HTML text, references to Values as `var` elements. */
export function scriptHtml(remediation: Remediation, showValue: ShowValue): string {
  const html = remediation.parts
    .map((part) => (typeof part === 'string' ? escapeText(part) : valueHtml(showValue(part.value))))
    .join('')
    .trimEnd();
  // A browser drops the first line break of a `pre`.
  return html.startsWith('\n') ? html.slice(1) : html;
}

/** What to know before running it: `reboot needed`, `low disruption`. */
export function cautions({ reboot, strategy, complexity, disruption }: Remediation): string {
  const words: string[] = [];
  if (reboot) words.push('needs a reboot');
  if (disruption && disruption !== 'unknown') words.push(`${disruption} disruption`);
  if (complexity && complexity !== 'unknown') words.push(`${complexity} complexity`);
  if (strategy && strategy !== 'unknown') words.push(`strategy: ${strategy}`);
  return words.join(', ');
}
