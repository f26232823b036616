import type { Value } from '../runtime/values.js';

/** Every node carries the offsets of its text in the `TemplateSource`; `end` is exclusive. */
interface Node {
  readonly start: number;
  readonly end: number;
}

export type Template = { readonly body: readonly Statement[] };

export type Statement =
  | Data
  | Print
  | For
  | If
  | MacroDefinition
  | CallBlock
  | FilterBlock
  | Assign
  | AssignBlock
  | With
  | Import
  | FromImport
  | Include
  | Do;

/** Literal text. */
export interface Data extends Node {
  readonly kind: 'data';
  readonly text: string;
}

/** `{{ … }}`, or one expression of `{% print … %}`. */
export interface Print extends Node {
  readonly kind: 'print';
  readonly value: Expression;
}

export interface For extends Node {
  readonly kind: 'for';
  readonly target: Target;
  readonly iterable: Expression;
  readonly test: Expression | undefined;
  readonly recursive: boolean;
  readonly body: readonly Statement[];
  readonly otherwise: readonly Statement[];
}

export interface If extends Node {
  readonly kind: 'if';
  readonly branches: readonly Branch[];
  readonly otherwise: readonly Statement[];
}

export interface Branch {
  readonly test: Expression;
  readonly body: readonly Statement[];
}

/** What a macro and the body of a `call` block have in common. */
export interface Signature extends Node {
  readonly parameters: readonly Name[];
  /** Defaults of the last parameters. */
  readonly defaults: readonly Expression[];
  readonly body: readonly Statement[];
}

export interface MacroDefinition extends Signature {
  readonly kind: 'macro';
  readonly name: string;
}

export interface CallBlock extends Signature {
  readonly kind: 'call-block';
  readonly call: Call;
}

export interface FilterBlock extends Node {
  readonly kind: 'filter-block';
  readonly filter: Filter;
  readonly body: readonly Statement[];
}

export interface Assign extends Node {
  readonly kind: 'assign';
  readonly target: Target;
  readonly value: Expression;
}

export interface AssignBlock extends Node {
  readonly kind: 'assign-block';
  readonly target: Target;
  readonly filter: Filter | undefined;
  readonly body: readonly Statement[];
}

export interface With extends Node {
  readonly kind: 'with';
  readonly targets: readonly Target[];
  readonly values: readonly Expression[];
  readonly body: readonly Statement[];
}

export interface Import extends Node {
  readonly kind: 'import';
  readonly template: Expression;
  readonly target: string;
  readonly withContext: boolean;
}

export interface FromImport extends Node {
  readonly kind: 'from-import';
  readonly template: Expression;
  readonly names: readonly (readonly [name: string, alias: string])[];
  readonly withContext: boolean;
}

export interface Include extends Node {
  readonly kind: 'include';
  readonly template: Expression;
  readonly ignoreMissing: boolean;
  readonly withContext: boolean;
}

export interface Do extends Node {
  readonly kind: 'do';
  readonly value: Expression;
}

/** What can stand left of `=` or between `for` and `in`. */
export type Target = Name | NamespaceAttribute | TargetTuple;

export interface NamespaceAttribute extends Node {
  readonly kind: 'namespace-attribute';
  readonly name: string;
  readonly attribute: string;
}

export interface TargetTuple extends Node {
  readonly kind: 'target-tuple';
  readonly items: readonly Target[];
}

export type Expression =
  | Name
  | Constant
  | Items
  | Dict
  | Conditional
  | Logical
  | Not
  | Sign
  | Binary
  | Concat
  | Compare
  | Attribute
  | Subscript
  | SliceOf
  | Call
  | Filter
  | Test;

export interface Name extends Node {
  readonly kind: 'name';
  readonly name: string;
}

export interface Constant extends Node {
  readonly kind: 'constant';
  readonly value: Value;
}

export interface Items extends Node {
  readonly kind: 'list' | 'tuple';
  readonly items: readonly Expression[];
}

export interface Dict extends Node {
  readonly kind: 'dict';
  readonly keys: readonly Expression[];
  readonly values: readonly Expression[];
}

export interface Conditional extends Node {
  readonly kind: 'conditional';
  readonly test: Expression;
  readonly then: Expression;
  readonly otherwise: Expression | undefined;
}

export interface Logical extends Node {
  readonly kind: 'and' | 'or';
  readonly left: Expression;
  readonly right: Expression;
}

export interface Not extends Node {
  readonly kind: 'not';
  readonly operand: Expression;
}

export interface Sign extends Node {
  readonly kind: 'sign';
  readonly operator: '+' | '-';
  readonly operand: Expression;
}

export type BinaryOperator = '+' | '-' | '*' | '/' | '//' | '%' | '**';

export interface Binary extends Node {
  readonly kind: 'binary';
  readonly operator: BinaryOperator;
  readonly left: Expression;
  readonly right: Expression;
}

export interface Concat extends Node {
  readonly kind: 'concat';
  readonly operands: readonly Expression[];
}

export type CompareOperator = '==' | '!=' | '<' | '<=' | '>' | '>=' | 'in' | 'not in';

export interface Compare extends Node {
  readonly kind: 'compare';
  readonly first: Expression;
  readonly rest: readonly { readonly operator: CompareOperator; readonly operand: Expression }[];
}

export interface Attribute extends Node {
  readonly kind: 'attribute';
  readonly object: Expression;
  readonly name: string;
}

export interface Subscript extends Node {
  readonly kind: 'subscript';
  readonly object: Expression;
  readonly key: Expression;
}

export interface SliceOf extends Node {
  readonly kind: 'slice';
  readonly object: Expression;
  readonly from: Expression | undefined;
  readonly to: Expression | undefined;
  readonly step: Expression | undefined;
}

export interface Arguments {
  readonly positional: readonly Expression[];
  readonly names: readonly string[];
  readonly values: readonly Expression[];
  /** `*expression`. */
  readonly star: Expression | undefined;
  /** `**expression`. */
  readonly starStar: Expression | undefined;
}

export interface Call extends Node {
  readonly kind: 'call';
  readonly callee: Expression;
  readonly args: Arguments;
}

export interface Filter extends Node {
  readonly kind: 'filter';
  /** Absent for the innermost filter of a filter block. */
  readonly input: Expression | undefined;
  readonly name: string;
  readonly args: Arguments;
}

export interface Test extends Node {
  readonly kind: 'test';
  readonly input: Expression;
  readonly name: string;
  readonly args: Arguments;
}
