/** Words of the hearing test. */
export const hearingTestWords = {
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
    toVolume: 'Back to the volume',
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
} as const;
