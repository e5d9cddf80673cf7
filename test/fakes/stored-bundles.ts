import type { StoredBundle } from '../../src/sync/bundle-store.ts';

/** A text that says which version it is, with so many characters besides. */
export const textOfVersion = (version: number, padding = 0): string =>
  `${JSON.stringify({ version })}${' '.repeat(padding)}`;

export const storedBundle = (version: number, file: string): StoredBundle => ({
  facts: {
    name: 'acme',
    version,
    tenant: null,
    issued: null,
    expires: null,
    signedBy: [],
    digest: version.toString(16).padStart(64, '0'),
    signed: true,
  },
  file,
  source: 'it.example.com',
  tag: null,
  epoch: 0,
  since: '2026-03-08T08:00:00.000Z',
  proved: false,
  starts: 1,
});
