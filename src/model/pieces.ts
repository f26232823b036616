import type { PlatformReference, RuleRole, RuleSeverity } from './benchmark.js';
import type { OvalKind } from './oval.js';
import type { RemediationLanguage, RemediationPart } from './remediation.js';

/**
 * What the back-ends write of one rule, whatever else the benchmark holds: the rule, compiled. Texts are UTF-8.
 *
 * Where a rule has pieces, its texts and the parts of its remediations are empty; all else that other items and
 * profiles must know of it stands in the `Rule` as usual.
 */
export interface RulePieces {
  /** Its `Rule` element in XCCDF. */
  readonly xccdf: Uint8Array;
  readonly ocil?: OcilPieces;
  /** Only where a guide is written. */
  readonly guide?: GuidePieces;
  /** Its sections in scripts, by language, where they are the same for every profile. */
  readonly sections: Readonly<Partial<Record<RemediationLanguage, Uint8Array>>>;
  /**
   * What its scripts hold of it, by language; nothing where no scripts are written, and empty where a section has it
   * already.
   */
  readonly bodies: Readonly<Partial<Record<RemediationLanguage, readonly RemediationPart[]>>>;
  /** Ids of the Values that its texts, checks and remediations use, in document order. */
  readonly values: readonly string[];
  /** The OVAL that its checks reach, by `ovalKey`, in the order in which they do. */
  readonly oval: readonly string[];
  /** The platforms of the groups around it and its own, as they were called when it was compiled. */
  readonly platforms: readonly PlatformReference[];
  /** What it names, for whoever puts the benchmark together. */
  readonly names: { readonly platforms: readonly string[]; readonly values: readonly string[] };
}

/** The names that OVAL items have in a benchmark. */
export interface OvalName {
  readonly kind: OvalKind;
  readonly id: string;
}

/** The name in one word. */
export const ovalKey = ({ kind, id }: OvalName): string => `${kind} ${id}`;

/** The manual check in its three parts (NIST IR 7692, 6). */
export interface OcilPieces {
  readonly questionnaire: Uint8Array;
  readonly testAction: Uint8Array;
  readonly question: Uint8Array;
  /** Ids of the Values that the question tells. */
  readonly values: readonly string[];
}

export interface GuidePieces {
  /** Its entry of the list. */
  readonly row: Uint8Array;
  /** The item in full. */
  readonly entry: Uint8Array;
  /** Its title, as others link to it. */
  readonly title: Uint8Array;
  /** Ids of the items that the entry links to, whose titles are put in once they are known. */
  readonly links: readonly string[];
  readonly own: OwnData;
}

/** What the data of the page says of a rule and of nothing else. */
export interface OwnData {
  readonly severity: RuleSeverity;
  readonly role?: RuleRole;
  readonly weight?: number;
  readonly identifiers: readonly string[];
  readonly references: readonly CataloguedReference[];
}

export interface CataloguedReference {
  /** Absent where the reference names none. */
  readonly catalogue?: { readonly key: string; readonly title: string };
  readonly text: string;
}

/** An OVAL item, compiled. */
export interface OvalPiece extends OvalName {
  readonly xml: Uint8Array;
  /** As that of the item. */
  readonly precedence?: string;
  /** Prefixes that the document must declare for it. */
  readonly prefixes: readonly string[];
  /** Only of a definition: what the guide says of it where others extend it. */
  readonly guide?: { readonly title: string; readonly logic: string; readonly extends: readonly string[] };
}
