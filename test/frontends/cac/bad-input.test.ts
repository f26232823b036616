import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Ran, scapc } from '../../support/cli.js';
import { withCheckout } from './checkout.js';

type Changes = Parameters<typeof withCheckout>[0];

const mail = 'linux_os/guide/services/mail';
const installed = `${mail}/package_postfix_installed/rule.yml`;
const relay = `${mail}/postfix_relay_closed`;
const enabled = `${mail}/service_postfix_enabled/oval/acme9.xml`;
const macros = 'shared/macros/10-mail.jinja';
const python = 'shared/templates/package_installed/template.py';
const strict = 'products/acme9/profiles/strict.profile';

function change(from: string, to: string): (text: string) => string {
  return (text) => {
    if (!text.includes(from)) throw new Error(`there is no ${from}`);
    return text.replaceAll(from, to);
  };
}

/** What `scapc check` says of a changed checkout in the working directory. */
const check = (changes: Changes, env: Readonly<Record<string, string>> = {}): Promise<Ran> =>
  withCheckout(changes, (dir) => scapc(['check', 'acme9', '--content', '.'], { cwd: dir, env }));

/** The first line of each problem, and the first lines of the other places below it. */
const heads = (text: string): string[] =>
  text
    .split('\n')
    .flatMap((line) =>
      /^(?: {2})?\S+:\d+:\d+: |^ {4}in the text made at |^\S*(?:: )?error\[/.test(line) ? [line] : [],
    );

describe('one mistake in a checkout is one problem, at the place of the author', () => {
  it.each<[string, Changes, string[]]>([
    [
      'a rule that is no YAML',
      { [`${relay}/rule.yml`]: change('severity: high', 'severity: high: er') },
      [
        `${relay}/rule.yml:11:15: error[yaml-syntax]: this is not valid YAML: bad indentation of a mapping entry`,
      ],
    ],
    [
      'a rule with an unknown key',
      { [`${relay}/rule.yml`]: change('severity:', 'severty:') },
      [`${relay}/rule.yml:11:1: error[unknown-key]: unknown key \`severty\``],
    ],
    [
      'a rule with a wrong value',
      { [`${relay}/rule.yml`]: change('severity: high', 'severity: hihg') },
      [`${relay}/rule.yml:11:11: error[not-allowed]: \`severity\` cannot be \`hihg\``],
    ],
    [
      'a wrong value below a quoted text that starts in the first column',
      { [`${relay}/rule.yml`]: change('ocil_clause: relaying is "open"', 'ocil_clause: [open]') },
      [
        `${relay}/rule.yml:31:14: error[wrong-type]: \`ocil_clause\` must be a text or a number or nothing, not a list`,
      ],
    ],
    [
      'a mistake of YAML below a quoted text that starts in the first column',
      { [`${relay}/rule.yml`]: change('ocil_clause: relaying is', 'ocil_clause: relaying: is') },
      [
        `${relay}/rule.yml:31:22: error[yaml-syntax]: this is not valid YAML: bad indentation of a mapping entry`,
      ],
    ],
    [
      'a rule that tells a Value that there is not',
      { [`${relay}/rule.yml`]: change('"var_queue_hours"', '"var_queue_hour"') },
      [`${relay}/rule.yml:25:15: error[unknown-value]: there is no Value \`var_queue_hour\``],
    ],
    [
      'a rule that requires one that there is not',
      { [`${relay}/rule.yml`]: change('- package_postfix_installed', '- package_postfix_instaled') },
      [
        `${relay}/rule.yml:18:7: error[unknown-link]: \`requires\` names \`package_postfix_instaled\`, which does not exist`,
      ],
    ],
    [
      'a group that is no YAML',
      { [`${mail}/group.yml`]: change("title: 'Mail & news'", 'title: Mail: news') },
      [
        `${mail}/group.yml:3:12: error[yaml-syntax]: this is not valid YAML: bad indentation of a mapping entry`,
      ],
    ],
    [
      'a Value with a wrong type',
      { [`${mail}/var_queue_hours.var`]: change('type: number', 'type: nmber') },
      [`${mail}/var_queue_hours.var:4:7: error[not-allowed]: \`type\` cannot be \`nmber\``],
    ],
    [
      'a macro file that is no template: its callers are not at fault',
      { [macros]: change('{{%- if not name -%}}', '{{%- if not -%}}') },
      [`${macros}:6:13: error[jinja-syntax]: unexpected end of statement block`],
    ],
    [
      'a macro that uses a name that there is not',
      { [macros]: change('is set to {{{ value }}}', 'is set to {{{ vlaue.text }}}') },
      [`${relay}/rule.yml:6:9: error[jinja-error]: 'vlaue' is undefined`, `  ${macros}:2:37: here`],
    ],
    [
      'a key below lines that a template left out',
      {
        [`${relay}/rule.yml`]: change(
          'severity: high',
          '{{% if product == "acme10" %}}\nseverity: low\n{{% else %}}\nseverty: high\n{{% endif %}}',
        ),
      },
      [`${relay}/rule.yml:14:1: error[unknown-key]: unknown key \`severty\``],
    ],
    [
      'a wrong value that a macro made',
      {
        [macros]: (text) => `${text}\n{{% macro how_bad() %}}severity: hihg{{% endmacro %}}\n`,
        [`${relay}/rule.yml`]: change('severity: high', '{{{ how_bad() }}}'),
      },
      [
        `${relay}/rule.yml:11:5: error[not-allowed]: \`severity\` cannot be \`hihg\``,
        `    in the text made at ${macros}:10:34`,
      ],
    ],
    [
      'text that a macro made, which is no YAML',
      {
        [macros]: (text) => `${text}\n{{% macro how_bad() %}}severity: high: er{{% endmacro %}}\n`,
        [`${relay}/rule.yml`]: change('severity: high', '{{{ how_bad() }}}'),
      },
      [
        `${relay}/rule.yml:11:5: error[yaml-syntax]: this is not valid YAML: bad indentation of a mapping entry`,
        `    in the text made at ${macros}:10:38`,
      ],
    ],
    [
      'a call of a macro that there is not',
      { [`${relay}/rule.yml`]: change('postfix_setting(', 'postfix_seting(') },
      [`${relay}/rule.yml:6:9: error[jinja-error]: 'postfix_seting' is undefined`],
    ],
    [
      'a control file that is no YAML',
      { 'controls/baseline.yml': change('title: Mail\n', 'title: Mail: x\n') },
      [
        'controls/baseline.yml:18:18: error[yaml-syntax]: this is not valid YAML: bad indentation of a mapping entry',
      ],
    ],
    [
      'a control that sets a Value that there is not, for two profiles',
      { 'controls/baseline.yml': change('var_relay_networks=lan', 'var_relay_network=lan') },
      ['controls/baseline.yml:24:13: error[unknown-selection]: there is nothing called `var_relay_network`'],
    ],
    [
      'a profile that selects a rule that there is not',
      { [strict]: (text) => `${text}    - banner_sett\n` },
      [`${strict}:10:7: error[cac-unknown-rule]: the product has no rule \`banner_sett\``],
    ],
    [
      'a profile that takes out a rule that there is not',
      { [strict]: change('"!banner_set"', '"!banner_sett"') },
      [`${strict}:7:7: error[cac-unknown-rule]: the product has no rule \`banner_sett\``],
    ],
    [
      'a profile that sets a Value that there is not',
      { [strict]: (text) => `${text}    - var_banr=default\n` },
      [`${strict}:10:7: error[unknown-selection]: there is nothing called \`var_banr\``],
    ],
    [
      'a profile that chooses an option that there is not',
      { [strict]: (text) => `${text}    - var_banner=loud\n` },
      [`${strict}:10:7: error[unknown-option]: the Value \`var_banner\` has no option \`loud\``],
    ],
    [
      'a profile that is no YAML, though another extends it',
      { 'products/acme9/profiles/standard.profile': change('status: deprecated', 'status: de: precated') },
      [
        'products/acme9/profiles/standard.profile:13:11: error[yaml-syntax]: this is not valid YAML: bad indentation of a mapping entry',
      ],
    ],
    [
      'OVAL that is not well-formed, though another definition extends it',
      { 'shared/checks/oval/mail_is_wanted.xml': change('</criteria>', '</criterium>') },
      [
        'shared/checks/oval/mail_is_wanted.xml:14:5: error[oval-xml]: this is not well-formed XML: </criterium> stands where <criteria> is open',
      ],
    ],
    [
      'a definition that extends nothing',
      { [enabled]: change('definition_ref="mail_is_wanted"', 'definition_ref="mail_is_wantd"') },
      [
        `${enabled}:14:7: error[dangling-oval]: the definition \`service_postfix_enabled\` mentions the definition \`mail_is_wantd\`, which does not exist`,
      ],
    ],
    [
      'a test of nothing',
      { [enabled]: change('object_ref="object_postfix_unit"', 'object_ref="object_postfix"') },
      [
        `${enabled}:21:5: error[dangling-oval]: the test \`test_postfix_masked\` mentions the object \`object_postfix\`, which does not exist`,
      ],
    ],
    [
      'a state that reads a variable that there is not',
      { [`${relay}/oval/shared.xml`]: change('var_ref="var_relay_networks"', 'var_ref="var_relay"') },
      [
        `${relay}/oval/shared.xml:20:5: error[dangling-oval]: the state \`state_mynetworks\` mentions the variable \`var_relay\`, which does not exist`,
      ],
    ],
    [
      'a platform whose definition there is not',
      {
        'shared/applicability/machine.yml': change('installed_env_is_a_machine', 'installed_env_is_machine'),
      },
      [
        'shared/applicability/machine.yml:3:11: error[unknown-definition]: there is no OVAL definition `installed_env_is_machine`',
      ],
    ],
    [
      'a platform that is no YAML, though rules name it',
      { 'shared/applicability/machine.yml': change('title: A', 'title: A: ') },
      [
        'shared/applicability/machine.yml:2:9: error[yaml-syntax]: this is not valid YAML: bad indentation of a mapping entry',
      ],
    ],
    [
      'a template without a parameter',
      { [installed]: change('        pkgname: postfix\n', '') },
      [
        `${installed}:31:5: error[template-python]: \`preprocess\` raised KeyError: 'pkgname' (for \`package_postfix_installed\`)`,
        `  ${python}:7:9: here`,
      ],
    ],
    [
      'a template with a misspelt parameter',
      { [installed]: change('pkgname', 'pkgnam') },
      [
        `${installed}:31:5: error[template-python]: \`preprocess\` raised KeyError: 'pkgname' (for \`package_postfix_installed\`)`,
        `  ${python}:7:9: here`,
      ],
    ],
    [
      'a template that reads a parameter which its use does not give',
      {
        [python]: undefined,
        'shared/templates/package_installed/oval.template': change(
          '{{{ PKGNAME }}}',
          '{{{ PKGNAME.lower() }}}',
        ),
        [installed]: change('pkgname', 'pkgnam'),
      },
      [
        `${installed}:31:5: error[jinja-error]: 'PKGNAME' is undefined`,
        '  shared/templates/package_installed/oval.template:6:36: here',
      ],
    ],
    [
      'a template that there is not, though a definition extends what it would make',
      { [installed]: change('name: package_installed', 'name: package_instaled') },
      [`${installed}:31:11: error[unknown-template]: there is no template \`package_instaled\``],
    ],
    [
      'a template.py that raises, at each use',
      { [python]: change('    return data', '    raise ValueError("too long")') },
      [
        `${installed}:31:5: error[template-python]: \`preprocess\` raised ValueError: too long (for \`package_postfix_installed\`)`,
        `  ${python}:8:5: here`,
        'shared/templates/extra_ovals.yml:2:3: error[template-python]: `preprocess` raised ValueError: too long (for `package_sendmail_installed`)',
        `  ${python}:8:5: here`,
      ],
    ],
    [
      'a template.py that is no Python',
      { [python]: change('    return data', '    return data +') },
      [
        `${python}:8:5: error[template-python]: this file cannot be loaded: SyntaxError: invalid syntax (template.py, line 8)`,
      ],
    ],
    [
      'a text of a template that several rules use',
      {
        'shared/templates/package_installed/oval.template': change(
          'The package {{{ PKGNAME }}}',
          'The package {{{ PKGNAME | }}}',
        ),
      },
      [
        'shared/templates/package_installed/oval.template:6:46: error[jinja-syntax]: expected a name, got end of print statement',
      ],
    ],
    [
      'a remediation that asks for a Value that there is not',
      { [`${relay}/bash/shared.sh`]: change('bash-populate var_relay_networks', 'bash-populate var_relay') },
      [`${relay}/bash/shared.sh:2:26: error[unknown-value]: there is no Value \`var_relay\``],
    ],
  ])('%s', async (_, changes, expected) => {
    const { code, stderr } = await check(changes);
    expect(heads(stderr)).toEqual(expected);
    const errors = expected.filter((line) => line.includes('error[')).length;
    expect(stderr).toMatch(new RegExp(`\\n\\n${errors} errors?\\n$`));
    expect(code).toBe(1);
  });

  it('no Python', async () => {
    const { code, stderr } = await check({}, { PATH: '/nowhere' });
    expect(
      stderr,
    ).toBe(`error[python-missing]: the templates \`package_installed\` need Python for their \`template.py\`, and \`python3\` cannot be started: there is no such program
  hint: Install Python 3 (Debian: \`apt install python3\`), or name another interpreter in the environment variable PYTHON.

1 error
`);
    expect(code).toBe(1);
  });
});

describe('many mistakes', () => {
  const changes: Changes = {
    [`${mail}/mail_sent/rule.yml`]: 'documentation_complete: true\ntitle: Mail: sent\n',
    [`${mail}/postfix_relay_open/rule.yml`]: change('rationale:', 'rationel:'),
    'linux_os/guide/system/accounts/banner_set/rule.yml': change('severity: low', 'severity: lwo'),
    [macros]: change('is set to {{{ value }}}', 'is set to {{{ vlaue.text }}}'),
    'shared/macros/20-open.jinja': '{{% macro open(x) %}}\n{{{ x | }}}\n{{% endmacro %}}\n',
    'controls/baseline.yml': change('status: partial', 'status: partly'),
    [strict]: (text) =>
      `${text}    - mail_sent\n    - banner_sett\n    - "!postfix_relay_opn"\n    - var_nowhere=1\n`,
    [enabled]: change('</linux:systemdunitproperty_test>', '</linux:systemdunitproperty_tst>'),
    'shared/applicability/oval/installed_env_is_a_machine.xml': change('"container"', '"contaner"'),
    [installed]: change('pkgname', 'pkgnam'),
    'shared/templates/platform_package/template.py':
      'def preprocess(data, lang):\n    raise ValueError("too long")\n',
  };

  it('are all found in one run, each where its author typed it', async () => {
    const { code, stderr } = await check(changes);
    expect(heads(stderr).sort()).toEqual(
      [
        'shared/macros/20-open.jinja:2:9: error[jinja-syntax]: expected a name, got end of print statement',
        'controls/baseline.yml:30:21: error[cac-control-status]: `partly` is no status of a control',
        `${mail}/mail_sent/rule.yml:2:12: error[yaml-syntax]: this is not valid YAML: bad indentation of a mapping entry`,
        `${strict}:11:7: error[cac-unknown-rule]: the product has no rule \`banner_sett\``,
        `${strict}:12:7: error[cac-unknown-rule]: the product has no rule \`postfix_relay_opn\``,
        `${strict}:13:7: error[unknown-selection]: there is nothing called \`var_nowhere\``,
        `${relay}/rule.yml:6:9: error[jinja-error]: 'vlaue' is undefined`,
        `  ${macros}:2:37: here`,
        `${mail}/postfix_relay_open/rule.yml:4:1: error[unknown-key]: unknown key \`rationel\``,
        'linux_os/guide/system/accounts/banner_set/rule.yml:5:11: error[not-allowed]: `severity` cannot be `lwo`',
        `${enabled}:23:3: error[oval-xml]: this is not well-formed XML: </linux:systemdunitproperty_tst> stands where <linux:systemdunitproperty_test> is open`,
        `${installed}:31:5: error[template-python]: \`preprocess\` raised KeyError: 'pkgname' (for \`package_postfix_installed\`)`,
        `  ${python}:7:9: here`,
        'shared/applicability/package.yml:5:3: error[template-python]: `preprocess` raised ValueError: too long (for `package_postfix`)',
        '  shared/templates/platform_package/template.py:2:5: here',
        'shared/applicability/oval/installed_env_is_a_machine.xml:9:7: error[dangling-oval]: the definition `installed_env_is_a_machine` mentions the definition `contaner`, which does not exist',
      ].sort(),
    );
    expect(stderr).toMatch(/\n\n13 errors\n$/);
    expect(code).toBe(1);
  });

  it('leave nothing behind', async () => {
    await withCheckout(changes, async (dir) => {
      const { code, stdout } = await scapc(['build', 'acme9', '--content', '.', '--out', 'out'], {
        cwd: dir,
      });
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
      expect(existsSync(join(dir, 'out'))).toBe(false);
    });
  });
});
