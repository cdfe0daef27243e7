import { expect, it } from 'vitest';
import { clientAddress } from './client-address';

it.each([
  ['nobody is trusted', '10.0.0.9', '1.2.3.4', [], '10.0.0.9'],
  ['a trusted proxy tells', '10.0.0.9', '1.2.3.4', ['10.0.0.9'], '1.2.3.4'],
  ['the first part is forged', '10.0.0.9', '6.6.6.6, 1.2.3.4', ['10.0.0.9'], '1.2.3.4'],
  ['two proxies', '10.0.0.9', '1.2.3.4, 10.0.0.8', ['10.0.0.9', '10.0.0.8'], '1.2.3.4'],
  ['IPv4 in IPv6', '::ffff:10.0.0.9', '1.2.3.4', ['10.0.0.9'], '1.2.3.4'],
  ['it tells nothing', '10.0.0.9', null, ['10.0.0.9'], '10.0.0.9'],
  ['it tells an empty text', '10.0.0.9', '', ['10.0.0.9'], '10.0.0.9'],
])('%s', (_name, socket, forwarded, trusted, expected) => {
  expect(clientAddress(socket, forwarded, trusted)).toBe(expected);
});
