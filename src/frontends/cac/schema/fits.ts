/** The words of JSON Schema that the schemas of this folder use. */
export interface Schema {
  readonly $id?: string;
  readonly title?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly minLength?: number;
  readonly minItems?: number;
  readonly minProperties?: number;
  readonly maxProperties?: number;
}

/**
 * Whether data is what a schema wants. What does not fit is looked at again by the full validator, which says
 * why; starting that one for every run would take longer than this takes for a whole product.
 */
export function fits(data: unknown, schema: Schema): boolean {
  if (schema.type !== undefined && !hasType(data, schema.type)) return false;
  if (schema.enum && !schema.enum.includes(data)) return false;
  if (schema.anyOf && !schema.anyOf.some((option) => fits(data, option))) return false;
  if (typeof data === 'string') return data.length >= (schema.minLength ?? 0);
  if (Array.isArray(data)) return fitsItems(data, schema);
  return typeof data !== 'object' || data === null || fitsMapping(data as Record<string, unknown>, schema);
}

const hasType = (data: unknown, type: string | readonly string[]): boolean =>
  typeof type === 'string' ? typeOf(data) === type : type.includes(typeOf(data));

function typeOf(data: unknown): string {
  if (data === null) return 'null';
  return Array.isArray(data) ? 'array' : typeof data;
}

function fitsItems(data: readonly unknown[], { items, minItems = 0 }: Schema): boolean {
  if (data.length < minItems) return false;
  if (items) for (const item of data) if (!fits(item, items)) return false;
  return true;
}

function fitsMapping(data: Readonly<Record<string, unknown>>, schema: Schema): boolean {
  const { properties = {}, additionalProperties = true, required, minProperties, maxProperties } = schema;
  if (required) for (const key of required) if (!Object.hasOwn(data, key)) return false;
  let count = 0;
  for (const key in data) {
    count++;
    const property = Object.hasOwn(properties, key) ? properties[key] : additionalProperties;
    if (property === false) return false;
    if (typeof property === 'object' && !fits(data[key], property)) return false;
  }
  return count >= (minProperties ?? 0) && count <= (maxProperties ?? count);
}
