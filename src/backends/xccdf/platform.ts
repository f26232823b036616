import type { Element } from 'xast';
import type { PlatformReference } from '../../model/benchmark.js';
import { element } from '../../xml/nodes.js';
import { asUri } from '../cpe-name.js';

/** Where something applies: `platform`, a CPE name or `#` and the id of a platform below. */
export const platformElements = (platforms: readonly PlatformReference[]): Element[] =>
  platforms.map((platform) =>
    element('platform', { idref: platform.kind === 'cpe' ? asUri(platform.name) : `#${platform.id}` }),
  );
