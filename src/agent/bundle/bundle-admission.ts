import type { AdmissionContext } from '../../policy/admission.ts';
import type { Trust } from '../../sync/bundle-signature.ts';
import type { BundleStore } from '../../sync/bundle-store.ts';
import type { BundleMarks } from './bundle-marks.ts';

/** What the managed settings say of bundles; asked anew each time. */
export interface BundleSettings {
  readonly trust: Trust;
  readonly tenant: string | null;
  /** Raised by an admin to take bundles of lower versions again, and to forget a wrong time. */
  readonly epoch: number;
  readonly ring: string | null;
  /** See `rolloutBucket`. */
  readonly bucket: number;
  readonly maxJump?: number;
}

/** The end of the year 9999: what is later has no place in ISO 8601, and was never seen. */
const LATEST_MS = 253_402_300_799_999;

/** The latest time ever seen, in ms since 1970: a clock that was set back counts for nothing. */
export function latestTime(marks: BundleMarks, { epoch }: BundleSettings, now: Date): number {
  const clock = marks.get('clock');
  const seen = clock?.epoch === epoch ? clock.version : 0;
  return Math.min(Math.max(now.getTime(), seen), LATEST_MS);
}

/** What a bundle that comes from outside now is measured by. `inForce` is the digest of the one that is. */
export function admissionOfNew(
  store: BundleStore,
  marks: BundleMarks,
  settings: BundleSettings,
  now: Date,
  inForce: string | null,
): AdmissionContext {
  const { tenant, epoch, ring, bucket, maxJump } = settings;
  return {
    arrival: 'new',
    nowMs: latestTime(marks, settings, now),
    tenant,
    epoch,
    mark: marks.get('newest'),
    floor: marks.get('floor'),
    inForce,
    quarantined: store.state.quarantined.map(({ digest }) => digest),
    ring,
    bucket,
    ...(maxJump === undefined ? {} : { maxJump }),
  };
}

/** The same for one that was taken before, under `epoch`. */
export const admissionOfStored = (
  store: BundleStore,
  marks: BundleMarks,
  settings: BundleSettings,
  now: Date,
  epoch: number,
): AdmissionContext => ({
  ...admissionOfNew(store, marks, settings, now, null),
  arrival: 'stored',
  epoch,
});

/** For someone who only reads what was taken before, under `epoch`: nothing it is measured by is at stake. */
export const admissionOfReading = (
  { tenant, ring, bucket }: BundleSettings,
  epoch: number,
  now: Date,
): AdmissionContext => ({
  arrival: 'stored',
  nowMs: now.getTime(),
  tenant,
  epoch,
  mark: null,
  floor: null,
  inForce: null,
  quarantined: [],
  ring,
  bucket,
});
