import type { SoakSample, SoakView as Soak } from '../../../contract/ipc/lab/soak';
import { action } from '../../app/action';
import { useView } from '../../bridge/use-view';
import { Button } from '../../components/Button';
import { lab } from '../shell/lab-api';
import { done } from '../shell/lab-said';
import { LabView } from '../shell/LabView';
import { useLabMessages } from '../shell/use-lab-messages';
import type { Point } from './curve';
import { useSoakDraft } from './soak-draft';
import { SoakChart } from './SoakChart';
import { SoakForm } from './SoakForm';
import styles from './Soak.module.css';

const stopSoak = action('stopSoak', lab.labSoak.stop);

const saveCsv = action('saveCsv', lab.labSoak.saveCsv, (saved) =>
  saved === 'saved' ? done((messages) => messages('labSoak.saved')) : null,
);

const megabytes = (bytes: number): string => (bytes / 1024 / 1024).toFixed(1);
const milliseconds = (ms: number | null): string => (ms === null ? '–' : ms.toFixed(1));

const pointsOf = (
  samples: readonly SoakSample[],
  value: (sample: SoakSample) => number | null,
): readonly Point[] => samples.map((sample) => ({ atMs: sample.atMs, value: value(sample) }));

const Numbers = ({ soak }: { readonly soak: Soak }) => {
  const messages = useLabMessages();
  const { p50Ms, p95Ms, maxMs, failed, perSecond } = soak;
  const told = (ms: number | null): string =>
    ms === null ? '–' : messages('labSoak.ms', { value: milliseconds(ms) });
  const facts = [
    ['median', told(p50Ms)],
    ['p95', told(p95Ms)],
    ['slowest', told(maxMs)],
    ['rate', perSecond.toFixed(1)],
    ['failed', String(failed)],
  ] as const;
  return (
    <dl className={styles['facts']}>
      {facts.map(([name, value]) => (
        <div key={name} data-fact={name} data-bad={name === 'failed' && failed > 0}>
          <dt>{messages(`labSoak.${name}`)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
};

const Charts = ({ samples }: { readonly samples: readonly SoakSample[] }) => {
  const messages = useLabMessages();
  const first = samples[0];
  const last = samples.at(-1);
  if (!first || !last || samples.length < 2)
    return <p className={styles['empty']}>{messages('labSoak.empty')}</p>;
  return (
    <>
      <SoakChart
        title={messages('labSoak.latency')}
        text={messages('labSoak.latencyText', {
          p50: milliseconds(last.p50Ms),
          p95: milliseconds(last.p95Ms),
          seconds: (last.atMs / 1000).toFixed(0),
        })}
        curves={[
          { name: messages('labSoak.median'), points: pointsOf(samples, ({ p50Ms }) => p50Ms) },
          { name: messages('labSoak.p95'), points: pointsOf(samples, ({ p95Ms }) => p95Ms) },
        ]}
        format={(value) => messages('labSoak.ms', { value: String(value) })}
      />
      <SoakChart
        title={messages('labSoak.memory')}
        text={messages('labSoak.memoryText', {
          heap: megabytes(last.heapBytes),
          resident: megabytes(last.residentBytes),
          first: megabytes(first.residentBytes),
        })}
        curves={[
          {
            name: messages('labSoak.heap'),
            points: pointsOf(samples, ({ heapBytes }) => heapBytes / 1024 / 1024),
          },
          {
            name: messages('labSoak.resident'),
            points: pointsOf(samples, ({ residentBytes }) => residentBytes / 1024 / 1024),
          },
        ]}
        format={(value) => messages('labSoak.megabytes', { value: String(value) })}
      />
    </>
  );
};

/** Swapping for a long time: what is asked for, how far it is, and what it costs. */
export const SoakView = () => {
  const messages = useLabMessages();
  const soak = useView(lab.labSoak);
  const draft = useSoakDraft();
  if (soak === null) return null;
  const { status, swaps, wanted } = soak;
  const isRunning = status === 'running' || status === 'preparing';
  return (
    <LabView
      name="soak"
      title={messages('labSoak.title')}
      aside={
        <span data-soak={status}>
          {messages(`labSoak.status.${status}`)}
          {status !== 'idle' && ` · ${messages('labSoak.progress', { done: swaps, wanted })}`}
        </span>
      }
      toolbar={
        <>
          <Button variant="quiet" isDisabled={isRunning || swaps === 0} onPress={() => saveCsv()}>
            {messages('labSoak.saveCsv')}
          </Button>
          {isRunning && <Button onPress={() => stopSoak()}>{messages('labSoak.stop')}</Button>}
        </>
      }
    >
      <div className={styles['soak']}>
        <div>
          <p className={styles['hint']}>{messages('labSoak.intro')}</p>
          <SoakForm
            draft={draft}
            onChange={(next) => useSoakDraft.setState(next)}
            isRunning={isRunning}
          />
        </div>
        <div className={styles['results']}>
          {status !== 'idle' && <Numbers soak={soak} />}
          <Charts samples={soak.samples} />
        </div>
      </div>
    </LabView>
  );
};
