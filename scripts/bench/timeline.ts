import { createTestHome } from '../../e2e/support/test-home';
import type { Setting } from './setting';
import { runApp } from './start-electron';
import { rounded } from './statistics';

/** Milliseconds a frame may take at the 95th percentile. */
const BAR_MS = 33;

/** The value that this share of all does not exceed; NaN when there is none. */
const percentile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(values.length * share) - 1)] ?? NaN;

/** The Lab's timeline scrolled with as many events as the journal keeps: milliseconds between frames. */
export const benchTimeline = async (setting: Setting) => {
  const home = createTestHome(setting.desktop.user);
  try {
    await runApp(setting, setting.app, home, 'onboard');
    const { report } = await runApp(setting, setting.app, home, 'timeline');
    const { idle = [], frames = [], events = 0, openMs = NaN } = report;
    const p95 = percentile(frames, 0.95);
    return {
      ratio: rounded(p95 / BAR_MS),
      limit: 1,
      p50FrameMs: rounded(percentile(frames, 0.5), 2),
      p95FrameMs: rounded(p95, 2),
      maxFrameMs: rounded(percentile(frames, 1), 2),
      idleP95FrameMs: rounded(percentile(idle, 0.95), 2),
      frames: frames.length,
      events,
      openMs: rounded(openMs, 0),
      runs: 1,
    };
  } finally {
    await home.remove();
  }
};
