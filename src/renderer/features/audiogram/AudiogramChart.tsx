import type { EarThresholds, HearingTest } from '../../../hearing/hearing-test';
import { ChartFrame } from './ChartFrame';
import { linePath, medianOf } from './chart-series';
import { EarCurves } from './EarCurve';
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
          {earlier.map((ears, index) => (
            <EarCurves key={index} ears={ears} geometry={geometry} tone="faint" />
          ))}
          <EarCurves ears={test.ears} geometry={geometry} tone={tone} />
        </>
      )}
    </ChartFrame>
  );
};
