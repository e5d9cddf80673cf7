import { describe, expect, it } from 'vitest';
import { createClassifierOf } from '../../../src/classify/classifier.ts';
import { secretDetectors } from '../../../src/classify/secrets/secrets.ts';

const classifier = createClassifierOf(secretDetectors);

/** Letters and digits that mean nothing, cut to a length: so written, no scanner takes the source for a secret. */
const filler = 'k3V9xQ1mZ7tR5bW2nY8cJ6hL4pF0dGsa'.repeat(12);
const made = (units: number): string => filler.slice(0, units);
const hex = (units: number): string => '3f9a0c7e51b8d246'.repeat(20).slice(0, units);
const capitals = (units: number): string => 'Q7ZK4MWX2NBT5RYC'.repeat(8).slice(0, units);
const uuid = '3f9a0c7e-51b8-4d24-8f6e-0c7e51b8d246';

/** The lengths that the issuers give for their tokens. */
const tokens: readonly (readonly [string, string])[] = [
  ['AWS_ACCESS_KEY', `AKIA${capitals(16)}`],
  ['AWS_ACCESS_KEY', `ASIA${capitals(16)}`],
  ['GOOGLE_API_KEY', `AIza${made(35)}`],
  ['GOOGLE_OAUTH_SECRET', `GOCSPX-${made(28)}`],
  ['DIGITALOCEAN_TOKEN', `dop_v1_${hex(64)}`],
  ['CLOUDFLARE_TOKEN', `cfut_${made(40)}${hex(8)}`],
  ['VAULT_SERVICE_TOKEN', `hvs.${made(90)}`],
  ['TERRAFORM_TOKEN', `${made(14)}.atlasv1.${made(67)}`],
  ['GITHUB_PAT', `ghp_${made(36)}`],
  ['GITHUB_FINE_GRAINED_PAT', `github_pat_${made(22)}_${made(59)}`],
  ['GITLAB_PAT', `glpat-${made(20)}`],
  ['SLACK_TOKEN', `xoxb-123456789012-9876543210987-${made(24)}`],
  ['SLACK_WEBHOOK', `https://hooks.slack.com/services/T${capitals(8)}/B${capitals(10)}/${made(24)}`],
  ['TELEGRAM_BOT_TOKEN', `987654321:AA${made(33)}`],
  ['TWILIO_API_KEY', `SK${hex(32)}`],
  ['STRIPE_SECRET_KEY', `sk_live_${made(24)}`],
  ['STRIPE_WEBHOOK_SECRET', `whsec_${made(32)}`],
  ['SHOPIFY_TOKEN', `shpat_${hex(32)}`],
  ['SQUARE_OAUTH_SECRET', `sq0csp-${made(43)}`],
  ['RAZORPAY_KEY', `rzp_live_${made(14)}`],
  ['OPENAI_KEY', `sk-${made(20)}T3BlbkFJ${made(20)}`],
  ['OPENAI_KEY', `sk-proj-${made(74)}T3BlbkFJ${made(74)}`],
  ['ANTHROPIC_KEY', `sk-ant-api03-${made(93)}AA`],
  ['GROQ_KEY', `gsk_${made(52)}`],
  ['HUGGING_FACE_TOKEN', `hf_${made(34)}`],
  ['REPLICATE_TOKEN', `r8_${made(37)}`],
  ['PERPLEXITY_KEY', `pplx-${made(48)}`],
  ['XAI_KEY', `xai-${made(80)}`],
  ['NPM_TOKEN', `npm_${made(36)}`],
  ['PYPI_TOKEN', `pypi-AgEIcHlwaS5vcmcC${made(120)}`],
  ['RUBYGEMS_KEY', `rubygems_${hex(48)}`],
  ['NUGET_KEY', `oy2${made(43).toLowerCase()}`],
  ['DOCKER_PAT', `dckr_pat_${made(27)}`],
  ['DATABRICKS_TOKEN', `dapi${hex(32)}`],
  ['PLANETSCALE_TOKEN', `pscale_tkn_${made(43)}`],
  ['SUPABASE_TOKEN', `sbp_${hex(40)}`],
  ['SENDGRID_KEY', `SG.${made(22)}.${made(43)}`],
  ['MAILGUN_KEY', `key-${hex(32)}`],
  ['MAILCHIMP_KEY', `${hex(32)}-us21`],
  ['HUBSPOT_TOKEN', `pat-na1-${uuid}`],
  ['GRAFANA_SERVICE_TOKEN', `glsa_${made(32)}_${hex(8)}`],
  ['NEW_RELIC_USER_KEY', `NRAK-${capitals(27)}`],
  ['SENTRY_USER_TOKEN', `sntryu_${hex(64)}`],
  ['NOTION_TOKEN', `ntn_83921047561${made(35)}`],
  ['LINEAR_KEY', `lin_api_${made(40)}`],
  ['FIGMA_TOKEN', `figd_${made(40)}`],
  ['ENTRA_CLIENT_SECRET', `k3V9Q~${made(34)}`],
  ['AZURE_DEVOPS_PAT', `${made(76)}AZDO${made(4)}`],
];

