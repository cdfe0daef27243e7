import { useId, useMemo } from 'react';
import type { Audiogram } from '../../../hearing/audiogram';
import { EARS } from '../../../hearing/hearing-test';
import {
  measuredSpan,
  pitchScale,
  referencePath,
  RIBBON,
  ribbonPaths,
  TICKS_HZ,
} from '../../../hearing/ribbon-shape';
import styles from './Ribbon.module.css';

interface Props {
  /** An ear without thresholds has no band. */
  readonly audiogram: Audiogram;
  /** What the picture says, in words. Without it the ribbon is decoration, and carries no scale. */
  readonly description?: string;
  /** Draws the median at 18 on decoration too, as the outline that a test fills. */
  readonly isOutlined?: boolean;
}

/** Share of the width over which a band runs out. */
const FADE = 0.14;
const WHOLE = [FADE, 1 - FADE] as const;

const tickLabel = (hz: number): string => (hz < 1000 ? `${hz}` : `${hz / 1000}k`);

/** The bands run out softly at both ends, where nothing was measured. */
const Fade = ({ id, span }: { readonly id: string; readonly span: readonly [number, number] }) => (
  <>
    <linearGradient id={`${id}-fade`}>
      <stop offset={Math.max(0, span[0] - FADE)} stopColor="#000" />
      <stop offset={span[0]} stopColor="#fff" />
      <stop offset={span[1]} stopColor="#fff" />
      <stop offset={Math.min(1, span[1] + FADE)} stopColor="#000" />
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
export const Ribbon = ({ audiogram, description, isOutlined = Boolean(description) }: Props) => {
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
        <Fade id={id} span={WHOLE} />
        {EARS.map((side) => {
          const span = measuredSpan(audiogram[side]);
          return span && <Fade key={side} id={`${id}-${side}`} span={span} />;
        })}
        <linearGradient id={`${id}-glow`} x1="0" y1="0" x2="0" y2="1">
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
      {EARS.map(
        (side) =>
          audiogram[side].length > 0 && (
            <g key={side} mask={`url(#${id}-${side}-mask)`}>
              <path
                d={paths[side]}
                fill={`url(#${id}-${side === 'right' ? 'glow' : 'hatch'})`}
                className={styles[side]}
              />
            </g>
          ),
      )}
      {isOutlined && (
        <g mask={`url(#${id}-mask)`}>
          {EARS.map((side) => (
            <path key={side} d={referencePath(side)} className={styles['reference']} />
          ))}
        </g>
      )}
    </svg>
  );
};
