import type { LabNetwork } from '../lab/network/lab-network';
import type { Companion } from './create-companion';

/** The Lab's windows as far as the app's frame knows them. */
interface LabWindows {
  open(): void;
  close(): void;
  dispose(): void;
}

interface LabSwitchDeps {
  readonly preferences: Pick<
    Companion['preferences'],
    'current' | 'onChanged' | 'switchLabOnForNow'
  >;
  readonly network: Pick<LabNetwork, 'clear'>;
  /** Loads the Lab: nothing of it is there before it is wanted. */
  readonly load: () => Promise<LabWindows>;
}

/** The way to the Lab while it is switched on. */
export interface LabSwitch {
  /** Opens its window, or brings it to the front; nothing happens while it is switched off. */
  open(): Promise<void>;
  /** As `open`, for a start with `--lab`, which in an unpackaged run switches it on for now. False: it was ignored. */
  openAtStart(isPackaged: boolean): Promise<boolean>;
  dispose(): Promise<void>;
}

/** Creates the switch; switching the Lab off closes its windows and ends its faults of the network. */
export const createLabSwitch = ({ preferences, network, load }: LabSwitchDeps): LabSwitch => {
  let loading: Promise<LabWindows> | null = null;
  const isOn = (): boolean => preferences.current().lab;
  let wasOn = isOn();

  const show = async (): Promise<void> => {
    // What failed to load is tried again.
    loading ??= load().catch((thrown: unknown) => {
      loading = null;
      throw thrown;
    });
    (await loading).open();
  };

  preferences.onChanged(({ lab }) => {
    if (wasOn && !lab) {
      // Without the Lab nobody could end them.
      network.clear();
      void loading?.then((windows) => windows.close());
    }
    wasOn = lab;
  });

  return {
    open: async () => {
      if (isOn()) await show();
    },
    async openAtStart(isPackaged) {
      if (!isOn() && isPackaged) return false;
      if (!isOn()) preferences.switchLabOnForNow();
      await show();
      return true;
    },
    dispose: async () => (await loading)?.dispose(),
  };
};
