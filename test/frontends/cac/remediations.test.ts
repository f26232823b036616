import { describe, expect, it } from 'vitest';
import { withCheckout } from './checkout.js';
import { partsOf, partsReport, readParts, textOf } from './parts.js';

const mail = 'linux_os/guide/services/mail';

async function remediation(product: string, rule: string, language: string) {
  const parts = await partsOf(product, [rule]);
  return parts.remediations(parts.rule(rule)).find((each) => each.language === language);
}

describe('the remediations of a rule', () => {
  it('take their metadata from comments, and leave other comments', async () => {
    const found = await remediation('acme9', 'service_postfix_enabled', 'bash');
    expect(found).toMatchObject({ system: 'urn:xccdf:fix:script:sh', reboot: true, strategy: 'enable' });
    expect(textOf(found?.parts ?? [])).toBe(
      '\nsystemctl enable --now postfix  # service_postfix_enabled\n# level = high\n',
    );
  });

  it('come from the file of the product where there is one', async () => {
    const found = await remediation('acme10', 'service_postfix_enabled', 'bash');
    expect(textOf(found?.parts ?? [])).toBe('systemctl enable postfix@acme10\n');
  });

  it('are left out where they are for other products', async () => {
    expect(await remediation('acme9', 'service_postfix_enabled', 'ansible')).toBeUndefined();
    expect(await remediation('acme10', 'service_postfix_enabled', 'ansible')).toBeDefined();
  });

  it('come from the template where the rule has none of its own', async () => {
    const found = await remediation('acme9', 'package_postfix_installed', 'bash');
    expect(found).toMatchObject({ reboot: false, strategy: 'enable', complexity: 'low', disruption: 'low' });
    expect(textOf(found?.parts ?? [])).toBe('dnf install -y "postfix"\n');
  });

  it('come from no template whose language the rule switches off, for every product or for one', async () => {
    const rule = `${mail}/package_postfix_installed/rule.yml`;
    const languages = (backends: string): Promise<string[]> =>
      withCheckout({ [rule]: (text) => `${text}    backends:\n        ${backends}\n` }, async (dir) => {
        const parts = await readParts(dir, 'acme9', ['package_postfix_installed']);
        expect(parts.report).toBe('');
        const found = parts.remediations(parts.rule('package_postfix_installed'));
        return found.map(({ language }) => language);
      });
    expect(await languages('bash: "off"')).toEqual(['ansible']);
    expect(await languages('bash@acme9: "off"')).toEqual(['ansible']);
    expect(await languages('bash@acme10: "off"')).toEqual(['ansible', 'bash']);
  });

  it('refer to Values', async () => {
    const bash = await remediation('acme9', 'postfix_relay_closed', 'bash');
    expect(textOf(bash?.parts ?? [])).toBe(
      'networks=\'{xccdf_example.acme.content_value_var_relay_networks}\'\npostconf -e "mynetworks=$networks"\n',
    );
    const ansible = await remediation('acme9', 'postfix_relay_closed', 'ansible');
    expect(textOf(ansible?.parts ?? [])).toBe(
      [
        '- name: XCCDF Value var_relay_networks # promote to variable',
        '  set_fact:',
        '    var_relay_networks: !!str {xccdf_example.acme.content_value_var_relay_networks}',
        '  tags:',
        '    - always',
        '- name: Close the relay',
        '  command: postconf -e mynetworks={{ var_relay_networks }}',
      ].join('\n'),
    );
  });

  it('are those of the languages that the product names', async () => {
    const all = await partsOf('acme9', ['postfix_relay_closed']);
    expect(all.remediations(all.rule('postfix_relay_closed')).map(({ language }) => language)).toEqual([
      'ansible',
      'bash',
      'kubernetes',
    ]);
  });
});

describe('a wrong remediation', () => {
  const bash = `${mail}/postfix_relay_closed/bash/shared.sh`;

  it('names no platform', async () => {
    const text = await partsReport(['postfix_relay_closed'], { [bash]: 'true\n' });
    expect(text).toBe(
      [
        `${bash}: error[remediation-platform]: this remediation does not say which platforms it is for`,
        '  hint: Begin it with a line such as `# platform = multi_platform_all`.',
        '',
      ].join('\n'),
    );
  });

  it('separates platforms by more than commas', async () => {
    const text = await partsReport(['postfix_relay_closed'], {
      [bash]: '# platform = Acme Linux 9, Widget\ntrue\n',
    });
    expect(text).toBe(
      [
        `${bash}:1:14: error[remediation-platform-space]: white space stands around a comma of this list of platforms`,
        '  > 1 | # platform = Acme Linux 9, Widget',
        '      |              ^^^^^^^^^^^^^^^^^^^^',
        '  hint: Separate the platforms by commas alone.',
        '',
      ].join('\n'),
    );
  });

  it('puts a Value into Ansible as text', async () => {
    const ansible = `${mail}/postfix_relay_closed/ansible/shared.yml`;
    const text = await partsReport(['postfix_relay_closed'], {
      [ansible]:
        '# platform = multi_platform_all\n- name: A\n  command: a (ansible-populate var_relay_networks)\n',
    });
    expect(text).toContain(
      `${ansible}:3:14: error[ansible-populate]: Ansible takes a Value as a variable, not as text`,
    );
  });
});
