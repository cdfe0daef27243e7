import { MAX_LINE_BYTES } from './format';

/** A line of text with its number from 1; null when it is longer than a line may be or not UTF-8. */
export interface NumberedLine {
  readonly line: number;
  readonly text: string | null;
}

const NEWLINE = 10;

/** Splits bytes into lines and holds at most one in memory. Empty lines count, but are left out. */
export async function* readLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<NumberedLine> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  let parts: Uint8Array[] = [];
  let bytes = 0;

  const take = (): NumberedLine | null => {
    const whole = bytes > MAX_LINE_BYTES ? null : Buffer.concat(parts);
    const isEmpty = bytes === 0;
    [parts, bytes] = [[], 0];
    if (isEmpty) return null;
    try {
      return { line, text: whole === null ? null : decoder.decode(whole) };
    } catch {
      return { line, text: null };
    }
  };

  for await (const chunk of chunks) {
    let from = 0;
    for (let at = chunk.indexOf(NEWLINE); ; at = chunk.indexOf(NEWLINE, from)) {
      const part = chunk.subarray(from, at < 0 ? chunk.length : at);
      bytes += part.length;
      if (bytes <= MAX_LINE_BYTES) parts.push(part);
      else parts = [];
      if (at < 0) break;
      const taken = take();
      if (taken !== null) yield taken;
      line += 1;
      from = at + 1;
    }
  }
  const rest = take();
  if (rest !== null) yield rest;
}
