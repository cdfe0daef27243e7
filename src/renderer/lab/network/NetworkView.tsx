import { FAULT_PRESETS } from '../../../contract/lab-words';
import { action } from '../../app/action';
import { useView } from '../../bridge/use-view';
import { Button } from '../../components/Button';
import { lab } from '../shell/lab-api';
import { LabView } from '../shell/LabView';
import { useLabMessages } from '../shell/use-lab-messages';
import { ActiveFaults } from './ActiveFaults';
import { FaultForm } from './FaultForm';
import styles from './Network.module.css';

const clearFaults = action('clearFaults', lab.labNetwork.clear);
const switchOn = action('usePreset', lab.labNetwork.usePreset);

const Presets = () => {
  const messages = useLabMessages();
  return (
    <section aria-labelledby="presets">
      <h2 id="presets">{messages('labNetwork.presets')}</h2>
      <ul className={styles['presets']}>
        {FAULT_PRESETS.map((preset) => (
          <li key={preset}>
            <Button aria-describedby={`preset-${preset}`} onPress={() => switchOn({ preset })}>
              {messages(`labNetwork.preset.${preset}`)}
            </Button>
            <p id={`preset-${preset}`}>{messages(`labNetwork.presetHint.${preset}`)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
};

/** Faults on purpose: what is on, sets of them, and one by one. */
export const NetworkView = () => {
  const messages = useLabMessages();
  const faults = useView(lab.labNetwork)?.faults;
  return (
    <LabView
      name="network"
      title={messages('labNetwork.title')}
      toolbar={
        <Button isDisabled={!faults || faults.length === 0} onPress={() => clearFaults()}>
          {messages('labNetwork.clear')}
        </Button>
      }
    >
      <div className={styles['network']}>
        <p className={styles['lead']}>{messages('labNetwork.lead')}</p>
        {faults && <ActiveFaults faults={faults} />}
        <Presets />
        <FaultForm />
      </div>
    </LabView>
  );
};
