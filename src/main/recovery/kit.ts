import { kitContentSchema, type KitContent } from './kit-content';
import { KIT_FORMAT, type SealedKit } from './kit-header';
import { keyOfFile, sealFile, unsealFile, type DeriveKey, type SealDeps } from './passphrase-file';

/** The bytes of a kit. Errors: kit/passphrase-too-short, kit/too-large. */
export const sealKit = (content: KitContent, passphrase: string, deps: SealDeps): Promise<Buffer> =>
  sealFile(KIT_FORMAT, content, passphrase, deps);

/** What is in a kit, with its key. Errors: kit/wrong-passphrase, kit/damaged. */
export const unsealKit = (kit: SealedKit, key: Buffer): KitContent =>
  unsealFile(KIT_FORMAT, kitContentSchema, kit, key);

/** Opens a kit. Errors: as `unsealKit`. */
export const openKit = async (
  kit: SealedKit,
  passphrase: string,
  deriveKey: DeriveKey,
): Promise<KitContent> => unsealKit(kit, await keyOfFile(KIT_FORMAT, kit, passphrase, deriveKey));
