import type { Detector } from '../detector.ts';
import { aiSecrets } from './ai.ts';
import { azureSecrets } from './azure.ts';
import { buildSecrets } from './build.ts';
import { chatSecrets } from './chat.ts';
import { cloudSecrets } from './cloud.ts';
import { commandLogin, commandPassword } from './commands.ts';
import { keySecrets, passwordSecrets } from './contextual.ts';
import { dataSecrets } from './data.ts';
import { entraSecrets } from './entra-secret.ts';
import { authorizationHeader } from './headers.ts';
import { jsonWebKey } from './jwk.ts';
import { jwt } from './jwt.ts';
import { mailSecrets } from './mail.ts';
import { monitoringSecrets } from './monitoring.ts';
import { detectorOf } from './named.ts';
import { paymentSecrets } from './payment.ts';
import { puttyKey } from './putty-key.ts';
import { seedPhrase } from './seed-phrase.ts';
import { sourceHostSecrets } from './source-hosts.ts';
import { tokenSecrets } from './tokens.ts';
import { connectionString, urlLogin } from './url-logins.ts';
import { vendorSecrets } from './vendors.ts';

/** Every detector of secrets. The telling ones come before those that know a secret by its name only. */
export const secretDetectors: readonly Detector[] = [
  ...[
    ...azureSecrets,
    ...cloudSecrets,
    ...sourceHostSecrets,
    ...chatSecrets,
    ...paymentSecrets,
    ...aiSecrets,
    ...buildSecrets,
    ...dataSecrets,
    ...mailSecrets,
    ...monitoringSecrets,
  ].map(detectorOf),
  puttyKey,
  jwt,
  jsonWebKey,
  ...entraSecrets,
  ...tokenSecrets,
  ...vendorSecrets,
  connectionString,
  urlLogin,
  authorizationHeader,
  commandLogin,
  commandPassword,
  seedPhrase,
  ...keySecrets,
  ...passwordSecrets,
];
