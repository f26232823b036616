import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { errorAt } from '../diagnostics/make.js';
import { didYouMean } from '../diagnostics/messages.js';

/** Every message about reading a run's input and writing output, one function each. */

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
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

export const outputInTheWay = (path: string): Diagnostic =>
  errorAt(
    'output-in-the-way',
    `${path} holds something that scapc did not make`,
    undefined,
    'scapc replaces such a folder as a whole. Move it away, or write elsewhere with --out.',
  );

export const unreadableInput = (path: string, error: NodeJS.ErrnoException): Diagnostic =>
  errorAt('unreadable', `${path} cannot be read: ${reasons[error.code ?? ''] ?? error.message}`);

export const unknownProfileOption = (name: string, known: readonly string[]): Diagnostic =>
  errorAt(
    'unknown-profile',
    `there is no profile \`${name}\``,
    undefined,
    didYouMean(name, known) ?? `Profiles: ${known.join(', ')}.`,
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

export const noScenarioFormat = (dir: string): Diagnostic =>
  errorAt(
    'no-scenarios',
    `${dir} has a format whose scenarios scapc does not run`,
    undefined,
    'Scenarios belong to the native format, whose content root has a file `scapc.yml`.',
  );
