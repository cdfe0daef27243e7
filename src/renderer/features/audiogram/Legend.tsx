import type { ReactNode } from 'react';
import { EARS, type Ear, type HearingTest } from '../../../hearing/hearing-test';
import { useMessages } from '../../app/use-messages';
import { EarSymbol, NoResponseArrow } from './EarCurve';
import { hasLevels } from './test-words';
import chart from './Chart.module.css';
import styles from './Audiogram.module.css';

const Sign = ({ text, children }: { readonly text: string; readonly children: ReactNode }) => (
  <li>
    <svg width="30" height="24" viewBox="0 0 30 24" aria-hidden="true">
      {children}
    </svg>
    {text}
  </li>
);

/** What the signs in a chart stand for; only those that are in it. */
export const Legend = ({
  test,
  hasEarlier = false,
}: {
  readonly test: HearingTest;
  readonly hasEarlier?: boolean;
}) => {
  const messages = useMessages();
  const all = [...test.ears.right, ...test.ears.left];
  const unheard: Ear | undefined = EARS.find((ear) =>
    test.ears[ear].some(({ flag }) => flag === 'no-response'),
  );
  return (
    <ul className={styles['legend']}>
      {EARS.map((ear) => (
        <Sign key={ear} text={messages(`profile.${ear}`)}>
          <g className={chart[ear]}>
            <path className={chart['line']} d={ear === 'right' ? 'M0 11H8M22 11H30' : 'M0 11H30'} />
            <EarSymbol ear={ear} x={15} y={11} />
          </g>
        </Sign>
      ))}
      {unheard && (
        <Sign text={messages('audiogram.noResponse')}>
          <g className={chart[unheard]}>
            <EarSymbol ear={unheard} x={15} y={8} />
            <NoResponseArrow ear={unheard} x={15} y={8} />
          </g>
        </Sign>
      )}
      {all.some(({ sdDb }) => sdDb !== null) && (
        <li>
          <span className={styles['shade']} aria-hidden="true" />
          {messages('audiogram.spread')}
        </li>
      )}
      {test.source !== 'age' && hasLevels(test) && (
        <Sign text={messages('audiogram.median')}>
          <path className={chart['median']} d="M0 11H30" />
        </Sign>
      )}
      {hasEarlier && (
        <Sign text={messages('audiogram.earlier')}>
          <g className={`${chart['left']} ${chart['faint']}`}>
            <path className={chart['line']} d="M0 14L30 8" />
          </g>
        </Sign>
      )}
    </ul>
  );
};
