import type { Target } from '../../src/shared/platform.ts';

export const ai = (platformId: string, sanctioned = false): Target => ({
  kind: 'ai',
  platformId,
  name: platformId,
  sanctioned,
  recognisedBy: 'url',
  confidence: 'high',
});

export const editor: Target = { kind: 'app', name: 'gedit' };
export const unknownSite: Target = { kind: 'unknown-site', browser: 'Firefox' };
