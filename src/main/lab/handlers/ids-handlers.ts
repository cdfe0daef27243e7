import type { labContract } from '../../../contract/ipc/lab-contract';
import type { HandlersOf } from '../../../contract/ipc/define';
import { AppError } from '../../../contract/errors';
import { CLIPBOARD_SECONDS } from '../../app/clipboard-key';
import { requireAcceptedYear } from '../../handlers/require-accepted-year';
import type { Lab, LabDeps } from '../create-lab';
import { parseLines, tidyLabel } from '../ids/parse-lines';
import { createSetFiles } from '../ids/set-files';

/** Answers the `labIds` calls. */
export const createLabIdsHandlers = (
  lab: Lab,
  deps: LabDeps,
): HandlersOf<typeof labContract>['labIds'] => {
  const { table } = lab;
  const { desktop, clipboardKey, companion } = deps;
  const files = createSetFiles({ ...lab, ...deps });

  return {
    async list() {
      await lab.ready;
      return { revision: table.revision(), ids: [...table.view()] };
    },
    async paste() {
      const candidates = parseLines(await desktop.readClipboard());
      return lab.add(candidates);
    },
    async addCurrent({ label }) {
      const user = companion.core.userController.mimiUser.state.value;
      if (user === null) throw new AppError('session/no-user');
      const { anonymousId } = user;
      await lab.add([
        { line: 1, label: tidyLabel(label), anonymousId, service: null, product: null },
      ]);
    },
    async createUsers(wish) {
      const { yearOfBirth } = wish;
      if (yearOfBirth !== undefined) requireAcceptedYear(yearOfBirth, companion.currentYear());
      return lab.createUsers(wish);
    },
    rename: async ({ key, label }) => {
      table.find(key);
      await table.changeRow(key, (id) => ({ ...id, label: tidyLabel(label) }));
    },
    async move({ key, to }) {
      table.find(key);
      await table.change((ids) => {
        // As it is when its turn has come: what was removed meanwhile stays so.
        const row = ids.find((id) => id.key === key);
        return row ? ids.filter((id) => id !== row).toSpliced(to, 0, row) : ids;
      });
    },
    async remove({ keys }) {
      const gone = new Set(keys);
      await table.change((ids) => ids.filter((id) => !gone.has(id.key)));
    },
    reveal: ({ key }) => deps.reveal(table.find(key)),
    async copy({ key }) {
      await clipboardKey.copy(table.find(key).anonymousId);
      return { clearsAfterSeconds: CLIPBOARD_SECONDS };
    },
    swap: ({ key }) => lab.swap.byKey(key),
    swapClipboard: async () => lab.swap.text(await desktop.readClipboard()),
    exportSet: (wish) => files.exportSet(wish),
    chooseImport: () => files.chooseImport(),
    openImport: ({ passphrase }) => files.openImport(passphrase),
    commitImport: ({ importKey }) => files.commitImport(importKey),
    dropImport: () => files.dropImport(),
  };
};
