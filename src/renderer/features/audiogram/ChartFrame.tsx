import type { ReactNode, SVGAttributes } from 'react';
import { useMessages } from '../../app/use-messages';
import {
  chartGeometry,
  GRID_HZ,
  LEVELS_DB,
  OCTAVES_HZ,
  type ChartGeometry,
} from './chart-geometry';
import styles from './Chart.module.css';
import { useWidth } from './use-width';

interface Props extends Omit<SVGAttributes<SVGSVGElement>, 'children'> {
  /** False where levels are only relative to each other. */
  readonly isAbsolute: boolean;
  readonly children: (geometry: ChartGeometry) => ReactNode;
}

const OCTAVES: ReadonlySet<number> = new Set(OCTAVES_HZ);

const levels = Array.from(
  { length: (LEVELS_DB.bottom - LEVELS_DB.top) / LEVELS_DB.step + 1 },
  (_, index) => LEVELS_DB.top + index * LEVELS_DB.step,
);

const Grid = ({ x, y, plot }: ChartGeometry) => (
  <>
    {GRID_HZ.map((hz) => (
      <line
        key={hz}
        className={`${styles['grid']} ${OCTAVES.has(hz) ? '' : styles['half']}`}
        x1={x(hz)}
        x2={x(hz)}
        y1={plot.top}
        y2={plot.bottom}
      />
    ))}
    {levels.map((db) => (
      <line
        key={db}
        className={`${styles['grid']} ${db === 0 ? styles['zero'] : ''}`}
        x1={plot.left}
        x2={plot.right}
        y1={y(db)}
        y2={y(db)}
      />
    ))}
    <rect
      className={styles['frame']}
      x={plot.left}
      y={plot.top}
      width={plot.right - plot.left}
      height={plot.bottom - plot.top}
    />
  </>
);

const Labels = ({ x, y, plot, isAbsolute }: ChartGeometry & Pick<Props, 'isAbsolute'>) => {
  const messages = useMessages();
  return (
    <g className={styles['labels']} aria-hidden="true">
      <text x={plot.left} y={13} className={styles['axis']}>
        {messages(isAbsolute ? 'audiogram.axisLevel' : 'audiogram.axisRelative')}
      </text>
      <text x={plot.right} y={13} className={`${styles['axis']} ${styles['end']}`}>
        {messages('audiogram.axisFrequency')}
      </text>
      {OCTAVES_HZ.map((hz) => (
        <text key={hz} x={x(hz)} y={plot.top - 10} className={styles['middle']}>
          {hz}
        </text>
      ))}
      {levels.map((db) => (
        <text key={db} x={plot.left - 10} y={y(db)} dy="0.35em" className={styles['end']}>
          {db < 0 ? `\u2212${-db}` : db}
        </text>
      ))}
    </g>
  );
};

/** The empty chart as professionals draw it, as wide as its place; what is drawn in it comes as children. */
export const ChartFrame = ({ isAbsolute, children, ...svg }: Props) => {
  const [box, width] = useWidth();
  const geometry = chartGeometry(width);
  return (
    <div ref={box} className={styles['box']}>
      <svg {...svg} className={styles['chart']} viewBox={`0 0 ${width} ${geometry.height}`}>
        <Grid {...geometry} />
        <Labels {...geometry} isAbsolute={isAbsolute} />
        {children(geometry)}
      </svg>
    </div>
  );
};
