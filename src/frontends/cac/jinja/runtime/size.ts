import { JinjaError } from '../errors.js';
import { limits } from '../limits.js';

/** `text` repeated, within the limit. */
export function repeat(text: string, times: number): string {
  if (times <= 0) return '';
  checkLength(text.length * times);
  return text.repeat(times);
}

export function checkLength(length: number): void {
  if (length > limits.string) {
    throw new JinjaError('LimitError', `a string would be longer than ${limits.string} characters`);
  }
}
