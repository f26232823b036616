/** Puts parameters in for `{name}`; `{{` and `}}` are braces. Calls `unknown` for a name that has none. */
export const formatted = (
  text: string,
  parameters: Readonly<Record<string, unknown>>,
  unknown: (name: string) => void,
): string =>
  text.replace(/\{\{|\}\}|\{([^{}]*)\}/g, (found, name: string | undefined) => {
    if (name === undefined) return found === '{{' ? '{' : '}';
    if (!(name in parameters)) unknown(name);
    return String(parameters[name] ?? '');
  });
