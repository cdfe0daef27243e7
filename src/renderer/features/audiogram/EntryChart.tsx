import { useRef, useState, type PointerEvent, type KeyboardEvent } from 'react';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { EARS, type Ear } from '../../../hearing/hearing-test';
import { useMessages } from '../../app/use-messages';
import { Button } from '../../components/Button';
import { Choice } from '../../components/Choice';
import { chartGeometry, GRID_HZ, LEVELS_DB, type ChartGeometry } from './chart-geometry';
import { ChartFrame } from './ChartFrame';
import { clearCell, drawableIn, levelIn, setCell, type Draft } from './draft';
import { EarCurves } from './EarCurve';
import { applyKey, toggleNoResponse, type Cursor } from './entry-keys';
import styles from './Bring.module.css';

interface Props {
  readonly draft: Draft;
  readonly onChange: (draft: Draft) => void;
}

/** What stands at a place, in words. */
const usePointText = (draft: Draft) => {
  const messages = useMessages();
  return (ear: Ear, hz: number): string => {
    const level = levelIn(draft, ear, hz);
    if (level === null) return messages('bring.pointNone');
    return messages(draft[ear][hz]?.isNoResponse ? 'bring.pointNotHeard' : 'bring.pointValue', {
      level: String(level),
    });
  };
};

/** One column of the chart as a slider: up is softer, as on paper. */
const Columns = ({
  draft,
  cursor,
  geometry: { x, plot },
  onFocus,
}: {
  readonly draft: Draft;
  readonly cursor: Cursor;
  readonly geometry: ChartGeometry;
  readonly onFocus: (hz: number) => void;
}) => {
  const messages = useMessages();
  const textAt = usePointText(draft);
  const { ear } = cursor;
  const width = x(GRID_HZ[2] ?? 0) - x(GRID_HZ[1] ?? 0);
  return GRID_HZ.map((hz) => (
    <g
      key={hz}
      role="slider"
      className={styles['column']}
      data-hz={hz}
      tabIndex={hz === cursor.hz ? 0 : -1}
      aria-label={messages('bring.pointLabel', {
        ear: messages(`profile.${ear}`),
        hz: String(hz),
      })}
      aria-orientation="vertical"
      aria-valuemin={LEVELS_DB.top}
      aria-valuemax={LEVELS_DB.bottom}
      aria-valuenow={levelIn(draft, ear, hz) ?? 0}
      aria-valuetext={textAt(ear, hz)}
      onFocus={() => onFocus(hz)}
    >
      <rect
        x={x(hz) - Math.min(width, 36) / 2}
        y={plot.top}
        width={Math.min(width, 36)}
        height={plot.bottom - plot.top}
        rx={4}
      />
    </g>
  ));
};

/** Where on the chart a pointer is. */
const placeOf = (event: PointerEvent<SVGSVGElement>) => {
  const box = event.currentTarget.getBoundingClientRect();
  const geometry = chartGeometry(box.width);
  return {
    hz: geometry.frequencyAt(event.clientX - box.left),
    level: geometry.levelAt(event.clientY - box.top),
  };
};

/** An audiogram drawn by hand: click or drag, or the keys of `applyKey`. */
export const EntryChart = ({ draft, onChange }: Props) => {
  const messages = useMessages();
  const textAt = usePointText(draft);
  const [cursor, setCursor] = useState<Cursor>({ ear: 'right', hz: 1000 });
  const dragging = useRef<number | null>(null);
  const ears = drawableIn(draft);
  const { ear, hz } = cursor;
  // Without scrolling: the point would jump away from under the pointer.
  const focus = (svg: Element, at: number): void =>
    svg.querySelector<SVGGElement>(`[data-hz="${at}"]`)?.focus({ preventScroll: true });

  const put = (event: PointerEvent<SVGSVGElement>): void => {
    if (dragging.current === null) return;
    onChange(setCell(draft, ear, dragging.current, { text: String(placeOf(event).level) }));
  };
  const press = (event: PointerEvent<SVGSVGElement>): void => {
    if (event.button !== 0) return;
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    const place = placeOf(event);
    dragging.current = place.hz;
    focus(event.currentTarget, place.hz);
    put(event);
  };
  const onKeyDown = (event: KeyboardEvent<SVGSVGElement>): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = applyKey(draft, cursor, event.key);
    if (next === null) return;
    event.preventDefault();
    setCursor(next.cursor);
    focus(event.currentTarget, next.cursor.hz);
    if (next.draft !== draft) onChange(next.draft);
  };

  return (
    <div className={styles['drawing']}>
      <div className={styles['tools']}>
        <Choice
          label={messages('bring.ear')}
          value={ear}
          options={EARS.map((each) => [each, messages(`profile.${each}`)] as const)}
          onChange={(next) => setCursor({ ear: next, hz })}
        />
        <p className="quiet">{messages('bring.chartHint')}</p>
        <p className={styles['readout']} aria-hidden="true">
          {hz} Hz: {textAt(ear, hz)}
        </p>
        <div className="buttons">
          <ToggleButton
            className={styles['toggle'] ?? ''}
            isSelected={draft[ear][hz]?.isNoResponse ?? false}
            onChange={() => onChange(toggleNoResponse(draft, cursor))}
          >
            {messages('bring.markNotHeard')}
          </ToggleButton>
          <Button
            isDisabled={draft[ear][hz] === undefined}
            onPress={() => onChange(clearCell(draft, ear, hz))}
          >
            {messages('bring.takeAway')}
          </Button>
        </div>
      </div>
      <ChartFrame
        isAbsolute
        role="group"
        aria-label={messages('bring.chartLabel', { ear: messages(`profile.${ear}`) })}
        onPointerDown={press}
        onPointerMove={put}
        onPointerUp={() => {
          dragging.current = null;
        }}
        onKeyDown={onKeyDown}
      >
        {(geometry) => (
          <>
            <Columns
              draft={draft}
              cursor={cursor}
              geometry={geometry}
              onFocus={(at) => setCursor({ ear, hz: at })}
            />
            <g className={styles['still']}>
              <EarCurves ears={ears} geometry={geometry} onTop={ear} />
            </g>
          </>
        )}
      </ChartFrame>
    </div>
  );
};
