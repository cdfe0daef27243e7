/**
 * Words of the account at a partner. They are the only ones that speak of an account: it is always the partner's, by
 * its name, and never one of Mimi, where there is none.
 */
export const partnerWords = {
  partner: {
    section: '{name} account',
    title: 'Your {name} account',
    what: 'Your {name} account can keep the key to a profile, so that it comes back on a new computer and in other {name} products.',
    notMimi:
      'This is your account at {name}, not one at Mimi: your hearing profile itself stays without name and e-mail.',
    signIn: 'Sign in to {name}',
    signInHint:
      'Opens your browser. You sign in on the pages of {name}; this app never sees your password there.',
    signInAgain: 'Sign in to {name} again',
    other: 'Use another {name} account',
    as: 'Signed in to {name} as {account}',
    asUnnamed: 'Signed in to {name}',
    signedOut: 'Not signed in to {name}',
    manage: '{name} account',
    // Where the two profiles stand, one sentence each.
    status: {
      'signed-out':
        'Your profile is kept on this computer. Sign in to {name} to see what your account keeps, or to keep it there too.',
      expired:
        '{name} has ended your sign-in. Your profile stays here. Sign in to {name} again to keep it with your account.',
      checking: 'Asking {name} what is kept with your account.',
      ready:
        'Nothing is kept with your {name} account yet. A profile you make now is stored with it by itself.',
      opening: 'Opening the profile that is kept with your {name} account.',
      available: 'Your {name} account keeps a profile. It is not open on this computer.',
      waiting:
        'This profile waits to be stored with your {name} account. The app does that by itself as soon as it can.',
      linked: 'This profile is stored with your {name} account.',
      unlinked: 'This profile is not stored with your {name} account.',
      conflict: 'Your {name} account keeps another profile than the one that is open here.',
    },
    signedOutNoProfile:
      'If your {name} account keeps a profile, it opens here once you have signed in.',
    belongsToOther: 'This profile is stored with another {name} account.',
    store: 'Store it with my {name} account',
    open: 'Open that profile',
    unlink: 'Take this profile off my {name} account',
    unlinkTitle: 'Take this profile off your {name} account?',
    unlinkBody:
      'The profile stays on this computer. It does not come back by itself on other computers or products any more.',
    signOut: 'Sign out of {name}',
    signOutTitle: 'Sign out of {name} on this computer?',
    signOutBody:
      'What is stored with your {name} account stays there. What shall become of the profile on this computer?',
    signOutPlain:
      'What is stored with your {name} account stays there, and a profile on this computer stays here.',
    profileHere: 'Profile on this computer',
    keepProfile: 'Keep it',
    removeProfile: 'Remove it',
    compare: 'Look at both',
    waitingTitle: 'Go on in your browser',
    waitingLead:
      'Your browser shows the pages of {name}. Sign in there; this window then goes on by itself.',
    finishing: 'Back from the browser. Asking {name} about your account.',
    openAgain: 'Open the browser again',
    copyAddress: 'Copy the address',
    addressCopied: 'Copied. Paste it into a browser on this computer.',
    noBrowserLead:
      'No browser opened by itself. Copy the address, paste it into a browser on this computer, and sign in to {name} there; this window then goes on by itself.',
    copyHint: 'Is there no page? Copy the address and paste it into a browser on this computer.',
    waitingHint: 'Nothing changes if you cancel. The app waits ten minutes.',
    conflictTitle: 'Two profiles',
    conflictLead:
      'Your {name} account keeps one profile, and another is open here. Choose which one it is to keep. Nothing is mixed, and the other one stays on this computer, closed.',
    here: 'On this computer',
    inAccount: 'At {name}',
    madeAt: 'Made',
    basis: 'Based on',
    basisTest: 'hearing test',
    basisImport: 'audiogram',
    basisAge: 'estimate from age',
    basisNone: 'nothing yet',
    tests: 'Newest test',
    testNone: 'none',
    testCount: '{date}, {count, plural, one {the only one} other {one of #}}',
    usedAt: 'Last used',
    usedNow: 'now, here',
    usedUnknown: 'not known',
    gone: 'The profile with your {name} account does not exist any more. Only the one here can be kept.',
    keepHere: 'Keep the one open here',
    keepAccount: 'Open the other one',
    later: 'Decide later',
    way: 'Or bring it back with your {name} account.',
    kept: 'The partner’s account and this computer have the same profile now.',
    pageTitle: 'You can close this page',
    pageText: 'Go back to the app. It says how it went.',
    pageRefusedTitle: 'This page is not valid',
    pageRefusedText: 'Nothing was changed. Go back to the app and start again there.',
  },
} as const;
