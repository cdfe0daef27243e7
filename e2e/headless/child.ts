import { writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { toAppError } from '../../src/contract/errors';
import { checkUp } from './checkup';
import { compose, type Headless, type Step } from './compose';
import { perform } from './flows';
import { fingerprint, type Fact, type Flow, type Order } from './protocol';
import { whenAtRest } from '../../src/main/lab/scenarios/at-rest';

/** Written before anything else can happen: what was told before a kill was told. */
const tell = (fact: Fact): void => void writeSync(1, `${JSON.stringify(fact)}\n`);

/** Counts the steps of the flows and ends this process at the chosen one, as a power cut would. */
const createKillPoint = (killAt: number | null) => {
  let isArmed = false;
  let count = 0;
  const step: Step = (name) => {
    if (!isArmed) return;
    count += 1;
    tell({ fact: 'step', name });
    // The signal may take a moment to end every thread; nothing may happen meanwhile.
    while (count === killAt) process.kill(process.pid, 'SIGKILL');
  };
  return { step, arm: () => (isArmed = true) };
};

const tellUsers = ({ companion }: Headless): void => {
  let last: string | null | undefined;
  companion.core.userController.mimiUser.observe(({ value, loadingState }) => {
    const id = value && fingerprint(value.anonymousId);
    if (loadingState.type === 'InProgress' || id === last) return;
    last = id;
    tell({ fact: 'published', id });
  });
};

const runFlow = async (flow: Flow, headless: Headless): Promise<void> => {
  tell({ fact: 'asked', flow });
  try {
    await perform(flow, headless);
    tell({ fact: 'answered', flow });
  } catch (thrown) {
    tell({ fact: 'failed', flow, code: toAppError(thrown).code });
  }
  await whenAtRest(headless);
};

const runOrder = async (order: Order): Promise<void> => {
  const killPoint = createKillPoint(order.killAt);
  const headless = await compose(order, killPoint.step);
  tellUsers(headless);
  if (order.flows.includes('rest')) killPoint.arm();
  headless.companion.start();
  await headless.companion.core.ready;
  killPoint.arm();
  for (const flow of order.flows) await runFlow(flow, headless);
  tell({ fact: 'at rest' });
  await headless.companion.dispose();
};

/** Answers checkups one line each, one after the other, until its input ends. */
const answerCheckups = async (): Promise<void> => {
  for await (const line of createInterface({ input: process.stdin })) {
    const findings = await checkUp(JSON.parse(line) as Order);
    writeSync(1, `${JSON.stringify(findings)}\n`);
  }
};

const [order] = process.argv.slice(2);
await (order === undefined ? answerCheckups() : runOrder(JSON.parse(order) as Order));
