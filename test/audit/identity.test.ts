import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openIdentity, temporaryIdentity } from '../../src/audit/identity.ts';
import { newFolder, START, valueOf } from '../fakes/audit-samples.ts';

describe('device identity', () => {
  it('is made at the first start, for its owner only', () => {
    const dataDir = join(newFolder(), 'data');
    const identity = valueOf(openIdentity(dataDir));
    expect(identity.renewed).toBe(false);
    if (process.platform !== 'win32') {
      expect(statSync(dataDir).mode & 0o777).toBe(0o700);
      expect(statSync(join(dataDir, 'device.json')).mode & 0o777).toBe(0o600);
    }
    expect(readdirSync(dataDir)).toEqual(['device.json']);
  });

  it('is the same at the next start', () => {
    const dataDir = newFolder();
    const [first, second] = [valueOf(openIdentity(dataDir)), valueOf(openIdentity(dataDir))];
    expect(second.deviceId).toBe(first.deviceId);
    expect(second.pseudonym('ann')).toBe(first.pseudonym('ann'));
    expect(second.fingerprint('text')).toBe(first.fingerprint('text'));
  });

  it('gives fingerprints and pseudonyms that differ by input, by device and from each other', () => {
    const [one, other] = [valueOf(openIdentity(newFolder())), valueOf(openIdentity(newFolder()))];
    const values = [
      one.fingerprint('ann'),
      one.fingerprint('bob'),
      other.fingerprint('ann'),
      one.pseudonym('ann').slice(2),
      one.pseudonym('bob').slice(2),
      other.pseudonym('ann').slice(2),
    ];
    expect(new Set(values.map((value) => value.slice(0, 20))).size).toBe(values.length);
    expect(one.fingerprint('ann')).toMatch(/^[\w-]{43}$/);
    expect(one.pseudonym('ann')).toMatch(/^u-[\w-]{22}$/);
  });

  const key = 'A'.repeat(43);
  const id = '7d8f9a40-5a4f-4f8e-9d7b-0b1f6f3a2c11';
  it.each([
    ['empty', ''],
    ['not JSON', '{'],
    ['without key', JSON.stringify({ version: 1, device_id: id })],
    ['with a short key', JSON.stringify({ version: 1, device_id: id, key: 'abc' })],
    ['with a device id that is none', JSON.stringify({ version: 1, device_id: 'me', key })],
    ['of another version', JSON.stringify({ version: 2, device_id: id, key })],
  ])('sets a file that is %s aside and says that it was renewed', (_name, content) => {
    const dataDir = newFolder();
    writeFileSync(join(dataDir, 'device.json'), content);
    const identity = valueOf(openIdentity(dataDir, () => START));
    expect(identity.renewed).toBe(true);
    const kept = join(dataDir, 'device.json.broken-20260301T080000000Z');
    expect(readFileSync(kept, 'utf8')).toBe(content);
    expect(valueOf(openIdentity(dataDir)).deviceId).toBe(identity.deviceId);
  });

  it('keeps every file it set aside, even two of the same moment', () => {
    const dataDir = newFolder();
    for (const content of ['first', 'second']) {
      writeFileSync(join(dataDir, 'device.json'), content);
      valueOf(openIdentity(dataDir, () => START));
    }
    const kept = readdirSync(dataDir).filter((name) => name.includes('broken'));
    expect(kept.map((name) => readFileSync(join(dataDir, name), 'utf8')).toSorted()).toEqual([
      'first',
      'second',
    ]);
  });

  it('sets a folder in its place aside', () => {
    const dataDir = newFolder();
    mkdirSync(join(dataDir, 'device.json'));
    expect(valueOf(openIdentity(dataDir)).renewed).toBe(true);
  });

  it('says what to do when it cannot be kept, and a temporary one serves', () => {
    const file = join(newFolder(), 'a-file');
    writeFileSync(file, '');
    chmodSync(file, 0o600);
    expect(openIdentity(file)).toMatchObject({ ok: false, problem: expect.stringContaining('writable') });
    const identity = temporaryIdentity();
    expect(identity.fingerprint('x')).toBe(identity.fingerprint('x'));
    expect(identity.deviceId).not.toBe(temporaryIdentity().deviceId);
  });
});
