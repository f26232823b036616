import { parentPort, workerData } from 'node:worker_threads';
import { Diagnostics } from '../diagnostics/diagnostic.js';
import { sendDiagnostics } from '../diagnostics/transfer.js';
import { compileProducts } from './compile.js';
import { isFileSystemError } from './messages.js';
import type { Answer, Order } from './workers.js';

/** Compiles the products of an order in a thread of its own (`workers.ts`). */

const say = (answer: Answer): void => parentPort?.postMessage(answer);

try {
  const diagnostics = new Diagnostics();
  const starts: { product?: string; at: number }[] = [{ at: 0 }];
  const onPhase = (doing: string, what: string): void => {
    if (doing === 'reading') starts.push({ product: what, at: diagnostics.all.length });
    say({ kind: 'phase', doing, what });
  };
  const summaries = await compileProducts({ ...(workerData as Order), onPhase }, diagnostics);
  const reports = starts.map(({ at, ...product }, index) => ({
    ...product,
    diagnostics: sendDiagnostics(diagnostics.all.slice(at, starts[index + 1]?.at)),
  }));
  say({ kind: 'done', summaries, reports });
} catch (error) {
  if (!isFileSystemError(error)) throw error;
  const { message, code, syscall, path } = error;
  say({ kind: 'failed', error: { message, code, syscall, path } as Partial<NodeJS.ErrnoException> });
}
