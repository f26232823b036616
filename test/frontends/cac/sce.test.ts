import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readScript } from '../../../src/frontends/cac/sce/script.js';
import { scapc, temporaryFolder } from '../../support/cli.js';
import { fixture, withCheckout } from './checkout.js';
import { readParts } from './parts.js';

const switchedOn = {
  'CMakeLists.txt': (text: string) =>
    `${text}\nif(SSG_PRODUCT_ACME9 OR SSG_PRODUCT_WIDGET)\nset(SSG_SCE_ENABLED ON)\nendif()\n`,
};

describe('check scripts', () => {
  it('belong to the products that the build switches them on for', async () => {
    const off = await readParts(fixture, 'acme9', ['service_postfix_enabled']);
    expect(off.scripts(off.rule('service_postfix_enabled'))).toEqual([]);
    const on = await withCheckout(switchedOn, (dir) => readParts(dir, 'acme9', ['service_postfix_enabled']));
    expect(on.scripts(on.rule('service_postfix_enabled'))).toEqual([
      {
        kind: 'sce',
        system: 'http://open-scap.org/page/SCE',
        href: 'acme9/checks/sce/service_postfix_enabled.sh',
        imports: ['stdout'],
        exports: [{ value: 'xccdf_example.acme.content_value_var_queue_hours', variable: 'hours' }],
        script: [
          '#!/usr/bin/env bash',
          'if ! (rpm -q --quiet bootc && [ -e /run/.containerenv ]) ; then',
          '    systemctl is-enabled postfix',
          'else',
          '    echo "The SCE check can\'t run in this environment."',
          '    exit "$XCCDF_RESULT_ERROR"',
          'fi',
          '',
        ].join('\n'),
      },
    ]);
  });

  it('belong to every product where whoever builds asks for them', async () => {
    const asked = await readParts(fixture, 'acme10', ['service_postfix_enabled'], true);
    expect(asked.scripts(asked.rule('service_postfix_enabled'))).toMatchObject([
      { kind: 'sce', href: 'acme10/checks/sce/service_postfix_enabled.sh' },
    ]);
  });

  it('run in Bash where they do not say otherwise', () => {
    expect(readScript('true').text).toBe('#!/usr/bin/bash\ntrue\n');
  });
});

describe('--sce', () => {
  const dataStream = async (...options: string[]): Promise<string> => {
    const out = temporaryFolder();
    const { code, stderr } = await scapc(['build', 'acme9', '--content', fixture, '--out', out, ...options]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    return readFileSync(join(out, 'acme9/ssg-acme9-ds.xml'), 'utf8');
  };

  it('puts the scripts into the data stream, which has none without it', async () => {
    const text = await dataStream('--sce');
    expect(text).toContain(`<check system="http://open-scap.org/page/SCE">
          <check-import import-name="stdout"/>
          <check-export value-id="xccdf_example.acme.content_value_var_queue_hours" export-name="hours"/>
          <check-content-ref href="acme9/checks/sce/service_postfix_enabled.sh"/>
        </check>`);
    expect(text).toContain(
      '<cat:uri name="acme9/checks/sce/service_postfix_enabled.sh" ' +
        'uri="#scap_org.open-scap_cref_acme9-checks-sce-service_postfix_enabled.sh"/>',
    );
    expect(text).toMatch(
      /<ds:extended-component id="scap_org\.open-scap_ecomp_acme9-checks-sce-service_postfix_enabled\.sh"[^>]*>\s*<\S*script[^>]*>#!\/usr\/bin\/env bash\n/,
    );
    expect(await dataStream()).not.toMatch(/SCE|checks\/sce|extended-component/);
  });

  it('is an option of check as well, which then reads the scripts', async () => {
    const script = 'linux_os/guide/services/mail/service_postfix_enabled/sce/shared.sh';
    await withCheckout({ [script]: (text) => `${text}{{% if %}}\n` }, async (dir) => {
      expect((await scapc(['check', 'acme9', '--content', dir])).code).toBe(0);
      const { code, stderr } = await scapc(['check', 'acme9', '--sce', '--content', '.'], { cwd: dir });
      expect(stderr).toMatch(new RegExp(`^${script}:7:8: error\\[jinja-syntax\\]: `));
      expect(code).toBe(1);
    });
  });
});
