import type { Diagnostics } from '../diagnostics/diagnostic.js';
import { isFileSystemError, outputFailed, outputInTheWay } from './messages.js';
import { InTheWay, OutputFolder } from './output.js';

/**
 * Lets `fill` write into a folder, all or nothing: nothing as well where `fill` or somebody before it reported an
 * error. What the file system has against it is reported.
 */
export async function writeOutput(
  dir: string,
  diagnostics: Diagnostics,
  fill: (output: OutputFolder) => void | Promise<void>,
): Promise<void> {
  const { report } = diagnostics;
  const output = new OutputFolder(dir);
  try {
    await fill(output);
    if (diagnostics.hasErrors) output.discard();
    else output.commit();
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
