import { useId, useRef, useState } from 'react';
import { useMessages } from '../../app/use-messages';
import { SPEECH_LEVEL_DB_FS } from '../../audio/speech-level';
import type { RunningSpeech } from '../../audio/test-audio';
import { companion } from '../../bridge/companion';
import { Button } from '../../components/Button';
import { calibrationOf, type HeadphonesDraft } from './calibration-draft';
import { useOutput } from './OutputFacts';
import { PreflightStep, type StepFrame } from './PreflightStep';
import { useSound, type StepSound } from './use-sound';
import styles from './HearingTest.module.css';

const { least, most } = SPEECH_LEVEL_DB_FS;
/** Outside these levels the system's volume is so high or low that soft or loud tones would suffer. */
const GOOD_DB_FS = { least: -50, most: -27 } as const;

interface Props extends StepFrame {
  readonly draft: HeadphonesDraft;
  /** Where the noise is to start, or was set to before, in dB relative to a full-scale sine. */
  readonly speechDbFs: number;
  readonly onContinue: (speechDbFs: number) => void;
}

const hintFor = (level: number) => {
  if (level < GOOD_DB_FS.least) return 'preflight.volumeHigh';
  return level > GOOD_DB_FS.most ? 'preflight.volumeLow' : null;
};

/** Noise like speech, with a control for its loudness. */
const Loudness = ({
  level,
  sound,
  onChange,
  isPlaying,
  onPlaying,
  wasHeard,
}: {
  readonly level: number;
  readonly sound: StepSound;
  readonly onChange: (level: number) => void;
  readonly isPlaying: boolean;
  readonly onPlaying: (isPlaying: boolean) => void;
  readonly wasHeard: boolean;
}) => {
  const messages = useMessages();
  const id = useId();
  const speech = useRef<RunningSpeech | null>(null);
  const toggle = async (): Promise<void> => {
    if (isPlaying) {
      speech.current?.stop();
      onPlaying(false);
      return;
    }
    const plays = await sound.play(({ checks }) => {
      speech.current = checks.speech(level);
    });
    onPlaying(plays);
  };
  return (
    <div className={styles['loudness']}>
      <Button variant={wasHeard ? 'secondary' : 'primary'} onPress={() => void toggle()}>
        {messages(isPlaying ? 'preflight.stopNoise' : 'preflight.playNoise')}
      </Button>
      <div className={styles['slider']}>
        <label htmlFor={id}>{messages('preflight.loudness')}</label>
        <input
          id={id}
          type="range"
          min={0}
          max={most - least}
          value={level - least}
          onChange={({ target }) => {
            const next = least + Number(target.value);
            onChange(next);
            speech.current?.setLevel(next);
          }}
        />
        <div className={styles['ends']} aria-hidden="true">
          <span>{messages('preflight.softer')}</span>
          <span>{messages('preflight.louder')}</span>
        </div>
      </div>
    </div>
  );
};

/** Finds the volume by ear, or keeps the one that was measured, and has it held where the system lets it. */
export const VolumeStep = ({ draft, speechDbFs, onContinue, ...frame }: Props) => {
  const messages = useMessages();
  const output = useOutput();
  const [level, setLevel] = useState(speechDbFs);
  const [wasHeard, setWasHeard] = useState(false);
  const [isPlaying, setIsPlaying] = useState(false);
  // The button must say so too.
  const sound = useSound(calibrationOf(draft, speechDbFs), () => setIsPlaying(false));
  const isMeasured = draft.type === 'measured';
  const hint = hintFor(level);
  const volume = output?.volume ?? null;
  const next = (): void => {
    // Set where it is: from then on a change is noticed.
    if (volume !== null) {
      void companion.tests.output().then((now) => {
        const held = now.ok ? now.value.volume : null;
        return held === null ? undefined : companion.tests.setVolume({ volume: Math.min(1, held) });
      });
    }
    onContinue(level);
  };
  return (
    <PreflightStep
      {...frame}
      name="preflight-volume"
      title={messages('preflight.volumeTitle')}
      lead={messages(isMeasured ? 'preflight.volumeMeasured' : 'preflight.volumeLead')}
      isReady={isMeasured || wasHeard}
      onContinue={next}
    >
      {!isMeasured && (
        <Loudness
          level={level}
          sound={sound}
          onChange={setLevel}
          isPlaying={isPlaying}
          onPlaying={(plays) => {
            setIsPlaying(plays);
            if (plays) setWasHeard(true);
          }}
          wasHeard={wasHeard}
        />
      )}
      {wasHeard && hint && <p className={styles['advice']}>{messages(hint)}</p>}
      {sound.isMissing && <p className={styles['wrong']}>{messages('test.noSound')}</p>}
      <p className={styles['note']}>
        {messages(volume === null ? 'preflight.volumeFree' : 'preflight.volumeHeld')}
      </p>
    </PreflightStep>
  );
};
