/**
 * Makes what every guide carries, in `lib/guide/`: the browser script, the style with the parts of PatternFly
 * that are used, the fonts, and the licences of all of them. Run by `npm run build`; needs the
 * devDependencies.
 */
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build, transform } from 'esbuild';
import { PurgeCSS } from 'purgecss';

const root = new URL('../../../', import.meta.url);
const out = new URL('lib/guide/', root);
const patternfly = new URL('node_modules/@patternfly/patternfly/', root);
const path = (name, base = root) => fileURLToPath(new URL(name, base));

const components = [
  'Button/button',
  'Card/card',
  'FormControl/form-control',
  'Label/label',
  'Tabs/tabs',
  'TextInputGroup/text-input-group',
];

const fonts = ['RedHatText/RedHatTextVF', 'RedHatDisplay/RedHatDisplayVF', 'RedHatMono/RedHatMonoVF'];

/** What is carried, and the licence that comes with it. */
const carried = [
  ['', 'templates/guide/licenses/patternfly.txt'],
  ['', 'templates/guide/licenses/red-hat-fonts.txt'],
  ['Font Awesome Free, the icons of this guide', 'node_modules/@fortawesome/free-solid-svg-icons/LICENSE.txt'],
  ['MiniSearch, its search', 'node_modules/minisearch/LICENSE.txt'],
  ['lowlight, which colours its scripts', 'node_modules/lowlight/license'],
  ['highlight.js, the grammars for that', 'node_modules/highlight.js/LICENSE'],
  ['devlop, a part of lowlight', 'node_modules/devlop/license'],
];

await mkdir(out, { recursive: true });
await Promise.all([script('main', 'guide'), script('theme', 'theme'), style(), copyFonts(), licences()]);

async function script(entry, name) {
  await build({
    entryPoints: [path(`src/backends/guide/browser/${entry}.ts`)],
    outfile: path(`${name}.js`, out),
    bundle: true,
    minify: true,
    format: 'iife',
    target: ['chrome111', 'firefox115', 'safari16.4'],
    legalComments: 'none',
    logLevel: 'warning',
  });
}

/** PatternFly's variables and components without the rules and variables that nothing uses, then ours. */
async function style() {
  const sources = ['base/patternfly-variables.css', ...components.map((name) => `components/${name}.css`)];
  const theirs = await Promise.all(sources.map((name) => readFile(path(name, patternfly), 'utf8')));
  const ours = await readFile(path('templates/guide/guide.css'), 'utf8');
  const [purged] = await new PurgeCSS().purge({
    content: [path('templates/guide/*.hbs'), path('src/backends/guide/**/*.ts')],
    css: [{ raw: [...theirs, ours].join('\n') }],
    variables: true,
    defaultExtractor: (text) => text.match(/[\w-]+/g) ?? [],
    // The highlighter makes its classes' names when it runs.
    safelist: ['html', 'body', ':root', 'pf-v6-theme-dark', /^hljs-/],
  });
  const { code } = await transform(purged.css + darkWithoutScript(purged.css), { loader: 'css', minify: true, legalComments: 'none' });
  await writeFile(path('guide.css', out), code);
}

/** Without the script nobody sets the dark theme's class: there the system decides. */
function darkWithoutScript(css) {
  const block = /:root:where\(\.pf-v6-theme-dark\)\s*{([^}]*)}/.exec(css);
  return block ? `@media screen and (prefers-color-scheme: dark) and (scripting: none) { :root { color-scheme: dark; ${block[1]} } }` : '';
}

async function copyFonts() {
  for (const font of fonts) {
    const name = font.slice(font.indexOf('/') + 1);
    await cp(path(`assets/fonts/${font}.woff2`, patternfly), path(`${name}.woff2`, out));
  }
}

async function licences() {
  const texts = carried.map(async ([title, name]) => `${title}\n\n${await readFile(path(name), 'utf8')}`.trim());
  const all = (await Promise.all(texts)).join(`\n\n${'-'.repeat(78)}\n\n`);
  await writeFile(path('LICENSES.txt', out), `This guide carries parts of other works, each under its own licence.\n\n${all}\n`);
}