describe('secrets with a prefix', () => {
  it.each(tokens)('%s is found alone, in quotes and in a sentence', (kind, token) => {
    for (const text of [token, `"${token}"`, `use ${token}, please`]) {
      const found = classifier
        .classify(text)
        .findings.map(({ type, start, end }) => [type, text.slice(start, end)]);
      expect(found).toEqual([[`SECRET:${kind}`, token]]);
    }
  });

  it.each(tokens.filter(([, token]) => !token.includes('://')))(
    '%s is not found in the middle of a longer word',
    (kind, token) => {
      const found = classifier.classify(`Z${token}`).findings.map(({ type }) => type);
      expect(found).not.toContain(`SECRET:${kind}`);
    },
  );

  it.each([
    `ghp_${'x'.repeat(36)}`,
    `AKIA${'X'.repeat(16)}`,
    `AKIA${capitals(9)}EXAMPLE`,
    `xoxb-${'X'.repeat(12)}-${'X'.repeat(12)}`,
    'sk-ant-api03-...',
    'glpat-<your-token>',
    `figd_${made(5)}`,
  ])('%s is a placeholder', (text) => {
    expect(classifier.classify(text).findings).toEqual([]);
  });
});

describe('keys of Azure', () => {
  const key = `${made(86)}==`;
  const short = `${made(43)}=`;

  it.each([
    [
      'AZURE_STORAGE_KEY',
      `DefaultEndpointsProtocol=https;AccountName=x;AccountKey=${key};EndpointSuffix=core.windows.net`,
      key,
    ],
    ['AZURE_COSMOS_KEY', `AccountEndpoint=https://x.documents.azure.com:443/;AccountKey=${key};`, key],
    [
      'AZURE_IOT_KEY',
      `HostName=x.azure-devices.net;SharedAccessKeyName=owner;SharedAccessKey=${short}`,
      short,
    ],
    [
      'AZURE_SHARED_ACCESS_KEY',
      `Endpoint=sb://x.servicebus.windows.net/;SharedAccessKeyName=Root;SharedAccessKey=${short}`,
      short,
    ],
    ['AZURE_SIGNALR_KEY', `Endpoint=https://x.service.signalr.net;AccessKey=${short};Version=1.0;`, short],
    [
      'AZURE_STORAGE_SIGNATURE',
      `https://x.blob.core.windows.net/c?sv=2022-11-02&sig=${made(43)}%3D`,
      `${made(43)}%3D`,
    ],
    [
      'AZURE_LOGIC_APP_SIGNATURE',
      `https://x.logic.azure.com/workflows/1/triggers/manual/paths/invoke?sig=${made(43)}`,
      made(43),
    ],
    [
      'ASP_NET_MACHINE_KEY',
      `<machineKey validationKey="${hex(128).toUpperCase()}" validation="SHA1" />`,
      hex(128).toUpperCase(),
    ],
    [
      'AZURE_SQL_PASSWORD',
      'Server=tcp:x.database.windows.net,1433;User ID=ann;Password=Gr8-Zebra!;Encrypt=True',
      'Gr8-Zebra!',
    ],
    ['AZURE_REDIS_PASSWORD', `x.redis.cache.windows.net:6380,password=${short},ssl=True`, short],
  ])('%s is told from the others by what stands near it', (kind, text, value) => {
    const found = classifier
      .classify(text)
      .findings.map(({ type, start, end }) => [type, text.slice(start, end)]);
    expect(found).toContainEqual([`SECRET:${kind}`, value]);
  });
});
