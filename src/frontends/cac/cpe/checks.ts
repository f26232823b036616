import type { OvalLibrary } from '../../../model/oval.js';
import type { Environment } from '../environment.js';
import { sharedChecksFolder } from '../oval/checks.js';
import { collectShorthands, type FindItems, inOrder, type Ordered } from '../oval/collect.js';
import { mergeShorthands } from '../oval/merge.js';
import { expandOval, readOval } from '../oval/read.js';
import { SharedOval } from '../oval/static-files.js';
import type { RuleTemplates } from '../templates/templates.js';
import type { CacFacts } from './facts.js';

const factChecksFolder = 'shared/applicability/oval';

/**
 * The OVAL that decides facts: from the folder beside them, else from the shared checks, else made by their
 * templates, with everything that those definitions extend.
 *
 * @param definitions the definitions that facts name
 */
export async function loadFactChecks(
  env: Environment,
  templates: RuleTemplates,
  facts: CacFacts,
  definitions: Iterable<string>,
): Promise<OvalLibrary> {
  const shared = new SharedOval(env, [factChecksFolder, sharedChecksFolder]);
  const fromFolders = (id: string): Ordered | undefined => {
    for (const file of shared.filesFor(id)) {
      const found = readOval(env, `1 ${file.path}`, expandOval(env, file));
      if (found) return found;
    }
    return undefined;
  };
  const find = async (ids: readonly string[]): Promise<(Ordered | undefined)[]> => {
    const own = ids.map(fromFolders);
    const requests = ids.flatMap((id, at) => {
      const templatable = own[at] ? undefined : facts.byDefinition.get(id);
      const request = templatable && { templatable, language: 'cpe-oval' as const };
      return request && templates.makes(request) ? [{ id, ...request }] : [];
    });
    const made = await templates.make(requests);
    const texts = new Map(requests.map(({ id }, at) => [id, made[at]]));
    for (const [id, text] of texts) if (!text) env.broken.add(id);
    return ids.map((id, at) => own[at] ?? readOval(env, `2 ${id}`, texts.get(id)));
  };
  const findItems: FindItems = async (missing) =>
    shared
      .filesDefining(new Set([...missing.values()].flatMap((ids) => [...ids])))
      .flatMap((file) => readOval(env, `1 ${file.path}`, expandOval(env, file)) ?? []);
  const files = await collectShorthands(definitions, find, findItems);
  return mergeShorthands(inOrder(files), env.report);
}
