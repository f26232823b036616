import { valuePlace } from '../../../source/file.js';
import type { Environment } from '../environment.js';
import { readYaml11 } from '../yaml.js';
import { templatesFolder } from './library.js';
import { templateShape } from './messages.js';
import { type Templatable, templateUse } from './use.js';

/** OVAL definitions that belong to no rule of their own, made from templates, by id. */
export function readExtraOvals({
  root,
  report,
}: Pick<Environment, 'root' | 'report'>): ReadonlyMap<string, Templatable> {
  const out = new Map<string, Templatable>();
  const file = root.read(`${templatesFolder}/extra_ovals.yml`);
  const data = file && readYaml11(file, report);
  if (!file || data === undefined || data === null) return out;
  if (typeof data !== 'object' || Array.isArray(data)) {
    report(
      templateShape('each key here is the id of a definition, its value a template', valuePlace(file, [])),
    );
    return out;
  }
  for (const [id, value] of Object.entries(data)) {
    const template = templateUse(value, report, valuePlace(file, [id]));
    if (template) out.set(id, { id, title: id, template });
  }
  return out;
}
