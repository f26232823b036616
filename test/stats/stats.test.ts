import { expect, test } from 'vitest';
import { changed, contentWith, scapc } from '../support/cli.js';

const rule = 'guide/files/file_owner_right';

/** A second rule without check, repairs and references, and one that only another product has. */
const more = {
  'guide/files/deeper/group.yml': 'title: Deeper\ndescription: Deeper.\n',
  'guide/files/deeper/by_hand/rule.yml':
    'title: By hand\ndescription: Look.\nrationale: Because.\nseverity: high\nreferences:\n  nist: [AC-6, AC-3]\n',
  'guide/files/deeper/elsewhere/rule.yml':
    'title: Elsewhere\ndescription: Look.\nrationale: Because.\nseverity: low\nproducts: [crate]\n',
  [`${rule}/tests/right.pass.sh`]: 'true\n',
  [`${rule}/tests/wrong.fail.sh`]: 'chown 7 /etc/box\n',
  [`${rule}/tests/crate.fail.sh`]: '# platform = crate\nchown 8 /etc/box\n',
  'products/crate/product.yml': changed('products/box/product.yml', 'product: box', 'product: crate')[
    'products/box/product.yml'
  ],
  ...changed(
    'scapc.yml',
    'references:\n',
    'references:\n  pci:\n    title: PCI DSS\n    url: https://example.org/pci\n',
  ),
};

test('stats counts what a product holds', async () => {
  const { code, stdout, stderr } = await scapc(['stats', 'box'], { cwd: contentWith(more) });
  expect(stderr).toBe('');
  expect(stdout).toBe(`                                box
groups                            2
values                            1
profiles                          1
rules                             2
  with a check                    1
  with a Bash remediation         1
  with an Ansible remediation     1
  with a manual check             1
  with scenarios                  1
  of severity high                1
  of severity medium              1
  that name PCI DSS               0
  that name NIST SP 800-53        2
requirements of PCI DSS           0
requirements of NIST SP 800-53    2
scenarios                         2
`);
  expect(code).toBe(0);
});

test('stats of several products stand side by side, and as JSON in a list', async () => {
  const dir = contentWith(more);
  const table = await scapc(['stats'], { cwd: dir });
  expect(table.stdout).toContain('                                box  crate\n');
  expect(table.stdout).toContain('rules                             2      3\n');
  expect(table.stdout).toContain('  of severity low                 0      1\n');
  expect(table.stdout).toContain('scenarios                         2      3\n');
  const json = await scapc(['stats', 'crate', '--format', 'json'], { cwd: dir });
  expect(JSON.parse(json.stdout)).toEqual([
    {
      product: 'crate',
      groups: 2,
      rules: 3,
      values: 1,
      profiles: 1,
      with: { check: 1, bash: 1, ansible: 1, ocil: 1, scenarios: 1 },
      scenarios: 3,
      severities: { high: 1, medium: 1, low: 1, info: 0, unknown: 0 },
      catalogues: {
        pci: { title: 'PCI DSS', rules: 0, requirements: 0 },
        nist: { title: 'NIST SP 800-53', rules: 2, requirements: 2 },
      },
    },
  ]);
});

test('content with a mistake is told, and not counted', async () => {
  const { code, stdout, stderr } = await scapc(['stats'], {
    cwd: contentWith(changed(`${rule}/rule.yml`, 'severity: medium', 'severity: meduim')),
  });
  expect(stderr).toContain('error[not-allowed]');
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
});
