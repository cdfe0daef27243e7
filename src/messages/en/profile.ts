/** Words of the profile page and what can stand in its way. */
export const profileWords = {
  profile: {
    title: 'Your hearing profile',
    basis:
      'An estimate from your year of birth, {year}: the median for people of that age. It is not a measurement of your ears.',
    basisTest: 'Measured with the hearing test on {date}.',
    basisImport: 'From the audiogram you brought on {date}, as it was measured elsewhere.',
    basisImportRelative:
      'From the file you brought on {date}. Its shape is shown; its exact levels were not measured.',
    tierA: 'Levels are as exact as the measurement of your headphones.',
    tierB: 'Levels can be off by some 10 dB, because the volume was set by ear.',
    tierC:
      'The shape can be relied on; exact levels stay open, because your headphones are not known.',
    showAudiogram: 'Show the audiogram',
    measure: 'Measure your hearing',
    again: 'Measure again',
    waiting: 'Your profile is on its way.',
    none: 'There is nothing to draw yet. Try again in a moment.',
    settings: 'Settings',
    right: 'Right ear',
    left: 'Left ear',
    reference: 'Median at 18',
    low: 'Low pitch',
    high: 'High pitch',
    width: 'The wider the band, the softer the sounds you are likely to hear.',
    widthMeasured: 'The wider the band, the softer the sounds you hear.',
    ribbonMeasured:
      'Two bands from low to high pitch, the right ear above, the left below. At 1 kHz the right ear is at {rightMid} decibels and the left at {leftMid}, at 8 kHz the right at {rightHigh} and the left at {leftHigh}; 0 is the median at 18.',
    ribbon:
      'Two bands from low to high pitch, the right ear above, the left below. At 1 kHz the estimate is {mid} decibels, at 8 kHz {high} decibels; 0 is the median at 18.',
    numbers: 'Show the numbers',
    numbersCaption:
      'Estimated threshold in decibels (dB HL). 0 is the median at 18; higher means a sound has to be louder.',
    numbersCaptionMeasured:
      'Threshold in decibels (dB HL). 0 is the median at 18; higher means a sound has to be louder.',
    frequency: 'Pitch in hertz',
  },
  status: {
    label: 'Where your profile is',
    keyring: 'Key protected by your system',
    keyFile: 'Key kept with weaker protection',
    memory: 'Key kept until you close the app',
    embedded: 'Profile kept on this computer',
    remote: 'Profile kept at {host}',
    trouble: 'Service cannot be used right now',
    stored: 'Shown as last known',
  },
  storage: {
    title: 'Your key is not saved yet',
    weaker: 'Keep it with weaker protection',
    weakerTitle: 'Keep the key with weaker protection?',
    weakerBody:
      'The key is written to this computer encrypted, with what decrypts it in a file beside it. Other people who use this computer cannot read it; a program you start could. When a keyring appears, the protection is raised by itself.',
    weakerConfirm: 'Keep it this way',
    weakerDone: 'Your key is now kept on this computer.',
  },
  notices: {
    'preferences-reset':
      'Your settings could not be read, so theme and language are as new. Your profile is not affected.',
    'profile-removed':
      'Your profile was removed from this computer. With its key you can open it again. A key you copied stays on the clipboard: put it somewhere safe.',
    'profile-deleted': 'Your profile was deleted.',
    'profile-followed':
      'Another product of yours has opened another profile, so it is open here too. The one before is kept on this computer.',
    'page-reloaded': 'This page stopped and was loaded again. Nothing is lost.',
    'secrets-restored-from-copy':
      'The file with your profile key was damaged, so its copy was used. Nothing is lost.',
    'service-data-restored-from-copy':
      'The profile data on this computer was damaged, so its copy was used. Please check that your profile looks right.',
  },
  blocked: {
    lockedTitle: 'Your keyring is locked',
    locked:
      'Your profile key is safe, but the app cannot read it. Unlock your keyring, then restart.',
    restart: 'Restart',
    unreadableTitle: 'Your profile key cannot be read',
    unreadable:
      'The file is there, and nothing was changed. Try again, open your profile with its key, or start over.',
    startOver: 'Start over',
    startOverTitle: 'Start without this profile?',
    startOverBody:
      'The file is set aside and kept, and the app starts as new. Unless you have the profile key elsewhere, this profile can then not be opened again.',
    newerTitle: 'A newer version was here',
    newer:
      'Your profile key was saved by a newer version of Mimi Companion. It is safe. Open it with that version.',
  },
} as const;
