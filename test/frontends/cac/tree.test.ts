import { describe, expect, it } from 'vitest';
import { isCce } from '../../../src/frontends/cac/tree/identifiers.js';
import { orderedGroups, orderedRules, orderedTopGroups } from '../../../src/frontends/cac/tree/order.js';
import { contentOf, itemOf, markup, outline } from './checkout.js';

describe('the benchmark', () => {
  it('is what benchmark.yml and the project say', async () => {
    const content = await contentOf('acme9');
    expect(content).toMatchObject({
      id: 'xccdf_example.acme.content_benchmark_ACME-9',
      name: 'acme9',
      productName: 'Acme Linux 9',
      version: '1.4.2',
      updateUrl: 'https://acme.example/releases/latest',
      status: { value: 'draft' },
      naming: { prefix: 'ssg', reverseDns: 'example.acme.content', ovalNamespace: 'ssg', style: 'SCAP_1.2' },
      metadata: {
        publisher: 'Acme Hardening',
        contributors: ['Ada Example <ada@example.org>', 'Bob Example <bob@example.org>'],
        source: 'https://acme.example/releases/latest',
      },
    });
    expect(markup(content.title)).toBe('Guide to Acme Linux 9');
    expect(markup(content.description)).toBe('How to set up Acme Linux 9,<br></br>\nwith <em>care</em>.\n');
    expect(markup(content.frontMatter)).toBe('Acme & friends\n');
    expect(content.notices.map(({ id, text }) => [id, markup(text)])).toEqual([
      ['no_warranty', 'Test these settings first.\n'],
    ]);
    expect(content.catalogues.get('https://cis.example/acme9')).toMatchObject({ key: 'cis' });
  });
});

describe('the tree', () => {
  it('holds what profiles select and use, in the order of evaluation', async () => {
    expect(outline((await contentOf('acme9')).children)).toBe(`system
  accounts
    var_banner
    banner_set
services
  mail
    var_queue_hours
    var_relay_networks
    package_postfix_installed
    service_postfix_enabled
    postfix_relay_closed
    postfix_relay_open
`);
  });

  it('differs from product to product, and takes in additional folders', async () => {
    expect(outline((await contentOf('acme10')).children)).toBe(`system
  accounts
    var_banner
    banner_set
    feed_up_to_date
services
  mail
    var_queue_hours
    var_relay_networks
    package_postfix_installed
    postfix_relay_closed
    relay_of_another_product
more
  extra_rule
`);
  });

  it('may lie in the folder of the product', async () => {
    const content = await contentOf('widget');
    expect(outline(content.children)).toBe('core\n  widget_locked\n');
    expect(itemOf(content, 'rule', 'widget_locked').references).toEqual([
      { href: 'https://stig.example/ids', text: 'WDGT-00-000001' },
    ]);
  });
});

describe('order', () => {
  it('puts what installs before what enables and configures', () => {
    expect(
      orderedRules([
        'a_rule',
        'package_x_installed',
        'package_x_removed',
        'service_x_disabled',
        'service_x_enabled',
        'sshd_set_idle_timeout',
        'sshd_set_keepalive',
        'sshd_other',
        'zipl_a_argument',
        'zipl_a_argument_absent',
      ]),
    ).toEqual([
      'package_x_installed',
      'package_x_removed',
      'service_x_enabled',
      'service_x_disabled',
      'sshd_set_keepalive',
      'sshd_set_idle_timeout',
      'zipl_a_argument',
      'zipl_a_argument_absent',
      'a_rule',
      'sshd_other',
    ]);
  });

  it('puts some groups first', () => {
    expect(orderedTopGroups(['auditing', 'more', 'services', 'system'])).toEqual([
      'system',
      'services',
      'auditing',
      'more',
    ]);
    expect(orderedGroups(['accounts', 'bootloader', 'software'])).toEqual([
      'software',
      'accounts',
      'bootloader',
    ]);
  });
});

describe('a group', () => {
  it('is its file, with its platforms and warnings', async () => {
    const mail = itemOf(await contentOf('acme9'), 'group', 'mail');
    expect(mail.id).toBe('xccdf_example.acme.content_group_mail');
    expect(markup(mail.title)).toBe('Mail & news');
    expect(markup(mail.description)).toBe('Mail waits in <code>/var/spool/postfix</code>.');
    expect(mail.platforms.map(({ value }) => value)).toEqual(['package[postfix]']);
    expect(mail.warnings.map(({ category, text }) => [category, markup(text)])).toEqual([
      ['general', 'Mail may be <b>lost</b>.'],
    ]);
  });
});

