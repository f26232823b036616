interface HtmlPolicy {
  createHTML(text: string): string;
}

interface TrustedTypes {
  createPolicy(name: string, rules: HtmlPolicy): HtmlPolicy;
}

/** The page's policy forbids the script to parse markup in any place but this one. */
const policy: HtmlPolicy = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy(
  'guide',
  {
    createHTML: (text) => text,
  },
) ?? { createHTML: (text) => text };

/** Markup that the generator sanitised and wrote into this page, as nodes. Never for anything else. */
export function ownHtml(source: string): DocumentFragment {
  const parsed = new DOMParser().parseFromString(policy.createHTML(source), 'text/html');
  const fragment = document.createDocumentFragment();
  fragment.append(...[...parsed.body.childNodes].map((node) => document.adoptNode(node)));
  return fragment;
}

/** A foreign XML file as a document that is only read from, and never becomes part of the page. */
export const foreignXml = (source: string): Document =>
  new DOMParser().parseFromString(policy.createHTML(source), 'application/xml');
