import type { ScenarioResult, StepName } from '../result.js';

/** `fail, bash, ansible`: what was tried, by the words that people use. */
export function triedWords({ steps, expected }: ScenarioResult): string {
  const done = new Set<StepName>(steps.map(({ name }) => name));
  return [
    ...(done.has('scan') ? [`scan: ${expected}`] : ['state']),
    ...(done.has('bash') ? ['bash'] : []),
    ...(done.has('ansible') ? ['ansible'] : []),
  ].join(', ');
}

/** What kept a repair from being tried, or a part of the rule from being shown. */
export function remarksOf(result: ScenarioResult): string[] {
  const { expected, steps, unrepairable, notExercised } = result;
  const scanned = steps.some(({ name, passed }) => name === 'scan' && passed);
  const lacks = (['bash', 'ansible'] as const).filter((name) => !steps.some((step) => step.name === name));
  return [
    ...(unrepairable === undefined ? [] : [`not repaired: ${unrepairable}`]),
    ...(expected === 'fail' && scanned && unrepairable === undefined && lacks.length > 0
      ? [`the rule has no remediation in ${lacks.map((name) => languages[name]).join(' or ')}`]
      : []),
    ...notExercised.map((text) => `not exercised: ${text}`),
  ];
}

const languages = { bash: 'Bash', ansible: 'Ansible' } as const;

export const secondsText = (seconds: number): string => `${seconds.toFixed(1)} s`;
