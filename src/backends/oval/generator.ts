import type { Element } from 'xast';
import { element } from '../../xml/nodes.js';
import { type Generation, productName } from '../generation.js';

/** Who wrote the document, by which version of the language: `generator`. */
export const generatorElement = ({ timestamp, version }: Generation): Element =>
  element('generator', {}, [
    element('oval:product_name', {}, [productName]),
    version === undefined ? undefined : element('oval:product_version', {}, [version]),
    element('oval:schema_version', {}, ['5.11.1']),
    element('oval:timestamp', {}, [timestamp]),
  ]);
