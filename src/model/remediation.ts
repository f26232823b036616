import type { Place } from '../source/file.js';

/** The languages that scapc knows a URN for; a benchmark read from XML may bring others. */
export type RemediationLanguage =
  | 'bash'
  | 'ansible'
  | 'anaconda'
  | 'puppet'
  | 'ignition'
  | 'kubernetes'
  | 'blueprint'
  | 'kickstart'
  | 'bootc'
  | 'powershell'
  | 'other';

/** How a value reference is written where it stands, so that no value can break out of its place. */
export type ValuePlace = 'verbatim' | 'shell-word' | 'yaml-scalar';

/** Literal text, or the current value of a Value. */
export type RemediationPart =
  | string
  | {
      readonly value: string;
      readonly place: ValuePlace;
      /** Where an author wrote it. */
      readonly origin?: Place;
    };

/** One way to repair a system: an XCCDF `fix` (NIST IR 7275r4, 6.4.4.5). */
export interface Remediation {
  readonly language: RemediationLanguage;
  /** The URN of the language, as in `fix/@system`. */
  readonly system: string;
  readonly id?: string;
  /** The whole script, with the guard of the rule's platforms. */
  readonly parts: readonly RemediationPart[];
  readonly reboot?: boolean;
  readonly strategy?: string;
  readonly complexity?: string;
  readonly disruption?: string;
  /** The platform id that a `fix/@platform` names. */
  readonly platform?: string;
  /** The file that it was written in, for diagnostics. */
  readonly origin?: Place;
}
