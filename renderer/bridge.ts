import type { ClipwardBridge } from '../src/shared/ipc.ts';

declare global {
  interface Window {
    /** Put there by the preload script. The only way out of a page. */
    readonly clipward: ClipwardBridge;
  }
}

export const bridge: ClipwardBridge = window.clipward;

/** The element of the page's own HTML with this id. Its absence is a bug. */
export function element<Kind extends HTMLElement>(id: string, kind: new () => Kind): Kind {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`The page has no ${kind.name} #${id}`);
  return found;
}
