import type { Report } from '../../diagnostics/diagnostic.js';
import { pathLeavesRoot } from '../../diagnostics/messages.js';
import type { Catalogue } from '../../model/benchmark.js';
import type { Content, RuleChoice } from '../../model/content.js';
import type { Scenario } from '../../model/scenario.js';
import { plainText } from '../../model/text.js';
import type { BenchmarkData } from '../../schema/benchmark.js';
import type { ContentRootData } from '../../schema/content-root.js';
import type { ProductData } from '../../schema/product.js';
import { valuePlace } from '../../source/file.js';
import type { ContentRoot } from '../../source/root.js';
import type { Context } from './expand/expand.js';
import { nativeFacts } from './facts.js';
import { productFolder } from './messages.js';
import { OvalCollector } from './oval.js';
import { readProfiles } from './profile.js';
import { RuleFolders } from './rule-folders.js';
import { RuleTemplates } from './rule-template.js';
import { readScenarios } from './scenarios.js';
import { type Document, itemId, ParsedFiles, readRequired, richText, type Scope } from './scope.js';
import { expandFile } from './source-text.js';
import { TreeReader } from './tree.js';

const settingsFile = 'scapc.yml';

/** The products of a content root, by name. */
export const nativeProducts = (root: ContentRoot): string[] =>
  root
    .list('products')
    .flatMap(({ kind, name, path }) =>
      kind === 'directory' && root.isFile(`${path}/product.yml`) ? [name] : [],
    );

/**
 * Reads the native format: YAML with Markdown texts and Handlebars values. One reader serves all products of
 * a run, so that each file is read and parsed once.
 */
export class NativeReader {
  readonly #parsed: ParsedFiles;
  readonly #templates: RuleTemplates;
  #last: Scope | undefined;

  /** `shippedTemplates` holds the rule templates that come with scapc. */
  constructor(
    readonly root: ContentRoot,
    shippedTemplates: ContentRoot | undefined,
    readonly report: Report,
  ) {
    this.#parsed = new ParsedFiles(root, report);
    this.#templates = new RuleTemplates(
      [
        { root, path: 'templates/rules' },
        ...(shippedTemplates ? [{ root: shippedTemplates, path: 'rules' }] : []),
      ],
      report,
    );
  }

  /** Reads what there is for one product; everything that is wrong with it is reported. */
  read(productName: string, choice: RuleChoice): Content | undefined {
    const scope = this.#scope(productName);
    return scope && readBenchmark(scope, choice);
  }

  /** How many rules the benchmark of a product may hold. */
  ruleCount(productName: string): number {
    const scope = this.#scope(productName);
    return scope ? scope.folders.countBelow(scope.product.benchmark_root) : 0;
  }

  /** The scenarios of a product's rules, which `read` found to be right; what is wrong with them is reported. */
  scenarios(productName: string): readonly Scenario[] {
    const scope = this.#scope(productName);
    return scope ? readScenarios(scope) : [];
  }

  #scope(productName: string): Scope | undefined {
    if (this.#last?.product.product !== productName) this.#last = this.#openScope(productName);
    return this.#last;
  }

  #openScope(productName: string): Scope | undefined {
    const settings = this.#parsed.read('content-root', settingsFile) as Document<ContentRootData> | undefined;
    const path = `products/${productName}/product.yml`;
    const product = this.#parsed.read('product', path) as Document<ProductData> | undefined;
    if (!settings || !product) return undefined;
    const { data, file } = product;
    if (data.product !== productName) {
      this.report(productFolder(valuePlace(file, ['product']), data.product, productName));
      return undefined;
    }
    if (!this.#staysInside(product)) return undefined;
    return {
      root: this.root,
      report: this.report,
      settings: settings.data,
      product: data,
      productFile: file,
      products: nativeProducts(this.root),
      context: productContext(data),
      parsed: this.#parsed,
      templates: this.#templates,
      items: new Map(),
      folders: new RuleFolders(this.root),
    };
  }

  #staysInside({ file, data }: Document<ProductData>): boolean {
    return (['benchmark_root', 'profiles_root'] as const)
      .map((key) => {
        const steps = data[key].split('/');
        const inside = !data[key].startsWith('/') && !steps.includes('..');
        if (!inside) this.report(pathLeavesRoot(valuePlace(file, [key]), data[key]));
        return inside;
      })
      .every(Boolean);
  }
}

