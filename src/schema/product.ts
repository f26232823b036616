import { namePattern } from './parts.js';

/** `products/<product>/product.yml`: one product, for which one benchmark is built. */
export const productSchema = {
  $id: 'scapc/product',
  title: 'Product',
  type: 'object',
  additionalProperties: false,
  required: [
    'product',
    'full_name',
    'type',
    'benchmark_root',
    'profiles_root',
    'pkg_manager',
    'pkg_system',
    'init_system',
    'cpes',
  ],
  properties: {
    product: { type: 'string', pattern: namePattern, description: 'The id; the same as the folder name.' },
    full_name: {
      type: 'string',
      minLength: 1,
      description: 'The name for people; `{{full_name}}` in texts.',
    },
    type: { enum: ['platform', 'product'], description: 'An operating system, or an application on one.' },
    benchmark_id: {
      type: 'string',
      pattern: namePattern,
      description: 'The name in the XCCDF id of the benchmark; `product` where it is absent.',
    },
    benchmark_root: {
      type: 'string',
      minLength: 1,
      description: 'The folder of `benchmark.yml`, relative to the content root.',
    },
    profiles_root: {
      type: 'string',
      minLength: 1,
      description: 'The folder of the profiles, relative to the content root.',
    },
    pkg_manager: {
      enum: ['dnf', 'yum', 'apt_get', 'zypper'],
      description: 'Installs packages; `{{pkg_manager}}` in templates.',
    },
    pkg_system: {
      enum: ['rpm', 'dpkg'],
      description: 'Knows which packages are installed; `{{pkg_system}}` in templates.',
    },
    init_system: { enum: ['systemd'], description: 'Starts services; `{{init_system}}` in templates.' },
    cpes: {
      type: 'array',
      minItems: 1,
      description: 'The CPE names of the product; a system that matches any of them is one to scan.',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'name', 'title', 'check_id'],
        properties: {
          id: { type: 'string', pattern: namePattern, description: 'What platform expressions call it.' },
          name: {
            type: 'string',
            pattern: '^cpe:(/|2\\.3:)[aho]',
            description: 'The CPE name: a 2.2 URI or a 2.3 formatted string.',
          },
          title: { type: 'string', minLength: 1, description: 'The name for people.' },
          check_id: {
            type: 'string',
            minLength: 1,
            description: 'The OVAL inventory definition that recognises it.',
          },
        },
      },
    },
    properties: {
      type: 'object',
      description: 'Whatever else differs between products; each becomes a name in templates.',
      additionalProperties: { type: ['string', 'number', 'boolean'] },
    },
  },
} as const;

export interface CpeData {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly check_id: string;
}

export interface ProductData {
  readonly product: string;
  readonly full_name: string;
  readonly type: 'platform' | 'product';
  readonly benchmark_id?: string;
  readonly benchmark_root: string;
  readonly profiles_root: string;
  readonly pkg_manager: string;
  readonly pkg_system: string;
  readonly init_system: string;
  readonly cpes: readonly CpeData[];
  readonly properties?: Readonly<Record<string, string | number | boolean>>;
}
