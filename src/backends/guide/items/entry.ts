import type { Group, Rule, Value, Warning } from '../../../model/benchmark.js';
import type { AnyItem } from '../../../model/items.js';
import { checksHtml } from '../checks.js';
import type { GuideContext } from '../context.js';
import { cautions, languageKey, languageTitle, scriptHtml } from '../remediations.js';
import { template } from '../templates.js';
import { richTextHtml } from '../text/rich-text.js';
import { type Facts, factsOf } from './facts.js';
import { type LinkTo, linkTo } from './links.js';
import { kindWord, severityWords } from './words.js';

/** All that the guide says of one item, ready for `entry.hbs`; texts are safe HTML. */
interface Entry {
  readonly anchor: string;
  readonly title: string;
  readonly kind: string;
  readonly severity?: string;
  readonly description: string;
  readonly rationale: string;
  readonly warnings: readonly { readonly category: string; readonly text: string }[];
  readonly facts: Facts;
  readonly checks: string;
  readonly ocil?: { readonly question: string; readonly clause: string };
  readonly fixText?: string;
  readonly remediations: readonly {
    readonly key: string;
    readonly title: string;
    readonly cautions: string;
    readonly script: string;
  }[];
}

/** One item with everything that belongs to it, as an `article`. */
export const entryHtml = (item: AnyItem, context: GuideContext, link: LinkTo = linkTo(context)): string =>
  template<Entry>('entry')({
    ...commonParts(item, context, link),
    ...(item.kind === 'rule' ? ruleParts(item, context) : { checks: '', remediations: [] }),
    rationale: item.kind === 'value' ? '' : richTextHtml(item.rationale, context.showValue),
  });

function commonParts(item: Group | Rule | Value, context: GuideContext, link: LinkTo) {
  return {
    anchor: context.anchorOf(item.id),
    title: context.titleOf(item.id),
    kind: kindWord(item),
    description: richTextHtml(item.description, context.showValue),
    warnings: item.warnings.map((warning) => warningParts(warning, context)),
    facts: factsOf(item, context, link),
  };
}

const warningParts = ({ category, text }: Warning, { showValue }: GuideContext) => ({
  category,
  text: richTextHtml(text, showValue),
});

function ruleParts(rule: Rule, context: GuideContext) {
  const { showValue, view } = context;
  return {
    severity: severityWords(view.severityOf(rule.id)),
    checks: checksHtml(rule, context),
    ...(rule.ocil
      ? { ocil: { question: richTextHtml(rule.ocil.question, showValue), clause: rule.ocil.clause } }
      : {}),
    ...(rule.fixText ? { fixText: richTextHtml(rule.fixText, showValue) } : {}),
    remediations: rule.remediations.map((remediation) => ({
      key: languageKey(remediation),
      title: languageTitle(remediation),
      cautions: cautions(remediation),
      script: scriptHtml(remediation, showValue),
    })),
  };
}