function productContext({
  product,
  full_name,
  pkg_manager,
  pkg_system,
  init_system,
  properties,
}: ProductData): Context {
  return { product, full_name, pkg_manager, pkg_system, init_system, ...properties };
}

function readBenchmark(scope: Scope, choice: RuleChoice): Content | undefined {
  const { settings, product, report } = scope;
  const top = product.benchmark_root;
  const document = readRequired<BenchmarkData>(
    scope,
    'benchmark',
    `${top}/benchmark.yml`,
    `\`benchmark_root\` of the product ${product.product} leads there.`,
  );
  const oval = new OvalCollector(report);
  readSharedOval(scope, oval);
  const tree = new TreeReader(scope, oval, choice);
  const profiles = choice.isPart ? [] : readProfiles(scope, tree.broken);
  if (!document) {
    // The tree is read all the same, so that one run shows every mistake.
    tree.children(top, { path: top, text: '' }, { title: '', description: '' });
    return undefined;
  }
  const { file, data } = document;
  const children = tree.children(top, file, data);
  const text = (key: 'description' | 'front_matter' | 'rear_matter') =>
    richText(scope, file, [key], data[key]);
  return {
    id: itemId(scope, 'benchmark', product.benchmark_id ?? product.product),
    name: product.product,
    naming: { prefix: settings.prefix, reverseDns: settings.reverse_dns, ovalNamespace: settings.prefix },
    productName: product.full_name,
    title: plainText(data.title),
    description: text('description'),
    frontMatter: text('front_matter'),
    rearMatter: text('rear_matter'),
    notices: (data.notices ?? []).map(({ id, text: notice }, i) => ({
      id,
      text: richText(scope, file, ['notices', i, 'text'], notice),
    })),
    status: { value: settings.status, date: settings.status_date },
    version: settings.version,
    language: 'en-US',
    metadata: {
      ...(settings.publisher === undefined ? {} : { publisher: settings.publisher }),
      ...(settings.creator === undefined ? {} : { creator: settings.creator }),
      contributors: settings.contributors ?? [],
      ...(settings.source === undefined ? {} : { source: settings.source }),
    },
    catalogues: cataloguesOf(settings),
    platforms: product.cpes.map(({ name }) => ({ value: name })),
    children,
    ruleNames: tree.ruleNames,
    isPart: choice.isPart,
    platformOrder: choice.platforms ?? [],
    elsewhere: tree.elsewhere,
    profiles,
    broken: tree.broken,
    facts: nativeFacts(scope, oval),
    guardWording: {
      bash: {
        comment: 'Only where the rule applies.',
        notApplicable: 'This rule does not apply to this system; nothing was changed.',
      },
      taskStyle: 'ansible-lint',
      packageFacts: {
        name: 'Learn which packages are installed',
        module: 'ansible.builtin.package_facts',
        manager: product.pkg_system === 'rpm' ? 'rpm' : 'apt',
      },
    },
    oval: oval.library,
  };
}

/** OVAL that several rules or the facts use. */
function readSharedOval(scope: Scope, collector: OvalCollector): void {
  for (const { kind, name, path } of scope.root.list('shared/checks/oval')) {
    const source = kind === 'file' && name.endsWith('.xml') ? scope.root.read(path) : undefined;
    const expanded = source && expandFile(scope, source, 'xml', scope.context);
    if (expanded) collector.add(expanded.file, '');
  }
}

function cataloguesOf(settings: ContentRootData): ReadonlyMap<string, Catalogue> {
  const references = Object.entries(settings.references ?? {}).map(
    ([key, { title, url }]): [string, Catalogue] => [url, { key, title, url }],
  );
  const identifiers = Object.entries(settings.identifiers ?? {}).map(
    ([key, { title, system }]): [string, Catalogue] => [system, { key, title }],
  );
  return new Map([...references, ...identifiers]);
}
