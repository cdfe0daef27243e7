import { EARS, type Ear, type EarThresholds } from '../../../hearing/hearing-test';
import type { ChartGeometry } from './chart-geometry';
import { linePath, marksOf, runsOf, spreadPath, type Mark } from './chart-series';
import styles from './Chart.module.css';

/** Half the size of a symbol in pixels. */
const RADIUS = 7;
/** Length of an arrow to either side, short enough not to meet that of the other ear half an octave away. */
const ARROW = 9;

interface SignProps {
  readonly ear: Ear;
  readonly x: number;
  readonly y: number;
}

/** Right ear: a circle. Left ear: a cross. So drawn wherever audiograms are. */
export const EarSymbol = ({ ear, x, y }: SignProps) =>
  ear === 'right' ? (
    <circle className={styles['symbol']} cx={x} cy={y} r={RADIUS} />
  ) : (
    <path
      className={styles['symbol']}
      d={`M${x - RADIUS} ${y - RADIUS}l${2 * RADIUS} ${2 * RADIUS}m0 ${-2 * RADIUS}l${-2 * RADIUS} ${2 * RADIUS}`}
    />
  );

/** "Not heard at this level": down and outward, to the left for the right ear and to the right for the left. */
export const NoResponseArrow = ({ ear, x, y }: SignProps) => {
  const side = ear === 'right' ? -1 : 1;
  const start = RADIUS * (ear === 'right' ? Math.SQRT1_2 : 1);
  const tip = start + ARROW;
  return (
    <path
      className={styles['arrow']}
      data-arrow={ear}
      d={`M${x + side * start} ${y + start}L${x + side * tip} ${y + tip}m${-side * 6} 0h${side * 6}v-6`}
    />
  );
};

interface Props {
  readonly ears: EarThresholds;
  readonly geometry: ChartGeometry;
  /** `faint`: an earlier test, as lines only. `estimate`: nothing was measured, so the lines are broken. */
  readonly tone?: 'plain' | 'faint' | 'estimate';
  /** The ear drawn over the other one. */
  readonly onTop?: Ear;
}

interface CurveProps extends Required<Pick<Props, 'geometry' | 'tone'>> {
  readonly ear: Ear;
  readonly marks: readonly Mark[];
}

const Symbols = ({ ear, marks, geometry: { x, y } }: Omit<CurveProps, 'tone'>) =>
  marks.map(({ frequencyHz, dbHl, isNoResponse }) => (
    <g key={frequencyHz} data-point={`${ear}-${frequencyHz}`}>
      <EarSymbol ear={ear} x={x(frequencyHz)} y={y(dbHl)} />
      {isNoResponse && <NoResponseArrow ear={ear} x={x(frequencyHz)} y={y(dbHl)} />}
    </g>
  ));

const EarCurve = ({ ear, marks, geometry, tone }: CurveProps) => {
  const runs = runsOf(marks);
  return (
    <g className={`${styles[ear]} ${styles[tone]}`} data-tone={tone}>
      {tone === 'plain' &&
        runs.map((run, index) => (
          <path key={index} className={styles['spread']} d={spreadPath(geometry, run)} />
        ))}
      {runs.map((run, index) => (
        <path key={index} className={styles['line']} d={linePath(geometry, run)} />
      ))}
      {tone !== 'faint' && <Symbols ear={ear} marks={marks} geometry={geometry} />}
    </g>
  );
};

/** Thresholds of both ears: symbols, the line through what was heard, and how certain each is. */
export const EarCurves = ({ ears, geometry, tone = 'plain', onTop = 'left' }: Props) => {
  const order = onTop === 'left' ? EARS : EARS.toReversed();
  return order.map((ear) => (
    <EarCurve key={ear} ear={ear} marks={marksOf(ears[ear])} geometry={geometry} tone={tone} />
  ));
};
