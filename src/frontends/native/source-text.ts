import type { Place, SourceFile, Span } from '../../source/file.js';
import { spanPlace } from '../../source/file.js';
import { locate } from '../../source/locate.js';
import type { Target } from './expand/escape.js';
import { type Context, type Expanded, expand, isProblem } from './expand/expand.js';
import { templateProblem } from './messages.js';
import type { Scope } from './scope.js';

/** A whole file after expansion: its text, its tokens, and places that lead to what the author typed. */
export interface ExpandedFile {
  readonly file: SourceFile;
  /** The place of a stretch of what the author typed. */
  placeOf(start: number, end: number): Place;
  readonly expanded: Expanded;
}

/**
 * Expands a file that is a template as a whole: OVAL, a script, a playbook. `use` is the place that asked for
 * it where the file is a shared template: a mistake is then shown there first, and in the template second.
 */
export function expandFile(
  scope: Scope,
  file: SourceFile,
  target: Target,
  context: Context,
  use?: Place,
): ExpandedFile | undefined {
  const result = expand(file.text, target, context);
  if (isProblem(result)) {
    const { code, message, start, end, hint } = result;
    scope.report(templateProblem(code, message, spanPlace(file, start, end), hint));
    return undefined;
  }
  const origin = (offset: number): readonly [Span, ...Span[]] => {
    const [start, end] = result.origin(offset);
    const here: Span = { file, start, end: Math.max(end, start + 1) };
    return use ? [locate(use)[0], here] : [here];
  };
  return {
    file: { path: file.path, text: result.text, expansion: { origin } },
    placeOf: (start, end) => use ?? spanPlace(file, start, end),
    expanded: result,
  };
}
