import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../../backends/tool.js';
import { scapc } from '../../support/cli.js';
import { fixture } from './checkout.js';

describe('what is built of a checkout', () => {
  const out = mkdtempSync(join(tmpdir(), 'scapc-test-'));
  afterAll(() => rmSync(out, { recursive: true }));
  const read = (name: string): string => readFileSync(join(out, 'gadget', name), 'utf8');

  beforeAll(async () => {
    const { code, stderr } = await scapc(['build', 'gadget', '--content', fixture, '--out', out]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });

  it('is a data stream that OpenSCAP accepts', () => {
    const file = join(out, 'gadget/ssg-gadget-ds.xml');
    expect(run('oscap', ['ds', 'sds-validate', file])).toEqual({ status: 0, output: '' });
  });

  it('has the remote feed among the components of the data stream', () => {
    const text = read('ssg-gadget-ds.xml');
    expect(text).toContain(
      '<cat:uri name="feeds-gadget.xml" uri="#scap_org.open-scap_cref_feeds-gadget.xml"/>',
    );
    expect(text).toContain(
      '<ds:component-ref id="scap_org.open-scap_cref_feeds-gadget.xml" xlink:href="https://acme.example/feeds/gadget.xml"/>',
    );
  });

  it('has a script for each profile, with the values that the profile chooses', () => {
    expect(read('bash/gadget-script-tight.sh')).toContain(`
# Remediation is applicable only in certain platforms
if [ ! -f /.containerenv ] && { ( rpm --quiet -q lid && rpm-version lid '<' 0:3 && rpm-version lid '>=' 0:2.1 ); }; then

hours='12'
echo "hours=$hours" > /etc/lid/hours

else
    >&2 echo 'Remediation is not applicable, nothing was done'
fi
`);
    expect(read('bash/gadget-script-plain.sh')).not.toContain('/etc/lid/hours');
  });

  it('has a playbook for each profile, with the values that the profile chooses', () => {
    const text = read('ansible/gadget-playbook-tight.yml');
    expect(text).toContain('            var_lid_hours: !!str "12"\n');
    expect(text).toContain('            content: hours={{ var_lid_hours }}\n');
  });

  it('has a guide of its rules', () => {
    const text = read('guide/index.html');
    for (const title of ['Guide to the Gadget', 'Have a Lid', 'Close the Lid', 'Oil the Hinge'])
      expect(text).toContain(title);
  });
});
