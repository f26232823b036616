import { Ajv, type ErrorObject, type SchemaObject, type ValidateFunction } from 'ajv';
import type { Report } from '../diagnostics/diagnostic.js';
import {
  emptyValue,
  missingKey,
  nearest,
  notAllowed,
  oneOfKeys,
  repeatedItem,
  schemaViolation,
  unknownKey,
  wrongFormat,
  wrongType,
} from '../diagnostics/messages.js';
import { keyPlace, type Pointer, type SourceFile, valuePlace } from '../source/file.js';
import { type SourceKind, schemas } from './kinds.js';

/** `verbose` puts the offending data and the schema around it into each error, which the messages need. */
const ajv = new Ajv({
  strict: true,
  strictRequired: false,
  allErrors: true,
  verbose: true,
  allowUnionTypes: true,
});

const compiled = new Map<SchemaObject, ValidateFunction>();

function validator(schema: SchemaObject): ValidateFunction {
  let validate = compiled.get(schema);
  if (!validate) {
    validate = ajv.compile(schema);
    compiled.set(schema, validate);
  }
  return validate;
}

/** Why a schema that came with the content cannot be used, or nothing where it can. */
export function unusableSchema(schema: SchemaObject): string | undefined {
  try {
    validator(schema);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

export interface ValidateOptions {
  /** Where the data stands in its file, when it is not the whole document. */
  readonly at?: Pointer;
  /** Before expansion a text such as `{{severity}}` may still become anything: leave it to the second look. */
  readonly unexpanded?: boolean;
}

/** Whether `data` is what the schema of its kind wants; each violation is reported at its key or value. */
export const validate = (
  kind: SourceKind,
  data: unknown,
  file: SourceFile,
  report: Report,
  options?: ValidateOptions,
): boolean => validateAgainst(schemas[kind], data, file, report, options);

/** As `validate`, for a schema that came with the content, such as that of a rule template. */
export function validateAgainst(
  schema: SchemaObject,
  data: unknown,
  file: SourceFile,
  report: Report,
  { at = [], unexpanded = false }: ValidateOptions = {},
): boolean {
  const check = validator(schema);
  if (check(data)) return true;
  const errors = withoutBranches(check.errors ?? []).filter(
    (error) => !(unexpanded && holdsTemplate(error.data)),
  );
  for (const error of withoutMisspelt(errors))
    reportViolation(error, [...at, ...pointerOf(error.instancePath, data)], file, report);
  return errors.length === 0;
}

/** A failed `oneOf` or `anyOf` says what is wrong; what each of its branches would have liked is noise. */
function withoutBranches(errors: readonly ErrorObject[]): ErrorObject[] {
  const choices = errors.filter(({ keyword }) => keyword === 'oneOf' || keyword === 'anyOf');
  return errors.filter(
    (error) =>
      !choices.some((choice) => error !== choice && error.schemaPath.startsWith(`${choice.schemaPath}/`)),
  );
}

/** The keys of which exactly one must be there, where that is all that a `oneOf` says. */
function alternatives(schema: unknown): string[] {
  if (!Array.isArray(schema)) return [];
  return schema.flatMap((branch: { required?: string[] }) =>
    branch.required?.length === 1 ? branch.required : [],
  );
}

/** A key that is missing because it is misspelt is one mistake, told at the misspelt key. */
function withoutMisspelt(errors: readonly ErrorObject[]): ErrorObject[] {
  const misspelt = errors.flatMap(({ keyword, params, instancePath, parentSchema }) => {
    if (keyword !== 'additionalProperties') return [];
    const known = Object.keys((parentSchema as { properties?: object }).properties ?? {});
    return [{ instancePath, meant: nearest(String(params.additionalProperty), known) }];
  });
  return errors.filter(
    ({ keyword, params, instancePath }) =>
      keyword !== 'required' ||
      !misspelt.some((key) => key.instancePath === instancePath && key.meant === params.missingProperty),
  );
}

const holdsTemplate = (data: unknown): boolean => typeof data === 'string' && data.includes('{{');

/** A JSON pointer as steps; numbers only where an array is entered, since keys of mappings may be digits. */
function pointerOf(path: string, data: unknown): Pointer {
  if (path === '') return [];
  let node = data;
  return path
    .slice(1)
    .split('/')
    .map((raw) => {
      const step = raw.replace(/~1/g, '/').replace(/~0/g, '~');
      const key = Array.isArray(node) ? Number(step) : step;
      node = (node as Record<string, unknown> | undefined)?.[step];
      return key;
    });
}

function reportViolation(error: ErrorObject, pointer: Pointer, file: SourceFile, report: Report): void {
  const value = valuePlace(file, pointer);
  const parent = error.parentSchema as {
    properties?: object;
    type?: string | string[];
    description?: string;
  };
  switch (error.keyword) {
    case 'additionalProperties': {
      const key = String(error.params.additionalProperty);
      const known = Object.keys(parent.properties ?? {});
      report(unknownKey(keyPlace(file, [...pointer, key]), key, known, Object.keys(error.data as object)));
      return;
    }
    case 'required':
      report(missingKey(value, String(error.params.missingProperty), describeProperty(parent, error)));
      return;
    case 'dependencies':
      report(
        missingKey(value, String(error.params.missingProperty), `\`${error.params.property}\` needs it.`),
      );
      return;
    case 'type':
      report(wrongType(value, pointer, [error.params.type].flat().map(String), error.data));
      return;
    case 'enum':
      report(notAllowed(value, pointer, error.data, (error.params.allowedValues as unknown[]).map(String)));
      return;
    case 'pattern':
      report(
        wrongFormat(value, pointer, String(error.data), String(error.params.pattern), parent.description),
      );
      return;
    case 'minLength':
    case 'minItems':
    case 'minProperties':
      report(emptyValue(value, pointer));
      return;
    case 'uniqueItems':
      report(
        repeatedItem(
          valuePlace(file, [...pointer, Number(error.params.i)]),
          (error.data as unknown[])[error.params.i],
        ),
      );
      return;
    case 'oneOf': {
      const keys = alternatives(error.schema);
      if (keys.length > 1) report(oneOfKeys(value, pointer, keys));
      else report(schemaViolation(value, pointer, error.message ?? error.keyword));
      return;
    }
    default:
      report(schemaViolation(value, pointer, error.message ?? error.keyword));
  }
}

function describeProperty(parent: { properties?: object }, error: ErrorObject): string | undefined {
  const properties = parent.properties as Record<string, { description?: string }> | undefined;
  return properties?.[String(error.params.missingProperty)]?.description;
}
