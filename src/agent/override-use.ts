import type { Settings } from '../managed/settings-schema.ts';
import type { Permit } from '../shared/permit.ts';
import type { Result } from '../shared/result.ts';
import { verifyCode } from '../sync/override-code.ts';
import type { SecondPlace } from './bundle/bundle-marks.ts';

export interface CodesParts {
  readonly settings: () => Settings;
  /** The audit log: what was used is marked there, and outlives the events. */
  readonly log: SecondPlace;
  readonly deviceId: string;
  readonly user: () => string;
  readonly now: () => Date;
}

/** An admin's one-use override codes on this device. */
export interface Codes {
  /** Was a code with this id used before? Yes, too, where that cannot be known. */
  used(id: string): boolean;
  /** The code with this id is used from now on, in this run and later ones; on disk when it comes back ok. */
  spend(id: string): Result<void>;
  /** Checks a code and has what it permits done. The problem says why nothing passes. */
  use(code: string, permit: (permit: Permit) => Promise<Result<string>>): Promise<Result<string>>;
}

export function createCodes({ settings, log, deviceId, user, now }: CodesParts): Codes {
  return {
    used(id) {
      const mark = log.mark(nameOf(id));
      return !mark.ok || mark.value !== null;
    },
    spend: (id) => log.raiseMark(nameOf(id), { epoch: 0, version: 1, digest: null }),
    async use(code, permit) {
      const { OverrideKeys, TenantId } = settings();
      const context = { now: now().getTime(), deviceId, user: user(), tenant: TenantId };
      const read = await verifyCode(code, { keys: OverrideKeys, ...context });
      return read.ok ? permit(read.value) : read;
    },
  };
}

const nameOf = (id: string): string => `override-${id}`;
