import type { Detector } from './detector.ts';
import type { PatternType } from './pattern-type.ts';
import { creditCard } from './detectors/credit-card.ts';
import { email } from './detectors/email.ts';
import { iban } from './detectors/iban.ts';
import { ipV4 } from './detectors/ip-v4.ts';
import { ipV6 } from './detectors/ip-v6.ts';
import { nir } from './detectors/nir.ts';
import { phone } from './detectors/phone.ts';
import { privateKey } from './detectors/private-key.ts';
import { usSsn } from './detectors/us-ssn.ts';

/**
 * Every detector that is switched on. The order decides between findings that overlap and are equally certain and long:
 * types with a check digit come before those without.
 */
export const registry: readonly Detector[] = [
  privateKey,
  iban,
  nir,
  creditCard,
  usSsn,
  ipV4,
  ipV6,
  email,
  phone,
];

/** Values with a fixed shape, as data. */
export const patternTypes: readonly PatternType[] = [];
