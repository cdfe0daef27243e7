import type { ErrorCode } from '../contract/errors';

/** One sentence or three for every failure: what happened, what it means, what to do. */
const errors = {
  'session/already-started': 'Mimi Companion is already running. Use the window that is open.',
  'session/anonymous-only-required':
    'This copy of the app is not set up to open profiles by their key. Nothing was changed. Please tell whoever gave you the app.',
  'session/invalid-id-format':
    'What is on the clipboard is not a profile key. A key has 36 characters: small letters, digits and four hyphens. Copy the whole key and paste again.',
  'session/unknown-id':
    'No profile belongs to this key. Nothing was changed. Check that you copied the whole key, and that it was made with this service.',
  'session/user-deleted':
    'The profile this key belongs to was deleted. It cannot be brought back. You can make a new profile.',
  'session/user-disabled':
    'The service has closed this profile for now. Your key is still kept here. Please ask whoever runs the service.',
  'session/no-user': 'There is no profile open at the moment. Open or make one first.',
  'session/invariant-violation':
    'The service answered with another profile than the one asked for. Nothing was changed. Please try again, and copy a report if it happens twice.',
  'session/storage-blocked':
    'Your profile key cannot be read at the moment. So that nothing is lost, nothing new is made. Solve this first, then go on.',
  'session/forcibly-logged-out':
    'The service no longer accepts this profile. Your key is still kept here. Try to open the profile again.',
  'session/superseded': 'Something newer took the place of this step. Nothing is lost.',
  'session/cancelled': 'Stopped. Nothing was changed.',
  'session/disposed': 'The app is closing. Start it again to go on.',
  'service/offline':
    'The service cannot be reached. Your profile stays as it is. Check your connection and try again.',
  'service/timeout':
    'The service did not answer in time. Your profile stays as it is. Try again in a moment.',
  'service/rate-limited':
    'The service is being asked too often. Your profile stays as it is. Wait a little, then try again.',
  'service/unavailable':
    'The service has a problem of its own. Your profile stays as it is. Try again in a few minutes.',
  'service/bad-response':
    'Something other than the service answered, perhaps the welcome page of a Wi-Fi network. Your profile stays as it is. Check your connection and try again.',
  'service/misconfigured':
    'The service does not accept this copy of the app. Your profile stays as it is. Its settings need to be put right.',
  'service/invalid-request':
    'The service did not understand this step. Your profile stays as it is. Please copy a report for whoever runs the service.',
  'service/conflict':
    'The service holds something different for this key. Nothing was changed. Please try again.',
  'service/data-unreadable':
    'The profile data on this computer cannot be read. Your key is safe. Try again, and copy a report if it stays so.',
  'secrets/locked':
    'Your keyring is locked, so your profile key cannot be read. It is still there. Unlock the keyring, then restart the app.',
  'secrets/unreadable':
    'The file with your profile key cannot be read. Nothing was changed or deleted. Try again, or use your key if you have it elsewhere.',
  'secrets/newer-version':
    'Your profile key was saved by a newer version of this app. It is still there. Open it with that version.',
  'secrets/write-failed':
    'This could not be saved on this computer. What was kept before is unchanged. Check that the disk is not full, then try again.',
  'secrets/no-keyring':
    'This computer has no keyring to protect your profile key. It is kept only until the app is closed. Copy it now, or keep it with weaker protection.',
  'input/year-out-of-range': 'Please give the year you were born in, with four digits.',
  'input/too-young': 'Mimi Companion is for people of 18 and over. Nothing was saved.',
  'input/confirmation-mismatch': 'The word does not match. Nothing was changed.',
  'tests/unknown-test': 'This hearing test is not stored any more. Nothing was changed.',
  'tests/none-unfinished': 'There is no unfinished test to go on with. Start a new one.',
  'tests/none-running': 'No hearing test is running. Start one, or go on with the unfinished one.',
  'tests/stale-answer': 'This answer came too late and was not counted. Go on with the test.',
  'tests/too-soft':
    'These headphones are too soft for a test at this volume. No test was started. Turn the volume of your system up and find the comfortable loudness again, or take other headphones.',
  'tests/no-year-of-birth': 'Your year of birth is still missing. Give it first, then go on.',
  'kit/passphrase-too-short': 'A passphrase needs at least 10 characters. Nothing was saved.',
  'kit/wrong-passphrase':
    'The kit does not open: the passphrase is another one, or the file was changed since. Nothing was changed here. Check the passphrase and try again.',
  'kit/damaged':
    'This recovery kit is damaged or not complete, so it cannot be opened. Nothing was changed here. Use another copy of it if you have one.',
  'kit/not-a-kit': 'This file is not a recovery kit. Nothing was changed. Choose another file.',
  'kit/newer-version':
    'This recovery kit was made by a newer version of the app. Nothing was changed. Open it with that version.',
  'kit/too-large':
    'This is too large for a recovery kit, which has 32 MB at most. Nothing was changed.',
  'kit/other-service':
    'The profile in this kit belongs to another service than the one this app uses. Nothing was changed. Open it in the app it was made with.',
  'kit/none-chosen': 'No recovery kit is chosen. Choose the file first.',
  'kit/file-not-read':
    'The file could not be read. Nothing was changed. Check that it is still there and that you may open it.',
  'ipc/untrusted-sender': 'The app refused this step. Nothing was changed. Restart the app.',
  'ipc/invalid-input': 'The app did not understand this step. Nothing was changed.',
  'ipc/internal':
    'Something in the app did not work. Your profile stays as it is. Try again, and copy a report if it happens twice.',
  'app/file-not-written':
    'The file could not be written. Choose another folder, or check that the disk is not full.',
  'config/invalid':
    'The settings file of this app holds a value it cannot use. Nothing was changed. Put it right, then start again.',
} as const satisfies Record<ErrorCode, string>;

