import { contextBridge, ipcRenderer } from 'electron';
import type { Shape } from '../contract/ipc/define';
import { buildApi } from './build-api';
import { spareMemory } from './spare-memory';

/** Filled in at build time from the contract; see electron.vite.config.ts. */
declare const LAB_SHAPE: Shape;

contextBridge.exposeInMainWorld('lab', buildApi(LAB_SHAPE, ipcRenderer));
spareMemory();
