import type { Report } from '../../diagnostics/diagnostic.js';
import { filePlace, type Place, type SourceFile } from '../../source/file.js';
import type { ContentRoot } from '../../source/root.js';
import {
  complianceAsCodeFilters,
  complianceAsCodeGlobals,
  complianceAsCodeSyntax,
  createEnvironment,
  type Environment,
  JinjaError,
  type Plain,
  toValue,
  type Value,
} from './jinja/index.js';
import { parameterMissing, templateFailed } from './messages.js';
import type { ProductNames } from './product/names.js';
import type { Properties } from './product/product.js';

/** Expands text templates over a fixed set of globals and macros. */
export interface Templates {
  /** The text that a file makes with `context`; nothing where it cannot be made (reported). */
  render(file: SourceFile, context: Properties, use?: Place): SourceFile | undefined;
}

export interface TemplatesOptions {
  readonly root: ContentRoot;
  readonly globals: Properties;
  readonly names: ProductNames;
  /** Files whose macros every template may call, in the order in which they are read. */
  readonly macros: readonly SourceFile[];
  readonly report: Report;
}

/** What the products of one checkout share: what is compiled for one is compiled for all. */
const shared = new WeakMap<ContentRoot, Environment>();

function sharedBy(root: ContentRoot): Environment {
  let environment = shared.get(root);
  if (!environment) {
    environment = createEnvironment({
      syntax: complianceAsCodeSyntax,
      filters: complianceAsCodeFilters,
      defersMacros: root.isReadElsewhere,
    });
    shared.set(root, environment);
  }
  return environment;
}

export function createTemplates({ root, globals, names, macros, report }: TemplatesOptions): Templates {
  const functions = complianceAsCodeGlobals({
    fullNames: names.fullNames,
    multiPlatform: new Set(names.constants.families),
  });
  const environment = sharedBy(root).withGlobals(new Map([...functions, ...valuesOf(globals)]));
  /** Macros of files that are wrong: who calls one of them is not at fault. */
  const brokenMacros = new Set<string>();
  const failed = (error: unknown, file: SourceFile, use?: Place): void => {
    if (!(error instanceof JinjaError)) throw error;
    const name = undefinedName(error) ?? '';
    if (brokenMacros.has(name)) return;
    const problem = templateFailed(error, filePlace(file));
    report(use && isParameter(name) ? parameterMissing(problem, name, use) : problem);
  };
  // One by one, so that a broken file does not hide what is wrong with the others.
  for (const file of macros) {
    try {
      environment.loadMacros([file]);
    } catch (error) {
      failed(error, file);
      for (const [, name = ''] of file.text.matchAll(/\{\{%[-+]?\s*macro\s+(\w+)/g)) brokenMacros.add(name);
    }
  }
  return {
    render(file, context, use) {
      try {
        return { ...file, ...environment.render(file, valuesOf(context)) };
      } catch (error) {
        failed(error, file, use);
        return undefined;
      }
    },
  };
}

const undefinedName = ({ kind, message }: JinjaError): string | undefined =>
  kind === 'UndefinedError' ? /^'(\w+)' is undefined$/.exec(message)?.[1] : undefined;

/** Templates see the parameters of their uses in capital letters. */
const isParameter = (name: string): boolean => /^[A-Z][A-Z0-9_]*$/.test(name);

function valuesOf(properties: Properties): Map<string, Value> {
  const out = new Map<string, Value>();
  for (const name in properties) out.set(name, toValue(properties[name] as Plain | Value));
  return out;
}
