import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { applyAnsible, applyBash, createRoot, type Root, scan, unwrap } from '../../src/proving/index.js';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const FILE_RULE = 'xccdf_org.example_rule_file';
const MANUAL_RULE = 'xccdf_org.example_rule_manual';
const OTHER_RULE = 'xccdf_org.example_rule_other_system';
const PROFILE = 'xccdf_org.example_profile_all';

const OVAL = `<?xml version="1.0" encoding="UTF-8"?>
<oval_definitions xmlns="http://oval.mitre.org/XMLSchema/oval-definitions-5"
    xmlns:oval="http://oval.mitre.org/XMLSchema/oval-common-5"
    xmlns:ind="http://oval.mitre.org/XMLSchema/oval-definitions-5#independent">
  <generator>
    <oval:schema_version>5.11.1</oval:schema_version>
    <oval:timestamp>2024-01-01T00:00:00</oval:timestamp>
  </generator>
  <definitions>
    <definition class="compliance" id="oval:org.example:def:1" version="1">
      <metadata><title>The banner</title><description>It is there.</description></metadata>
      <criteria><criterion test_ref="oval:org.example:tst:1"/></criteria>
    </definition>
  </definitions>
  <tests>
    <ind:textfilecontent54_test id="oval:org.example:tst:1" version="1" check="all" comment="the banner">
      <ind:object object_ref="oval:org.example:obj:1"/>
    </ind:textfilecontent54_test>
  </tests>
  <objects>
    <ind:textfilecontent54_object id="oval:org.example:obj:1" version="1">
      <ind:filepath>/etc/banner</ind:filepath>
      <ind:pattern operation="pattern match">^Keep out$</ind:pattern>
      <ind:instance datatype="int">1</ind:instance>
    </ind:textfilecontent54_object>
  </objects>
</oval_definitions>
`;

const XCCDF = `<?xml version="1.0" encoding="UTF-8"?>
<Benchmark xmlns="http://checklists.nist.gov/xccdf/1.2" id="xccdf_org.example_benchmark_tiny" resolved="true">
  <status date="2024-01-01">draft</status>
  <title>Tiny</title>
  <version>1</version>
  <Profile id="${PROFILE}">
    <title>All</title>
    <select idref="${FILE_RULE}" selected="true"/>
    <select idref="${MANUAL_RULE}" selected="true"/>
  </Profile>
  <Rule id="${FILE_RULE}" selected="false" severity="medium">
    <title>The banner is there</title>
    <check system="http://oval.mitre.org/XMLSchema/oval-definitions-5">
      <check-content-ref href="oval.xml" name="oval:org.example:def:1"/>
    </check>
  </Rule>
  <Rule id="${MANUAL_RULE}" selected="false" severity="low"><title>Somebody looks at it</title></Rule>
  <Rule id="${OTHER_RULE}" selected="false" severity="low"><title>Not in the profile</title></Rule>
</Benchmark>
`;

const BASH = `set -e
grep -qx 'Keep out' /etc/banner 2> /dev/null || echo 'Keep out' >> /etc/banner
`;

const PLAYBOOK = `- hosts: all
  gather_facts: false
  tasks:
    - name: The banner is there
      ansible.builtin.lineinfile:
        path: /etc/banner
        line: "{{ banner }}"
        create: true
        mode: "0644"
`;

let root: Root;
let dataStream: string;

beforeAll(async () => {
  root = unwrap(await createRoot());
  await root.unpack([
    { path: '/run/tiny/xccdf.xml', content: XCCDF },
    { path: '/run/tiny/oval.xml', content: OVAL },
  ]);
  await root.exec(['oscap', 'ds', 'sds-compose', '/run/tiny/xccdf.xml', '/run/tiny/ds.xml']);
  dataStream = (await root.read('/run/tiny/ds.xml')) ?? '';
});

beforeEach(() => root.reset());

afterAll(() => root?.dispose());

/** Result by the last part of the rule's id. */
async function results(options: { rules?: string[] } = {}): Promise<Record<string, string>> {
  const report = unwrap(await scan(root, { dataStream, profile: PROFILE, ...options }));
  expect(report.warnings).toBe('');
  return Object.fromEntries(report.results.map(({ rule, result }) => [rule.replace(/.*_rule_/, ''), result]));
}

test('a data stream is scanned: wrong fails, right passes', async () => {
  expect(await results()).toEqual({ file: 'fail', manual: 'notchecked', other_system: 'notselected' });
  await root.write('/etc/banner', 'Keep out\n');
  expect(await results()).toEqual({ file: 'pass', manual: 'notchecked', other_system: 'notselected' });
});

