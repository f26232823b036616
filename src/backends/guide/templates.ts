import { readFileSync } from 'node:fs';
import Handlebars from 'handlebars';
import { installed } from '../../source/installation.js';

/** How templates escape what they print. */
export const { escapeExpression } = Handlebars;

type Render<Data> = (data: Data) => string;

const folder = installed('templates/guide/');

/** Templates by name; `>name` in one of them draws in another. Read and compiled once, when first needed. */
const engine = Handlebars.create();
const compiled = new Map<string, Render<unknown>>();
const partials = ['facts', 'references', 'remediations'] as const;

/** The template `templates/guide/<name>.hbs` as a function. What it prints with `{{ }}` is escaped. */
export function template<Data>(name: string): Render<Data> {
  let render = compiled.get(name);
  if (!render) {
    if (compiled.size === 0) for (const partial of partials) engine.registerPartial(partial, source(partial));
    render = engine.compile(source(name), { knownHelpersOnly: true, preventIndent: true });
    compiled.set(name, render);
  }
  return render as Render<Data>;
}

/**
 * Line breaks and indentation of a template are for its authors, not for the page. The templates also leave out
 * end tags that HTML lets be left out (`li`, `dt`, `dd`): in the largest benchmarks they are a third of a megabyte.
 */
const source = (name: string): string =>
  readFileSync(new URL(`${name}.hbs`, folder), 'utf8')
    .replace(/\n\s*/g, '\n')
    .replace(/([>}])\n(?=[<{])/g, '$1')
    .trimEnd();
