import type { Benchmark, Profile, Rule } from '../../../model/benchmark.js';
import type { ProfileView } from '../../../model/profile-view.js';
import type { Remediation } from '../../../model/remediation.js';
import { oneLine, plain } from '../../plain-text.js';
import { header } from '../header.js';
import { filled, preparedParts, remediationIn } from '../parts.js';
import { shellWord } from '../shell-word.js';
import { bashValue } from './value.js';

/**
 * A Bash script that repairs a system as a profile wants it, rule after rule in document order.
 *
 * Each rule runs in a subshell of its own: what it sets, or that it exits, does not reach the next. The
 * script ends with 0 when every rule's own script did, and with 1 otherwise.
 */
export function bashScript(benchmark: Benchmark, profile: Profile, view: ProfileView): string {
  const name = `${benchmark.name}-script-${profile.name}.sh`;
  const usage = [
    'Run as root on the system to repair:',
    '',
    `    bash ${name}`,
    '',
    'It goes on after a rule that fails; its exit code is 0 when none did, else 1.',
  ];
  const total = view.rules.length;
  const sections = view.rules.map((rule, index) => ruleSection(rule, `${index + 1}/${total}`, view));
  const runs = view.rules.some((rule) => remediationIn(rule, 'bash') !== undefined);
  const parts = [
    `#!/usr/bin/env bash\n${header(benchmark, profile, view, usage)}`,
    prologue,
    ...(runs ? [runner] : []),
    ...sections,
    epilogue,
  ];
  return parts.join('\n');
}

/** One rule between its markers. */
function ruleSection(rule: Rule, progress: string, view: ProfileView): string {
  const remediation = remediationIn(rule, 'bash');
  const title = oneLine(plain(rule.title, view.valueOf));
  const body = remediation
    ? [
        'scapc_remediation() (',
        scriptText(remediation, view),
        ')',
        `scapc_rule ${[progress, rule.id, title].map(shellWord).join(' ')}`,
      ]
    : [
        `printf '[%s] %s: there is no Bash remediation for this rule\\n' ${[progress, title].map(shellWord).join(' ')}`,
        `scapc_without+=(${shellWord(rule.id)})`,
      ];
  return `# BEGIN ${progress} ${rule.id}\n# ${title}\n${body.join('\n')}\n# END ${progress} ${rule.id}\n`;
}

/** The colon stands for a remediation that is all comments, which the shell would take for a mistake. */
const scriptText = (remediation: Remediation, view: ProfileView): string =>
  `:\n${filled(preparedParts(remediation, 0), ({ value, place }) => bashValue(view.valueOf(value), place))}`;

const prologue = `# Whoever starts this script, each rule's own script decides what ends it.
set +eu

if [ "$(id -u)" -ne 0 ]; then
  echo 'This script changes the system and must run as root.' >&2
  exit 1
fi

scapc_repaired=0
scapc_failed=()
scapc_without=()
`;

/** Runs one rule's script; a file in which no rule has one does without it. */
const runner = `scapc_rule() {
  printf '[%s] %s\\n' "$1" "$3"
  # Not in an if or ||, which would switch off a rule's own "set -e".
  scapc_remediation </dev/null
  local status=$?
  if [ "$status" -eq 0 ]; then
    scapc_repaired=$((scapc_repaired + 1))
  else
    printf '[%s] FAILED with status %s: %s\\n' "$1" "$status" "$2" >&2
    scapc_failed+=("$2")
  fi
}
`;

const epilogue = `printf '%s rules done, %s failed, %s without a remediation\\n' \\
  "$scapc_repaired" "\${#scapc_failed[@]}" "\${#scapc_without[@]}"
if [ "\${#scapc_failed[@]}" -gt 0 ]; then
  printf 'Failed: %s\\n' "\${scapc_failed[@]}" >&2
  exit 1
fi
exit 0
`;
