import { describe, expect, it } from 'vitest';
import type { EarThreshold, EarThresholds } from '../../../hearing/hearing-test';
import {
  checkDraft,
  clearCell,
  draftOf,
  drawableIn,
  EMPTY_DRAFT,
  frequenciesOf,
  isEmpty,
  setCell,
  type Draft,
} from './draft';
import { applyKey, toggleNoResponse } from './entry-keys';

const NEEDED = [500, 1000, 2000, 4000];

const exactEar = (theta50DbHl: number): EarThreshold[] =>
  NEEDED.map((frequencyHz) => ({
    ...{ frequencyHz, theta50DbHl, sdDb: 1.234567, presentations: 7 },
    flag: frequencyHz === 4000 ? 'no-response' : 'floor',
  }));
const exact: EarThresholds = { right: exactEar(-12.3456789), left: exactEar(31.4159265) };

const typed = NEEDED.reduce<Draft>(
  (draft, hz) =>
    setCell(setCell(draft, 'right', hz, { text: '20' }), 'left', hz, { text: ' 30,0 ' }),
  EMPTY_DRAFT,
);
const codes = (draft: Draft) => checkDraft(draft).messages.map(({ code }) => code);

describe('a draft', () => {
  it('becomes the audiogram that was typed', () => {
    const { ears, messages } = checkDraft(typed);
    expect(messages).toEqual([]);
    expect(ears?.left.map(({ theta50DbHl }) => theta50DbHl)).toEqual([27.5, 27.5, 27.5, 27.5]);
  });

  it('keeps what a file said exactly, until a cell is touched', () => {
    const draft = draftOf(exact, 'relative');
    expect(checkDraft(draft)).toEqual({ ears: exact, levels: 'relative', messages: [] });
    const touched = checkDraft(setCell(draft, 'left', 500, { text: '35' })).ears;
    expect(touched?.left[0]).toMatchObject({ theta50DbHl: 32.5, sdDb: null, flag: 'ok' });
    expect(touched?.left.slice(1)).toEqual(exact.left.slice(1));
  });

  it('says what is missing, and what is wrong with which cell', () => {
    expect(codes(EMPTY_DRAFT)).toEqual(['missing', 'missing']);
    expect(checkDraft(setCell(typed, 'left', 250, { text: 'abc' }))).toMatchObject({
      ears: null,
      messages: [
        {
          code: 'bad-level',
          place: { type: 'cell', ear: 'left', frequencyHz: 250 },
          facts: { found: 'abc' },
        },
      ],
    });
    expect(codes(setCell(typed, 'left', 250, { text: '17' }))).toEqual(['off-grid']);
    expect(codes(setCell(typed, 'left', 250, { isNoResponse: true }))).toEqual(['bad-level']);
  });

  it('draws what can be drawn already, ascending', () => {
    const draft = setCell(setCell(EMPTY_DRAFT, 'right', 4000, { text: '40' }), 'right', 250, {
      text: '10',
    });
    const drawn = drawableIn(setCell(draft, 'right', 500, { text: '-' }));
    expect(drawn.right.map(({ frequencyHz }) => frequencyHz)).toEqual([250, 4000]);
    expect(drawn.left).toEqual([]);
  });

  it('forgets a cell that holds nothing', () => {
    const draft = setCell(EMPTY_DRAFT, 'left', 500, { text: '20', isNoResponse: true });
    expect(isEmpty(setCell(draft, 'left', 500, { text: '' }))).toBe(false);
    expect(isEmpty(clearCell(draft, 'left', 500))).toBe(true);
  });

  it('shows frequencies beyond the usual ones too', () => {
    expect(frequenciesOf(EMPTY_DRAFT)).toHaveLength(11);
    expect(frequenciesOf(setCell(EMPTY_DRAFT, 'left', 5000, { text: '1' }))).toContain(5000);
  });
});

describe('keys in the chart', () => {
  const cursor = { ear: 'right', hz: 1000 } as const;
  const press = (draft: Draft, ...keys: string[]) =>
    keys.reduce<{ draft: Draft; cursor: { ear: 'left' | 'right'; hz: number } }>(
      (state, key) => applyKey(state.draft, state.cursor, key) ?? state,
      { draft, cursor },
    );
  const cell = (draft: Draft, hz: number) => draft.right[hz];

  it('set a point, move it by 5 dB and stop at the edges', () => {
    expect(cell(press(EMPTY_DRAFT, 'Enter').draft, 1000)?.text).toBe('20');
    expect(cell(press(EMPTY_DRAFT, ' ', 'ArrowDown', 'ArrowDown').draft, 1000)?.text).toBe('30');
    const up = Array.from({ length: 20 }, () => 'ArrowUp');
    expect(cell(press(EMPTY_DRAFT, ...up).draft, 1000)?.text).toBe('-10');
    const down = Array.from({ length: 40 }, () => 'ArrowDown');
    expect(cell(press(EMPTY_DRAFT, ...down).draft, 1000)?.text).toBe('120');
  });

  it('start beside the nearest point', () => {
    const draft = setCell(setCell(EMPTY_DRAFT, 'right', 750, { text: '45' }), 'right', 8000, {
      text: '90',
    });
    expect(cell(press(draft, 'ArrowUp').draft, 1000)?.text).toBe('45');
    const silent = setCell(EMPTY_DRAFT, 'right', 750, { text: '0' });
    expect(cell(press(silent, 'ArrowUp').draft, 1000)?.text).toBe('0');
  });

  it('change the pitch without changing a point', () => {
    const { draft, cursor: at } = press(typed, 'ArrowRight', 'ArrowRight');
    expect([draft, at.hz]).toEqual([typed, 2000]);
    const far = Array.from({ length: 20 }, () => 'ArrowLeft');
    expect(press(typed, ...far).cursor.hz).toBe(125);
  });

  it('mark a point as not heard and back, and take it away', () => {
    expect(cell(press(EMPTY_DRAFT, 'n').draft, 1000)).toMatchObject({
      text: '20',
      isNoResponse: true,
    });
    expect(toggleNoResponse(press(typed, 'N').draft, cursor).right[1000]?.isNoResponse).toBe(false);
    expect(cell(press(typed, 'Delete').draft, 1000)).toBeUndefined();
  });

  it('leave every other key alone', () => {
    expect(applyKey(typed, cursor, 'Tab')).toBeNull();
  });
});
