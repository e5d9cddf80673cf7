import { createHash } from 'node:crypto';

/**
 * Which hundredth of all devices this one is, 0 to 99: the same for every bundle, so that the first devices of one rollout are the
 * first of the next, and told by nothing but the device's random id.
 */
export const rolloutBucket = (deviceId: string): number =>
  createHash('sha256').update(`clipward rollout ${deviceId}`).digest().readUInt32BE(0) % 100;
