import type { Identifier, Value } from '../../../model/benchmark.js';
import type { AnyItem } from '../../../model/items.js';
import { catalogueOf, referencesByCatalogue } from '../catalogues.js';
import { type GuideContext, valuesUsedBy } from '../context.js';
import { platformWords } from '../platforms.js';

/** The short facts of an item: a definition list in the guide. */
export interface Facts {
  readonly id: string;
  readonly identifiers: readonly Labelled[];
  readonly references: readonly Labelled[];
  readonly platforms: readonly string[];
  readonly requires: readonly Link[];
  readonly conflicts: readonly Link[];
  /** Only of a Rule: the Values that it uses. */
  readonly values: readonly (Link & { readonly index: number; readonly value: string })[];
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
  readonly url?: string;
  readonly texts: readonly string[];
}

interface Link {
  readonly anchor: string;
  readonly title: string;
}

export function factsOf(item: AnyItem, context: GuideContext): Facts {
  const { benchmark, items, showValue } = context;
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
  const link = (id: string): Link => ({ anchor: context.anchorOf(id), title: context.titleOf(id) });
  const shared = {
    references: [...referencesByCatalogue(item.references)].map(([href, texts]) =>
      href === '' ? { title: 'Other', texts } : { ...catalogueOf(href, benchmark), texts },
    ),
    platforms: item.platforms.map((platform) => platformWords(platform, benchmark)),
    requires: item.requires.map(link),
    conflicts: item.conflicts.map(link),
  };
  if (item.kind === 'group')
    return { ...facts, ...shared, children: item.children.map(({ id }) => link(id)) };
  return {
    ...facts,
    ...shared,
    identifiers: identifiersBySystem(item.identifiers, context),
    values: valuesUsedBy(item, context).map((index) => {
      const id = items[index]?.id ?? '';
      return { ...link(id), index, value: showValue(id).value };
    }),
  };
}

const valueFacts = ({ type, operator, options }: Value): NonNullable<Facts['value']> => ({
  type,
  operator,
  options: options.map(({ selector, value }) => ({ selector: selector ?? 'default', value })),
});

function identifiersBySystem(identifiers: readonly Identifier[], { benchmark }: GuideContext): Labelled[] {
  const bySystem = referencesByCatalogue(
    identifiers.map(({ system, value }) => ({ href: system, text: value })),
  );
  return [...bySystem].map(([system, texts]) => ({ ...catalogueOf(system, benchmark), texts }));
}
