/** Words of the way from the first start to a profile. */
export const onboardingWords = {
  welcome: {
    title: 'Hear it your way',
    lead: 'Make a hearing profile for your headphones. No name, no email: one key, kept on this computer, opens it.',
    titleKept: 'Welcome back',
    leadKept: 'A profile is kept on this computer.',
    make: 'Make your profile',
    makeNew: 'Make a new profile',
    open: 'Open your profile',
    have: 'I already have a profile',
  },
  reasons: {
    'by-person': 'You closed your profile. It is still there, and so is its key.',
    'user-unknown':
      'The service no longer knows your profile. Its key is still kept here. Try to open it again, or make a new one.',
    'user-deleted':
      'Your profile was deleted, here or on another device. It cannot be brought back. You can make a new one.',
    'user-disabled':
      'The service has closed your profile for now. Its key is still kept here. Ask whoever runs the service, then open it again.',
  },
  kept: {
    title: 'What is kept, and where',
    keyTitle: 'A key, made for you',
    keyKeyring:
      'It is 36 characters long and opens your profile. Your system’s keyring protects it on this computer.',
    keyFile:
      'It is 36 characters long and opens your profile. It is encrypted on this computer, with its own key in a file beside it.',
    keyMemory:
      'It is 36 characters long and opens your profile. This computer cannot protect it yet, so you will be offered a copy.',
    profileTitle: 'Your profile',
    profileEmbedded:
      'Your year of birth, and what follows from it. Your profile is kept on this computer.',
    profileRemote: 'Your year of birth, and what follows from it. Your profile is kept at {host}.',
    nothingTitle: 'Nothing else',
    nothingEmbedded: 'No name, no email, no statistics. Nothing leaves this computer.',
    nothingRemote: 'No name, no email, no statistics. Nothing goes anywhere but {host}.',
    remember:
      'Whoever has the key can open the profile, so keep it to yourself. If it is lost, the profile cannot be opened again.',
  },
  year: {
    title: 'When were you born?',
    lead: 'The year is enough. Hearing changes with age, so it gives your profile a first shape.',
    label: 'Year of birth',
    hint: 'Four digits, for example 1984',
    outOfRange: 'Please give a year between {min} and {max}.',
    create: 'Make your profile',
    submit: 'Save year of birth',
    resumed:
      'Your profile was begun and not finished. Confirm the year to go on with the same one.',
  },
  tooYoung: {
    title: 'A little early',
    body: 'Mimi Companion is made for people of 18 and over. Nothing was created and nothing was stored.',
    bodyActive: 'Mimi Companion is made for people of 18 and over. The year was not stored.',
    advice: 'If listening is ever tiring or unpleasant, talk to someone you trust about it.',
    back: 'Change the year',
  },
  paste: {
    title: 'Open a profile you already have',
    lead: 'Copy your profile key where you kept it: 36 characters, small letters, digits and hyphens. Then paste it here.',
    private:
      'The key goes straight from the clipboard to safe keeping and is never shown on this page.',
    button: 'Paste profile key',
    orKit: 'Or bring it back from the recovery kit you saved.',
    orPicture: 'Or choose a photo or a screenshot of the code on your recovery page.',
    picture: 'Choose a picture',
    drop: 'You can also drop the kit or the picture here.',
    reading: 'Looking for the code in the picture',
    pending: 'Looking for your profile',
    skipped:
      'The clipboard is empty, so nothing was opened. Copy your profile key, then paste again.',
  },
  choose: {
    title: 'How shall your profile begin?',
    lead: 'Whichever you take, you can change or repeat it later.',
    titleAgain: 'Measure again or bring an audiogram',
    leadAgain: 'Your profile then follows the newest one. Earlier ones are kept.',
    recommended: 'Recommended',
    test: 'Take the hearing test',
    testLine:
      'About 4 minutes, with headphones and in a quiet place. You press whenever you hear a tone.',
    bring: 'Bring an audiogram',
    bringLine: 'One that was measured elsewhere, typed in or from a file.',
    estimate: 'Estimate from my age',
    estimateLine: 'At once: the median for people of your age. Your ears are not measured.',
    unfinishedTitle: 'Your hearing test is not finished',
    unfinished: 'Begun on {date}, {percent} % done. Your answers are kept.',
    goOn: 'Go on with your test',
    discard: 'Discard',
  },
} as const;
