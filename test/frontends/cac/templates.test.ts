import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { partsReader } from '../../../src/frontends/cac/read-parts.js';
import { withCheckout } from './checkout.js';
import { partsReport, readPartsWith } from './parts.js';

const rule = 'linux_os/guide/services/mail/package_postfix_installed/rule.yml';
const python = 'shared/templates/package_installed/template.py';

const report = (changes: Parameters<typeof partsReport>[1]): Promise<string> =>
  partsReport(['package_postfix_installed'], changes);

describe('a wrong template', () => {
  it('is unknown', async () => {
    const text = await report({
      [rule]: (yaml) => yaml.replace('name: package_installed', 'name: package_instaled'),
    });
    expect(text).toBe(
      [
        `${rule}:31:11: error[unknown-template]: there is no template \`package_instaled\``,
        '    29 |',
        '    30 | template:',
        '  > 31 |     name: package_instaled',
        '       |           ^^^^^^^^^^^^^^^^',
        '  hint: Did you mean `package_installed`?',
        '',
      ].join('\n'),
    );
  });

  it('switches a language that there is not', async () => {
    const text = await report({ [rule]: (yaml) => `${yaml}    backends:\n        bsah: "off"\n` });
    expect(text).toContain(
      `${rule}:36:9: error[unknown-backend]: \`bsah\` is no language that templates make`,
    );
    expect(text).toContain('hint: Did you mean `bash`?');
  });

  it('lacks a file of a language', async () => {
    const text = await report({ 'shared/templates/package_installed/ansible.template': undefined });
    expect(text).toContain(
      'shared/templates/package_installed/template.yml:2:5: error[template-file-missing]: `ansible` is listed here, but there is no shared/templates/package_installed/ansible.template',
    );
  });
});

describe('a template.py', () => {
  it('that raises is shown at the use of the template, with its own line', async () => {
    const text = await report({ [rule]: (yaml) => yaml.replaceAll('pkgname', 'pkname') });
    expect(text).toBe(
      [
        `${rule}:31:5: error[template-python]: \`preprocess\` raised KeyError: 'pkgname' (for \`package_postfix_installed\`)`,
        '    29 |',
        '    30 | template:',
        '  > 31 |     name: package_installed',
        '       |     ^^^^^^^^^^^^^^^^^^^^^^^',
        `  ${python}:7:9: here`,
        '    5 |     data["evr"] = as_version(data.get("evr", ""))',
        '    6 |     if lang == "oval":',
        '  > 7 |         data["comment"] = "package %s is installed" % data["pkgname"]',
        '      |         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^',
        "  hint: Give the template the parameter 'pkgname', or correct its name.",
        '',
      ].join('\n'),
    );
  });

  it('that is no Python is shown where it breaks', async () => {
    const text = await report({ [python]: 'def preprocess(data, lang):\n    return data +\n' });
    expect(text).toContain(
      `${python}:2:5: error[template-python]: this file cannot be loaded: SyntaxError: invalid syntax`,
    );
    expect(text.match(/error\[/g)).toHaveLength(1);
  });

  it('that defines no preprocess says so', async () => {
    expect(await report({ [python]: 'def process(data, lang):\n    return data\n' })).toContain(
      `${python}: error[template-no-preprocess]: this file defines no function \`preprocess(data, lang)\``,
    );
  });

  it('that returns nothing says so', async () => {
    const text = await report({ [python]: (source) => source.replace('    return data', '    pass') });
    expect(text).toBe(
      [
        `${rule}:31:5: error[template-python]: \`preprocess\` returned NoneType (for \`package_postfix_installed\`)`,
        '    29 |',
        '    30 | template:',
        '  > 31 |     name: package_installed',
        '       |     ^^^^^^^^^^^^^^^^^^^^^^^',
        `  ${python}:4:1: here`,
        '    2 |',
        '    3 |',
        '  > 4 | def preprocess(data, lang):',
        '      | ^^^^^^^^^^^^^^^^^^^^^^^^^^^',
        '  hint: It returns the parameters, a dictionary.',
        '',
      ].join('\n'),
    );
  });

  it('is asked once for what several products want of it', async () => {
    const changes = {
      [rule]: (yaml: string) => yaml.replace('        pkgname@acme10: postfix3\n', ''),
      [python]: (source: string) =>
        source.replace('    return data', '    open("calls", "a").write(lang + "\\n")\n    return data'),
    };
    await withCheckout(changes, async (dir) => {
      const reader = partsReader(dir);
      for (const product of ['acme9', 'acme10']) {
        const { oval, report } = await readPartsWith(reader, dir, product, ['package_postfix_installed']);
        expect(report).toBe('');
        expect(oval.test.get('test_package_postfix_installed')?.element.attributes['comment']).toBe(
          'package postfix is installed',
        );
      }
      reader.close();
      const calls = readFileSync(join(dir, 'calls'), 'utf8').trimEnd().split('\n');
      expect(calls.sort()).toEqual(['ansible', 'bash', 'oval']);
    });
  });

  it('may print', async () => {
    expect(
      await report({
        [python]: (text) => text.replace('    return data', '    print("here")\n    return data'),
      }),
    ).toBe('');
  });

  it('needs Python', async () => {
    process.env.PYTHON = '/nowhere/python3';
    try {
      const text = await report({});
      expect(text).toContain(
        'error[python-missing]: the templates `package_installed` need Python for their `template.py`, and `/nowhere/python3` cannot be started: there is no such program',
      );
      expect(text.match(/error\[/g)).toHaveLength(1);
    } finally {
      delete process.env.PYTHON;
    }
  });

  it('whose process ends is reported once', async () => {
    const text = await report({ [python]: 'import os\n\ndef preprocess(data, lang):\n    os._exit(3)\n' });
    expect(text).toBe(
      'error[python-stopped]: Python ended while it prepared the parameters of the templates `package_installed`: exit code 3\n',
    );
  });
});
