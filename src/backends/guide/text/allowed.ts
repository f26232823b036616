import type { Schema } from 'hast-util-sanitize';

/** What a text of a benchmark may hold in the guide. No ids, classes, styles, handlers, forms or frames. */
export const allowed: Schema = {
  tagNames: [
    ...['p', 'br', 'hr', 'div', 'span', 'blockquote', 'pre', 'ul', 'ol', 'li', 'dl', 'dt', 'dd'],
    ...[
      'b',
      'i',
      'em',
      'strong',
      'code',
      'tt',
      'kbd',
      'samp',
      'var',
      'sub',
      'sup',
      'del',
      'ins',
      'q',
      'small',
      'abbr',
    ],
    ...['table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td', 'a'],
  ],
  attributes: {
    a: ['href', 'rel'],
    var: ['dataValue'],
    td: ['colSpan', 'rowSpan'],
    th: ['colSpan', 'rowSpan'],
  },
  protocols: { href: ['http', 'https', 'mailto'] },
  ancestors: {
    li: ['ol', 'ul'],
    dt: ['dl'],
    dd: ['dl'],
    caption: ['table'],
    thead: ['table'],
    tbody: ['table'],
    tfoot: ['table'],
    tr: ['table'],
    td: ['table'],
    th: ['table'],
  },
  strip: ['script', 'style', 'template', 'noscript', 'iframe', 'object', 'svg', 'math', 'title'],
  clobberPrefix: '',
  allowComments: false,
  allowDoctypes: false,
};

/** Only addresses that lead to the web or to a mailbox; a relative one would lead somewhere in the guide. */
export const isSafeLink = (href: string): boolean => /^(?:https?:\/\/|mailto:)[^\s]+$/i.test(href.trim());
