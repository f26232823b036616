import type { Benchmark, Profile, Rule } from '../../../model/benchmark.js';
import type { ProfileView } from '../../../model/profile-view.js';
import type { RemediationPart } from '../../../model/remediation.js';
import { type Chunks, ChunkWriter } from '../../../text/chunks.js';
import { oneLine, plain } from '../../plain-text.js';
import { header } from '../header.js';
import { bodyOf, filled } from '../parts.js';
import { sectionOf } from '../sections.js';
import { shellWord } from '../shell-word.js';
import { bashValue } from './value.js';

/**
 * A Bash script that repairs a system as a profile wants it, rule after rule in document order.
 *
 * Each rule runs in a subshell of its own: what it sets, or that it exits, does not reach the next. The
 * script ends with 0 when every rule's own script did, and with 1 otherwise.
 */
export function bashScript(benchmark: Benchmark, profile: Profile, view: ProfileView): Chunks {
  const name = `${benchmark.name}-script-${profile.name}.sh`;
  const usage = [
    'Run as root on the system to repair:',
    '',
    `    bash ${name}`,
    '',
    'It goes on after a rule that fails; its exit code is 0 when none did, else 1.',
  ];
  const withBody = view.rules.filter((rule) => bodyOf(rule, 'bash') !== undefined).length;
  const out = new ChunkWriter();
  out.add(`#!/usr/bin/env bash\n${header(benchmark, profile, view, usage)}\n`);
  out.add(`${prologue}\n`);
  if (view.rules.length > 0) out.add(`scapc_rules=${view.rules.length}\nscapc_number=0\n\n`);
  if (withBody > 0) out.add(`${runner}\n`);
  if (withBody < view.rules.length) out.add(`${byHand}\n`);
  for (const rule of view.rules) {
    out.add(bashSection(rule, view.valueOf));
    out.add('\n');
  }
  out.add(epilogue);
  return out.chunks;
}

/** One rule between its markers. */
export const bashSection = (rule: Rule, current: ProfileView['valueOf']): Uint8Array =>
  sectionOf(rule, 'bash', () => bashSectionText(rule, current));

export function bashSectionText(rule: Rule, current: ProfileView['valueOf']): string {
  const body = bodyOf(rule, 'bash');
  const title = oneLine(plain(rule.title, current));
  const names = [rule.id, title].map(shellWord).join(' ');
  const lines = body
    ? ['scapc_remediation() (', scriptText(body, current), ')', `scapc_rule ${names}`]
    : [`scapc_by_hand ${names}`];
  return `# BEGIN ${rule.id}\n# ${title}\n${lines.join('\n')}\n# END ${rule.id}\n`;
}

/** The colon stands for a remediation that is all comments, which the shell would take for a mistake. */
const scriptText = (body: readonly RemediationPart[], current: ProfileView['valueOf']): string =>
  `:\n${filled(body, ({ value, place }) => bashValue(current(value), place))}`;

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

/** What is said of a rule that has no script. */
const byHand = `scapc_by_hand() {
  scapc_number=$((scapc_number + 1))
  printf '[%s] %s: there is no Bash remediation for this rule\\n' "$scapc_number/$scapc_rules" "$2"
  scapc_without+=("$1")
}
`;

/** Runs one rule's script; a file in which no rule has one does without it. */
const runner = `scapc_rule() {
  scapc_number=$((scapc_number + 1))
  local progress="$scapc_number/$scapc_rules"
  printf '[%s] %s\\n' "$progress" "$2"
  # Not in an if or ||, which would switch off a rule's own "set -e".
  scapc_remediation </dev/null
  local status=$?
  if [ "$status" -eq 0 ]; then
    scapc_repaired=$((scapc_repaired + 1))
  else
    printf '[%s] FAILED with status %s: %s\\n' "$progress" "$status" "$1" >&2
    scapc_failed+=("$1")
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
