import type { LiteralDetector, Match, Span, View } from '../detector.ts';
import { holdsFiller } from './placeholders.ts';
import { isNear } from './named.ts';
import { purviewType, type PurviewSlug } from './purview.ts';
import { entropyOf } from './randomness.ts';
import { sampleOf } from './samples.ts';

const BEFORE = /(?<![\w~.-])[A-Za-z0-9_~.-]{3}\dQ$/;
const AFTER = /[A-Za-z0-9_~.-]{31,34}(?![\w~-])/y;

const SHAPE = '[A-Za-z0-9]{3}[0-9]Q~[A-Za-z0-9]{34}';
const secret = sampleOf(SHAPE, 'entra');

/** Client secrets of Microsoft Entra apps: three units, a digit, `Q~`, and 31 to 34 more. */
const entry = (
  kind: string,
  name: string,
  slug: PurviewSlug,
  near: readonly string[] | undefined,
): LiteralDetector => ({
  type: `SECRET:${kind}`,
  name,
  purview: purviewType(slug),
  anchor: { kind: 'literal', literals: ['~'] },
  match: (view, at) => matchSecret(view, at, near),
  keywords: [],
  examples: {
    match: ['', 'secret: ', 'client_secret=', '"password": "', 'AppSecret='].map((lead) => ({
      text: `${near?.[0] ?? ''} ${lead}${secret}`,
      value: secret,
      confidence: 'high' as const,
    })),
    noMatch: [
      `a${secret}`,
      `${secret}a`,
      secret.slice(0, 20),
      `abc8Q~${'x'.repeat(34)}`,
      'the Q~ in the middle is always there',
    ],
  },
});

/** The secret of a bot is the same kind of secret; what stands near tells it apart. */
export const entraSecrets: readonly LiteralDetector[] = [
  entry('AZURE_BOT_APP_SECRET', 'Azure Bot Service app secret', 'azure-bot-service-app-secret', [
    'botframework',
    'api/messages',
    'microsoftapppassword',
  ]),
  entry('ENTRA_CLIENT_SECRET', 'Microsoft Entra client secret', 'azure-ad-client-secret', undefined),
];

function matchSecret({ text }: View, at: Span, near: readonly string[] | undefined): Match | undefined {
  if (text.charCodeAt(at.start - 1) !== 81) return undefined;
  if (!BEFORE.test(text.slice(Math.max(0, at.start - 6), at.start))) return undefined;
  AFTER.lastIndex = at.end;
  if (!AFTER.test(text)) return undefined;
  const start = at.start - 5;
  const end = AFTER.lastIndex;
  const value = text.slice(start, end);
  if (holdsFiller(value) || entropyOf(value) < 3) return undefined;
  if (near !== undefined && !isNear(text, start, end, near)) return undefined;
  return { start, end, confidence: 'high', evidence: ['pattern'], value };
}
