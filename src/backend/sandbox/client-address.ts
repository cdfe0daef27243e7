/**
 * Who a request is from, for the limits: the socket's address, unless that is a trusted proxy. Then it is the last
 * address in `X-Forwarded-For` that is not one too; what stands before it could be forged.
 */
export const clientAddress = (
  socketAddress: string,
  forwardedFor: string | null,
  trustedProxies: readonly string[],
): string => {
  const plain = (address: string): string => address.trim().replace(/^::ffff:/i, '');
  const chain = [...(forwardedFor ?? '').split(',').filter(Boolean), socketAddress].map(plain);
  return (
    chain.findLast((address) => !trustedProxies.includes(address)) ?? chain[0] ?? socketAddress
  );
};