/** English, and the shape every other language must have. Messages are ICU. */
export const en = {
  app: {
    name: 'Mimi Companion',
    restoring: 'Opening your profile',
    restoringHint: 'Your system may be asking you to unlock its keyring.',
    close: 'Close this notice',
    back: 'Back',
    cancel: 'Cancel',
    continue: 'Continue',
    tryAgain: 'Try again',
    cancelled: 'Stopped. Nothing was changed.',
    retryAfter: 'You can try again in {seconds, plural, one {# second} other {# seconds}}.',
  },
  errors,
  key: {
    explanation:
      'Your profile key is 36 characters long. Whoever has it can open the profile, so keep it to yourself.',
    copy: 'Copy profile key',
    copied: 'Copied. The key leaves the clipboard after {seconds} seconds.',
    masked: 'Profile key ending in {tail}',
  },
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
    pending: 'Looking for your profile',
    skipped:
      'The clipboard is empty, so nothing was opened. Copy your profile key, then paste again.',
  },
  kit: {
    section: 'Recovery kit',
    save: 'Save a recovery kit',
    open: 'Open a recovery kit',
    none: 'No kit yet',
    noneHint:
      'A file that brings your profile back when this computer is lost. Only your passphrase opens it.',
    made: 'Last kit: {date}',
    madeHint: 'Your newest hearing test is in it.',
    madeHintRemote: 'It opens your profile wherever the app is.',
    outdated: 'It was made before your newest hearing test. Save a new one.',
    openHint: 'The profile that is open now stays kept on this computer.',
    reminder:
      'Only this computer can open your profile. With a recovery kit it comes back if the computer is lost.',
    noReminder: 'Don’t remind me',
    saveTitle: 'Save a recovery kit',
    saveLead:
      'The kit is a file that brings your profile back, with all its hearing tests, on any computer with this app.',
    saveLeadRemote:
      'The kit is a file that brings your profile back on any computer with this app.',
    passphrase: 'Passphrase',
    passphraseHint: 'At least 10 characters. A few words you can remember are good.',
    short: '{count, plural, one {# more character} other {# more characters}} to go.',
    fair: 'Fair. Longer is safer.',
    good: 'Good.',
    strong: 'Strong.',
    repeat: 'Repeat the passphrase',
    differs: 'The two are not the same.',
    show: 'Show what I type',
    hide: 'Hide what I type',
    remember:
      'Nobody can look the passphrase up or replace it. Without it the kit does not open, so keep it apart from the file.',
    choosePlace: 'Choose where to save it',
    saving: 'The kit is being made. Encrypting it takes a moment on purpose.',
    saved: 'The recovery kit is saved. Keep it somewhere other than this computer.',
    openTitle: 'Open a recovery kit',
    openLead: 'Choose the file, then give the passphrase it was saved with.',
    chooseFile: 'Choose the file',
    chooseOther: 'Choose another file',
    fileMade: 'Made on {date}',
    restore: 'Open this profile',
    restoring: 'The kit is being opened. Decrypting it takes a moment on purpose.',
    restored: 'Your profile is back.',
    alreadyOpen: 'The profile in this kit is open already. Nothing was changed.',
    keptActive:
      'The profile open now, {tail}, stays kept on this computer. Save a recovery kit of it first if you want to be sure of it elsewhere too.',
    keptSignedOut: 'The profile kept here, {tail}, stays on this computer.',
  },
  profile: {
    title: 'Your hearing profile',
    basis:
      'An estimate from your year of birth, {year}: the median for people of that age. It is not a measurement of your ears.',
    basisTest: 'Measured with the hearing test on {date}.',
    basisImport: 'From the audiogram you brought on {date}, as it was measured elsewhere.',
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
  preflight: {
    step: 'Step {number} of {count}',
    leave: 'Leave the test',
    advanced: 'Advanced',
    choose: 'Please choose',
    headphonesTitle: 'What do you listen with?',
    headphonesLead:
      'Put your headphones on. The better they are known, the more exact the result can be.',
    kind: {
      unknown: 'Other headphones, or I don’t know',
      model: 'One of the models with published values',
      'response-file': 'I have a file with their frequency response',
      measured: 'I measured their output',
    },
    means: {
      unknown:
        'The result shows the shape of your hearing: which tones you hear more and less easily. Exact levels stay open.',
      model:
        'The result has levels too. They can be off by some 10 dB, because the volume is set by ear; the shape is closer.',
      'response-file':
        'The result has levels too, as far as the file fits your pair. They can be off by some 10 dB, because the volume is set by ear.',
      measured: 'Levels are as exact as your measurement.',
    },
    model: 'Model',
    models: {
      'sennheiser-hda-200': 'Sennheiser HDA 200',
      'sennheiser-hda-280': 'Sennheiser HDA 280',
      'sennheiser-hd-300': 'Sennheiser HD 300',
      'sennheiser-hd-400s': 'Sennheiser HD 400S',
      'radioear-dd450': 'RadioEar DD450',
      'radioear-dd65-v2': 'RadioEar DD65 v2',
      'etymotic-er-3a': 'Etymotic ER-3A',
      'telephonics-tdh-39': 'Telephonics TDH-39',
    },
    coupler: 'Coupler or ear simulator',
    couplers: {
      'tdh39-iec-60318-3': 'TDH39 on IEC 60318-3',
      'supra-aural-iec-60318-1': 'On-ear on IEC 60318-1',
      'hda200-iec-60318-1': 'HDA 200 on IEC 60318-1',
      'hda280-iec-60318-3': 'HDA 280 on IEC 60318-3',
      'insert-iec-711': 'In-ear on IEC 60318-4 (711)',
      'insert-ha2': 'In-ear on HA-2, 2 cc',
      'insert-ha1': 'In-ear on HA-1, 2 cc',
    },
    fullScale: 'dB SPL of a full-scale sine at 1 kHz',
    fullScaleHint: 'Between {min} and {max}, at the volume you will use now',
    name: 'Name of the headphones',
    fit: 'They are worn',
    overEar: 'On or over the ear',
    inEar: 'In the ear',
    chooseFile: 'Choose a file',
    fileHint: 'CSV with frequency in hertz and level in decibels, measured on an ear simulator.',
    fileRead: '{count, plural, one {# point} other {# points}} read.',
    fileRefused: 'This file cannot be used as it is.',
    fileFaults: {
      'not-two-numbers': 'There is no frequency and level to be read here.',
      'out-of-range':
        'No headphones measure like this: frequencies are 1 to 96,000 Hz, levels -200 to 200 dB.',
      'not-ascending': 'This frequency is not above the one before it.',
      'no-columns': 'It has no columns with frequency and level. Each line needs one of both.',
      'too-many-points': 'It has more than 5,000 points. Choose one with fewer.',
      'range-not-covered': 'It has to cover all of 250 to 8,000 Hz.',
      implausible:
        'Its levels lie more than 30 dB from the one at 1,000 Hz. Is it the response itself, not another column?',
    },
    output: 'Sound goes to',
    outputUnknown: 'the output your system has chosen',
    channels: '{count, plural, one {# channel} other {# channels}}',
    rate: '{rate, number} kHz',
    effects:
      'Please turn off mono sound, spatial sound and sound enhancements in your system’s settings.',
    mono: 'This output has one channel only, so the ears cannot be told apart. Choose another one in your system’s settings.',
    volumeTitle: 'Find a comfortable volume',
    volumeLead:
      'You hear a murmur like a voice. Set it so that it sounds like someone talking to you at 1 metre.',
    volumeMeasured:
      'Set your system’s volume to where you measured. From now on it has to stay there.',
    playNoise: 'Play the murmur',
    stopNoise: 'Stop',
    loudness: 'Loudness',
    softer: 'Softer',
    louder: 'Louder',
    volumeHigh:
      'Your system’s volume is set high, so the softest tones may drown in its noise. Turn it down a little, then find this loudness again.',
    volumeLow:
      'Your system’s volume is set low, so loud tones may not come out. Turn it up a little, then find this loudness again.',
    volumeHeld:
      'During the test the app holds the volume where it is. If it is changed, the test waits.',
    volumeFree: 'From now on please do not touch the volume until the test is over.',
    left: 'Left',
    right: 'Right',
    again: 'Once more',
    repeat: 'Play again',
    sidesTitle: 'Which ear do you hear it in?',
    sidesLead:
      'Four short sounds follow, each in one ear. Say where you hear it, with the buttons or the arrow keys.',
    sidesCount: 'Sound {number} of {count}',
    playSides: 'Play the first sound',
    sides: {
      right: 'Left is left and right is right.',
      turned:
        'Your headphones are the other way round. Turn them, so that left and right change places, then do this once more.',
      mixed:
        'Not all answers fit. Check that both sides can be heard and that mono sound is off, then do this once more.',
    },
    sealTitle: 'Do they sit well?',
    sealLead:
      'Low tones escape through the smallest gap. Two short checks show whether there is one.',
    heard: 'I heard',
    seal: {
      ask: 'First the right ear, then the left: a low tone, followed by a higher one.',
      play: 'Play both tones',
      good: 'Both, about alike',
      bad: 'The low one hardly',
      advice:
        'There is probably a gap. Move hair and glasses aside, press the pads on or try another size of tip, then play it again. You may go on all the same.',
    },
    leak: {
      ask: 'Now one tone, for the right ear only.',
      play: 'Play the tone',
      good: 'In the right ear',
      bad: 'In both ears',
      advice:
        'Some of the sound reaches the other ear. Check that no loudspeaker is playing and that both sides sit tightly, then play it again. You may go on all the same.',
    },
    roomTitle: 'Is it quiet enough?',
    roomLead:
      'If you like, the microphone listens to the room for five seconds and then throughout the test. A tone that noise gets into is played again.',
    listen: 'Listen to the room',
    listening: 'Listening. Please be quiet for five seconds.',
    skip: 'Go on without',
    room: {
      low: 'Your room is quiet. That is just right.',
      medium: 'There is some noise. Close the window or switch off a fan, if you can.',
      high: 'Your room is loud. Soft low tones may be missed; a quieter place gives a better result.',
    },
    roomRefused:
      'The microphone cannot be used. That is fine: go on without it, in a place as quiet as possible.',
    roomPrivate: 'Nothing is recorded. Your system may ask whether the app may use the microphone.',
    earTitle: 'Which ear hears better?',
    earLead: 'The test begins with it, because it is easier to learn there.',
    betterEar: 'Better ear',
    noDifference: 'No difference',
    engine: 'Procedure',
    engineUsual: 'Adaptive',
    engineClassic: 'Classic',
    engineHint:
      'Adaptive takes about 4 minutes. Classic follows Hughson and Westlake, as in many practices, and takes about 7.',
    howTitle: 'How it works',
    howLead: 'You hear soft tones, first in one ear, then in the other.',
    howSoft: 'Press whenever you hear a tone, even if it is very soft. Press only then.',
    howKeys: 'Press the big button, the space bar or the Enter key, whichever you like.',
    howStop: 'Esc stops the sound at once. You can pause at any time; nothing is lost.',
    start: 'Start the test',
    goOn: 'Go on with the test',
  },
  test: {
    title: 'Press when you hear a tone',
    titleStopped: 'The test is paused',
    hear: 'I hear it',
    pause: 'Pause',
    goOn: 'Go on',
    leave: 'Stop for now',
    escape: 'Esc stops the sound at once.',
    progress: '{ear}, {percent} %',
    started: 'The test is running.',
    half: 'Half of the test is done.',
    saving: 'Your test is being kept.',
    noSound:
      'There is no sound to be had. Check that your headphones are connected, then try again.',
    paused: {
      'by-person': 'The sound is off. Go on whenever you like: the last tone comes again.',
      'pressed-in-silence':
        'You pressed a few times when there was no tone. That is easily done. Press only when you hear one, even if it is very soft.',
      'device-changed':
        'The sound output has changed, so the test waits. Connect the same headphones again, then go on.',
      'volume-changed':
        'The volume was changed, so the test waits. When you go on, it is put back to where it was.',
    },
  },
  result: {
    title: 'Your test is done',
    lead: 'It is kept, and your profile now follows it.',
    pitch: {
      even: 'You hear low and high tones about equally easily.',
      'high-somewhat':
        'High tones have to be somewhat louder than lower ones for you to hear them.',
      'high-clearly': 'High tones have to be clearly louder than lower ones for you to hear them.',
      'low-somewhat': 'High tones may be softer than lower ones and you still hear them.',
    },
    ears: {
      alike: 'Both ears hear about alike.',
      right: 'Your right ear hears softer tones than your left.',
      left: 'Your left ear hears softer tones than your right.',
    },
    unheard:
      'Not one tone was heard, not even the loudest that may be played. Check that your headphones play and that the volume is up, then take the test again.',
    tierA: 'Levels are as exact as the measurement of your headphones.',
    tierB:
      'The shape fits your headphones. Levels can be off by some 10 dB, because the volume was set by ear.',
    tierC:
      'The shape can be relied on. Exact levels stay open, because your headphones are not known.',
    lowTitle: 'This result is uncertain',
    low: 'Your answers did not always fit together, which often comes from noise or tiredness. It is kept as it is. A second try in a quiet moment usually gives a clearer one.',
    repeat: 'Take the test again',
    open: 'Open my profile',
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
  confirm: {
    delete: 'DELETE',
    startOver: 'START OVER',
    instruction: 'Type {word} to confirm',
  },
  settings: {
    title: 'Settings',
    done: 'Back to your profile',
    keySection: 'Profile key',
    look: 'Appearance',
    theme: 'Theme',
    themeSystem: 'System',
    themeLight: 'Light',
    themeDark: 'Dark',
    language: 'Language',
    languageSystem: 'System',
    data: 'Your data',
    export: 'Export my data',
    exportHint: 'Saves everything kept about you as a file. The file does not hold your key.',
    exported: 'Your data was saved.',
    remove: 'Remove from this computer',
    removeHint: 'Takes the key off this computer and closes the profile.',
    removeTitle: 'Remove your profile from this computer?',
    removeBodyEmbedded:
      'The key is taken off this computer; the profile stays in the app’s storage, closed. Without the key it cannot be opened again. Copy it first.',
    removeBodyRemote:
      'The key is taken off this computer; the service keeps the profile. Without the key it cannot be opened again. Copy it first.',
    delete: 'Delete my profile',
    deleteHint: 'Deletes the profile and its key for good.',
    deleteTitle: 'Delete your profile for good?',
    deleteBody:
      'The profile, its key and everything kept about it are deleted. This cannot be undone, with the key or without.',
    help: 'Help and about',
    report: 'Copy a report',
    reportHint: 'Versions, states and error codes for support. No key, no name, no file paths.',
    reported: 'The report is on the clipboard.',
    version: 'Mimi Companion {app}',
    runtime: 'Electron {electron}, Chromium {chromium}',
    notAffiliated: 'Not made by or affiliated with Mimi Hearing Technologies.',
    linkGuide: 'The guide this app follows',
    linkNorm: 'The norm behind the estimate, ISO 7029',
  },
  audiogram: {
    title: 'Your audiogram',
    back: 'Back to your profile',
    axisLevel: 'Level in dB HL',
    axisRelative: 'Level in dB, relative',
    axisFrequency: 'Frequency in hertz',
    median: 'Median at your age',
    spread: 'Uncertainty',
    earlier: 'Earlier tests',
    noResponse: 'Not heard at this level',
    description:
      'Audiogram from {from} to {to} hertz. Right ear: between {rightBest} and {rightWorst} decibels. Left ear: between {leftBest} and {leftWorst} decibels. Every number is in the table below.',
    tableCaption:
      'Softest level heard, in decibels (dB HL). 0 is the median at 18; higher means a sound has to be louder.',
    tableCaptionRelative:
      'Softest level heard, in decibels relative to each other: the headphones are not known. Higher means a sound has to be louder.',
    tableSpread: '“±” is the uncertainty.',
    notHeard: 'more than {level}',
    heardAtLowest: '{level} or less',
    averages: 'Mean of 500 to 4000 Hz: right ear {right} dB, left ear {left} dB.',
    range: 'Sensitivity range of the better ear: {range}.',
    rangeBelow: 'below {to} dB',
    rangeBetween: '{from} to {to} dB',
    rangeFrom: '{from} dB and more',
    history: 'Your tests',
    sourceAge: 'Estimate from age',
    sourceImport: 'Audiogram brought along',
    engineBayesian: 'Hearing test',
    engineClassic: 'Hearing test, classic method',
    lowConfidence: 'uncertain',
    show: 'Show',
    shown: 'Shown',
    showNamed: 'Show {name}, {date}',
    remove: 'Delete',
    removeNamed: 'Delete {name}, {date}',
    removeTitle: 'Delete this test?',
    removeBody: '{name}, {date}. It is deleted for good, here and wherever your profile is kept.',
    removed: 'The test was deleted.',
    more: 'Show earlier tests',
    historyFailed: 'Your earlier tests could not be read just now.',
    none: 'There is no test yet. Take one, bring an audiogram, or start with an estimate.',
    bring: 'Bring an audiogram',
    export: 'Save as',
    exportJson: 'Data, complete (JSON)',
    exportCsv: 'Table (CSV)',
    exportSvg: 'Picture, scalable (SVG)',
    exportPng: 'Picture (PNG)',
    exportPdf: 'Report to print (PDF)',
    saved: 'Saved.',
    reportTitle: 'Audiogram',
    reportBorn: 'Born in {year}',
    reportNote:
      'Written by Mimi Companion. This is not a medical examination and cannot replace one.',
  },
  bring: {
    title: 'Bring an audiogram',
    lead: 'From a hearing care professional, a doctor or another app. Type it in, draw it, or open its file.',
    way: 'How to enter it',
    table: 'Table',
    chart: 'Chart',
    file: 'File',
    frequency: 'Hertz',
    cell: '{ear}, {hz} hertz, level in decibels',
    notHeard: '{ear}, {hz} hertz: not heard at this level',
    notHeardShort: 'NR',
    tableHint:
      'Levels in dB HL, as they stand in your audiogram. Leave out what was not measured. NR: no answer, even at this level.',
    required: 'needed',
    ear: 'Ear',
    chartHint:
      'Click or drag to set a point. On the keyboard: left and right change the pitch, up and down the level by 5 dB, N marks “not heard”, Delete takes the point away.',
    chartLabel: 'Points of the audiogram, {ear}',
    pointLabel: '{ear}, {hz} hertz',
    pointValue: '{level} decibels',
    pointNotHeard: 'not heard at {level} decibels',
    pointNone: 'no point',
    markNotHeard: 'Not heard at this level',
    takeAway: 'Take the point away',
    openFile: 'Open a file',
    dropHere: 'or drop it here',
    fileHint: 'CSV or JSON, up to 1 MB. The file is read here and goes nowhere.',
    fileRead: '{name} was read. Look at the chart before you use it.',
    fileReplaced: 'It took the place of what you had entered.',
    undo: 'Bring back what I had',
    fileRefused: 'This file cannot be used, so nothing was changed.',
    fileUnreadable: 'This file cannot be opened, so nothing was changed.',
    more: '… and {count, plural, one {# more} other {# more}}.',
    description:
      'The audiogram entered so far: {right} points for the right ear, {left} for the left.',
    use: 'Use this audiogram',
    clear: 'Clear everything',
    stored: 'Your audiogram is now your hearing profile.',
    ready: 'Both ears are complete.',
    atLine: 'Line {line}: {what}',
    atEntry: 'Entry {entry}: {what}',
    atCell: '{ear}, {hz} Hz: {what}',
    problems: {
      'too-large': 'The file is larger than 1 MB. An audiogram is far smaller.',
      'too-many-lines': 'The file has more than 10,000 lines. An audiogram has far fewer.',
      empty: 'There is no audiogram in it.',
      'not-json': 'It begins like JSON and is not. Perhaps a part is missing.',
      'unknown-form': 'It is JSON, but not in a form known here.',
      'missing-column':
        'No line names the columns “ear”, “frequency” and “dB HL”. The first line has to.',
      'repeated-column': 'Two columns hold the same thing. Leave one of them out.',
      'uneven-line':
        'the cells do not fit the columns. With decimal commas, separate cells by semicolons.',
      'unknown-ear': '“{found}” is no ear. Right or left is meant to stand there.',
      'bad-frequency': '“{found}” is no frequency from 125 to 8000 Hz.',
      'bad-level': '“{found}” is no level from −10 to 120 dB.',
      'bad-mark': '“{found}” is neither yes nor no.',
      'bad-detail': '“{found}” cannot be used here.',
      repeated: 'another level stands there for the same ear and frequency.',
      'too-many-points': '{ear}: more than 16 frequencies are given.',
      missing: '{ear}: still needs {frequencies} Hz.',
      'off-grid': '{found} dB lies between the usual steps of 5 dB. It is taken as it is.',
      'repeated-same': 'this is there twice, with the same level.',
      'values-differ':
        '{found} dB was changed after the file was saved. The changed level is taken.',
    },
  },
  meaning: {
    title: 'What it means for listening',
    typical: 'Typical at your age. Your own ears may hear more or less.',
    hum: {
      soft: 'A low hum, such as a fridge in the next room, reaches you even when it is soft.',
      raised: 'A low hum reaches you from nearby; a very soft one may slip past.',
      firm: 'A low hum or rumble has to be clearly there before you notice it.',
      loud: 'A low hum or rumble reaches you only when it is loud.',
    },
    voices: {
      soft: 'Soft voices reach you, in a quiet room even from some way off.',
      raised:
        'Voices at your table are easy; a soft one, or one from the next room, takes attention.',
      firm: 'Voices are clearest close by and face to face; soft ones are easily lost.',
      loud: 'Voices have to be loud or very close to be followed.',
    },
    consonants: {
      soft: 'Soft consonants such as s, f and t come through, and with them the edges of words.',
      raised: 'Soft consonants such as s, f and t can blur, most of all where it is noisy.',
      firm: 'Consonants such as s, f and t often go missing, so that words sound alike.',
      loud: 'Consonants such as s, f and t are seldom heard; the rest of the sentence has to help.',
    },
    birdsong: {
      soft: 'Birdsong and the shimmer of cymbals are there, even softly.',
      raised: 'Birdsong and cymbals are there when they are near, and fade further off.',
      firm: 'Much birdsong and the shimmer of cymbals pass unheard unless they are loud.',
      loud: 'Birdsong and the shimmer of cymbals are mostly out of reach.',
    },
    unheard: 'Not one tone was heard, so there is nothing to compare.',
    even: 'Low and high tones reach you about equally.',
    'less-high':
      'High tones have to be louder than low ones: birdsong, cymbals and consonants such as s and f are the first to fade.',
    'less-low': 'Low tones have to be louder than high ones: hum and bass are the first to fade.',
    shapeOnly:
      'The headphones are not known, so this compares tones with each other. How soft a sound you hear, it cannot say.',
    'ears-differ':
      'Your ears differ at several pitches. If nobody has looked into that yet, an audiologist or a doctor can.',
    'loud-needed':
      'Sounds have to be quite loud for you. An audiologist or a doctor can tell you what would make listening easier.',
    noClaim: 'A description for everyday life, not a medical examination.',
  },
  crashed: {
    title: 'This page stopped working',
    body: 'Your profile is safe; only this page is affected. Load it again to go on.',
    reload: 'Load again',
  },
  menu: {
    file: 'File',
    quit: 'Quit',
    edit: 'Edit',
    undo: 'Undo',
    redo: 'Redo',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    selectAll: 'Select all',
    view: 'View',
    zoomIn: 'Larger',
    zoomOut: 'Smaller',
    resetZoom: 'Actual size',
    fullScreen: 'Full screen',
    window: 'Window',
    minimize: 'Minimise',
    close: 'Close',
    help: 'Help',
    guide: 'The guide this app follows',
    report: 'Copy a report',
  },
  dialogs: {
    exportTitle: 'Export my data',
    exportFileName: 'my-hearing-profile',
    kitTitle: 'Save the recovery kit',
    kitFileName: 'mimi-recovery-kit',
    openKitTitle: 'Open a recovery kit',
    save: {
      testTitle: 'Save this hearing test',
      testFileName: 'hearing-test',
      pictureTitle: 'Save the audiogram as a picture',
      pictureFileName: 'audiogram',
      reportTitle: 'Save the report',
      reportFileName: 'hearing-report',
    },
    crashTitle: 'Mimi Companion has stopped',
    crashMessage: 'Your profile and its key are safe on this computer. Restart the app to go on.',
    pageCrashMessage:
      'The page stopped twice in a row. Your profile is safe. Restart the app to go on.',
    restart: 'Restart',
    quit: 'Quit',
    configTitle: 'A setting needs your attention',
    configMessage:
      'The value of {field} cannot be used. Nothing was changed. Put it right, then start again.',
  },
} as const;
