/** What a playbook learns by tasks of its own, or is told by Ansible without being asked. */
const otherwiseKnown =
  /\bansible_(?:python_interpreter|check_mode|diff_mode|version|play_\w+|loop\w*|become\w*)\b/g;

/** Facts that `package_facts` and `service_facts` bring. */
const byModules = /\bansible_facts(?:\.|\[['"])(?:packages|services)\b/g;

/**
 * Whether a playbook uses facts that Ansible gathers at its start, which takes as long as all the rest. Modules that
 * need one (`package`, `service`) ask for it by themselves.
 */
export const needsFacts = (playbook: string): boolean =>
  /\bansible_[a-z]/.test(
    playbook
      .replace(/^\s*#.*$/gm, '')
      .replace(otherwiseKnown, '')
      .replace(byModules, ''),
  );
