import type { Place } from '../source/file.js';

/**
 * Where an item applies: a boolean expression over named CPE facts.
 *
 * It becomes CPE applicability language in XCCDF (NIST IR 7698) and a guard in Bash and Ansible.
 */
export type PlatformExpression =
  | { readonly kind: 'fact'; readonly fact: string }
  | { readonly kind: 'and' | 'or'; readonly operands: readonly PlatformExpression[] }
  | { readonly kind: 'not'; readonly operand: PlatformExpression };

/** A platform that items refer to by `id`, which is an XML name. */
export interface Platform {
  readonly id: string;
  /** As the author wrote it: `package[postfix] and not container`. */
  readonly source: string;
  readonly expression: PlatformExpression;
}

/** A fact about a system: a CPE name, the check that decides it, and how scripts ask for it. */
export interface Fact {
  /** What expressions call it; also the key of `Benchmark.facts`. */
  readonly id: string;
  /** A CPE 2.2 URI or a CPE 2.3 formatted string (NIST IR 7695, 6.1 and 6.2). */
  readonly cpe: string;
  readonly title: string;
  /** Name of the OVAL inventory definition that decides it; absent where nothing can. */
  readonly definition?: string;
  /** A shell condition, without `if`. */
  readonly bash?: string;
  /** An Ansible `when` expression. */
  readonly ansible?: string;
  /** Where its author named the check. */
  readonly origin?: Place;
}
