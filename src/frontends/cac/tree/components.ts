import { filePlace } from '../../../source/file.js';
import type { Environment } from '../environment.js';
import { unmappedRule } from '../messages.js';
import { fromProductDir, isRecord } from '../product/product.js';
import { readYaml11 } from '../yaml.js';

/**
 * Reports rules that no component lists, where the product keeps components at all.
 *
 * @param rules the path of each rule's file, by its name
 */
export function checkComponents(rules: ReadonlyMap<string, string>, env: Environment): void {
  const root = env.product.properties.components_root;
  if (typeof root !== 'string') return;
  const folder = fromProductDir(env.product, root);
  const listed = new Set<string>();
  let isComplete = true;
  for (const { path, kind } of env.root.list(folder)) {
    const file = kind === 'file' && path.endsWith('.yml') ? env.root.read(path) : undefined;
    const data = file && readYaml11(file, env.report);
    if (file && data === undefined) isComplete = false;
    if (isRecord(data) && Array.isArray(data.rules)) for (const rule of data.rules) listed.add(String(rule));
  }
  // A component that cannot be read may list any of them.
  if (!isComplete) return;
  for (const [id, path] of rules) {
    const file = listed.has(id) ? undefined : env.root.read(path);
    if (file) env.report(unmappedRule(filePlace(file), id, folder));
  }
}
