import type { Report } from '../diagnostics/diagnostic.js';
import { isFileSystemError, outputFailed, outputInTheWay } from './messages.js';
import { InTheWay, OutputFolder } from './output.js';

/** Lets `fill` write into a folder, all or nothing, and reports what the file system has against it. */
export function writeOutput(dir: string, report: Report, fill: (output: OutputFolder) => void): void {
  const output = new OutputFolder(dir);
  try {
    fill(output);
    output.commit();
  } catch (error) {
    discardQuietly(output);
    if (error instanceof InTheWay) report(outputInTheWay(error.place));
    else if (isFileSystemError(error)) report(outputFailed(error.path ?? dir, error));
    else throw error;
  }
}

/** A disk that cannot be written may not let go either; the first error is the one to tell. */
function discardQuietly(output: OutputFolder): void {
  try {
    output.discard();
  } catch (error) {
    if (!isFileSystemError(error)) throw error;
  }
}
