/** A text as one word of a POSIX shell, whatever is in it but NUL, which no shell can hold. */
export const shellWord = (text: string): string => `'${text.replaceAll('\0', '').replaceAll("'", "'\\''")}'`;
