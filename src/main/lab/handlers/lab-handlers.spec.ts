import { expect, it, vi } from 'vitest';
import { setUpHandlers } from '../../handlers/spec-support/handlers-bench';
import { anId, startLab } from '../spec-support/lab-bench';
import { createLabHandlers } from './lab-handlers';

const setUp = async () => {
  const bench = setUpHandlers();
  bench.keyring.state = 'none';
  const { lab, deps, companion, ...run } = await startLab(bench);
  const startAnew = vi.fn();
  const handlers = createLabHandlers(lab, { ...deps, startAnew });
  return { ...run, companion, startAnew, handlers };
};

it('does not start again while the only copy of an id is in memory', async () => {
  const { handlers, startAnew, makeUser, companion } = await setUp();
  await makeUser();
  await expect(handlers.useEmbedded()).rejects.toThrow('secrets/no-keyring');
  expect(startAnew).not.toHaveBeenCalled();
  await companion.secrets.allowKeyFile();
  await handlers.useEmbedded();
  expect(startAnew).toHaveBeenCalledOnce();
});

it('nor while ids of the table are there alone, but with none of them', async () => {
  const { handlers, startAnew, paste, ids, keyOf } = await setUp();
  await paste(`A,${anId()}`);
  await expect(handlers.useEmbedded()).rejects.toThrow('secrets/no-keyring');
  await ids.remove({ keys: [keyOf('A')] });
  await handlers.useEmbedded();
  expect(startAnew).toHaveBeenCalledOnce();
});
