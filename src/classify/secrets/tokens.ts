import type { Match, Span, TokenDetector, View } from '../detector.ts';
import { entropyOf, leastEntropy } from './randomness.ts';
import { holdsFiller } from './placeholders.ts';
import { purviewType, type PurviewSlug } from './purview.ts';
import { sampleOf } from './samples.ts';

/** A kind of secret without a prefix, which an unbroken run of letters and digits in it gives away. */
interface TokenSecret {
  readonly kind: string;
  readonly name: string;
  /** Least and most length of the run. */
  readonly run: readonly [number, number];
  /** Source of a regular expression for the run and what follows it in the value. */
  readonly shape: string;
  readonly purview?: PurviewSlug;
}

const rows: readonly TokenSecret[] = [
  // The key and, behind the dash, the data centre: https://mailchimp.com/developer/marketing/guides/quick-start/
  { kind: 'MAILCHIMP_KEY', name: 'Mailchimp API key', run: [32, 32], shape: '[a-f0-9]{32}-us\\d{1,2}' },
  {
    kind: 'MAILGUN_SIGNING_KEY',
    name: 'Mailgun API or signing key',
    run: [32, 32],
    shape: '[a-f0-9]{32}-[a-f0-9]{8}-[a-f0-9]{8}',
  },
  // The first part is the bot's number in base64: https://docs.discord.com/developers/reference#authentication
  {
    kind: 'DISCORD_BOT_TOKEN',
    name: 'Discord bot token',
    run: [24, 28],
    shape: '[MNO][A-Za-z0-9]{23,27}\\.[A-Za-z0-9_-]{6}\\.[A-Za-z0-9_-]{27}(?:[A-Za-z0-9_-]{11})?',
  },
  // Microsoft's marked keys hold JQQJ99 in the same place: https://github.com/microsoft/security-utilities
  {
    kind: 'AZURE_MARKED_KEY',
    name: 'Azure key with Microsoft’s mark',
    run: [80, 90],
    shape: '[A-Za-z0-9]{52}JQQJ99[A-Za-z0-9]{22,30}(?:={1,2})?',
  },
  {
    kind: 'AZURE_DEVOPS_PAT',
    name: 'Azure DevOps personal access token',
    run: [84, 84],
    shape: '[A-Za-z0-9]{76}AZDO[A-Za-z0-9]{4}',
    purview: 'azure-devops-personal-access-token',
  },
  {
    kind: 'NEW_RELIC_LICENSE',
    name: 'New Relic license key',
    run: [40, 40],
    shape: '(?:[a-f0-9]{36}|eu01x[a-fx0-9][a-f0-9]{30}|gov01x[a-f0-9]{30})NRAL',
  },
];

/** Detectors of secrets that are known by the shape of a long run of letters and digits. */
export const tokenSecrets: readonly TokenDetector[] = rows.map(tokenDetectorOf);

function tokenDetectorOf(row: TokenSecret): TokenDetector {
  const shape = new RegExp(`(?:${row.shape})(?!=?[\\w]|=?-[A-Za-z0-9])`, 'y');
  const match = ({ text }: View, run: Span): Match | undefined => {
    shape.lastIndex = run.start;
    if (!shape.test(text)) return undefined;
    const end = shape.lastIndex;
    const value = text.slice(run.start, end);
    if (holdsFiller(value) || entropyOf(value) < leastEntropy(value.length)) return undefined;
    return { start: run.start, end, confidence: 'high', evidence: ['pattern'], value };
  };
  return {
    type: `SECRET:${row.kind}`,
    name: row.name,
    ...(row.purview === undefined ? {} : { purview: purviewType(row.purview) }),
    anchor: { kind: 'token', min: row.run[0], max: row.run[1] },
    match,
    keywords: [],
    get examples() {
      const value = sampleOf(row.shape, row.kind);
      return {
        match: [value, `set "${value}"`, `(${value})`, `to ${value}, then`, `at: ${value}\n`].map((text) => ({
          text,
          value,
          confidence: 'high' as const,
        })),
        noMatch: [`a${value}`, `${value}a`, value.slice(0, 20), value.slice(5), `${value}-and-more`],
      };
    },
  };
}
