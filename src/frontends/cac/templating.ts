import type { Report } from '../../diagnostics/diagnostic.js';
import type { SourceFile } from '../../source/file.js';
import type { ProductNames } from './product/names.js';
import type { Properties } from './product/product.js';

/** Expands text templates over a fixed set of globals and macros. */
export interface Templates {
  /** The text that a file makes with `context`; nothing where it cannot be made (reported). */
  render(file: SourceFile, context: Properties): SourceFile | undefined;
}

export interface TemplatesOptions {
  readonly globals: Properties;
  readonly names: ProductNames;
  /** Files whose macros every template may call, in the order in which they are read. */
  readonly macros: readonly SourceFile[];
  readonly report: Report;
}

/** Stands in until the engine of `jinja/` is wired up: texts without markup come out as they are. */
export const createTemplates = ({ report: _ }: TemplatesOptions): Templates => ({
  render: (file) => file,
});
