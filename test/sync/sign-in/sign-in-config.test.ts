import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { labelScopes, olderLabelScopes, permissions } from '../../../src/sync/sign-in/scopes.ts';
import { authorityOf, parseSignInConfig } from '../../../src/sync/sign-in/sign-in-config.ts';
import { repository } from '../../setup/program.ts';

const good = {
  tenantId: '7d9c5f1e-3f0a-4a53-9f5e-0c1b2d3e4f50',
  clientId: 'a1000000-0000-4000-8000-000000000001',
};

describe('the settings of a sign-in', () => {
  it('are tenant and app; a person signs in at the public cloud', () => {
    const config = parseSignInConfig(good, 'settings');
    expect(config).toMatchObject({ ok: true, value: { ...good, method: 'user' } });
    expect(config.ok && authorityOf(config.value)).toBe(`https://login.microsoftonline.com/${good.tenantId}`);
  });

  it.each([
    { tenantId: 'contoso.onmicrosoft.com' },
    { loginUrl: 'https://login.microsoftonline.us' },
    { loginUrl: 'https://login.partner.microsoftonline.cn/' },
    { method: 'certificate', certificatePath: '/etc/clipward/app.pem' },
    { method: 'secret' },
  ])('may be %j', (more) => {
    expect(parseSignInConfig({ ...good, ...more }, 'settings').ok).toBe(true);
  });

  it.each([
    [{ tenantId: 'common' }, 'tenantId'],
    [{ tenantId: 'organizations' }, 'tenantId'],
    [{ tenantId: 'contoso.com/../evil' }, 'tenantId'],
    [{ clientId: 'my app' }, 'clientId'],
    [{ loginUrl: 'http://login.microsoftonline.com' }, 'loginUrl'],
    [{ loginUrl: 'https://login.microsoftonline.com/common' }, 'loginUrl'],
    [{ loginUrl: 'https://me@login.microsoftonline.com' }, 'loginUrl'],
    [{ method: 'password' }, 'method'],
    [{ method: 'certificate' }, 'certificatePath'],
    [{ clientSecret: 'never here' }, 'top level'],
  ])('may not be %j', (more, path) => {
    const config = parseSignInConfig({ ...good, ...more }, 'settings');
    expect(!config.ok && config.problem).toContain(`settings: ${path}: `);
    expect(JSON.stringify(config)).not.toContain('never here');
  });
});

describe('the permissions', () => {
  it('that are asked for to read labels are the least that are listed for it', () => {
    expect(labelScopes('user')).toEqual(['https://graph.microsoft.com/SensitivityLabel.Read']);
    expect(olderLabelScopes('user')).toEqual([
      'https://graph.microsoft.com/InformationProtectionPolicy.Read',
    ]);
    for (const method of ['certificate', 'secret'] as const) {
      expect(labelScopes(method)).toEqual(['https://graph.microsoft.com/.default']);
      expect(olderLabelScopes(method)).toEqual(['https://graph.microsoft.com/.default']);
    }
  });

  it('go to the cloud that the settings name', () => {
    expect(labelScopes('user', 'https://graph.microsoft.us')[0]).toMatch(/^https:\/\/graph\.microsoft\.us\//);
  });

  it('each say what they are for and who grants them', () => {
    for (const { name, why, consent } of permissions) {
      expect(why.length, name).toBeGreaterThan(30);
      expect(consent, name).not.toBe('');
    }
    const asked = permissions.filter(({ purpose, kind }) => purpose === 'labels' && kind === 'delegated');
    expect(asked.every(({ consent }) => consent === 'person')).toBe(true);
  });
});

describe('docs/sign-in.md', () => {
  it('lists every permission with its kind, and no other', () => {
    const page = readFileSync(repository('docs', 'sign-in.md'), 'utf8');
    const rows = [...page.matchAll(/^\| `?([\w. ]+?)`? +\| (delegated|application) /gm)];
    const listed = rows.map(([, name, kind]) => `${name} ${kind}`);
    expect(listed).toEqual(permissions.map(({ name, kind }) => `${name} ${kind}`));
  });
});
