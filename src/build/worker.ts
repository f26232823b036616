import { parentPort, workerData } from 'node:worker_threads';
import { Diagnostics } from '../diagnostics/diagnostic.js';
import { sendDiagnostics } from '../diagnostics/transfer.js';
import { type CompileOptions, compileOne, compileProducts } from './compile.js';
import { isFileSystemError } from './messages.js';
import { type Beginning, compileShare } from './parts.js';
import type { Answer, Order } from './workers.js';

/** Does what an order asks for in a thread of its own (`workers.ts`). */

const say = (answer: Answer, blocks: readonly ArrayBuffer[] = []): void =>
  parentPort?.postMessage(answer, [...blocks]);

/** Waits until the first thread says what it knows. Without somebody to wait for, a thread would end. */
const beginning = (): Promise<Beginning> => new Promise((resolve) => parentPort?.once('message', resolve));

async function carryOut(order: Order): Promise<void> {
  if (order.kind === 'products') await compileWhole(order.options, order.remembers);
  else {
    const share = await compileShare(order.options, order.share, beginning());
    say(
      { kind: 'share', share },
      [...share.parts.values()].flatMap((part) => part?.blocks ?? []),
    );
  }
}

async function compileWhole(options: CompileOptions, remembers: boolean): Promise<void> {
  const diagnostics = new Diagnostics();
  const starts: { product?: string; at: number }[] = [{ at: 0 }];
  const onPhase = (doing: string, what: string): void => {
    if (doing === 'reading') starts.push({ product: what, at: diagnostics.all.length });
    say({ kind: 'phase', doing, what });
  };
  const all = { ...options, onPhase };
  const { write, products } = options;
  const [product] = products;
  const { summaries, record } =
    remembers && write && product !== undefined
      ? await compileOne(all, write, product, { threads: 1, remembers }, diagnostics)
      : { summaries: await compileProducts(all, diagnostics), record: undefined };
  const reports = starts.map(({ at, ...product }, index) => ({
    ...product,
    diagnostics: sendDiagnostics(diagnostics.all.slice(at, starts[index + 1]?.at)),
  }));
  say({ kind: 'done', summaries, records: record ? [record] : [], reports });
}

try {
  await carryOut(workerData as Order);
} catch (error) {
  if (!isFileSystemError(error)) throw error;
  const { message, code, syscall, path } = error;
  say({ kind: 'failed', error: { message, code, syscall, path } as Partial<NodeJS.ErrnoException> });
}
