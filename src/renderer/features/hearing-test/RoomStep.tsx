import { useEffect, useRef, useState } from 'react';
import { TESTABLE_FREQUENCIES_HZ } from '../../../hearing/threshold-test/config';
import { useMessages } from '../../app/use-messages';
import { openRoomNoise } from '../../audio/room-noise';
import { companion } from '../../bridge/companion';
import { Button } from '../../components/Button';
import { PreflightStep, type StepProps } from './PreflightStep';
import words from './Words.module.css';

/** Listens to the room for five seconds if the person wants it, and then throughout the test. */
export const RoomStep = ({ room, onRoom, onContinue, ...frame }: StepProps) => {
  const messages = useMessages();
  const [state, setState] = useState<'idle' | 'listening' | 'refused'>('idle');
  const leaving = useRef<AbortController | null>(null);
  useEffect(() => () => leaving.current?.abort(), []);

  const listen = async (): Promise<void> => {
    const controller = new AbortController();
    leaving.current = controller;
    setState('listening');
    const listening = await companion.tests
      .allowMicrophone({ allowed: true })
      .then(() => openRoomNoise(TESTABLE_FREQUENCIES_HZ, controller.signal))
      .catch(() => null);
    // What listens goes on; nothing else may begin to.
    void companion.tests.allowMicrophone({ allowed: false });
    if (controller.signal.aborted) {
      listening?.close();
      return;
    }
    if (listening) onRoom(listening);
    setState(listening ? 'idle' : 'refused');
  };

  const isListening = state === 'listening';
  return (
    <PreflightStep
      step="room"
      frame={frame}
      action={messages(room ? 'app.continue' : 'preflight.skip')}
      isReady={!isListening}
      onContinue={() => onContinue()}
    >
      <div>
        <Button isPending={isListening} onPress={() => void listen()}>
          {messages(room ? 'preflight.again' : 'preflight.listen')}
        </Button>
      </div>
      <p role="status" className={room && !isListening ? words['good'] : words['advice']}>
        {isListening && messages('preflight.listening')}
        {!isListening && room && messages(`preflight.room.${room.loudness}`)}
        {state === 'refused' && !room && messages('preflight.roomRefused')}
      </p>
      <p className="quiet">{messages('preflight.roomPrivate')}</p>
    </PreflightStep>
  );
};
