/** How to authenticate; the SDK's names. No route leads to a named user: there is no such route. */
export type MimiAuthRoute =
  | {
      readonly type: 'Anonymously';
      /** Makes a new user even though one is kept on this computer. */
      readonly newProfile: boolean;
      /** Kept durably with the creation and submitted after it. */
      readonly yearOfBirth: number | null;
    }
  | { readonly type: 'LoginAnonymously'; readonly anonymousId: string };

export type AnonymouslyRoute = Extract<MimiAuthRoute, { type: 'Anonymously' }>;

export const MimiAuthRoute = {
  /** Get or create: the current user, else the kept one logged in, else a new one. */
  Anonymously: (
    options: { readonly newProfile?: boolean; readonly yearOfBirth?: number } = {},
  ): MimiAuthRoute => ({
    type: 'Anonymously',
    newProfile: options.newProfile ?? false,
    yearOfBirth: options.yearOfBirth ?? null,
  }),
  /** Logs an existing anonymous user in; never creates one. */
  LoginAnonymously: (anonymousId: string): MimiAuthRoute => ({
    type: 'LoginAnonymously',
    anonymousId,
  }),
};
