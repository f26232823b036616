/**
 * Jinja2, as ComplianceAsCode uses it: own lexer, parser and compiler, Python's values and rules, a sandbox,
 * errors with their places, and source maps.
 */

/** Data for templates: what each of Python's types is here, and how plain data becomes that. */
export { type Plain, toValue } from './data.js';
/** How templates mark what is not text. */
export { complianceAsCodeSyntax, jinjaSyntax, type SyntaxOptions } from './delimiters.js';
/** The environment: create it, load macros into it, render with it. */
export { createEnvironment, Environment, type EnvironmentOptions, type Names } from './environment.js';
/** What a template does wrong. */
export { JinjaError, type JinjaErrorKind } from './errors.js';
/** What a render gives. */
export type { Expansion } from './expansion.js';
/** What ComplianceAsCode adds. */
export { complianceAsCodeFilters } from './project/filters.js';
export { complianceAsCodeGlobals, type ProductNames } from './project/globals.js';
/** Functions for templates. */
export { type Native, native, type Parameter, type Variadic, variadic } from './runtime/native.js';
export { repr, str } from './runtime/print.js';
export { Callable, type Dict, PyFloat, PyObject, PyTuple, Undefined, type Value } from './runtime/values.js';
