import { useId, useMemo } from 'react';
import type { Audiogram } from '../../../hearing/audiogram';
import styles from './Ribbon.module.css';
import { pitchScale, referencePath, RIBBON, ribbonPaths, TICKS_HZ } from './ribbon-shape';

interface Props {
  readonly audiogram: Audiogram;
  /** What the picture says, in words. Without it the ribbon is decoration, and carries no scale. */
  readonly description?: string;
}

const tickLabel = (hz: number): string => (hz < 1000 ? `${hz}` : `${hz / 1000}k`);

/** The bands run out softly at both ends, where nothing was measured. */
const Fade = ({ id }: { readonly id: string }) => (
  <>
    <linearGradient id={`${id}-fade`}>
      <stop offset="0" stopColor="#000" />
      <stop offset="0.14" stopColor="#fff" />
      <stop offset="0.87" stopColor="#fff" />
      <stop offset="1" stopColor="#000" />
    </linearGradient>
    <mask id={`${id}-mask`} maskUnits="userSpaceOnUse" x="0" y="0" {...RIBBON}>
      <rect {...RIBBON} fill={`url(#${id}-fade)`} />
    </mask>
  </>
);

const Axis = () => (
  <g className={styles['axis']}>
    {TICKS_HZ.map((hz) => (
      <g key={hz}>
        <line x1={pitchScale(hz)} x2={pitchScale(hz)} y1={6} y2={RIBBON.height - 4} />
        <text x={pitchScale(hz)} y={RIBBON.height + 14}>
          {tickLabel(hz)}
        </text>
      </g>
    ))}
  </g>
);

/**
 * The two ears as bands over log frequency, their width the sensitivity: right solid and above, left hatched
 * and below. The dashed edge is the median at 18.
 */
export const Ribbon = ({ audiogram, description }: Props) => {
  const id = useId().replaceAll(/[^\w]/g, '');
  const paths = useMemo(() => ribbonPaths(audiogram), [audiogram]);
  const height = RIBBON.height + (description ? 22 : 0);
  return (
    <svg
      className={styles['ribbon']}
      viewBox={`0 0 ${RIBBON.width} ${height}`}
      {...(description
        ? { role: 'img', 'aria-label': description }
        : { 'aria-hidden': true, preserveAspectRatio: 'none' })}
    >
      <defs>
        <Fade id={id} />
        <linearGradient id={`${id}-right`} x1="0" y1="0" x2="0" y2="1">
          <stop className={styles['rightOuter']} offset="0" />
          <stop className={styles['rightInner']} offset="1" />
        </linearGradient>
        <pattern
          id={`${id}-hatch`}
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(38)"
        >
          <rect className={styles['leftGround']} width="6" height="6" />
          <rect className={styles['leftLine']} width="2" height="6" />
        </pattern>
      </defs>
      {description && <Axis />}
      <g mask={`url(#${id}-mask)`}>
        <path d={paths.right} fill={`url(#${id}-right)`} className={styles['right']} />
        <path d={paths.left} fill={`url(#${id}-hatch)`} className={styles['left']} />
        {description && (
          <>
            <path d={referencePath('right')} className={styles['reference']} />
            <path d={referencePath('left')} className={styles['reference']} />
          </>
        )}
      </g>
    </svg>
  );
};
