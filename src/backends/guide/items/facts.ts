import type { Identifier, Reference, Value } from '../../../model/benchmark.js';
import type { AnyItem } from '../../../model/items.js';
import { referencesByCatalogue } from '../catalogues.js';
import type { GuideContext } from '../context.js';
import { type Link, type LinkTo, linkTo } from './links.js';

/** The short facts of an item: a definition list in the guide. */
export interface Facts {
  readonly id: string;
  /** Only of a Rule. */
  readonly version?: string;
  readonly identifiers: readonly Labelled[];
  readonly references: readonly {
    readonly title: string;
    readonly catalogue?: string;
    readonly texts: string;
  }[];
  readonly platforms: readonly string[];
  readonly requires: readonly Link[];
  readonly conflicts: readonly Link[];
  /** Only of a Rule: the Values that it uses. */
  readonly values: readonly (Link & { readonly value: string })[];
  /** Only of a Value. */
  readonly value?: {
    readonly type: string;
    readonly operator: string;
    readonly options: readonly { readonly selector: string; readonly value: string }[];
  };
  /** Only of a Group. */
  readonly children: readonly Link[];
  /** The Group that it stands in. */
  readonly parent?: Link;
}

interface Labelled {
  readonly title: string;
  /** The address of the catalogue's entry, where it has a link; written once, since most items name most of them. */
  readonly catalogue?: string;
  readonly texts: readonly string[];
}

/** @param link finds the items that a Group or Rule requires, conflicts with or contains */
export function factsOf(item: AnyItem, context: GuideContext, link: LinkTo): Facts {
  const { showValue } = context;
  const facts: Facts = {
    id: item.id,
    identifiers: [],
    references: [],
    platforms: [],
    requires: [],
    conflicts: [],
    values: [],
    children: [],
  };
  if (item.kind === 'value') return { ...facts, value: valueFacts(item) };
  const shared = {
    references: labelled(item.references, context).map((each) => ({ ...each, texts: each.texts.join(', ') })),
    platforms: item.platforms.map((platform) => context.platformWords(platform)),
    requires: item.requires.map(link),
    conflicts: item.conflicts.map(link),
  };
  if (item.kind === 'group')
    return { ...facts, ...shared, children: item.children.map(({ id }) => link(id)) };
  return {
    ...facts,
    ...shared,
    ...(item.version === undefined ? {} : { version: item.version }),
    identifiers: identifiersBySystem(item.identifiers, context),
    values: context.valuesUsedBy(item).map((id) => ({
      ...linkTo(context)(id),
      value: showValue(id).value,
    })),
  };
}

const valueFacts = ({ type, operator, options }: Value): NonNullable<Facts['value']> => ({
  type,
  operator,
  options: options.map(({ selector, value }) => ({ selector: selector ?? 'default', value })),
});

const identifiersBySystem = (identifiers: readonly Identifier[], context: GuideContext): Labelled[] =>
  labelled(
    identifiers.map(({ system, value }) => ({ href: system, text: value })),
    context,
  );

const labelled = (references: readonly Reference[], { catalogueOf }: GuideContext): Labelled[] =>
  [...referencesByCatalogue(references)].map(([href, texts]) => {
    if (href === '') return { title: 'Other', texts };
    const { title, url, anchor } = catalogueOf(href);
    return { title, ...(url === undefined ? {} : { catalogue: anchor }), texts };
  });
