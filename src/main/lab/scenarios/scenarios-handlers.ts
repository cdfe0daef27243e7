import type { labScenarios } from '../../../contract/ipc/lab/scenarios';
import type { HandlersOf } from '../../../contract/ipc/define';
import type { Snapshot } from '../../../contract/ipc/snapshot';
import { createLabMessages } from '../../../messages/lab-catalogue';
import type { Desktop } from '../../app/desktop';
import { writeExport } from '../../app/write-export';
import type { LabScenarios } from './lab-scenarios';
import { htmlOf } from './report/html';
import { junitOf } from './report/junit';

interface ScenariosHandlersDeps {
  readonly scenarios: LabScenarios;
  readonly desktop: Pick<Desktop, 'chooseSaveFile'>;
  /** The app's name. */
  readonly product: string;
  readonly snapshot: () => Pick<Snapshot, 'language' | 'versions'>;
}

/** Answers the scenarios' calls. */
export const createScenariosHandlers = ({
  scenarios,
  desktop,
  product,
  snapshot,
}: ScenariosHandlersDeps): HandlersOf<{ labScenarios: typeof labScenarios }>['labScenarios'] => {
  const reportOf = (format: 'html' | 'junit'): string => {
    const { language, versions } = snapshot();
    const messages = createLabMessages(language);
    const { results, startedAt } = scenarios.view();
    if (format === 'junit') return junitOf(results, messages, startedAt ?? 0);
    const runtime = `Electron ${versions.electron}`;
    return htmlOf(results, messages, {
      ...{ language, startedAt: startedAt ?? 0, product },
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
      const messages = createLabMessages(snapshot().language);
      const extension = format === 'html' ? 'html' : 'xml';
      const file = await desktop.chooseSaveFile(
        messages('labScenarios.report.title'),
        `scenarios.${extension}`,
      );
      if (file === null) return 'cancelled';
      await writeExport(file, reportOf(format));
      return 'saved';
    },
  };
};
