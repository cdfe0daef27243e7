import type { Audiogram } from '../../../hearing/audiogram';
import styles from './ChooseStart.module.css';

const ear = (points: readonly (readonly [hz: number, db: number])[]) =>
  points.map(([frequencyHz, thresholdDbHl]) => ({ frequencyHz, thresholdDbHl }));

/** Nobody's hearing, half found: the ribbon as it grows in a test, dB HL. */
export const HALF_FOUND: Audiogram = {
  right: ear([
    [500, 4],
    [1000, 2],
    [2000, 12],
    [4000, 34],
    [8000, 46],
  ]),
  left: ear([
    [1000, 4],
    [2000, 8],
  ]),
};

/** A small audiogram: circles for the right ear, crosses for the left. */
export const ChartPicture = () => (
  <svg viewBox="0 0 132 72" className={styles['small']} aria-hidden="true">
    <path
      className={styles['grid']}
      d="M6 12h120M6 36h120M6 60h120M26 4v64M56 4v64M86 4v64M116 4v64"
    />
    <path className={styles['rightLine']} d="M26 16 56 20 86 32 116 48" />
    {['26,16', '56,20', '86,32', '116,48'].map((at) => (
      <circle
        key={at}
        className={styles['circle']}
        r="4.6"
        cx={at.split(',')[0]}
        cy={at.split(',')[1]}
      />
    ))}
    <path className={styles['leftLine']} d="M26 22 56 30 86 42 116 60" />
    <path
      className={styles['cross']}
      d="m22 18 8 8m0-8-8 8M52 26l8 8m0-8-8 8M82 38l8 8m0-8-8 8M112 56l8 8m0-8-8 8"
    />
  </svg>
);

/** A median falling towards high pitch, with the spread of people around it. */
export const MedianPicture = () => (
  <svg viewBox="0 0 132 72" className={styles['small']} aria-hidden="true">
    <path className={styles['spread']} d="M6 8C46 9 86 14 126 34V70C86 42 46 27 6 24Z" />
    <path className={styles['median']} d="M6 16C46 17 86 25 126 52" />
  </svg>
);
