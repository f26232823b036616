import type { Benchmark } from '../../model/benchmark.js';
import { viewProfile } from '../../model/profile-view.js';
import type { Chunks } from '../../text/chunks.js';
import { ansiblePlaybook } from './ansible/playbook.js';
import { bashScript } from './bash/script.js';

export { ansiblePlaybook } from './ansible/playbook.js';
export { bashScript } from './bash/script.js';

/** A Bash script and an Ansible playbook for each profile. */
export function* remediationFiles(benchmark: Benchmark): Generator<{ path: string; content: Chunks }> {
  const { name } = benchmark;
  for (const profile of benchmark.profiles) {
    const view = viewProfile(benchmark, profile);
    yield {
      path: `${name}/bash/${name}-script-${profile.name}.sh`,
      content: bashScript(benchmark, profile, view),
    };
    yield {
      path: `${name}/ansible/${name}-playbook-${profile.name}.yml`,
      content: ansiblePlaybook(benchmark, profile, view),
    };
  }
}
