import type { Settings } from '../managed/settings-schema.ts';
import type { Permit } from '../shared/permit.ts';
import { failed, type Result } from '../shared/result.ts';
import { verifyCode } from '../sync/override-code.ts';
import type { SecondPlace } from './bundle-marks.ts';

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
  /** Checks a code and has what it permits done; a code that was used is marked. The problem says why nothing passes. */
  use(code: string, permit: (permit: Permit) => Promise<Result<string>>): Promise<Result<string>>;
}

export function createCodes({ settings, log, deviceId, user, now }: CodesParts): Codes {
  return {
    used(id) {
      const mark = log.mark(nameOf(id));
      return !mark.ok || mark.value !== null;
    },
    async use(code, permit) {
      const { OverrideKeys, TenantId } = settings();
      const context = { now: now().getTime(), deviceId, user: user(), tenant: TenantId };
      const read = await verifyCode(code, { keys: OverrideKeys, ...context });
      if (!read.ok) return read;
      const passed = await permit(read.value);
      if (!passed.ok) return passed;
      const marked = log.raiseMark(nameOf(read.value.id), { epoch: 0, version: 1, digest: null });
      return marked.ok
        ? passed
        : failed(`${passed.value}; but that the code was used could not be kept: ${marked.problem}`);
    },
  };
}

const nameOf = (id: string): string => `override-${id}`;
