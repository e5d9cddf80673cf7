import type { ICachePlugin, TokenCacheContext } from '@azure/msal-node';
import { z } from 'zod';
import { parseJson } from '../../shared/json.ts';
import type { Result } from '../../shared/result.ts';
import type { SecretStore } from './secret-store.ts';

/** MSAL's serialized cache: sections (Account, RefreshToken, ...) of entries by key. What is in an entry is MSAL's. */
const cacheSchema = z.record(z.string(), z.record(z.string(), z.unknown()));
type Cache = z.infer<typeof cacheSchema>;

const EMPTY = '{}';

export interface TokenCache {
  /** For one MSAL client. `clear` empties that client's memory, which MSAL fills but never empties itself. */
  plugin(clear: () => void): ICachePlugin;
  /** Forgets every token, on disk and in memory. */
  forget(): Promise<Result<void>>;
}

/**
 * Keeps MSAL's tokens in the secret store, so that a restart stays signed in. Agent and terminal share one cache: each
 * access reads it anew, and what one of them changed in between is merged, entry by entry. When it cannot be kept, that
 * is told and the tokens serve this run.
 */
export function createTokenCache(secrets: SecretStore, tell: (problem: string) => void): TokenCache {
  const bases = new WeakMap<TokenCacheContext, string>();
  let unsaved: string | null = null;
  const load = async (): Promise<string> => {
    if (unsaved !== null) return unsaved;
    const read = await secrets.read('token-cache');
    if (!read.ok) tell(read.problem);
    return usable(read.ok ? read.value : null, tell);
  };
  const save = async (base: string, ours: string): Promise<void> => {
    const kept = await secrets.update('token-cache', (theirs) => mergeCaches(base, ours, theirs ?? EMPTY));
    unsaved = kept.ok ? null : ours;
    if (!kept.ok) tell(`signed in for this run only: ${kept.problem}`);
  };
  return {
    plugin: (clear) => ({
      async beforeCacheAccess(context) {
        const base = await load();
        bases.set(context, base);
        // Else an account that another program has signed out would come back.
        clear();
        context.tokenCache.deserialize(base);
      },
      async afterCacheAccess(context) {
        if (!context.cacheHasChanged) return;
        await save(bases.get(context) ?? EMPTY, context.tokenCache.serialize());
      },
    }),
    forget: () => {
      unsaved = null;
      return secrets.remove('token-cache');
    },
  };
}

function usable(text: string | null, tell: (problem: string) => void): string {
  if (text === null) return EMPTY;
  const parsed = parseJson(cacheSchema, text, 'token cache');
  if (parsed.ok) return text;
  tell(`${parsed.problem}; sign in again`);
  return EMPTY;
}

/** Three-way merge: `theirs` with what we added, changed or removed since `base`. */
export function mergeCaches(base: string, ours: string, theirs: string): string {
  if (base === theirs) return ours;
  const [was, our, their] = [base, ours, theirs].map(sectionsOf) as [Cache, Cache, Cache];
  const merged: Cache = {};
  for (const section of new Set([...Object.keys(their), ...Object.keys(our)])) {
    const result = { ...their[section] };
    for (const [key, entry] of Object.entries(our[section] ?? {})) {
      if (!same(entry, was[section]?.[key])) result[key] = entry;
    }
    for (const key of Object.keys(was[section] ?? {})) {
      if (our[section]?.[key] === undefined) delete result[key];
    }
    merged[section] = result;
  }
  return JSON.stringify(merged);
}

/** What was damaged was told when it was read. */
function sectionsOf(text: string): Cache {
  const parsed = parseJson(cacheSchema, text, 'token cache');
  return parsed.ok ? parsed.value : {};
}

const same = (left: unknown, right: unknown): boolean => JSON.stringify(left) === JSON.stringify(right);
