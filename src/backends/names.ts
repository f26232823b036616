import type { Benchmark, Naming } from '../model/benchmark.js';
import type { OvalKind } from '../model/oval.js';

/** The XML files of a benchmark, without their folder: what they call each other. */
export interface FileNames {
  readonly xccdf: string;
  readonly oval: string;
  readonly ocil: string;
  readonly cpeDictionary: string;
  readonly cpeOval: string;
  readonly dataStream: string;
}

/** `scapc-alinux3-xccdf.xml` and so on. */
export function fileNames({ name, naming: { prefix } }: Benchmark): FileNames {
  const file = (part: string): string => `${prefix}-${name}-${part}.xml`;
  return {
    xccdf: file('xccdf'),
    oval: file('oval'),
    ocil: file('ocil'),
    cpeDictionary: file('cpe-dictionary'),
    cpeOval: file('cpe-oval'),
    dataStream: file('ds'),
  };
}

const ovalParts: Readonly<Record<OvalKind, string>> = {
  definition: 'def',
  test: 'tst',
  object: 'obj',
  state: 'ste',
  variable: 'var',
};

/** `oval:<namespace>-<id>:def:1`; an id that is an OVAL id already stays as it is. */
export const ovalId = ({ ovalNamespace }: Naming, kind: OvalKind, id: string): string =>
  id.startsWith('oval:') ? id : `oval:${ovalNamespace}-${id}:${ovalParts[kind]}:1`;

/** The ids of what OCIL has for one rule. */
export interface OcilIds {
  readonly questionnaire: string;
  readonly testAction: string;
  readonly question: string;
}

export function ocilIds({ ovalNamespace }: Naming, ruleName: string): OcilIds {
  const id = (part: string, kind: string): string => `ocil:${ovalNamespace}-${ruleName}_${part}:${kind}:1`;
  return {
    questionnaire: id('ocil', 'questionnaire'),
    testAction: id('action', 'testaction'),
    question: id('question', 'question'),
  };
}

/** The OCIL variable that holds an XCCDF Value. */
export const ocilVariableId = ({ ovalNamespace }: Naming, valueName: string): string =>
  `ocil:${ovalNamespace}-${valueName}:variable:1`;
