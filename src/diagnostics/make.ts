import type { Place } from '../source/file.js';
import type { Diagnostic, Related } from './diagnostic.js';

/** Makes an error of the content; the catalogues of messages are built of these. */
export const errorAt = (
  code: string,
  message: string,
  place?: Place,
  hint?: string,
  related?: readonly Related[],
): Diagnostic => diagnostic('error', code, message, place, hint, related);

/** Makes a warning: the build goes on. */
export const warningAt = (
  code: string,
  message: string,
  place?: Place,
  hint?: string,
  related?: readonly Related[],
): Diagnostic => diagnostic('warning', code, message, place, hint, related);

function diagnostic(
  severity: Diagnostic['severity'],
  code: string,
  message: string,
  place: Place | undefined,
  hint: string | undefined,
  related: readonly Related[] | undefined,
): Diagnostic {
  return {
    code,
    severity,
    message,
    ...(place === undefined ? {} : { place }),
    ...(hint === undefined || hint === '' ? {} : { hint }),
    ...(related === undefined || related.length === 0 ? {} : { related }),
  };
}
