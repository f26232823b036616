import { describe, expect, it } from 'vitest';
import { readScript } from '../../../src/frontends/cac/sce/script.js';
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

  it('run in Bash where they do not say otherwise', () => {
    expect(readScript('true').text).toBe('#!/usr/bin/bash\ntrue\n');
  });
});
