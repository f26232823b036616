import { viewProfile } from '../../model/profile-view.js';
import type { GuideContext } from './context.js';
import type { Link, LinkTo } from './items/links.js';
import { plainTextOf } from './text/plain-text.js';
import { richTextHtml } from './text/rich-text.js';

/** A profile as the document shows it. */
export interface ProfileEntry {
  readonly anchor: string;
  readonly title: string;
  readonly id: string;
  readonly description: string;
  readonly extends?: { readonly anchor: string; readonly title: string };
  readonly rules: readonly Link[];
}

export const profileEntries = (context: GuideContext, link: LinkTo): ProfileEntry[] =>
  context.profiles.map((profile) => {
    const base = context.profiles.find(({ id }) => id === profile.extends);
    const title = (text: typeof profile.title, name: string): string =>
      plainTextOf(text, context.showValue) || name;
    return {
      anchor: context.anchorOf(profile.id),
      title: title(profile.title, profile.name),
      id: profile.id,
      description: richTextHtml(profile.description, context.showValue),
      ...(base
        ? { extends: { anchor: context.anchorOf(base.id), title: title(base.title, base.name) } }
        : {}),
      rules: viewProfile(context.benchmark, profile).rules.map(({ id }) => link(id)),
    };
  });
