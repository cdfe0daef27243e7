import { runMain } from './report';
import { provideRuntime } from './runtime/provide';

await runMain(async () => {
  const { executable } = await provideRuntime();
  process.stdout.write(`${executable}\n`);
  return 0;
});
