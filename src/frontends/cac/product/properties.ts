import type { Report } from '../../../diagnostics/diagnostic.js';
import { filePlace, keyPlace, type SourceFile } from '../../../source/file.js';
import type { ContentRoot } from '../../../source/root.js';
import { propertiesShape, propertyTwice } from '../messages.js';
import { readYaml11 } from '../yaml.js';
import { isRecord, type Properties } from './product.js';

const folder = 'product_properties';

/**
 * The properties that `product_properties/` works out for a product: each file is a template over all
 * properties so far, and holds defaults and what overrides them.
 *
 * @param render expands a file over the properties known so far
 */
export function withProperties(
  root: ContentRoot,
  own: Properties,
  render: (file: SourceFile, known: Properties) => SourceFile | undefined,
  report: Report,
): Properties {
  const all: Record<string, unknown> = { ...own };
  for (const { path } of root.list(folder)) {
    if (!path.endsWith('.yml')) continue;
    const source = root.read(path);
    const file = source && render(source, all);
    if (!file) continue;
    const data = readYaml11(file, report);
    if (data === undefined) continue;
    if (
      !isRecord(data) ||
      !('default' in data) ||
      Object.keys(data).some((key) => key !== 'default' && key !== 'overrides')
    ) {
      report(propertiesShape(filePlace(file)));
      continue;
    }
    const found: Record<string, unknown> = {};
    for (const part of ['default', 'overrides'] as const) {
      const properties = data[part];
      if (!isRecord(properties)) continue;
      for (const name in properties) {
        if (Object.hasOwn(all, name)) report(propertyTwice(keyPlace(file, [part, name]), name));
        else found[name] = properties[name];
      }
    }
    Object.assign(all, found);
  }
  return all;
}
