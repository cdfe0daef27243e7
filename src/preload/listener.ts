import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { Shape } from '../contract/ipc/define';
import { buildApi, type PathOf } from './build-api';
import { spareMemory } from './spare-memory';

/** Filled in at build time from the contract; see electron.vite.config.ts. */
declare const CONTRACT_SHAPE: Shape;

const pathOf: PathOf = (file) => (file instanceof File ? webUtils.getPathForFile(file) : '');

contextBridge.exposeInMainWorld('companion', buildApi(CONTRACT_SHAPE, ipcRenderer, pathOf));
spareMemory();
