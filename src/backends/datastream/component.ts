import type { Chunks } from '../../text/chunks.js';
import { element } from '../../xml/nodes.js';
import { escapeAttribute, writeXml, xmlDeclaration } from '../../xml/write.js';

/** A document inside the collection: `component` (NIST SP 800-126r3, 3.1.2.4). */
export function componentText(id: string, timestamp: string, document: Chunks | undefined): Chunks {
  if (document === undefined) return [];
  const [first = '', ...rest] = document;
  const start =
    typeof first === 'string' && first.startsWith(xmlDeclaration)
      ? first.slice(xmlDeclaration.length)
      : first;
  return [
    `<ds:component id="${escapeAttribute(id)}" timestamp="${escapeAttribute(timestamp)}">\n`,
    start,
    ...rest,
    '</ds:component>\n',
  ];
}

/** A script for the Script Check Engine: `extended-component`; nothing for what is remote. */
export function extendedComponentText(id: string, timestamp: string, script: string | undefined): string {
  if (script === undefined) return '';
  const content = element('sce:script', { 'xmlns:sce': 'http://open-scap.org/page/SCE_xccdf_stream' }, [
    script,
  ]);
  return `${writeXml(element('ds:extended-component', { id, timestamp }, [content]))}\n`;
}
