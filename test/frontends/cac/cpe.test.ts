import { describe, expect, it } from 'vitest';
import { idsIn, partsOf, partsReport, xmlOf } from './parts.js';

describe('the facts of a product', () => {
  it('come from their files', async () => {
    const { facts } = await partsOf('acme9', ['service_postfix_enabled']);
    expect(facts.names).toEqual(['acme9', 'container', 'machine', 'package', 'acme10']);
    expect(facts.fact('machine', undefined, undefined)).toEqual({
      id: 'machine',
      cpe: 'cpe:/a:machine',
      title: 'A machine of its own',
      definition: 'installed_env_is_a_machine',
      bash: '[ ! -f /.containerenv ]',
      ansible: 'ansible_virtualization_type != "container"',
      origin: expect.objectContaining({ pointer: ['check_id'] }),
    });
    expect(facts.fact('container', undefined, undefined)).toEqual({
      id: 'container',
      cpe: 'cpe:/a:container',
      title: 'A container',
      definition: 'container',
      bash: '[ -f /.containerenv ]',
      origin: expect.objectContaining({ pointer: [] }),
    });
  });

  it('take arguments and conditions from templates', async () => {
    const { facts } = await partsOf('acme9', ['service_postfix_enabled']);
    expect(facts.fact('package', 'postfix', undefined)).toEqual({
      id: 'package_postfix',
      cpe: 'cpe:/a:postfix:',
      title: 'Package postfix is installed',
      definition: 'package_postfix',
      bash: 'rpm --quiet -q postfix',
      ansible: '"postfix" in ansible_facts.packages',
      origin: expect.objectContaining({ pointer: [] }),
    });
    expect(facts.fact('package', 'sendmail', undefined)).toBeUndefined();
    expect(facts.fact('machine', undefined, '>=2')).toBeUndefined();
  });

  it('take versions', async () => {
    const { facts } = await partsOf('acme9', ['banner_set']);
    expect(facts.fact('package', 'postfix', '<3,>=1:2.1-4')).toMatchObject({
      id: 'package_postfix_le_3_gt_or_eq_1_2_1_4',
      cpe: 'cpe:/a:postfix:le:3:gt_or_eq:1:2.1-4',
      title: 'Package postfix is installed',
    });
  });

  it('include the CPE of the product', async () => {
    const { platforms, facts } = await partsOf('acme9', ['banner_set']);
    expect(platforms.map(({ value }) => value)).toEqual(['cpe:/o:acme:acme_linux:9']);
    expect(facts.fact('acme9', undefined, undefined)).toMatchObject({ definition: 'installed_OS_is_acme9' });
  });
});

describe('the OVAL of facts', () => {
  it('is what they reach, also by the text of other files', async () => {
    const { cpeOval } = await partsOf('acme9', ['service_postfix_enabled']);
    expect(idsIn(cpeOval).sort()).toEqual([
      'definition container',
      'definition files',
      'definition installed_OS_is_acme9',
      'definition installed_env_is_a_machine',
      'definition package_postfix',
      'object obj_package_postfix',
      'object object_containerenv',
      'object object_release_acme9',
      'test test_containerenv',
      'test test_of_files',
      'test test_package_postfix',
      'test test_release_acme9',
    ]);
    expect(xmlOf(cpeOval, 'definition', 'installed_OS_is_acme9')).toContain(
      '<affected family="unix"><platform>Acme Linux 9</platform></affected>' +
        '<reference ref_id="cpe:/o:acme:acme_linux:9" source="CPE"/><description>',
    );
  });
});

describe('a wrong fact', () => {
  const file = 'shared/applicability/machine.yml';
  const report = (change: (text: string) => string): Promise<string> =>
    partsReport(['service_postfix_enabled'], { [file]: change });

  it('has a key that there is not', async () => {
    expect(await report((text) => text.replace('check_id', 'chek_id'))).toContain(
      `${file}:3:1: error[unknown-key]: \`chek_id\` is no key of a platform fact`,
    );
  });

  it('has no name', async () => {
    expect(await report((text) => text.replace(/^name.*\n/, ''))).toContain(
      `${file}:1:1: error[cpe-shape]: the platform fact \`machine\` needs a \`name\``,
    );
  });

  it('names a parameter that the argument has not', async () => {
    const text = await partsReport(['package_postfix_installed'], {
      'shared/applicability/package.yml': (yaml) => yaml.replace('{pkgname}', '{pkgnam}'),
    });
    expect(text).toContain(
      'shared/applicability/package.yml:2:8: error[cpe-placeholder]: `{pkgnam}` stands for no parameter of the argument',
    );
  });
});
