/** A check script without its metadata, and what the metadata says. */
export interface Script {
  readonly text: string;
  readonly platform: string;
  readonly imports: readonly string[];
  /** Name of the environment variable and of the Value that it is set from. */
  readonly exports: readonly (readonly [variable: string, value: string])[];
}

const keys = ['platform', 'check-import', 'check-export', 'complex-check', 'environment'] as const;

/** Where each kind of environment is recognised, for a script that runs in one of them only. */
const inBootcBuild = '(rpm -q --quiet bootc && [ -e /run/.containerenv ])';
const environments: Readonly<Record<string, string>> = { bootc: inBootcBuild, normal: `! ${inBootcBuild}` };

/** Takes the metadata, comment lines `# key = value`, out of a script; of a key that stands twice the last counts. */
export function readScript(text: string): Script {
  const metadata: Partial<Record<(typeof keys)[number], string>> = {};
  const body: string[] = [];
  let shebang = '#!/usr/bin/bash';
  for (const line of text.split('\n')) {
    const key = keys.find((name) => line.startsWith(`# ${name} = `));
    if (line.startsWith('#!')) shebang = line;
    else if (key) metadata[key] = line.slice(line.indexOf('=') + 1).trim();
    else body.push(line);
  }
  const condition = environments[metadata.environment ?? ''];
  return {
    text: `${shebang}\n${(condition === undefined ? body : onlyIf(condition, body)).join('\n')}\n`,
    platform: metadata.platform ?? 'multi_platform_all',
    imports: metadata['check-import'] === undefined ? [] : [metadata['check-import']],
    exports: (metadata['check-export'] ?? '').split(',').flatMap((entry) => {
      const [variable = '', value] = entry.split('=');
      return value === undefined ? [] : [[variable, value] as const];
    }),
  };
}

const onlyIf = (condition: string, body: readonly string[]): string[] => [
  `if ${condition} ; then`,
  ...body.map((line) => (line === '' ? '' : `    ${line}`)),
  'else',
  '    echo "The SCE check can\'t run in this environment."',
  '    exit "$XCCDF_RESULT_ERROR"',
  'fi',
];
