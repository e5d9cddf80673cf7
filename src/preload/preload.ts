import { contextBridge, ipcRenderer } from 'electron';
import type { ClipwardBridge, PushChannel, RequestChannel } from '../shared/ipc.ts';

/**
 * The channel names of shared/ipc.ts. Only its types are imported, which keeps the validator out of every window;
 * the compiler refuses a name that is missing here or unknown there. Contents are checked by the main process.
 */
const requests = { 'coach:question': true, 'coach:answer': true } satisfies Record<RequestChannel, true>;
const pushes = { 'coach:show': true, 'coach:withdraw': true } satisfies Record<PushChannel, true>;

const bridge: ClipwardBridge = {
  request: async (channel, input) => {
    if (!Object.hasOwn(requests, channel)) throw new Error('no such request');
    return ipcRenderer.invoke(channel, input);
  },
  on: (channel, listener) => {
    if (!Object.hasOwn(pushes, channel)) throw new Error('no such message');
    // The event carries the sender, which would let a page talk past this bridge.
    const heard = (_event: unknown, payload: Parameters<typeof listener>[0]): void => listener(payload);
    ipcRenderer.on(channel, heard);
    return () => void ipcRenderer.off(channel, heard);
  },
};

contextBridge.exposeInMainWorld('clipward', bridge);
