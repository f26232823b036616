import { childPlace, type Place, valuePlace } from '../../../source/file.js';
import type { Environment } from '../environment.js';
import { fromProductDir } from '../product/product.js';
import { profileSchema } from '../schema/profile.js';
import { type ItemFile, readItem } from '../tree/read-item.js';
import { reportBadRefinement } from './refinement.js';
import { parseSelection, SelectionSet } from './selection.js';

/** A `.profile` file: what it selects itself, and which controls it asks for. */
export interface ProfileFile extends ItemFile {
  readonly id: string;
  readonly own: SelectionSet;
  /** Controls that it asks for, by policy in the order of first mention. */
  readonly controls: ReadonlyMap<string, readonly { readonly control: string; readonly place: Place }[]>;
  /** Hidden profiles only keep their rules in the benchmark. */
  readonly hidden: boolean;
}

/** Scanners that read no data stream; their profiles are not part of one. */
const otherScanners = ['CEL'];

/** Every complete profile of the product, by name. */
export function readProfiles(env: Environment): Map<string, ProfileFile> {
  const folder = fromProductDir(env.product, String(env.product.properties.profiles_root ?? './profiles'));
  const out = new Map<string, ProfileFile>();
  if (!env.root.isDirectory(folder)) return out;
  for (const { name, path, kind } of env.root.list(folder)) {
    if (kind !== 'file' || !name.endsWith('.profile')) continue;
    const id = name.slice(0, -'.profile'.length);
    const item = readItem(env, path, profileSchema, { id });
    if (item === 'broken') env.broken.add(id);
    if (typeof item === 'object') out.set(id, profileFile(id, item, env));
  }
  return out;
}

/** Whether a profile is for a scanner that reads data streams. */
export const isForDataStream = ({ data }: ProfileFile): boolean =>
  !otherScanners.includes(String(data.scanner_type));

function profileFile(id: string, item: ItemFile, { report }: Environment): ProfileFile {
  const own = new SelectionSet();
  const controls = new Map<string, { control: string; place: Place }[]>();
  const place = valuePlace(item.file, ['selections']);
  const lines = Array.isArray(item.data.selections) ? item.data.selections : [];
  lines.forEach((raw, index) => {
    const line = String(raw);
    const at = childPlace(place, index);
    const selection = parseSelection(line);
    if (selection?.kind === 'policy') {
      const asked = controls.get(selection.policy);
      const control = { control: selection.control, place: at };
      if (asked) asked.push(control);
      else controls.set(selection.policy, [control]);
    } else if (!reportBadRefinement(line, selection, at, report) && selection) own.add(selection, at);
  });
  const hidden = item.data.hidden !== undefined && item.data.hidden !== null && item.data.hidden !== '';
  return { id, ...item, own, controls, hidden };
}
