import type { Profile } from '../../model/benchmark.js';
import type { Chunks } from '../../text/chunks.js';

/** What may be said of a guide besides its benchmark. */
export interface GuideOptions {
  /** Id or name of the profile that the page opens with; the others stay to choose from. */
  readonly profile?: string;
  /** Profiles of a tailoring file, shown beside those of the benchmark; the first opens unless `profile` says. */
  readonly tailoring?: readonly Profile[];
  /** The name of the file that `oscap` reads, for the command line that the page shows. */
  readonly dataStream?: string;
}

/** One file of the guide, its path relative to the guide's folder, with `/`. */
export interface GuideFile {
  readonly path: string;
  readonly content: Uint8Array | Chunks;
}
