import { address, guid, wholePath } from '../formats.ts';
import { boolean, choice, integer, text } from '../setting.ts';

const [since, effect] = ['0.1.0', 'now'] as const;

/** The company's tenant, the sign-in, and the labels that come from it. */
export const purview = {
  IntegrationEnabled: boolean({
    default: true,
    since,
    effect,
    example: false,
    description:
      "Takes labels from Microsoft Purview and names them in events and dialogs. Off: policies go on with the bundle's own labels, and label metadata is no longer synced or shown.",
    risk: 'Off: reports have no labels for what happens meanwhile.',
  }),
  TenantId: text({
    ...guid,
    default: null,
    since,
    effect,
    example: '11111111-2222-4333-8444-555555555555',
    description:
      'The Entra tenant of the company. Labels come from it, and only bundles made for it are taken.',
    risk: 'A wrong one: no labels, and every signed bundle is refused.',
  }),
  ClientId: text({
    ...guid,
    default: null,
    since,
    effect,
    example: '66666666-7777-4888-8999-000000000000',
    description: 'The application (client) id of the app registration that Clipward signs in with.',
    risk: 'An app with more permissions than label reading gives every device those permissions.',
  }),
  SignInMethod: choice({
    of: ['user', 'certificate', 'secret'],
    default: 'user',
    since,
    effect,
    example: 'certificate',
    description:
      'How Clipward signs in: as the person, as the app with a certificate, or as the app with a secret (labs). The secret itself is never a setting: `clipward secret set client-secret`.',
    risk: 'certificate and secret put a credential of the app on the device: whoever has it can read what the app may read.',
  }),
  CertificateFile: text({
    ...wholePath,
    default: null,
    since,
    effect,
    example: '/etc/clipward/app.pem',
    description: "PEM file with the app's certificate and private key, for SignInMethod certificate.",
    risk: "A file that people can read gives them the app's permissions.",
  }),
  LoginUrl: text({
    ...address,
    default: 'https://login.microsoftonline.com',
    since,
    effect,
    example: 'https://login.microsoftonline.us',
    description: 'Where Clipward signs in. Other than the default in national clouds only.',
    risk: "A wrong one is shown people's passwords.",
  }),
  GraphUrl: text({
    ...address,
    default: 'https://graph.microsoft.com',
    since,
    effect,
    example: 'https://graph.microsoft.us',
    description: 'Where labels are read. Other than the default in national clouds only.',
    risk: "A wrong one gets Clipward's access token.",
  }),
  LabelSyncMinutes: integer({
    from: 15,
    to: 1440,
    default: 60,
    since,
    effect,
    example: 120,
    description: 'How often labels are read, in minutes, give or take a tenth.',
    risk: 'Often on many devices: Graph throttles the tenant.',
  }),
  LabelPriorityDirection: choice({
    of: ['greater-is-stricter', 'lower-is-stricter'],
    default: 'greater-is-stricter',
    since,
    effect,
    example: 'lower-is-stricter',
    description:
      "Which way the priorities that Graph tells are to be read. Purview's own order is greater-is-stricter.",
    risk: 'The wrong way round, "at least Confidential" lets the strictest labels through.',
  }),
  ForeignLabels: choice({
    of: ['keep', 'ignore'],
    default: 'keep',
    since,
    effect,
    example: 'ignore',
    description: 'Are labels on files that another tenant gave told in events, or left out?',
    risk: "keep: names of other organisations' labels may stand in events.",
  }),
};
