import type { ContentsFace, ElectronFace, SessionFace } from './electron-face.ts';

/** In memory only (no `persist:`): windows leave nothing on disk. */
export const PARTITION = 'clipward';

/**
 * Every page of the app, whichever window it is in: it stays where the host put it, opens no windows and embeds nothing.
 * Call before the first window exists.
 */
export function lockDownPages(app: ElectronFace['app'], tell: (problem: string) => void): void {
  app.on('web-contents-created', (_event, contents) => lockDown(contents, tell));
}

function lockDown(contents: ContentsFace, tell: (problem: string) => void): void {
  const refuse = (what: string) => (details: { preventDefault(): void }) => {
    details.preventDefault();
    tell(`A window tried to ${what}; that was refused.`);
  };
  contents.on('will-frame-navigate', refuse('leave its page'));
  contents.on('will-redirect', refuse('follow a redirect'));
  contents.on('will-attach-webview', refuse('embed another page'));
  contents.setWindowOpenHandler(() => {
    tell('A window tried to open another one; that was refused.');
    return { action: 'deny' };
  });
}

/** No page needs a camera, a place, notifications, the clipboard or any other permission. */
export function denyPermissions(session: SessionFace): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
}
