import type { Catalogue } from '../../../model/benchmark.js';
import type { Content } from '../../../model/content.js';
import { valuePlace } from '../../../source/file.js';
import { elementsOf, textOf } from '../../../xml/nodes.js';
import { parseXml } from '../../../xml/parse.js';
import type { Environment } from '../environment.js';
import { benchmarkSchema } from '../schema/benchmark.js';
import { field } from './common.js';
import { benchmarkFolder } from './folders.js';
import { readItem } from './read-item.js';
import { richText, type TextContext } from './xhtml.js';

type Front = Pick<
  Content,
  'title' | 'description' | 'frontMatter' | 'rearMatter' | 'notices' | 'status' | 'metadata' | 'catalogues'
>;

/** What `benchmark.yml` and the project say of the benchmark itself. */
export function readBenchmark(env: Environment, context: TextContext): Front | undefined {
  const item = readItem(env, `${benchmarkFolder(env)}/benchmark.yml`, benchmarkSchema, {});
  if (typeof item !== 'object') return undefined;
  const notice = (item.data.notice ?? {}) as Readonly<Record<string, unknown>>;
  return {
    title: field(item, 'title', context),
    description: field(item, 'description', context),
    frontMatter: field(item, 'front-matter', context),
    rearMatter: field(item, 'rear-matter', context),
    notices: [
      {
        id: String(notice.id),
        text: richText(notice.description, valuePlace(item.file, ['notice', 'description']), context),
      },
    ],
    status: { value: String(item.data.status) },
    metadata: {
      publisher: env.constants.projectName,
      creator: env.constants.projectName,
      contributors: contributors(env),
      source: env.constants.latestUri,
    },
    catalogues: catalogues(env),
  };
}

/** Names of the people who made the content, from the project's own list. */
function contributors({ root }: Environment): string[] {
  const file = root.read('Contributors.xml');
  const parsed = file && parseXml(file.text);
  if (!parsed || !('element' in parsed)) return [];
  return elementsOf(parsed.element)
    .filter(({ name }) => name === 'contributor')
    .map(textOf);
}

function catalogues({ product }: Environment): Map<string, Catalogue> {
  const uris = product.properties.reference_uris as Readonly<Record<string, string>>;
  const out = new Map<string, Catalogue>();
  for (const key in uris) {
    const url = uris[key] as string;
    out.set(url, { key, title: key, url });
  }
  return out;
}
