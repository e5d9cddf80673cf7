import { createHmac, hkdfSync, randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { parseJson } from '../shared/json.ts';
import { failed, messageOf, ok, type Result } from '../shared/result.ts';
import { writeDurably } from './durable-file.ts';
import { setAside } from './set-aside.ts';

const IDENTITY_FILE = 'device.json';
const KEY_BYTES = 32;

const deviceFileSchema = z.strictObject({
  version: z.literal(1),
  device_id: z.uuid(),
  /** 32 bytes in base64url without padding. */
  key: z.string().regex(/^[A-Za-z0-9_-]{43}$/, 'expected 32 bytes in base64url'),
});
type DeviceFile = z.infer<typeof deviceFileSchema>;

/** Who this installation is. The key never leaves this object. */
export interface Identity {
  readonly deviceId: string;
  /** An earlier device.json could not be read: it was set aside, and pseudonyms and fingerprints begin anew. */
  readonly renewed: boolean;
  /** Same person, same pseudonym, on this device only. `u-` and 128 bits of a keyed hash. */
  pseudonym(user: string): string;
  /** HMAC-SHA-256 of a text, base64url: tells equal texts on this device, and nothing else about them. */
  fingerprint(text: string): string;
}

/**
 * Reads `<dataDir>/device.json`, or makes it with a new random id and key (file 0600, folder 0700).
 * A file that is there but unreadable or invalid is kept as `device.json.broken-<UTC time>` and renewed.
 * The problem says why no identity can be kept on disk; `temporaryIdentity` then serves this run.
 */
export function openIdentity(dataDir: string, now: () => Date = () => new Date()): Result<Identity> {
  const path = join(dataDir, IDENTITY_FILE);
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    const found = readDeviceFile(path);
    if (found.kind === 'valid') return ok(identityOf(found.file, false));
    if (found.kind === 'broken') setAside(path, 'broken', now());
    const file = newDeviceFile();
    writeDurably(path, `${JSON.stringify(file, null, 2)}\n`);
    return ok(identityOf(file, found.kind === 'broken'));
  } catch (error) {
    return failed(
      `${path}: the device identity cannot be kept (${messageOf(error)}); make ${dataDir} writable`,
    );
  }
}

/** An identity for this run only, for when none can be kept on disk: enforcement and events go on. */
export function temporaryIdentity(): Identity {
  return identityOf(newDeviceFile(), false);
}

function newDeviceFile(): DeviceFile {
  return { version: 1, device_id: randomUUID(), key: randomBytes(KEY_BYTES).toString('base64url') };
}

type Found = { readonly kind: 'valid'; readonly file: DeviceFile } | { readonly kind: 'missing' | 'broken' };

function readDeviceFile(path: string): Found {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return { kind: missing ? 'missing' : 'broken' };
  }
  const file = parseJson(deviceFileSchema, text, path);
  return file.ok ? { kind: 'valid', file: file.value } : { kind: 'broken' };
}

const mac = (key: Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

/** One derived key per use: a pseudonym can never be compared with a fingerprint. */
function identityOf(file: DeviceFile, renewed: boolean): Identity {
  const key = Buffer.from(file.key, 'base64url');
  const derive = (use: string): Buffer =>
    Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), `clipward ${use} 1`, KEY_BYTES));
  const pseudonymKey = derive('pseudonym');
  const fingerprintKey = derive('fingerprint');
  return {
    deviceId: file.device_id,
    renewed,
    pseudonym: (user) => `u-${mac(pseudonymKey, user).subarray(0, 16).toString('base64url')}`,
    fingerprint: (text) => mac(fingerprintKey, text).toString('base64url'),
  };
}
