import type { Diagnostic, Related } from '../../diagnostics/diagnostic.js';
import { didYouMean } from '../../diagnostics/messages.js';
import { filePlace, type Place, type SourceFile } from '../../source/file.js';

/** Every message about a ComplianceAsCode checkout, one function each. */

const error = (
  code: string,
  message: string,
  place?: Place,
  hint?: string,
  related: readonly Related[] = [],
): Diagnostic => ({
  code,
  severity: 'error',
  message,
  ...(place === undefined ? {} : { place }),
  ...(hint === undefined ? {} : { hint }),
  ...(related.length === 0 ? {} : { related }),
});

const listed = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(', ');

// --- the checkout ---

export const constantsMissing = (path: string): Diagnostic =>
  error(
    'cac-constants-missing',
    `the checkout has no ${path}`,
    undefined,
    'Its tables of products, families and reference URIs are read from there.',
  );

export const constantMissing = (file: SourceFile, name: string): Diagnostic =>
  error('cac-constant-missing', `\`${name}\` is not assigned here, or not as a literal`, filePlace(file));

export const unknownProduct = (product: string, known: readonly string[]): Diagnostic =>
  error(
    'unknown-product',
    `the checkout has no product \`${product}\``,
    undefined,
    didYouMean(product, known) ?? `It has ${listed(known)}.`,
  );

// --- YAML ---

export function yamlError(place: Place, reason: string): Diagnostic {
  if (reason.startsWith('duplicated mapping key')) {
    return error(
      'duplicate-key',
      'this key stands here a second time',
      place,
      'Keep one of them: YAML does not say which would win.',
    );
  }
  return error('yaml-syntax', `this is not valid YAML: ${reason}`, place);
}

export const notMapping = (place: Place): Diagnostic =>
  error('cac-not-a-mapping', 'a mapping of keys is expected here', place);

// --- products ---

export const propertyTwice = (place: Place, name: string): Diagnostic =>
  error(
    'cac-property-twice',
    `the property \`${name}\` is defined elsewhere already`,
    place,
    'A property comes from `product.yml` or from one file of `product_properties/`.',
  );

export const propertiesShape = (place: Place): Diagnostic =>
  error('cac-properties-shape', 'a properties file holds `default` and, perhaps, `overrides`', place);

export const insecureFeed = (place: Place, url: string): Diagnostic =>
  error('cac-insecure-feed', `the OVAL feed ${url} is not read over https`, place);
