import type { Element } from 'xast';
import type { Benchmark } from '../../model/benchmark.js';
import { element } from '../../xml/nodes.js';
import { xccdfNamespace } from '../namespaces.js';
import { plain } from '../plain-text.js';
import { catalogueReferences } from './catalogue.js';
import { groupElement } from './group.js';
import { metadataElement } from './metadata.js';
import { noticeElement } from './notice.js';
import { platformElements } from './platform.js';
import { platformSpecificationElement } from './platform-specification.js';
import { profileElement } from './profile.js';
import { ruleNode } from './rule.js';
import { statusElement } from './status.js';
import { htmlElement } from './text.js';
import { valueElement } from './value.js';
import { versionElement } from './version.js';

/** The whole benchmark: `Benchmark` (NIST IR 7275r4, 6.3.2), its children in the order of the schema. */
export function xccdfDocument(benchmark: Benchmark): Element {
  return element('Benchmark', attributes(benchmark), [
    statusElement(benchmark.status),
    element('title', {}, [plain(benchmark.title)]),
    htmlElement('description', benchmark.description),
    ...benchmark.notices.map(noticeElement),
    htmlElement('front-matter', benchmark.frontMatter),
    htmlElement('rear-matter', benchmark.rearMatter),
    ...catalogueReferences(benchmark),
    platformSpecificationElement(benchmark),
    ...platformElements(benchmark.platforms),
    versionElement(benchmark),
    metadataElement(benchmark.metadata),
    ...benchmark.profiles.map(profileElement),
    ...benchmark.values.map(valueElement),
    ...benchmark.rules.map((rule) => ruleNode(rule, benchmark)),
    ...benchmark.groups.map((group) => groupElement(group, benchmark)),
  ]);
}

/** A benchmark whose profiles extend no other is `resolved` (NIST IR 7275r4, 7.2.2). */
function attributes({ id, language, naming, profiles }: Benchmark): Record<string, string> {
  return {
    xmlns: xccdfNamespace,
    'xmlns:html': 'http://www.w3.org/1999/xhtml',
    'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
    id,
    style: naming.style ?? 'SCAP_1.3',
    resolved: String(profiles.every((profile) => profile.extends === undefined)),
    'xml:lang': language,
  };
}
