import { join } from 'node:path';
import { z } from 'zod';
import { AppError } from '../../../contract/errors';
import { serviceSchema, type CompanionConfig } from '../../config/config';
import { FileWriteError, type DurableFiles } from '../../files/durable-file';
import { proveService } from './prove-service';
import type { Clock, ServiceFetch } from '../../mimi-core/ports';

interface ChooseServiceDeps {
  readonly isServiceFixed: boolean;
  readonly networkFetch: ServiceFetch;
  readonly clock: Pick<Clock, 'now'>;
  readonly configFolder: string;
  readonly companion: { readonly secrets: { readonly files: DurableFiles } };
  readonly startAnew: () => void;
}

const MAX_FILE_BYTES = 64 * 1024;

const fileSchema = z.record(z.string(), z.unknown());

/** What else stands in the configuration. Errors: config/invalid, for a file that cannot be kept as it is. */
const readOthers = async (files: DurableFiles, path: string): Promise<Record<string, unknown>> => {
  const content = await files.read(path, MAX_FILE_BYTES);
  if (content.status === 'missing') return {};
  try {
    if (content.status === 'damaged') throw new AppError('config/invalid');
    const all = fileSchema.parse(JSON.parse(content.bytes.toString('utf8')));
    return Object.fromEntries(Object.entries(all).filter(([name]) => name !== 'service'));
  } catch {
    // What was read is not quoted: it may hold a secret.
    throw new AppError('config/invalid');
  }
};

const write = async (
  files: DurableFiles,
  path: string,
  content: Record<string, unknown>,
): Promise<void> => {
  try {
    if (Object.keys(content).length === 0) await files.remove(path);
    else await files.write(path, Buffer.from(`${JSON.stringify(content, null, 2)}\n`));
  } catch (thrown) {
    throw thrown instanceof FileWriteError ? new AppError('app/file-not-written') : thrown;
  }
};

/**
 * Uses a remote service, or the one inside the app for null: proven first, then written to `companion.json` beside
 * what stands there, then the app starts again. Errors: lab/service-fixed, config/invalid, service/*,
 * app/file-not-written; then nothing changed.
 */
export const chooseService = async (
  deps: ChooseServiceDeps,
  wanted: NonNullable<CompanionConfig['service']> | null,
): Promise<void> => {
  if (deps.isServiceFixed) throw new AppError('lab/service-fixed');
  const service = serviceSchema.nullable().safeParse(wanted);
  if (!service.success) throw new AppError('config/invalid');
  if (service.data) await proveService(service.data, deps);
  const { files } = deps.companion.secrets;
  const path = join(deps.configFolder, 'companion.json');
  const others = await readOthers(files, path);
  await write(files, path, { ...others, ...(service.data && { service: service.data }) });
  deps.startAnew();
};
