import {
  isOfFormat,
  parseSealedFile,
  type PassphraseFormat,
  type SealedFile,
} from './passphrase-file-head';

/** Bytes of a whole kit at most: every hearing test the service keeps of one user fits. */
export const MAX_KIT_BYTES = 32 * 1024 * 1024;

/** A recovery kit among files with a passphrase. */
export const KIT_FORMAT: PassphraseFormat = {
  magic: 'MIMI RECOVERY KIT\n',
  maxBytes: MAX_KIT_BYTES,
  codes: {
    foreign: 'kit/not-a-kit',
    damaged: 'kit/damaged',
    newer: 'kit/newer-version',
    tooLarge: 'kit/too-large',
    wrongPassphrase: 'kit/wrong-passphrase',
  },
};

/** A kit as far as it can be read without its passphrase. */
export type SealedKit = SealedFile;

/** True for what says of itself that it is a kit, of any version. */
export const isKit = (file: Buffer): boolean => isOfFormat(KIT_FORMAT, file);

/** Reads the outer form of a kit. Errors: kit/not-a-kit, kit/newer-version, kit/damaged, kit/too-large. */
export const parseKit = (file: Buffer): SealedKit => parseSealedFile(KIT_FORMAT, file);
