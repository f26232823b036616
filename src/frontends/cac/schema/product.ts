/** `product.yml`: what this front-end asks of it; templates may ask for any other key. */
export const productSchema = {
  $id: 'cac/product',
  title: 'Product of a ComplianceAsCode checkout',
  type: 'object',
  required: ['product', 'full_name', 'benchmark_id', 'benchmark_root'],
  properties: {
    product: { type: 'string', description: 'The id of the product.' },
    full_name: { type: 'string', description: 'The name of the product for people.' },
    families: { type: 'array', items: { type: 'string' } },
    benchmark_id: { type: 'string', description: 'Ends the id of the benchmark.' },
    benchmark_root: {
      type: 'string',
      description: 'Where the benchmark lies, from the folder of the product.',
    },
    components_root: { type: 'string' },
    profiles_root: { type: 'string' },
    additional_content_directories: { type: ['array', 'null'], items: { type: 'string' } },
    pkg_manager: { type: 'string' },
    cpes_root: { type: 'string' },
    cpes: { type: 'array', items: { type: 'object' } },
    reference_uris: { type: 'object', additionalProperties: { type: 'string' } },
    platform_package_overrides: { type: 'object', additionalProperties: { type: ['string', 'null'] } },
    groups: { type: 'object' },
    oval_feed_url: { type: 'string' },
  },
} as const;
