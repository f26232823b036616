import type { CompiledRule } from '../model/content.js';
import { type OvalName, type OvalPiece, ovalKey } from '../model/pieces.js';
import { owned } from '../text/chunks.js';

/** How the stretches of a rule and of OVAL in the files of a benchmark are called (`owned`). */

export type ScriptLanguage = 'bash' | 'ansible';

export const sectionOwner = (rule: string, language: ScriptLanguage): string => `${rule} ${language}`;

/** The data of the page of a guide. */
export const guideDataOwner = 'guide data';

export const ovalOwner = (name: OvalName): string => ownerByKey(ovalKey(name));

/** The same by the key of the name. */
export const ownerByKey = (key: string): string => `oval ${key}`;

/** The stretches of a rule, but for its scripts, by what they are called. */
export function rulePieces({ name, pieces }: CompiledRule): ReadonlyMap<string, Uint8Array> {
  const { xccdf, ocil, guide } = pieces;
  return new Map([
    [`${name} xccdf`, xccdf],
    ...(guide
      ? ([
          [`${name} row`, guide.row],
          [`${name} entry`, guide.entry],
          [`${name} title`, guide.title],
        ] as const)
      : []),
    ...(ocil
      ? ([
          [`${name} questionnaire`, ocil.questionnaire],
          [`${name} action`, ocil.testAction],
          [`${name} question`, ocil.question],
        ] as const)
      : []),
  ]);
}

/** Lets whoever writes the files of a benchmark tell where its rules and their OVAL stand in them. */
export function nameOwners(rules: Iterable<CompiledRule>, oval: Iterable<OvalPiece>): void {
  for (const rule of rules) {
    for (const [owner, bytes] of rulePieces(rule)) owned(bytes, owner);
    const { bash, ansible } = rule.pieces.sections;
    if (bash) owned(bash, sectionOwner(rule.name, 'bash'));
    if (ansible) owned(ansible, sectionOwner(rule.name, 'ansible'));
  }
  for (const piece of oval) owned(piece.xml, ovalOwner(piece));
}
