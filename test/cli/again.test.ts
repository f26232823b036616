import { readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import { withCheckout } from '../frontends/cac/checkout.js';
import { changed, contentWith, type Ran, scapc, temporaryFolder, writeFiles } from '../support/cli.js';

/** A folder in which a product is built again and again, with memory and without. */
class Workshop {
  readonly #cache = temporaryFolder();
  readonly #out = temporaryFolder();

  constructor(
    readonly content: string,
    readonly product: string,
  ) {}

  get dist(): string {
    return join(this.#out, 'dist', this.product);
  }

  build(options: readonly string[] = [], env: Readonly<Record<string, string>> = {}): Promise<Ran> {
    return scapc(
      ['build', this.product, '--content', this.content, '--out', join(this.#out, 'dist'), ...options],
      {
        env: { XDG_CACHE_HOME: this.#cache, ...env },
      },
    );
  }

  edit(path: string, from: string, to: string): void {
    const file = join(this.content, path);
    const text = readFileSync(file, 'utf8');
    if (!text.includes(from)) throw new Error(`${path} does not hold ${from}`);
    writeFileSync(
      file,
      text.replace(from, () => to),
    );
  }

  /** Builds again, and tells whether anything in the output is new, and whether it was all made anew. */
  async buildAgain(): Promise<'same' | 'edited' | 'whole'> {
    const inode = (): number => statSync(join(this.dist, 'guide/assets/guide.css')).ino;
    const before = inode();
    const outputBefore = filesOf(this.dist);
    const { code, stderr } = await this.build();
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const output = filesOf(this.dist);
    const isSame = isDeepStrictEqual(output, outputBefore);
    const again = inode() !== before ? 'whole' : isSame ? 'same' : 'edited';
    const fresh = temporaryFolder();
    const args = ['build', this.product, '--content', this.content, '--out', fresh, '--no-cache'];
    expect((await scapc(args)).code).toBe(0);
    expect(output).toEqual(filesOf(join(fresh, this.product)));
    return again;
  }
}

const filesOf = (dir: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(dir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path.slice(dir.length + 1), readFileSync(path, 'latin1')]),
  );

type Edit = (workshop: Workshop) => void;

const lid = 'products/gadget/guide/lid';
const mail = 'linux_os/guide/services/mail';

const edits: readonly [what: string, product: string, edit: Edit, how: 'same' | 'edited' | 'whole'][] = [
  ['nothing', 'acme9', () => {}, 'same'],
  [
    'the rationale of a rule',
    'acme10',
    (at) =>
      at.edit(`${mail}/package_postfix_installed/rule.yml`, 'rationale: |-\n', 'rationale: |-\n    New.\n'),
    'edited',
  ],
  [
    'the same, where a profile filters rules by what their files say',
    'acme9',
    (at) => at.edit(`${mail}/service_postfix_enabled/rule.yml`, 'Enable the <code>', 'Do enable the <code>'),
    'whole',
  ],
  [
    'a remediation',
    'acme9',
    (at) => at.edit(`${mail}/service_postfix_enabled/bash/shared.sh`, 'systemctl', 'true; systemctl'),
    'edited',
  ],
  [
    'a check',
    'gadget',
    (at) =>
      at.edit(`${lid}/lid_closed/oval/shared.xml`, 'comment="there is a lid"', 'comment="a lid is there"'),
    'whole',
  ],
  [
    'the title of a rule',
    'acme10',
    (at) => at.edit('linux_os/guide/system/accounts/banner_set/rule.yml', "title: '", "title: 'New: "),
    'edited',
  ],
  [
    'the title of a rule that another rule links to',
    'acme10',
    (at) => at.edit(`${mail}/package_postfix_installed/rule.yml`, "title: '", "title: 'Q&amp;A: "),
    'edited',
  ],
  [
    'a rule that links to others',
    'acme10',
    (at) => at.edit(`${mail}/postfix_relay_closed/rule.yml`, 'An open relay', 'Any open relay'),
    'whole',
  ],
  [
    'what a rule requires',
    'acme10',
    (at) =>
      at.edit(
        `${mail}/postfix_relay_closed/rule.yml`,
        '- package_postfix_installed',
        '- service_postfix_enabled',
      ),
    'whole',
  ],
  [
    'severity, references and identifiers of a rule',
    'acme10',
    (at) => {
      const rule = `${mail}/package_postfix_installed/rule.yml`;
      at.edit(rule, 'severity: medium', 'severity: low');
      at.edit(rule, 'nist: CM-6(a),AU-5 b', 'nist: AU-2,AU-5 b');
      at.edit(rule, 'CCE-80901-2', 'CCE-80902-0');
    },
    'edited',
  ],
  ['a macro', 'acme9', (at) => at.edit('shared/macros/10-mail.jinja', 'macro', ' macro'), 'whole'],
  ['a group', 'acme9', (at) => at.edit(`${mail}/group.yml`, "title: '", "title: 'New: "), 'whole'],
  ['a Value', 'acme9', (at) => at.edit(`${mail}/var_queue_hours.var`, 'Hours in', 'Time in'), 'whole'],
  [
    'a file that a rule did not have',
    'acme9',
    (at) =>
      writeFiles(at.content, {
        [`${mail}/postfix_relay_closed/puppet/shared.pp`]: '# platform = multi_platform_all\nfile { x: }\n',
      }),
    'whole',
  ],
  [
    'a remediation that is gone',
    'acme9',
    (at) => rmSync(join(at.content, mail, 'service_postfix_enabled/bash'), { recursive: true }),
    'whole',
  ],
  [
    'the output, by somebody else',
    'acme9',
    (at) => writeFileSync(join(at.dist, 'ssg-acme9-xccdf.xml'), 'other'),
    'whole',
  ],
];

describe('a build after another one gives what a first one would', () => {
  test.each(edits)('edited: %s (%s)', async (_, product, edit, how) => {
    await withCheckout({}, async (dir) => {
      const workshop = new Workshop(dir, product);
      expect((await workshop.build()).stderr).toBe('');
      edit(workshop);
      expect(await workshop.buildAgain()).toBe(how);
    });
  });

  test('one edit after another', async () => {
    await withCheckout({}, async (dir) => {
      const workshop = new Workshop(dir, 'acme10');
      await workshop.build();
      const rule = `${mail}/package_postfix_installed/rule.yml`;
      let words = 'Reports reach nobody without mail';
      for (const next of [
        'Long new words that take some place, <b>much</b> more than before.',
        'x',
        'As it was.',
      ]) {
        workshop.edit(rule, words, next);
        words = next;
        expect(await workshop.buildAgain()).toBe('edited');
      }
      const other = 'linux_os/guide/system/accounts/banner_set/rule.yml';
      workshop.edit(other, 'Tell people', 'Tell all');
      expect(await workshop.buildAgain()).toBe('edited');
      workshop.edit(rule, "title: '", "title: 'Do ");
      expect(await workshop.buildAgain()).toBe('edited');
      workshop.edit(other, 'severity: low', 'severity: high');
      expect(await workshop.buildAgain()).toBe('edited');
      workshop.edit(rule, words, 'After the titles.');
      expect(await workshop.buildAgain()).toBe('edited');
      workshop.edit(rule, 'CCE-80901-2', 'CCE-80902-0');
      expect(await workshop.buildAgain()).toBe('edited');
      // A catalogue of identifiers is none of references; without an identifier it is.
      workshop.edit(rule, '    cce@acme10: CCE-80902-0\n', '');
      expect(await workshop.buildAgain()).toBe('whole');
    });
  });

  test('content of our own format', async () => {
    const dir = contentWith();
    const workshop = new Workshop(join(dir, 'content'), 'box');
    await workshop.build();
    const rule = 'guide/files/file_owner_right';
    workshop.edit(`${rule}/rule.yml`, 'Others could change it.', 'Others could write *anything* to it.');
    expect(await workshop.buildAgain()).toBe('edited');
    workshop.edit(`${rule}/ansible/shared.yml`, 'Give the file', 'Hand the file');
    expect(await workshop.buildAgain()).toBe('edited');
    workshop.edit('products/box/profiles/base.profile', 'For every box.', 'For each box.');
    expect(await workshop.buildAgain()).toBe('whole');
  });
});

test('two products at once, one of which holds what was edited', () =>
  withCheckout({}, async (dir) => {
    const cache = temporaryFolder();
    const out = temporaryFolder();
    const build = (to: string, ...options: string[]) =>
      scapc(['build', 'acme10', 'gadget', '--content', dir, '--out', to, ...options], {
        env: { XDG_CACHE_HOME: cache },
      });
    const inodes = (): number[] =>
      ['acme10', 'gadget'].map((product) => statSync(join(out, product, 'guide/assets/guide.css')).ino);
    expect(await build(out)).toMatchObject({ code: 0, stderr: '' });
    const [acme, gadget] = inodes();
    const edit = (path: string, from: string, to: string): void => {
      const file = join(dir, path);
      writeFileSync(file, readFileSync(file, 'utf8').replace(from, to));
    };
    edit('linux_os/guide/system/accounts/banner_set/rule.yml', 'Tell people', 'Tell everybody');
    expect(await build(out)).toMatchObject({ code: 0, stderr: '' });
    expect(inodes()).toEqual([acme, gadget]);
    // A title of a group is more than an edit of a rule, and of one product only.
    edit('linux_os/guide/system/accounts/group.yml', 'title: ', 'title: All ');
    expect(await build(out)).toMatchObject({ code: 0, stderr: '' });
    const [acmeNow, gadgetNow] = inodes();
    expect(acmeNow).not.toBe(acme);
    expect(gadgetNow).toBe(gadget);
    const fresh = temporaryFolder();
    await build(fresh, '--no-cache');
    expect(filesOf(out)).toEqual(filesOf(fresh));
  }));

test('programs of the content are asked only what they were not asked before', () =>
  withCheckout({}, async (dir) => {
    const workshop = new Workshop(dir, 'acme10');
    await workshop.build();
    const rule = `${mail}/package_postfix_installed/rule.yml`;
    const withoutPython = { PYTHON: join(dir, 'no-python') };
    workshop.edit(rule, 'Reports reach', 'Messages reach');
    expect(await workshop.build([], withoutPython)).toMatchObject({ code: 0, stderr: '' });
    workshop.edit(rule, 'pkgname@acme10: postfix3', 'pkgname@acme10: postfix4');
    const { code, stderr } = await workshop.build([], withoutPython);
    expect(code).toBe(1);
    expect(stderr).toContain('error[python-missing]');
    expect(await workshop.buildAgain()).toBe('edited');
    workshop.edit(rule, 'Messages reach', 'Mails reach');
    expect(await workshop.build([], withoutPython)).toMatchObject({ code: 0, stderr: '' });
  }));

test('the data stream alone', async () => {
  const dir = contentWith();
  const content = join(dir, 'content');
  const cache = temporaryFolder();
  const build = (...options: string[]) =>
    scapc(['build', '--content', content, '--datastream', ...options], {
      cwd: dir,
      env: { XDG_CACHE_HOME: cache },
    });
  await build('--out', 'out');
  const inode = (): number => statSync(join(dir, 'out/box/demo-box-cpe-oval.xml')).ino;
  const before = inode();
  const rule = join(content, 'guide/files/file_owner_right/rule.yml');
  writeFileSync(rule, readFileSync(rule, 'utf8').replace('Others could', 'Somebody could'));
  expect(await build('--out', 'out')).toMatchObject({ code: 0, stderr: '' });
  expect(inode()).toBe(before);
  await build('--out', 'fresh', '--no-cache');
  expect(filesOf(join(dir, 'out/box'))).toEqual(filesOf(join(dir, 'fresh/box')));
});

test('a mistake is reported as ever, and what was there stays until it is mended', async () => {
  const dir = contentWith();
  const workshop = new Workshop(join(dir, 'content'), 'box');
  await workshop.build();
  const before = filesOf(workshop.dist);
  const rule = 'guide/files/file_owner_right/rule.yml';
  workshop.edit(rule, 'severity: medium', 'severity: midium');
  const { code, stderr } = await workshop.build();
  expect(code).toBe(1);
  expect(stderr).toContain('> 6 | severity: midium');
  expect(filesOf(workshop.dist)).toEqual(before);
  workshop.edit(rule, 'severity: midium', 'severity: medium');
  expect(await workshop.buildAgain()).toBe('same');
});

test('an edit that leaves the size and the time of a file is found', async () => {
  const dir = contentWith();
  const workshop = new Workshop(join(dir, 'content'), 'box');
  await workshop.build();
  const rule = 'guide/files/file_owner_right/rule.yml';
  const { atime, mtime } = statSync(join(workshop.content, rule));
  workshop.edit(rule, 'Others could change it.', 'Others could break it. ');
  utimesSync(join(workshop.content, rule), atime, mtime);
  expect(await workshop.buildAgain()).toBe('edited');
});

test('records that are not whole count for nothing', async () => {
  const dir = contentWith(changed('guide/files/group.yml', 'Files that matter.', 'Files.'));
  const cache = temporaryFolder();
  const env = { XDG_CACHE_HOME: cache };
  expect((await scapc(['build'], { cwd: dir, env })).code).toBe(0);
  const [record = ''] = readdirSync(join(cache, 'scapc'));
  for (const content of ['', 'no record', readFileSync(join(cache, 'scapc', record)).subarray(0, 200)]) {
    writeFileSync(join(cache, 'scapc', record), content);
    expect(await scapc(['build'], { cwd: dir, env })).toMatchObject({ code: 0, stderr: '' });
  }
  writeFileSync(join(dir, 'no-folder'), '');
  const nowhere = { XDG_CACHE_HOME: join(dir, 'no-folder') };
  expect(await scapc(['build'], { cwd: dir, env: nowhere })).toMatchObject({ code: 0, stderr: '' });
});
