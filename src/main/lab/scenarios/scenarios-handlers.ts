import type { labContract } from '../../../contract/ipc/lab-contract';
import type { HandlersOf } from '../../../contract/ipc/define';
import { createLabMessages } from '../../../messages/lab-catalogue';
import { saveAs } from '../../app/write-export';
import type { Lab, LabDeps } from '../create-lab';
import { createLabScenarios } from './lab-scenarios';
import { makeScratchFolder } from './make-scratch-folder';
import { htmlOf } from './report/html';
import { junitOf } from './report/junit';
import { spawnUtility } from './spawn-utility';

/** Answers the `labScenarios` calls. */
export const createScenariosHandlers = (
  lab: Lab,
  { companion, clock, config, desktop, publish }: LabDeps,
): HandlersOf<typeof labContract>['labScenarios'] => {
  const scenarios = createLabScenarios({
    ...{ spawn: spawnUtility, makeFolder: () => makeScratchFolder(), clock, closed: lab.closed },
    changed: (view) => publish('labScenarios', 'changed', view),
  });

  const reportOf = (format: 'html' | 'junit'): string => {
    const { language, versions } = companion.snapshot();
    const messages = createLabMessages(language);
    const { results, startedAt } = scenarios.view();
    if (format === 'junit') return junitOf(results, messages, startedAt ?? 0);
    const runtime = `Electron ${versions.electron}`;
    return htmlOf(results, messages, {
      ...{ language, startedAt: startedAt ?? 0, product: config.product.name },
      versions: { app: versions.app, runtime },
    });
  };

  return {
    view: () => scenarios.view(),
    run: ({ names }) => {
      // Only its beginning is waited for; a refusal to begin is told at once.
      const ended = scenarios.run(names);
      return Promise.race([ended, Promise.resolve()]);
    },
    cancel: () => scenarios.cancel(),
    async saveReport({ format }) {
      const messages = createLabMessages(companion.snapshot().language);
      const fileName = format === 'html' ? 'scenarios.html' : 'scenarios.xml';
      return saveAs(desktop, messages('labScenarios.report.title'), fileName, async () =>
        reportOf(format),
      );
    },
  };
};
