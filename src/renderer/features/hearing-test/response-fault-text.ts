import type { ResponseFault } from '../../../hearing/frequency-response';
import type { Messages } from '../../../messages/catalogue';

/** What is wrong with a response file, with its line where it has one. */
export const responseFaultText = (messages: Messages, { line, reason }: ResponseFault): string => {
  const what = messages(`preflight.fileFaults.${reason}`);
  return line === null ? what : messages('bring.atLine', { line: String(line), what });
};
