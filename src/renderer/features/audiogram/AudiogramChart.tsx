import { EARS, type EarThresholds, type HearingTest } from '../../../hearing/hearing-test';
import { ChartFrame } from './ChartFrame';
import { linePath, medianOf } from './chart-series';
import { EarCurve } from './EarCurve';
import { hasLevels } from './test-words';
import styles from './Chart.module.css';

interface Props {
  readonly test: HearingTest;
  /** Older tests, drawn faintly behind. */
  readonly earlier?: readonly EarThresholds[];
  /** What the picture says, in words. */
  readonly description: string;
}

/** A hearing test as professionals draw it, the median of the person's age beside it. */
export const AudiogramChart = ({ test, earlier = [], description }: Props) => {
  const absolute = hasLevels(test);
  const tone = test.source === 'age' ? 'estimate' : 'plain';
  return (
    <ChartFrame isAbsolute={absolute} role="img" aria-label={description}>
      {(geometry) => (
        <>
          {tone === 'plain' && absolute && (
            <path className={styles['median']} d={linePath(geometry, medianOf(test))} />
          )}
          {earlier.map((ears, index) =>
            EARS.map((ear) => (
              <EarCurve
                key={`${index}-${ear}`}
                ear={ear}
                thresholds={ears[ear]}
                geometry={geometry}
                tone="faint"
              />
            )),
          )}
          {EARS.map((ear) => (
            <EarCurve
              key={ear}
              ear={ear}
              thresholds={test.ears[ear]}
              geometry={geometry}
              tone={tone}
            />
          ))}
        </>
      )}
    </ChartFrame>
  );
};
