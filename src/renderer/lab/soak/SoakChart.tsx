import { useWidth } from '../../features/audiogram/use-width';
import { useLabMessages } from '../shell/use-lab-messages';
import { CHART, layOut, type Point } from './curve';
import styles from './Soak.module.css';

interface Props {
  readonly title: string;
  /** The same in words, for who does not see the curves. */
  readonly text: string;
  /** Two curves at most: the first is drawn as a line, the second dashed. */
  readonly curves: readonly { readonly name: string; readonly points: readonly Point[] }[];
  readonly format: (value: number) => string;
}

/** Curves over time, growing while a soak runs. */
export const SoakChart = ({ title, text, curves, format }: Props) => {
  const messages = useLabMessages();
  const [box, width] = useWidth();
  const chart = layOut(
    curves.map(({ points }) => points),
    width,
  );
  const { height, left, right, bottom } = CHART;
  return (
    <figure className={styles['chart']}>
      <figcaption>
        <strong>{title}</strong>
        {curves.map(({ name }, index) => (
          <span key={name} className={styles['key']} data-curve={index}>
            <svg width="22" height="8" aria-hidden="true">
              <path d="M1 4h20" />
            </svg>
            {name}
          </span>
        ))}
      </figcaption>
      <div ref={box}>
        <svg width={width} height={height} role="img" aria-label={`${title}: ${text}`}>
          {chart.rows.map(({ at, value }) => (
            <g key={value}>
              <path className={styles['grid']} d={`M${left} ${at}H${width - right}`} />
              <text x={left - 8} y={at + 4} textAnchor="end">
                {format(value)}
              </text>
            </g>
          ))}
          {chart.columns.map(({ at, value }) => (
            <text key={value} x={at} y={height - bottom + 16} textAnchor="middle">
              {messages('labSoak.seconds', { value: String(value / 1000) })}
            </text>
          ))}
          {chart.paths.map((path, index) => (
            <path key={index} className={styles['curve']} data-curve={index} d={path} />
          ))}
        </svg>
      </div>
    </figure>
  );
};
