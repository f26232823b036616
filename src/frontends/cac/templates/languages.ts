import type { RemediationLanguage } from '../../../model/remediation.js';

/** What a template can make: checks and remediations, each from a file `<language>.template`. */
export type TemplateLanguage =
  | Exclude<RemediationLanguage, 'powershell' | 'other'>
  | 'hummingbird'
  | 'oval'
  | 'cpe-oval'
  | 'sce-bash';

export const templateLanguages: readonly TemplateLanguage[] = [
  'anaconda',
  'ansible',
  'bash',
  'blueprint',
  'bootc',
  'cpe-oval',
  'hummingbird',
  'ignition',
  'kickstart',
  'kubernetes',
  'oval',
  'puppet',
  'sce-bash',
];

export const isTemplateLanguage = (name: string): name is TemplateLanguage =>
  (templateLanguages as readonly string[]).includes(name);
