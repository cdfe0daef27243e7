import { malformedReply } from './failure-of-reply';

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};

/**
 * Reads a reply to its end: its JSON, or undefined where it is none. Errors: service/bad-response once it has more
 * than `maxBytes`, unpacked; the rest is not read, so that no service can fill the memory.
 */
export const readJson = async (response: Response, maxBytes: number): Promise<unknown> => {
  const body: ReadableStream<Uint8Array> | null = response.body;
  const reader = body?.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for (let read = await reader?.read(); read?.value; read = await reader?.read()) {
    bytes += read.value.byteLength;
    if (bytes > maxBytes) {
      reader?.cancel().catch(() => undefined);
      throw malformedReply(response.status);
    }
    text += decoder.decode(read.value, { stream: true });
  }
  return parse(text + decoder.decode());
};
