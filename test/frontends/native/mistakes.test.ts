import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { formatPretty } from '../../../src/diagnostics/pretty.js';
import { changed, contentWith } from '../../support/cli.js';
import { diagnose, readFrom } from '../../support/diagnose.js';

const rule = 'guide/files/file_owner_right/rule.yml';
const oval = 'guide/files/file_owner_right/oval/shared.xml';
const bash = 'guide/files/file_owner_right/bash/shared.sh';
const value = 'guide/files/var_owner.var';
const profile = 'products/box/profiles/base.profile';

/** The broken file beside the exact frames that its author sees. */
const mistakes: readonly [
  what: string,
  changes: Record<string, string | Uint8Array | undefined>,
  frames: string,
][] = [
  [
    'a YAML syntax error',
    changed(rule, 'title: The file belongs to its owner', 'title: Owner: the right one'),
    `content/guide/files/file_owner_right/rule.yml:1:8: error[yaml-syntax]: a text and keys below it cannot both be the value of a key
  > 1 | title: Owner: the right one
      |        ^^^^^
  hint: Give keys of one mapping the same indentation; put a text that holds \`: \` into quotes.
`,
  ],
  [
    'a template without quotes around it, which YAML reads as a mapping that is a key',
    changed(rule, 'title: The file belongs to its owner', 'title: {{name}}'),
    `content/guide/files/file_owner_right/rule.yml:1:9: error[yaml-syntax]: this is not valid YAML: a key must be a text, not a list or a mapping
  > 1 | title: {{name}}
      |         ^
`,
  ],
  [
    'a key that stands twice',
    changed(rule, 'severity: medium', 'severity: medium\nseverity: high'),
    `content/guide/files/file_owner_right/rule.yml:7:1: error[duplicate-key]: this key stands here a second time
    5 |   Others could change it.
    6 | severity: medium
  > 7 | severity: high
      | ^^^^^^^^
  hint: Keep one of them: YAML does not say which would win.
`,
  ],
  [
    'a tab as indentation',
    changed(rule, '  nist: [AC-6]', '\tnist: [AC-6]'),
    `content/guide/files/file_owner_right/rule.yml:8:1: error[yaml-tab]: a tab is used for indentation
    6 | severity: medium
    7 | references:
  > 8 |  nist: [AC-6]
      | ^
  hint: YAML is indented by spaces only.
`,
  ],
  [
    'a product that does not exist',
    changed(rule, 'severity: medium', 'severity: medium\nproducts: [box, bix]'),
    `content/guide/files/file_owner_right/rule.yml:7:17: error[unknown-product]: there is no product \`bix\`
    5 |   Others could change it.
    6 | severity: medium
  > 7 | products: [box, bix]
      |                 ^^^
  hint: Did you mean \`box\`?
`,
  ],
  [
    'an unknown key, which is not also told as a missing one',
    changed(rule, 'rationale:', 'rational:'),
    `content/guide/files/file_owner_right/rule.yml:4:1: error[unknown-key]: unknown key \`rational\`
    2 | description: |
    3 |   The file \`/etc/box\` must belong to {{value "var_owner"}}.
  > 4 | rational: |
      | ^^^^^^^^
  hint: Did you mean \`rationale\`?
`,
  ],
  [
    'a wrong type',
    changed(rule, 'title: The file belongs to its owner', 'title: 12'),
    `content/guide/files/file_owner_right/rule.yml:1:8: error[wrong-type]: \`title\` must be a text, not a number
  > 1 | title: 12
      |        ^^
  hint: Put it in quotes: '12'.
`,
  ],
  [
    'a word that is not allowed',
    changed(rule, 'severity: medium', 'severity: meduim'),
    `content/guide/files/file_owner_right/rule.yml:6:11: error[not-allowed]: \`severity\` cannot be \`meduim\`
    4 | rationale: |
    5 |   Others could change it.
  > 6 | severity: meduim
      |           ^^^^^^
  hint: Did you mean \`medium\`? Allowed: \`unknown\`, \`info\`, \`low\`, \`medium\`, \`high\`.
`,
  ],
  [
    'an empty file',
    { [rule]: '' },
    `content/guide/files/file_owner_right/rule.yml: error[empty-file]: the file holds nothing
  hint: Write its keys, or delete the file.
`,
  ],
  [
    'a file of comments only',
    { [rule]: '# to do\n' },
    `content/guide/files/file_owner_right/rule.yml: error[empty-file]: the file holds nothing
  hint: Write its keys, or delete the file.
`,
  ],
  [
    'a file that is not UTF-8',
    { [rule]: Buffer.from('title: caf\xe9\n', 'latin1') },
    `content/guide/files/file_owner_right/rule.yml:1:11: error[not-utf8]: this byte is not UTF-8
  > 1 | title: caf\ufffd
      |           ^
  hint: Save the file as UTF-8.
`,
  ],
  [
    'a profile that does not exist',
    changed(profile, 'title: Base', 'title: Base\nextends: bas'),
    `content/products/box/profiles/base.profile:2:10: error[unknown-profile]: there is no profile \`bas\`
    1 | title: Base
  > 2 | extends: bas
      |          ^^^
  hint: Did you mean \`base\`?
`,
  ],
  [
    'profiles that extend each other',
    {
      ...changed(profile, 'title: Base', 'title: Base\nextends: more'),
      'products/box/profiles/more.profile':
        'title: More\nextends: base\ndescription: More.\nselections: []\n',
    },
    `content/products/box/profiles/base.profile:2:10: error[extends-cycle]: profiles extend each other in a circle: \`base\` → \`more\` → \`base\`
    1 | title: Base
  > 2 | extends: more
      |          ^^^^
  content/products/box/profiles/more.profile:2:10: \`more\` is here
    1 | title: More
  > 2 | extends: base
      |          ^^^^
  hint: Take one \`extends\` out.
`,
  ],
  [
    'a rule that a profile selects and nobody wrote',
    changed(profile, 'file_owner_right', 'file_owner_rigth'),
    `content/products/box/profiles/base.profile:5:5: error[unknown-selection]: there is nothing called \`file_owner_rigth\`
    3 |   For every box.
    4 | selections:
  > 5 |   - file_owner_rigth
      |     ^^^^^^^^^^^^^^^^
  hint: Did you mean \`file_owner_right\`?
`,
  ],
  [
    'an option that a Value does not have',
    changed(profile, 'var_owner=other', 'var_owner=othr'),
    `content/products/box/profiles/base.profile:6:5: error[unknown-option]: the Value \`var_owner\` has no option \`othr\`
    4 | selections:
    5 |   - file_owner_right
  > 6 |   - var_owner=othr
      |     ^^^^^^^^^^^^^^
  hint: Did you mean \`other\`?
`,
  ],
  [
    'a dangling value reference in a text',
    changed(rule, '{{value "var_owner"}}', '{{value "var_ower"}}'),
    `content/guide/files/file_owner_right/rule.yml:3:38: error[unknown-value]: there is no Value \`var_ower\`
    1 | title: The file belongs to its owner
    2 | description: |
  > 3 |   The file \`/etc/box\` must belong to {{value "var_ower"}}.
      |                                      ^^^^^^^^^^^^^^^^^^^^
  hint: Did you mean \`var_owner\`?
`,
  ],
  [
    'a dangling value reference in a script',
    changed(bash, '{{value "var_owner"}}', '{{value "var_ower"}}'),
    `content/guide/files/file_owner_right/bash/shared.sh:6:10: error[unknown-value]: there is no Value \`var_ower\`
    4 | # disruption = low
    5 |
  > 6 | chown -- {{value "var_ower"}} /etc/box
      |          ^^^^^^^^^^^^^^^^^^^^
  hint: Did you mean \`var_owner\`?
`,
  ],
  [
    'a template that throws',
    changed(rule, '{{value "var_owner"}}', '{{value "var_owner" 1}}'),
    `content/guide/files/file_owner_right/rule.yml:3:38: error[template-error]: \`value\` takes one argument, not 2
    1 | title: The file belongs to its owner
    2 | description: |
  > 3 |   The file \`/etc/box\` must belong to {{value "var_owner" 1}}.
      |                                      ^^^^^^^^^^^^^^^^^^^^^^^
`,
  ],
  [
    'a name that no template knows, at its place in a folded text',
    changed(
      rule,
      'rationale: |\n  Others could change it.',
      'rationale: >\n  Others\n  could change {{full_nam}}.',
    ),
    `content/guide/files/file_owner_right/rule.yml:6:18: error[template-error]: nothing here is called \`full_nam\`
    4 | rationale: >
    5 |   Others
  > 6 |   could change {{full_nam}}.
      |                  ^^^^^^^^
  hint: Did you mean \`full_name\`?
`,
  ],
  [
    'a value that is not to be escaped',
    changed(bash, '/etc/box', '{{{product}}}'),
    `content/guide/files/file_owner_right/bash/shared.sh:6:32: error[template-syntax]: a value cannot be written without escaping
    4 | # disruption = low
    5 |
  > 6 | chown -- {{value "var_owner"}} {{{product}}}
      |                                ^^^^^^^^^^^^^
  hint: Write \`{{…}}\` with two braces.
`,
  ],
  [
    'raw HTML in Markdown',
    changed(rule, 'Others could change it.', 'Others\n  <code>could</code> change it.'),
    `content/guide/files/file_owner_right/rule.yml:6:3: error[raw-html]: HTML has no place in Markdown texts
    4 | rationale: |
    5 |   Others
  > 6 |   <code>could</code> change it.
      |   ^^^^^^
  hint: Write code in backticks: \`postfix\`.

content/guide/files/file_owner_right/rule.yml:6:14: error[raw-html]: HTML has no place in Markdown texts
    4 | rationale: |
    5 |   Others
  > 6 |   <code>could</code> change it.
      |              ^^^^^^^
  hint: Write code in backticks: \`postfix\`.
`,
  ],
  [
    'a code block that is never closed',
    changed(rule, 'Others could change it.', 'Others\n\n  ```text\n  could change it.'),
    `content/guide/files/file_owner_right/rule.yml:7:3: error[open-code-block]: this code block is never closed
    5 |   Others
    6 |
  > 7 |   \`\`\`text
      |   ^^^^^^^
  hint: End it with a line that holds just \`\`\`.
`,
  ],
  [
    'a link that runs a script',
    changed(rule, 'Others could change it.', 'See [this](javascript:alert).'),
    `content/guide/files/file_owner_right/rule.yml:5:7: error[unsafe-link]: a link cannot lead to \`javascript:alert\`
    3 |   The file \`/etc/box\` must belong to {{value "var_owner"}}.
    4 | rationale: |
  > 5 |   See [this](javascript:alert).
      |       ^^^^^^^^^^^^^^^^^^^^^^^^
  hint: Links start with https://, http:// or mailto:.
`,
  ],
  [
    'an option of another type than its Value',
    changed(value, 'other: 1', 'other: one'),
    `content/guide/files/var_owner.var:7:10: error[option-type]: the option \`other\` of \`var_owner\` is no number: \`one\`
    5 | options:
    6 |   default: 0
  > 7 |   other: one
      |          ^^^
`,
  ],
  [
    'a check-export to a Value of another type',
    changed(
      value,
      'type: number\noptions:\n  default: 0\n  other: 1',
      'type: boolean\noptions:\n  default: false\n  other: true',
    ),
    `content/guide/files/file_owner_right/oval/shared.xml:21:3: error[export-type]: the external variable \`var_owner\` is of type int, its Value is a boolean
    19 |     <unix:user_id datatype="int" var_ref="var_owner"/>
    20 |   </unix:file_state>
  > 21 |   <external_variable id="var_owner" datatype="int" version="1" comment="the owner that was chosen"/>
       |   ^^^^^^^^^^^^^^^^^^
  content/guide/files/var_owner.var: the Value is here
  hint: A string reads a Value of type string, an int or float a number, a boolean a boolean.
`,
  ],
  [
    'OVAL that is not well-formed',
    changed(oval, '</criteria>', '</criteira>'),
    `content/guide/files/file_owner_right/oval/shared.xml:9:5: error[xml-syntax]: this is not well-formed XML: </criteira> stands where <criteria> is open
    7 |     <criteria>
    8 |       <criterion comment="owner" test_ref="test_file_owner_right"/>
  > 9 |     </criteira>
      |     ^
`,
  ],
  [
    'OVAL that mentions what does not exist',
    changed(oval, 'test_ref="test_file_owner_right"', 'test_ref="test_file_owner_rigt"'),
    `content/guide/files/file_owner_right/oval/shared.xml:8:7: error[dangling-oval]: the definition \`file_owner_right\` mentions the test \`test_file_owner_rigt\`, which does not exist
    6 |     </metadata>
    7 |     <criteria>
  > 8 |       <criterion comment="owner" test_ref="test_file_owner_rigt"/>
      |       ^^^^^^^^^^
  hint: Did you mean \`test_file_owner_right\`?
`,
  ],
  [
    'OVAL definitions that extend each other',
    changed(
      oval,
      '<criterion comment="owner" test_ref="test_file_owner_right"/>',
      '<extend_definition comment="x" definition_ref="file_owner_right"/>',
    ),
    `content/guide/files/file_owner_right/oval/shared.xml:2:3: error[extend-cycle]: OVAL definitions extend each other in a circle: \`file_owner_right\` → \`file_owner_right\`
    1 | <def-group>
  > 2 |   <definition class="compliance" id="file_owner_right" version="1">
      |   ^^^^^^^^^^^
  hint: Take one \`extend_definition\` out.
`,
  ],
  [
    'an entity bomb in OVAL',
    { [oval]: '<!DOCTYPE x [<!ENTITY a "b"><!ENTITY c "&a;&a;">]>\n<def-group>&c;</def-group>\n' },
    `content/guide/files/file_owner_right/oval/shared.xml:1:1: error[xml-syntax]: this is not well-formed XML: a document type declaration (<!DOCTYPE …>) is not allowed
  > 1 | <!DOCTYPE x [<!ENTITY a "b"><!ENTITY c "&a;&a;">]>
      | ^
`,
  ],
  [
    'a template parameter that is misspelt',
    {
      ...changed(
        rule,
        'severity: medium',
        'severity: medium\ntemplate:\n  name: package_installed\n  vars:\n    pakage: x',
      ),
    },
    `content/guide/files/file_owner_right/rule.yml:10:5: error[unknown-key]: unknown key \`pakage\`
     8 |   name: package_installed
     9 |   vars:
  > 10 |     pakage: x
       |     ^^^^^^
  hint: Did you mean \`package\`?
`,
  ],
  [
    'a template parameter that is missing',
    changed(rule, 'severity: medium', 'severity: medium\ntemplate:\n  name: package_installed'),
    `content/guide/files/file_owner_right/rule.yml:8:3: error[missing-key]: the key \`package\` is missing
    6 | severity: medium
    7 | template:
  > 8 |   name: package_installed
      |   ^^^^^^^^^^^^^^^^^^^^^^^
  hint: Name of the package, without version and architecture.
`,
  ],
  [
    'a template that does not exist',
    changed(rule, 'severity: medium', 'severity: medium\ntemplate:\n  name: package_instaled'),
    `content/guide/files/file_owner_right/rule.yml:8:9: error[unknown-template]: there is no rule template \`package_instaled\`
    6 | severity: medium
    7 | template:
  > 8 |   name: package_instaled
      |         ^^^^^^^^^^^^^^^^
  hint: Did you mean \`package_installed\`?
`,
  ],
  [
    'a platform that does not exist',
    changed(rule, 'severity: medium', 'severity: medium\nplatforms: [bx]'),
    `content/guide/files/file_owner_right/rule.yml:7:13: error[unknown-fact]: there is no platform fact \`bx\`
    5 |   Others could change it.
    6 | severity: medium
  > 7 | platforms: [bx]
      |             ^^
  hint: Did you mean \`box\`?
`,
  ],
  [
    'an OVAL definition that does not exist',
    changed('products/box/product.yml', 'check_id: installed_os_is_box', 'check_id: installed_os_is_bix'),
    `content/products/box/product.yml:13:15: error[unknown-definition]: there is no OVAL definition \`installed_os_is_bix\`
    11 |     name: cpe:2.3:o:example:box:1:*:*:*:*:*:*:*
    12 |     title: Box OS 1
  > 13 |     check_id: installed_os_is_bix
       |               ^^^^^^^^^^^^^^^^^^^
  hint: Did you mean \`installed_os_is_box\`?
`,
  ],
  [
    'a name used twice',
    {
      'guide/other/group.yml': 'title: Other\ndescription: Other.\n',
      'guide/other/var_owner.var': 'title: x\n',
    },
    `content/guide/other/var_owner.var: error[id-twice]: the value \`var_owner\` exists already
  content/guide/files/var_owner.var: the first one is here
  hint: Ids are names of folders and files, and unique in a benchmark; rename one of them.
`,
  ],
  [
    'a path that leaves the content root',
    changed('products/box/product.yml', 'benchmark_root: guide', 'benchmark_root: ../../etc'),
    `content/products/box/product.yml:4:17: error[path-leaves-root]: the path ../../etc leads out of the content root
    2 | full_name: Box OS
    3 | type: platform
  > 4 | benchmark_root: ../../etc
      |                 ^^^^^^^^^
  hint: Write a path relative to the content root, without \`..\` at its start.
`,
  ],
  [
    'a header of a remediation that is misspelt',
    changed(bash, '# strategy = restrict', '# strategy = restirct'),
    `content/guide/files/file_owner_right/bash/shared.sh:2:1: error[bad-header]: \`strategy\` cannot be \`restirct\`
    1 | # reboot = false
  > 2 | # strategy = restirct
      | ^^^^^^^^^^^^^^^^^^^^^
  hint: Did you mean \`restrict\`?
`,
  ],
  [
    'a reference to a catalogue that nobody listed',
    changed(rule, 'nist:', 'nits:'),
    `content/guide/files/file_owner_right/rule.yml:8:3: error[unknown-catalogue]: \`scapc.yml\` lists no references \`nits\`
    6 | severity: medium
    7 | references:
  > 8 |   nits: [AC-6]
      |   ^^^^
  hint: Did you mean \`nist\`?
`,
  ],
];

