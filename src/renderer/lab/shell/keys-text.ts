const isMac = navigator.userAgent.includes('Mac');

/** Keys as this computer's keyboard names them. */
export const keysText = (keys: string): string =>
  isMac ? keys.replace('Ctrl', '⌘').replace('Alt', '⌥').replace('Shift', '⇧') : keys;
