import { join } from 'node:path';
import { endWithoutWords } from './app/end-without-words';
import { runFromCache } from './app/run-from-cache';

runFromCache(join(import.meta.dirname, 'chunks'));
// Only now, so that it comes from its cache as well.
void import('./start').catch(endWithoutWords);