test('an XCCDF file is scanned with the checks beside it', async () => {
  const options = { dataStream: XCCDF, files: { 'oval.xml': OVAL }, profile: PROFILE };
  const report = unwrap(await scan(root, options));
  expect(report.results[0]).toEqual({ rule: FILE_RULE, result: 'fail', messages: [] });
});

test('one rule is scanned, the others are not selected', async () => {
  expect(await results({ rules: [FILE_RULE] })).toEqual({
    file: 'fail',
    manual: 'notselected',
    other_system: 'notselected',
  });
});

test('a tailoring file is heeded', async () => {
  const tailoring = `<?xml version="1.0" encoding="UTF-8"?>
<Tailoring xmlns="http://checklists.nist.gov/xccdf/1.2" id="xccdf_org.example_tailoring_t">
  <version time="2024-01-01T00:00:00">1</version>
  <Profile id="xccdf_org.example_profile_mine" extends="${PROFILE}">
    <title>Mine</title>
    <select idref="${FILE_RULE}" selected="false"/>
  </Profile>
</Tailoring>
`;
  const report = unwrap(
    await scan(root, { dataStream, tailoring, profile: 'xccdf_org.example_profile_mine' }),
  );
  expect(report.results[0]).toMatchObject({ rule: FILE_RULE, result: 'notselected' });
});

test('the ARF is returned on request, with the OVAL results', async () => {
  const report = unwrap(await scan(root, { dataStream, profile: PROFILE, arf: true }));
  expect(report.results[0]).toMatchObject({ rule: FILE_RULE, result: 'fail' });
  expect(report.arf).toContain('oval:org.example:tst:1');
  expect(report.arf).toContain('asset-report-collection');
});

test('a profile that does not exist is a problem, in the words of oscap', async () => {
  const result = await scan(root, { dataStream, profile: 'xccdf_org.example_profile_none' });
  expect(result).toMatchObject({ ok: false, problem: { code: 'scan-failed' } });
  expect(result.ok || result.problem.detail).toContain('xccdf_org.example_profile_none');
});

test('a scan that does not end in time is a problem', async () => {
  expect(await scan(root, { dataStream, profile: PROFILE, timeoutMs: 1 })).toMatchObject({
    ok: false,
    problem: { code: 'scan-timeout' },
  });
});

test('a root without oscap is a problem that names the package', async () => {
  await root.exec(['rm', '/usr/bin/oscap']);
  expect(await scan(root, { dataStream, profile: PROFILE })).toMatchObject({
    ok: false,
    problem: { code: 'tool-missing', hint: expect.stringContaining('openscap-scanner') },
  });
});

test('a Bash fix makes the rule pass, and the second run changes nothing', async () => {
  expect(await results()).toMatchObject({ file: 'fail' });
  expect(await applyBash(root, BASH)).toMatchObject({ exitCode: 0, timedOut: false });
  expect(await results()).toMatchObject({ file: 'pass' });
  await applyBash(root, BASH);
  expect(await root.read('/etc/banner')).toBe('Keep out\n');
});

test('a Bash fix that fails or hangs says so', async () => {
  const failed = await applyBash(root, 'echo "$COLOUR"; echo no >&2; exit 4', { env: { COLOUR: 'red' } });
  expect(failed).toEqual({ exitCode: 4, stdout: 'red\n', stderr: 'no\n', timedOut: false });
  expect(await applyBash(root, 'sleep 1000', { timeoutMs: 300 })).toMatchObject({ timedOut: true });
});

test('a playbook makes the rule pass, and the second run changes nothing', async () => {
  const extraVars = { banner: 'Keep out' };
  const first = unwrap(await applyAnsible(root, PLAYBOOK, { extraVars }));
  expect(first).toMatchObject({ exitCode: 0, ok: 1, changed: 1, failed: 0 });
  expect(await results()).toMatchObject({ file: 'pass' });
  const second = unwrap(await applyAnsible(root, PLAYBOOK, { extraVars }));
  expect(second).toMatchObject({ exitCode: 0, ok: 1, changed: 0, failed: 0 });
});

test('a playbook that fails says which task, and why', async () => {
  const run = unwrap(await applyAnsible(root, PLAYBOOK));
  expect(run).toMatchObject({ exitCode: 2, failed: 1, changed: 0 });
  expect(run.stdout).toContain("'banner' is undefined");
});
