import { Worker } from 'node:worker_threads';
import type { Diagnostics } from '../diagnostics/diagnostic.js';
import { receiveDiagnostics, type SentDiagnostic } from '../diagnostics/transfer.js';
import { installed } from '../source/installation.js';
import type { CompileOptions } from './compile.js';
import type { Beginning, CompiledShare, Share } from './parts.js';
import type { ReadOptions } from './read.js';
import type { BuildRecord } from './record.js';
import type { ProductSummary } from './summary.js';

/** What a worker is given: whole products, or a share of one. */
export type Order =
  | {
      readonly kind: 'products';
      readonly options: Omit<CompileOptions, 'onPhase'>;
      /** Whether it is one product, and to be remembered. */
      readonly remembers: boolean;
    }
  | { readonly kind: 'share'; readonly options: Omit<ReadOptions, 'onPhase'>; readonly share: Share };

/** What a worker says: what it does, then what came of it. */
export type Answer =
  | { readonly kind: 'phase'; readonly doing: string; readonly what: string }
  | {
      readonly kind: 'done';
      readonly summaries: readonly ProductSummary[];
      readonly records: readonly BuildRecord[];
      readonly reports: readonly ProductReport[];
    }
  | { readonly kind: 'share'; readonly share: CompiledShare }
  /** The file system refused; the fields of an error of Node, which lose themselves on the way. */
  | { readonly kind: 'failed'; readonly error: Partial<NodeJS.ErrnoException> };

/** What was reported while a product was read and written; `product` is absent before the first. */
export interface ProductReport {
  readonly product?: string;
  readonly diagnostics: readonly SentDiagnostic[];
}

/**
 * Compiles products in so many threads; what they report comes in the order of the products.
 *
 * @param remembers whether the products, one for each thread, are to be remembered
 */
export async function compileInWorkers(
  options: CompileOptions,
  count: number,
  remembers: boolean,
  diagnostics: Diagnostics,
): Promise<{ readonly summaries: readonly ProductSummary[]; readonly records: readonly BuildRecord[] }> {
  const { onPhase, products, ...rest } = options;
  const shares = Array.from({ length: count }, (_, first) =>
    products.filter((_, index) => index % count === first),
  );
  // All of them are waited for, also after one failed: whoever cleans up must be the last to touch the folder.
  const settled = await Promise.allSettled(
    shares.map((share) =>
      answerOf(
        start({ kind: 'products', options: { ...rest, products: share }, remembers }),
        'done',
        onPhase,
      ),
    ),
  );
  const answers = settled.map((each) => {
    if (each.status === 'rejected') throw each.reason;
    return each.value;
  });
  const rank = (product: string | undefined): number =>
    product === undefined ? -1 : products.indexOf(product);
  const reports = answers.flatMap((answer) => answer.reports);
  reports.sort((a, b) => rank(a.product) - rank(b.product));
  receiveDiagnostics(
    reports.flatMap((report) => report.diagnostics),
    diagnostics.report,
  );
  return {
    summaries: answers.flatMap(({ summaries }) => summaries),
    records: answers.flatMap(({ records }) => records),
  };
}

/** A thread that compiles a share of a product. */
export class ShareWorker {
  readonly answer: Promise<CompiledShare>;
  readonly #worker: Worker;
  #hasBegun = false;

  constructor({ onPhase: _, ...options }: ReadOptions, share: Share) {
    this.#worker = start({ kind: 'share', options, share });
    this.answer = answerOf(this.#worker, 'share').then((answer) => answer.share);
    // Whoever waits for it may not yet do so when it fails.
    this.answer.catch(() => undefined);
  }

  /** Lets it go on once it is ready. */
  begin(beginning: Beginning): void {
    if (this.#hasBegun) return;
    this.#hasBegun = true;
    this.#worker.postMessage(beginning);
  }
}

const start = (order: Order): Worker => new Worker(installed('lib/build/worker.js'), { workerData: order });

function answerOf<Kind extends 'done' | 'share'>(
  worker: Worker,
  kind: Kind,
  onPhase?: CompileOptions['onPhase'],
): Promise<Extract<Answer, { kind: Kind }>> {
  return new Promise((resolve, reject) => {
    worker.on('message', (answer: Answer) => {
      if (answer.kind === 'phase') onPhase?.(answer.doing, answer.what);
      else if (answer.kind === 'failed') reject(Object.assign(new Error(answer.error.message), answer.error));
      else if (answer.kind === kind) resolve(answer as Extract<Answer, { kind: Kind }>);
    });
    worker.on('error', reject);
    worker.on('exit', () => reject(new Error('a worker ended without an answer')));
  });
}
