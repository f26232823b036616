import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { errorAt } from '../diagnostics/make.js';
import { didYouMean } from '../diagnostics/messages.js';

/** Every message about writing output, one function each. */

const reasons: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'your disk quota is used up',
  EROFS: 'the file system is read-only',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ENOTDIR: 'a part of the path is no folder',
  EEXIST: 'a file is in the way',
  EIO: 'the disk reports an error',
  ENAMETOOLONG: 'the name is too long',
};

/** Whether an error is one that the file system gave, and so not a bug of scapc. */
export const isFileSystemError = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && typeof (error as NodeJS.ErrnoException).code === 'string' && 'syscall' in error;

export const outputFailed = (path: string, error: NodeJS.ErrnoException): Diagnostic =>
  errorAt(
    'output-failed',
    `${path} cannot be written: ${reasons[error.code ?? ''] ?? error.message}`,
    undefined,
    'What was there before is unchanged. Free the place, or write elsewhere with --out.',
  );

export const unknownProduct = (name: string, known: readonly string[]): Diagnostic =>
  errorAt(
    'unknown-product',
    `there is no product \`${name}\``,
    undefined,
    didYouMean(name, known) ?? `Known products: ${known.join(', ')}.`,
  );

export const noProducts = (dir: string): Diagnostic =>
  errorAt(
    'no-products',
    `${dir} has no products`,
    undefined,
    'A product is a file `products/NAME/product.yml`.',
  );
