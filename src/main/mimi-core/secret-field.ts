/**
 * `base` with one more readable field that printing, JSON, spreading and structured cloning do not see:
 * a getter that cannot be enumerated. Only code that names the field gets the secret.
 */
export const withSecret = <B extends object, N extends string, S>(
  base: B,
  name: N,
  secret: S,
): Readonly<B> & { readonly [K in N]: S } => {
  const target = Object.defineProperty({ ...base }, name, { enumerable: false, get: () => secret });
  return Object.freeze(target) as Readonly<B> & { readonly [K in N]: S };
};
