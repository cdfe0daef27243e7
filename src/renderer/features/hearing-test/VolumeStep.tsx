import { useId, useRef, useState } from 'react';
import { useMessages } from '../../app/use-messages';
import { SPEECH_LEVEL_DB_FS } from '../../audio/speech-level';
import type { RunningSpeech } from '../../audio/test-audio';
import { companion } from '../../bridge/companion';
import { Button } from '../../components/Button';
import { useOutput } from './OutputFacts';
import { PreflightStep, type StepProps } from './PreflightStep';
import { useSound } from './use-sound';
import styles from './Checks.module.css';
import words from './Words.module.css';

const { least, most } = SPEECH_LEVEL_DB_FS;
/** Outside these levels the system's volume is so high or low that soft or loud tones would suffer. */
const GOOD_DB_FS = { least: -50, most: -27 } as const;

const hintFor = (level: number) => {
  if (level < GOOD_DB_FS.least) return 'preflight.volumeHigh';
  return level > GOOD_DB_FS.most ? 'preflight.volumeLow' : null;
};

interface LoudnessProps extends Pick<StepProps, 'calibration'> {
  readonly level: number;
  readonly onChange: (level: number) => void;
  readonly wasHeard: boolean;
  readonly onHeard: () => void;
}

/** Noise like speech, with a control for its loudness. */
const Loudness = ({ calibration, level, onChange, wasHeard, onHeard }: LoudnessProps) => {
  const messages = useMessages();
  const id = useId();
  const [isPlaying, setIsPlaying] = useState(false);
  // Silenced, the button must say so too.
  const sound = useSound(calibration, () => setIsPlaying(false));
  const speech = useRef<RunningSpeech | null>(null);
  const hint = wasHeard && hintFor(level);
  const toggle = async (): Promise<void> => {
    if (isPlaying) {
      speech.current?.stop();
      setIsPlaying(false);
      return;
    }
    const plays = await sound.play(({ checks }) => {
      speech.current = checks.speech(level);
    });
    setIsPlaying(plays);
    if (plays) onHeard();
  };
  return (
    <>
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
      {hint && <p className={words['advice']}>{messages(hint)}</p>}
      {sound.isMissing && <p className={words['wrong']}>{messages('test.noSound')}</p>}
    </>
  );
};

/** Finds the volume by ear, or keeps the one that was measured, and has it held where the system lets it. */
export const VolumeStep = ({ setup, calibration, onContinue, ...frame }: StepProps) => {
  const messages = useMessages();
  const output = useOutput();
  const [level, setLevel] = useState(setup.speechDbFs);
  const [wasHeard, setWasHeard] = useState(false);
  const isMeasured = setup.draft.type === 'measured';
  const volume = output?.volume ?? null;
  const next = (): void => {
    // Set where it is: from then on a change is noticed.
    if (volume !== null) {
      void companion.tests.output().then((now) => {
        const held = now.ok ? now.value.volume : null;
        return held === null ? undefined : companion.tests.setVolume({ volume: Math.min(1, held) });
      });
    }
    onContinue({ speechDbFs: level });
  };
  return (
    <PreflightStep
      step="volume"
      frame={frame}
      {...(isMeasured && { lead: messages('preflight.volumeMeasured') })}
      isReady={isMeasured || wasHeard}
      onContinue={next}
    >
      {!isMeasured && (
        <Loudness
          calibration={calibration}
          level={level}
          onChange={setLevel}
          wasHeard={wasHeard}
          onHeard={() => setWasHeard(true)}
        />
      )}
      <p className="quiet">
        {messages(volume === null ? 'preflight.volumeFree' : 'preflight.volumeHeld')}
      </p>
    </PreflightStep>
  );
};
