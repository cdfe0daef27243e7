import type { LabApi } from '../../../contract/ipc/lab-contract';

declare global {
  interface Window {
    readonly lab: LabApi;
  }
}

/** What main offers the Lab's window. The one place that reads it from the page. */
export const lab: LabApi = window.lab;
