/** `scapc.yml`: what all products of a content root share. */
export const contentRootSchema = {
  $id: 'scapc/content-root',
  title: 'Content root',
  type: 'object',
  additionalProperties: false,
  required: ['prefix', 'reverse_dns', 'title', 'version', 'status', 'status_date'],
  properties: {
    prefix: {
      type: 'string',
      pattern: '^[a-z][a-z0-9-]*$',
      description: 'Starts the names of output files and OVAL ids.',
    },
    reverse_dns: {
      type: 'string',
      pattern: '^[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+$',
      description: 'The name of the author in every XCCDF id, as a reversed domain name.',
    },
    title: { type: 'string', minLength: 1, description: 'What this content is, for people.' },
    publisher: { type: 'string', minLength: 1, description: 'Dublin Core publisher of the benchmarks.' },
    creator: { type: 'string', minLength: 1, description: 'Dublin Core creator of the benchmarks.' },
    contributors: {
      type: 'array',
      items: { type: 'string', minLength: 1 },
      description: 'Dublin Core contributors, in the order in which they are to be named.',
    },
    source: { type: 'string', minLength: 1, description: 'Where the content is found: an address.' },
    version: { type: 'string', minLength: 1, description: 'The version of every benchmark of this content.' },
    status: {
      enum: ['accepted', 'deprecated', 'draft', 'incomplete', 'interim'],
      description: 'The XCCDF status of every benchmark of this content.',
    },
    status_date: {
      type: 'string',
      pattern: '^\\d{4}-\\d{2}-\\d{2}$',
      description: 'Since when the status holds, as YYYY-MM-DD; also the date of the data stream.',
    },
    references: {
      type: 'object',
      description: 'The catalogues that `references` of rules may name, by their key.',
      additionalProperties: {
        type: 'object',
        additionalProperties: false,
        required: ['title', 'url'],
        properties: {
          title: { type: 'string', minLength: 1, description: 'The name of the catalogue.' },
          url: {
            type: 'string',
            pattern: '^https?://',
            description: 'The page of the catalogue, which XCCDF references name.',
          },
        },
      },
    },
    identifiers: {
      type: 'object',
      description: 'The naming systems that `identifiers` of rules may name, by their key.',
      additionalProperties: {
        type: 'object',
        additionalProperties: false,
        required: ['title', 'system'],
        properties: {
          title: { type: 'string', minLength: 1, description: 'The name of the naming system.' },
          system: { type: 'string', minLength: 1, description: 'Its URI, which XCCDF idents name.' },
        },
      },
    },
  },
} as const;

export interface ContentRootData {
  readonly prefix: string;
  readonly reverse_dns: string;
  readonly title: string;
  readonly publisher?: string;
  readonly creator?: string;
  readonly contributors?: readonly string[];
  readonly source?: string;
  readonly version: string;
  readonly status: string;
  readonly status_date: string;
  readonly references?: Readonly<Record<string, { readonly title: string; readonly url: string }>>;
  readonly identifiers?: Readonly<Record<string, { readonly title: string; readonly system: string }>>;
}
