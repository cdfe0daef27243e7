import type { CompanionApi } from '../../contract/ipc/contract';

declare global {
  interface Window {
    readonly companion: CompanionApi;
  }
}

/** What main offers this window. The one place that reads it from the page. */
export const companion: CompanionApi = window.companion;