describe('a rule', () => {
  it('has its texts expanded and read as XHTML', async () => {
    const rule = itemOf(await contentOf('acme9'), 'rule', 'package_postfix_installed');
    expect(rule).toMatchObject({
      id: 'xccdf_example.acme.content_rule_package_postfix_installed',
      severity: 'medium',
      selected: false,
    });
    expect(markup(rule.title)).toBe('Install Postfix');
    expect(markup(rule.description)).toBe(
      'The <code>postfix</code> package delivers mail:\n<pre>$ sudo dnf install postfix</pre>',
    );
    expect(markup(rule.rationale)).toBe('Reports reach nobody without mail, <root> least of all.');
  });

  it('may tell Values, in texts that macros made', async () => {
    const rule = itemOf(await contentOf('acme9'), 'rule', 'postfix_relay_closed');
    expect(markup(rule.description)).toBe(
      '<code>mynetworks</code> is set to {xccdf_example.acme.content_value_var_relay_networks}; ' +
        'read <a href="https://postfix.example/?a=1&b=2">more</a>.',
    );
    expect(rule.warnings.map(({ category, text }) => [category, markup(text)])).toEqual([
      ['dependency', 'Needs {xccdf_example.acme.content_value_var_queue_hours} hours.'],
    ]);
  });

  it('knows its own name in templates', async () => {
    const rule = itemOf(await contentOf('acme9'), 'rule', 'postfix_relay_open');
    expect(markup(rule.description)).toBe('Relay postfix_relay_open.');
  });

  it('has the identifiers and references of the product', async () => {
    const nine = itemOf(await contentOf('acme9'), 'rule', 'package_postfix_installed');
    expect(nine.identifiers).toEqual([{ system: 'https://cce.example', value: 'CCE-27002-5' }]);
    expect(nine.references).toEqual([
      { href: 'https://nist.example/800-53', text: 'CM-6(a)' },
      { href: 'https://nist.example/800-53', text: 'AU-5 b' },
      { href: 'https://srg.example/os', text: 'SRG-OS-000480-GPOS-00227' },
      { href: 'https://srg.example/containers', text: 'SRG-APP-000141-CTR-000315' },
      { href: 'https://stig.example/ids', text: 'ACME-09-000010' },
      { href: 'https://acme.example/baseline', text: '1' },
      { href: 'https://stig.example/rules', text: 'SV-100001r9_rule' },
      { href: 'https://stig.example/vulnerabilities', text: 'V-100001' },
    ]);
    const ten = itemOf(await contentOf('acme10'), 'rule', 'package_postfix_installed');
    expect(ten.identifiers).toEqual([{ system: 'https://cce.example', value: 'CCE-80901-2' }]);
    expect(ten.references).toEqual([
      { href: 'https://nist.example/800-53', text: 'CM-7' },
      { href: 'https://srg.example/os', text: 'SRG-OS-000480-GPOS-00227' },
      { href: 'https://srg.example/containers', text: 'SRG-APP-000141-CTR-000315' },
      { href: 'https://stig.example/ids', text: 'ACME-10-000010' },
      { href: 'https://acme.example/baseline', text: '1' },
    ]);
  });

  it('has a manual check without markup, where yes passes', async () => {
    const content = await contentOf('acme9');
    const { ocil } = itemOf(content, 'rule', 'package_postfix_installed');
    expect(ocil && { ...ocil, question: markup(ocil.question) }).toEqual({
      question: 'Run $ rpm -q postfix and look for <none>.',
      clause: 'the package is not installed',
      yesPasses: true,
    });
    expect(itemOf(content, 'rule', 'postfix_relay_closed').ocil).toMatchObject({
      clause: 'relaying is "open"',
    });
    expect(itemOf(content, 'rule', 'banner_set').ocil).toBeUndefined();
  });

  it('names what it requires and conflicts with, in the benchmark or elsewhere', async () => {
    const content = await contentOf('acme9');
    const rule = itemOf(content, 'rule', 'postfix_relay_closed');
    expect(rule.requires.map(({ value }) => value)).toEqual(['package_postfix_installed']);
    expect(rule.conflicts.map(({ value }) => value)).toEqual([
      'postfix_relay_open',
      'relay_of_another_product',
    ]);
    expect(content.elsewhere?.get('relay_of_another_product')).toBe(
      'xccdf_example.acme.content_rule_relay_of_another_product',
    );
    expect(content.elsewhere?.get('package_postfix_installed')).toBeUndefined();
  });

  it('has each of its platforms once', async () => {
    const rule = itemOf(await contentOf('acme9'), 'rule', 'service_postfix_enabled');
    expect(rule.platforms.map(({ value }) => value)).toEqual(['machine', 'not container']);
  });

  it('may be checked by a feed', async () => {
    expect(itemOf(await contentOf('acme10'), 'rule', 'feed_up_to_date').otherChecks).toEqual([
      {
        kind: 'remote',
        system: 'http://oval.mitre.org/XMLSchema/oval-definitions-5',
        href: 'https://acme.example/feed.xml',
        multiCheck: false,
        exports: [],
      },
    ]);
  });
});

describe('a value', () => {
  it('has its options in the order of the file, as PyYAML reads them', async () => {
    const hours = itemOf(await contentOf('acme9'), 'value', 'var_queue_hours');
    expect(hours).toMatchObject({
      id: 'xccdf_example.acme.content_value_var_queue_hours',
      type: 'number',
      operator: 'less than or equal',
      interactive: false,
    });
    expect(hours.options).toEqual([
      { selector: '24', value: '24' },
      { value: '5' },
      { selector: '6', value: '6' },
      { selector: 'mode', value: '384' },
      { selector: 'half', value: '0.5' },
      { selector: 'one', value: '1.0' },
    ]);
    expect(hours.warnings.map(({ category }) => category)).toEqual(['performance']);
  });

  it('keeps booleans as words', async () => {
    const networks = itemOf(await contentOf('acme9'), 'value', 'var_relay_networks');
    expect(networks).toMatchObject({ type: 'string', operator: 'equals', interactive: true });
    expect(networks.options).toEqual([
      { value: 'loopback-only' },
      { selector: 'lan', value: '192.0.2.0/24' },
      { selector: 'none', value: 'no' },
    ]);
  });
});

describe('a CCE identifier', () => {
  it.each([
    ['CCE-27002-5', true],
    ['CCE-80901-2', true],
    ['CCE-80901-3', false],
    ['CCE-123-4', false],
    ['cce-27002-5', false],
  ])('%s: %s', (value, valid) => expect(isCce(value)).toBe(valid));
});
