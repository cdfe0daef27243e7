import { useId, type ReactNode } from 'react';
import type { ProfileSide } from '../../../contract/ipc/partner';
import { useDate } from '../../app/use-date';
import { useMessages } from '../../app/use-messages';
import { sayBeside } from './say-beside';
import styles from './Partner.module.css';

interface Props {
  readonly title: string;
  readonly side: ProfileSide;
  /** The other one, whose times are compared with these; null when it is gone. */
  readonly beside: ProfileSide | null;
  readonly isHere?: true;
  readonly children: ReactNode;
}

const BASES = {
  ptt: 'partner.basisTest',
  import: 'partner.basisImport',
  age: 'partner.basisAge',
} as const;

/** One of two profiles: what tells them apart, and the way to choose it. */
export const Side = ({ title, side, beside, isHere, children }: Props) => {
  const messages = useMessages();
  const date = useDate();
  const id = useId();
  const { basis, madeAt, testedAt, usedAt } = side;
  const say = (time: number, of: 'madeAt' | 'testedAt' | 'usedAt'): string =>
    sayBeside(date, time, beside?.[of] ?? null);
  const used = usedAt === null ? messages('partner.usedUnknown') : say(usedAt, 'usedAt');
  const facts = [
    [messages('partner.madeAt'), say(madeAt, 'madeAt')],
    [messages('partner.basis'), messages(basis === null ? 'partner.basisNone' : BASES[basis])],
    [
      messages('partner.tests'),
      testedAt === null
        ? messages('partner.testNone')
        : messages('partner.testCount', {
            date: say(testedAt, 'testedAt'),
            count: side.tests,
          }),
    ],
    [messages('partner.usedAt'), isHere ? messages('partner.usedNow') : used],
  ] as const;
  return (
    <section className={styles['side']} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p className="key-mask">
        <span aria-hidden="true">{side.maskedId}</span>
        <span className="visually-hidden">
          {messages('key.masked', { tail: side.maskedId.slice(-4) })}
        </span>
      </p>
      <dl>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {children}
    </section>
  );
};
