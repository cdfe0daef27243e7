import { FAULT_PRESETS } from '../../../contract/lab-words';
import { Button } from '../../components/Button';
import { lab } from '../shell/lab-api';
import { LabView } from '../shell/LabView';
import { useLabMessages } from '../shell/use-lab-messages';
import { runLab } from '../stores/lab-ui-store';
import { ActiveFaults } from './ActiveFaults';
import { FaultForm } from './FaultForm';
import { useNetwork } from './use-network';
import styles from './Network.module.css';

const Presets = () => {
  const messages = useLabMessages();
  return (
    <section aria-labelledby="presets">
      <h2 id="presets">{messages('labNetwork.presets')}</h2>
      <ul className={styles['presets']}>
        {FAULT_PRESETS.map((preset) => (
          <li key={preset}>
            <Button
              aria-describedby={`preset-${preset}`}
              onPress={() => void runLab('usePreset', () => lab.labNetwork.usePreset({ preset }))}
            >
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
  const faults = useNetwork()?.faults;
  return (
    <LabView
      name="network"
      title={messages('labNetwork.title')}
      toolbar={
        <Button
          isDisabled={!faults || faults.length === 0}
          onPress={() => void runLab('clearFaults', lab.labNetwork.clear)}
        >
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
