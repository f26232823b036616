import { type Place, type Span, spanPlace } from '../source/file.js';
import { locate } from '../source/locate.js';
import type { Diagnostic, Related, Report } from './diagnostic.js';

/** A diagnostic as it goes from one thread to another: its places are found, since a way to them cannot be sent. */
export interface SentDiagnostic extends Omit<Diagnostic, 'place' | 'related'> {
  readonly spans?: readonly [Span, ...Span[]];
  readonly related?: readonly { readonly message: string; readonly spans: readonly [Span, ...Span[]] }[];
}

export const sendDiagnostics = (diagnostics: readonly Diagnostic[]): SentDiagnostic[] =>
  diagnostics.map(({ place, related, ...rest }) => ({
    ...rest,
    ...(place ? { spans: found(place) } : {}),
    ...(related
      ? { related: related.map((other) => ({ message: other.message, spans: found(other.place) })) }
      : {}),
  }));

/** Reports what several threads found; what they say of files that products share, each of them says. */
export function receiveDiagnostics(sent: readonly SentDiagnostic[], report: Report): void {
  for (const { spans, related, ...rest } of sent) {
    report({
      ...rest,
      ...(spans ? { place: foundPlace(spans) } : {}),
      ...(related
        ? {
            related: related.map(
              (other): Related => ({ message: other.message, place: foundPlace(other.spans) }),
            ),
          }
        : {}),
    });
  }
}

/** Without the ways back of expanded texts, which led here. */
function found(place: Place): [Span, ...Span[]] {
  const bare = ({ file: { path, shownAs, text }, start, end }: Span): Span => ({
    file: { path, text, ...(shownAs === undefined ? {} : { shownAs }) },
    start,
    end,
  });
  const [first, ...rest] = locate(place);
  return [bare(first), ...rest.map(bare)];
}

/** A place that `locate` leads to these spans. */
function foundPlace(spans: readonly [Span, ...Span[]]): Place {
  const [first, ...frames] = spans;
  if (frames.length === 0) return { kind: 'span', ...first };
  return spanPlace({ path: first.file.path, text: '', expansion: { origin: () => spans } }, 0);
}
