/**
 * A control file without its controls, which are most of it: enough to know whether it is needed at all.
 * A control file's other keys may stand before and after `controls`.
 */
export function controlHeader(text: string): string {
  const start = /^controls:/m.exec(text);
  if (!start) return text;
  const rest = text.slice(start.index + start[0].length);
  const next = /^[A-Za-z_"'{]/m.exec(rest.slice(rest.indexOf('\n') + 1));
  return text.slice(0, start.index) + (next ? rest.slice(rest.indexOf('\n') + 1 + next.index) : '');
}