test.each(mistakes)('%s', async (_what, changes, frames) => {
  expect(await diagnose(changes)).toBe(frames);
});

test('an alias bomb is refused before it explodes', async () => {
  const levels = [...'abcdefgh'].map(
    (name, i, all) =>
      `${name}: &${name} [${Array(10)
        .fill(i === 0 ? 'x' : `*${all[i - 1]}`)
        .join(', ')}]`,
  );
  expect(await diagnose({ [rule]: `${levels.join('\n')}\n` })).toBe(
    `content/guide/files/file_owner_right/rule.yml: error[yaml-alias-bomb]: the aliases of this file stand for more data than any benchmark needs
  hint: Write the values out, or use fewer aliases.
`,
  );
});

test('symbolic links that leave the content root are not followed', async () => {
  const dir = contentWith();
  symlinkSync('/etc/passwd', join(dir, 'content/guide/files/secret.var'));
  symlinkSync('..', join(dir, 'content/guide/files/loop'));
  symlinkSync('nowhere', join(dir, 'content/guide/files/dead.var'));
  const { diagnostics } = await readFrom(dir);
  const text = formatPretty(diagnostics.all, false);
  expect(text).toContain(
    'content/guide/files/secret.var: error[link-leaves-root]: this symbolic link leads out',
  );
  expect(text).toContain('content/guide/files/dead.var cannot be read: the symbolic link leads nowhere');
  expect(text).toContain('content/guide/files/loop: error[no-group]');
});

test('every mistake of a run is told at once, and none because of another', async () => {
  const text = await diagnose({
    ...changed(rule, 'severity: medium', 'severity: meduim'),
    ...changed(value, 'type: number', 'type: nmber'),
    ...changed('guide/benchmark.yml', 'title:', 'titel:'),
  });
  expect(text.match(/error\[[a-z-]+\]/g)).toEqual([
    'error[unknown-key]',
    'error[not-allowed]',
    'error[not-allowed]',
  ]);
});

test('a huge file is refused without being read', async () => {
  const text = await diagnose({ [rule]: Buffer.alloc(17 * 1024 * 1024, 'a') });
  expect(text).toContain('rule.yml: error[file-too-large]: the file is larger than 16 MiB');
});

test('a half-written file is told at its end', async () => {
  const text = await diagnose({ [rule]: 'title: The file\ndescription: "half' });
  expect(text).toContain('rule.yml:2:19: error[yaml-syntax]: a quote, bracket or colon is missing');
});
