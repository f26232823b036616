import type { Element, ElementContent } from 'xast';
import type { OvalKind } from '../../model/oval.js';
import { kindOfAttribute, kindOfText } from '../../model/oval-references.js';
import { textOf } from '../../xml/nodes.js';

/** Gives OVAL fragments, which name each other by short ids, the ids of a document. */
export class LinkedIds {
  constructor(private readonly idOf: (kind: OvalKind, id: string) => string) {}

  /** The element of one item, under its whole id, with whole ids in all that it refers to. */
  link(node: Element, kind: OvalKind, id: string): Element {
    const linked = this.#node(node);
    return {
      ...linked,
      attributes: { ...linked.attributes, id: this.idOf(kind, id), version: node.attributes.version ?? '1' },
    };
  }

  /** The node itself where there is nothing to change, so that most of a library is never copied. */
  #node(node: Element): Element {
    const attributes = this.#attributes(node);
    const kind = kindOfText(node);
    const children = kind ? [this.#reference(kind, node)] : this.#children(node);
    return attributes === node.attributes && children === node.children
      ? node
      : { ...node, attributes, children };
  }

  #attributes({ attributes }: Element): Element['attributes'] {
    let changed: Element['attributes'] | undefined;
    for (const name in attributes) {
      const kind = kindOfAttribute(name);
      if (!kind) continue;
      changed ??= { ...attributes };
      changed[name] = this.idOf(kind, attributes[name] ?? '');
    }
    return changed ?? attributes;
  }

  #reference(kind: OvalKind, node: Element): ElementContent {
    return { type: 'text', value: this.idOf(kind, textOf(node).trim()) };
  }

  #children({ children }: Element): ElementContent[] {
    let changed: ElementContent[] | undefined;
    for (let index = 0; index < children.length; index++) {
      const child = children[index] as ElementContent;
      if (child.type !== 'element') continue;
      const linked = this.#node(child);
      if (linked === child) continue;
      changed ??= [...children];
      changed[index] = linked;
    }
    return changed ?? children;
  }
}
