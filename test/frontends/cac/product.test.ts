import { describe, expect, it } from 'vitest';
import { Diagnostics } from '../../../src/diagnostics/diagnostic.js';
import { cacProducts, createEnvironment, isCacCheckout } from '../../../src/frontends/cac/environment.js';
import { pythonConstants } from '../../../src/frontends/cac/product/python-literals.js';
import { ContentRoot } from '../../../src/source/root.js';
import { fixture, reportOf } from './checkout.js';

function environmentOf(product: string) {
  const diagnostics = new Diagnostics();
  const root = ContentRoot.open(fixture, diagnostics.report);
  const environment = root && createEnvironment(root, product, { sce: false }, diagnostics.report);
  if (!root || !environment || diagnostics.all.length > 0) throw new Error(JSON.stringify(diagnostics.all));
  return { root, environment };
}

describe('a checkout', () => {
  it('is known by its library, its products and its shared content', () => {
    const { root } = environmentOf('acme9');
    expect(isCacCheckout(root)).toBe(true);
    expect(cacProducts(root)).toEqual(['acme10', 'acme9', 'gadget', 'widget']);
  });

  it('has no product of another name', async () => {
    expect(await reportOf('acme', {})).toBe(
      'error[unknown-product]: the checkout has no product `acme`\n  hint: Did you mean `acme9`?\n',
    );
  });
});

describe('the properties of a product', () => {
  it('are its own, with booleans as words', () => {
    const { properties } = environmentOf('acme9').environment.product;
    expect(properties).toMatchObject({ product: 'acme9', major_version_ordinal: 9, drop_in: 'yes' });
  });

  it('are implied where it says nothing', () => {
    const { properties } = environmentOf('acme9').environment.product;
    expect(properties).toMatchObject({
      aide_conf_path: '/etc/acme/aide.conf',
      groups: {},
      pkg_manager_config_file: '/etc/dnf/dnf.conf',
      pkg_system: 'rpm',
      product_dir: 'products/acme9',
      sshd_config_base_dir: '/etc/ssh',
      sshd_distributed_config: 'false',
      uid_min: 1000,
    });
    expect(environmentOf('acme10').environment.product.properties.aide_conf_path).toBe('/etc/aide.conf');
  });

  it('join the tables of the checkout', () => {
    const { properties } = environmentOf('acme9').environment.product;
    expect(properties.platform_package_overrides).toEqual({ login_defs: 'shadow', uefi: null });
    expect(properties.reference_uris).toMatchObject({
      'app-srg-ctr': 'https://srg.example/containers',
      cis: 'https://cis.example/acme9',
      nist: 'https://nist.example/800-53',
    });
  });

  it('come from product_properties too, each file over those before it', () => {
    const nine = environmentOf('acme9').environment.globals;
    expect(nine).toMatchObject({ mail_incoming: '/var/spool/postfix/incoming', mail_user: 'postfix' });
    expect(environmentOf('acme10').environment.globals.mail_incoming).toBe('/var/spool/mail/incoming');
  });

  it('stand beside the release of the checkout', () => {
    const { globals, release } = environmentOf('acme9').environment;
    expect(release).toBe('1.4.2');
    expect(globals).toMatchObject({ ssg_version_str: '1.4.2', ssg_version: [1, 4, 2] });
  });
});

describe('lists of platforms', () => {
  const { names } = environmentOf('acme9').environment;

  it.each([
    ['all', 'acme9', true],
    ['multi_platform_all', 'acme9', true],
    ['multi_platform_acme', 'acme10', true],
    ['Acme Linux 9', 'acme9', true],
    ['Widget, Acme Linux 10', 'acme10', true],
    ['Acme Linux 9', 'acme10', false],
    ['acme9,widget', 'widget', true],
    ['multi_platform_acme', 'widget', false],
    ['', 'acme9', false],
  ])('%j applies to %s: %s', (platforms, product, applies) => {
    expect(names.applies(platforms, product)).toBe(applies);
  });

  it('spell products out', () => {
    expect(['acme9', 'acme', 'all', 'nobody'].map((name) => names.fullName(name))).toEqual([
      'Acme Linux 9',
      'multi_platform_acme',
      'multi_platform_all',
      undefined,
    ]);
  });
});

describe('mistakes', () => {
  it('a property that is defined twice', async () => {
    const report = await reportOf('acme9', {
      'product_properties/30-again.yml': 'default:\n  mail_user: mail\n',
    });
    expect(
      report,
    ).toBe(`product_properties/30-again.yml:2:3: error[cac-property-twice]: the property \`mail_user\` is defined elsewhere already
    1 | default:
  > 2 |   mail_user: mail
      |   ^^^^^^^^^
  hint: A property comes from \`product.yml\` or from one file of \`product_properties/\`.
`);
  });

  it('a properties file of another shape', async () => {
    const report = await reportOf('acme9', { 'product_properties/30-flat.yml': 'mail_group: mail\n' });
    expect(report).toContain('product_properties/30-flat.yml: error[cac-properties-shape]');
  });

  it('a key that is missing or of another type', async () => {
    const report = await reportOf('widget', {
      'products/widget/product.yml': (text) =>
        text
          .replace('benchmark_id: WIDGET', 'benchmark_idd: WIDGET')
          .replace('profiles_root: "./profiles"', 'profiles_root: [profiles]'),
    });
    expect(report.match(/^\S+ error\[[\w-]+\]/gm)).toEqual(
      expect.arrayContaining([
        'products/widget/product.yml:1:1: error[missing-key]',
        'products/widget/product.yml:6:16: error[wrong-type]',
      ]),
    );
  });

  it('an OVAL feed without encryption', async () => {
    const report = await reportOf('widget', {
      'products/widget/product.yml': (text) => `${text}oval_feed_url: http://widget.example/feed\n`,
    });
    expect(
      report,
    ).toBe(`products/widget/product.yml:13:16: error[cac-insecure-feed]: the OVAL feed http://widget.example/feed is not read over https
    11 |       title: "Widget"
    12 |       check_id: installed_app_is_widget
  > 13 | oval_feed_url: http://widget.example/feed
       |                ^^^^^^^^^^^^^^^^^^^^^^^^^^
`);
  });

  it('a broken macro, at its own line', async () => {
    const report = await reportOf('widget', {
      'shared/macros/20-broken.jinja': '{{% macro open(x) %}}\n{{{ x | }}}\n{{% endmacro %}}\n',
    });
    expect(report).toMatch(/^shared\/macros\/20-broken\.jinja:2:\d+: error\[jinja-syntax\]: /);
  });
});

describe('constants of a Python module', () => {
  it.each([
    ['A = \'one\' "two"', 'onetwo'],
    ["A = ('in '\n     'brackets')", 'in brackets'],
    ["B = 'x'\nA = B + 'y'", 'xy'],
    ['A = [1, -2.5, True, None,]', [1, -2.5, true, null]],
    ["A = {'k': {'n': ()}, }", { k: { n: [] } }],
    ["A = dict(k='v')", { k: 'v' }],
    ["A = r'\\d' '\\x41\\n'", '\\dA\n'],
    ["A = '''a\n'b' '''", "a\n'b' "],
    ['A = (1,)', [1]],
    ["A = 'v'  # why", 'v'],
    ['A = f(1)', undefined],
    ["A = 'a %s' % 'b'", undefined],
    ["A == 'b'", undefined],
  ])('%s', (source, value) => {
    expect(pythonConstants(source).get('A')).toEqual(value);
  });
});
