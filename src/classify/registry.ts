import { markingDetectors } from './content/markings.ts';
import { promptInjectionDetectors } from './content/prompt-injection.ts';
import { sourceCodeDetectors } from './content/source-code.ts';
import type { Detector } from './detector.ts';
import { creditCard } from './detectors/credit-card.ts';
import { email } from './detectors/email.ts';
import { iban, ibanApart } from './detectors/iban.ts';
import { ipV4 } from './detectors/ip-v4.ts';
import { ipV6 } from './detectors/ip-v6.ts';
import { labelledMac, mac } from './detectors/mac.ts';
import { nir } from './detectors/nir.ts';
import { phone } from './detectors/phone.ts';
import { privateKey } from './detectors/private-key.ts';
import { usSsn } from './detectors/us-ssn.ts';
import { healthDetectors } from './health/health.ts';
import type { PatternType } from './pattern-type.ts';
import { dateOfBirthDetectors } from './people/date-of-birth.ts';
import { personDetectors } from './people/person.ts';
import { addressDetectors } from './places/address.ts';
import { secretDetectors } from './secrets/secrets.ts';
import { walletDetectors } from './secrets/wallets.ts';
import { purviewTypes } from './types/all.ts';
import { azureTypes } from './types/azure.ts';
import { vehicleDetectors } from './vehicles/german-plate.ts';
import { vehicleTypes } from './vehicles/plates.ts';
import { worldTypes } from './world/all.ts';
import { withGenericLabels } from './world/generic-labels.ts';

/**
 * Every detector that is written by hand. The order decides between findings that overlap and are equally certain, long and
 * near to their words: types with a check digit come before those without.
 */
export const registry: readonly Detector[] = [
  privateKey,
  iban,
  ibanApart,
  nir,
  creditCard,
  usSsn,
  ipV4,
  ipV6,
  mac,
  labelledMac,
  email,
  phone,
  ...secretDetectors,
  ...azureTypes,
  ...walletDetectors,
  ...dateOfBirthDetectors,
  ...addressDetectors,
  ...personDetectors,
  ...vehicleDetectors,
  ...healthDetectors,
  ...markingDetectors,
  ...promptInjectionDetectors,
  ...sourceCodeDetectors,
];

const isOfPerson = ({ type }: PatternType): boolean => type.startsWith('NATIONAL_ID');
const everyPattern: readonly PatternType[] = [
  ...purviewTypes.map(withGenericLabels),
  ...worldTypes,
  ...vehicleTypes,
];

/** Values with a fixed shape, as data. Those of persons come first: where nothing else decides, a number is a person's. */
export const patternTypes: readonly PatternType[] = [
  ...everyPattern.filter(isOfPerson),
  ...everyPattern.filter((type) => !isOfPerson(type)),
];
