import { refused, type ImportResult } from '../../../hearing/exchange/exchange-result';
import { importAudiogram, MAX_FILE_CHARACTERS } from '../../../hearing/exchange/import-audiogram';

/** Text of a file as spreadsheets write it: UTF-16 where its first bytes say so, else UTF-8. */
const decode = (bytes: Uint8Array): string => {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  return new TextDecoder(isUtf16 ? 'utf-16le' : 'utf-8').decode(bytes);
};

/** Reads an audiogram from a file the person chose; null where the file itself cannot be read. */
export const readFile = async (
  file: Pick<File, 'size' | 'arrayBuffer'>,
): Promise<ImportResult | null> => {
  if (file.size > MAX_FILE_CHARACTERS) return refused('too-large');
  try {
    return importAudiogram(decode(new Uint8Array(await file.arrayBuffer())));
  } catch {
    return null;
  }
};
