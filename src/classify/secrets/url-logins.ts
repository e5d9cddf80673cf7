import { isAlphanumeric, SLASH, unitsOf } from '../characters.ts';
import type { LiteralDetector, Match, Span, View } from '../detector.ts';
import { listOf } from '../word-list.ts';
import { judgeKey } from './judge.ts';
import { holdsFiller, isPlaceholder, isTemplate } from './placeholders.ts';
import { isWordy, makeOf } from './randomness.ts';
import { purviewType } from './purview.ts';

const LONGEST_SCHEME = 24;
const LONGEST_LOGIN = 300;
const LONGEST_URL = 1000;

/** Schemes of databases, queues and directories, whose addresses are connection strings. */
const DATABASES = new Set(
  listOf(`
  postgres, postgresql, mysql, mysqlx, mariadb, mongodb, redis, rediss, valkey, amqp, amqps, mssql, sqlserver, oracle, clickhouse,
  cockroachdb, db2, kafka, nats, couchdb, couchbase, neo4j, bolt, influxdb, cassandra, snowflake, redshift, trino, presto,
  ldap, ldaps, elasticsearch, memcached, sybase, firebird, hive, impala, vertica, teradata, hana, timescaledb
`),
);

/** What ends an address in running text. */
const ENDS = unitsOf(' \t\r\n"\'`<>\\^|');

/** What stands between `://` and the host. */
interface Login {
  readonly scheme: string;
  readonly schemeStart: number;
  readonly user: Span;
  readonly password: Span | undefined;
  /** Behind the `@`. */
  readonly host: number;
}

function readLogin(text: string, at: Span): Login | undefined {
  const limit = Math.min(text.length, at.end + LONGEST_LOGIN);
  let sign = -1;
  let colon = -1;
  for (let unit = at.end; unit < limit; unit++) {
    const code = text.charCodeAt(unit);
    if (code === SLASH || code === 63 || code === 35 || ENDS.has(code)) break;
    if (code === 64) sign = unit;
    else if (code === 58 && colon < 0) colon = unit;
  }
  if (sign <= at.end || !isAlphanumeric(text.charCodeAt(sign + 1))) return undefined;
  const schemeStart = startOfScheme(text, at.start);
  if (schemeStart === at.start) return undefined;
  const hasPassword = colon >= 0 && colon < sign;
  return {
    scheme: text.slice(schemeStart, at.start).toLowerCase(),
    schemeStart,
    user: { start: at.end, end: hasPassword ? colon : sign },
    password: hasPassword ? { start: colon + 1, end: sign } : undefined,
    host: sign + 1,
  };
}

function startOfScheme(text: string, colon: number): number {
  let start = colon;
  while (start > 0 && colon - start < LONGEST_SCHEME) {
    const code = text.charCodeAt(start - 1);
    if (!isAlphanumeric(code) && code !== 43 && code !== 45 && code !== 46 && code !== 58) break;
    start--;
  }
  return start;
}

const isDatabase = (scheme: string): boolean =>
  scheme.split(/[+:]/, 3).some((part) => DATABASES.has(part)) || scheme.startsWith('jdbc:');

/** Could this be a password, rather than a hole to fill or a word that says password? */
const isPassword = (password: string): boolean =>
  password.length >= 3 &&
  !isPlaceholder(password) &&
  !isTemplate(password) &&
  !/^[x*.•-]{1,99}$/i.test(password);

const secretText = ['hu', 'Nter7x'].join('');

/** Connection strings of databases and queues that hold a password. The whole address is the secret. */
export const connectionString: LiteralDetector = {
  type: 'SECRET:CONNECTION_STRING',
  name: 'Database address with a password',
  anchor: { kind: 'literal', literals: ['://'] },
  match: matchConnection,
  keywords: [],
  examples: {
    match: [
      `postgres://ann:${secretText}@db.internal:5432/shop`,
      `mongodb+srv://ann:${secretText}@c0.mongodb.net/shop?w=majority`,
      `redis://:${secretText}@cache.internal:6379/0`,
      `amqps://ann:${secretText}@queue.internal/vhost`,
      `jdbc:mysql://ann:${secretText}@db.internal:3306/shop`,
    ].map((value) => ({ text: `DSN="${value}"`, value, confidence: 'high' as const })),
    noMatch: [
      'postgres://ann@db.internal/shop',
      'postgres://ann:${PASSWORD}@db.internal/shop',
      'mysql://user:password@localhost/test',
      'redis://localhost:6379',
      'mongodb://<user>:<password>@host/db',
      'postgres://user:****@db.internal/shop',
    ],
  },
};

function matchConnection({ text }: View, at: Span): Match | undefined {
  const login = readLogin(text, at);
  if (login?.password === undefined || !isDatabase(login.scheme)) return undefined;
  if (!isPassword(text.slice(login.password.start, login.password.end))) return undefined;
  let end = login.host;
  const limit = Math.min(text.length, login.schemeStart + LONGEST_URL);
  while (end < limit && !ENDS.has(text.charCodeAt(end))) end++;
  while (TRAILING.has(text.charCodeAt(end - 1))) end--;
  const value = text.slice(login.schemeStart, end);
  return { start: login.schemeStart, end, confidence: 'high', evidence: ['pattern'], value };
}

const TRAILING = unitsOf('.,;:)]}!?');

/** Web and file addresses with a password, or a token, before the host. */
export const urlLogin: LiteralDetector = {
  type: 'SECRET:URL_LOGIN',
  name: 'Address with a user name and password',
  purview: purviewType('user-login-credentials'),
  anchor: { kind: 'literal', literals: ['://'] },
  match: matchUrl,
  keywords: [],
  examples: {
    match: [
      { text: `git clone https://ann:${secretText}@git.internal/x.git`, value: `https://ann:${secretText}` },
      { text: `ftp://ann:${secretText}@files.internal/`, value: `ftp://ann:${secretText}` },
      { text: `see <http://ann:${secretText}@10.0.0.1:8080/>`, value: `http://ann:${secretText}` },
      { text: `smtp://ann%40x:${secretText}@mail.internal:25`, value: `smtp://ann%40x:${secretText}` },
      { text: `proxy=socks5://ann:${secretText}@p.internal:1080`, value: `socks5://ann:${secretText}` },
      {
        text: 'https://ann:zebracrossing@files.internal',
        value: 'https://ann:zebracrossing',
        confidence: 'medium',
      },
    ],
    noMatch: [
      'https://files.internal:8443/@ann',
      'https://${USER}:${PASS}@files.internal',
      'https://ann@files.internal/',
      'https://user:pass@files.internal',
      'https://user:1111@files.internal',
      'https://user:REPLACE_WITH_PASSWORD@files.internal',
      'https://x.internal/a?b=c:d@e',
      'ssh://git@git.internal:22/x.git',
    ],
  },
};

function matchUrl({ text }: View, at: Span): Match | undefined {
  const login = readLogin(text, at);
  if (login === undefined || isDatabase(login.scheme)) return undefined;
  const span = login.password ?? login.user;
  const secret = text.slice(span.start, span.end);
  if (login.password === undefined && judgeKey(secret, false, true) !== 'high') return undefined;
  const confidence = levelOf(secret);
  if (confidence === undefined) return undefined;
  if (login.password === undefined && SENTRY.test(text.slice(login.host, login.host + 60))) return undefined;
  const start = login.schemeStart;
  return { start, end: span.end, confidence, evidence: ['pattern'], value: text.slice(start, span.end) };
}

/** The address that programs report errors to holds a key by design; it has a detector of its own. */
const SENTRY = /^o\d{1,20}\.ingest\./;

/** A password that only says it is one stands in every manual; `secret123` and `abcd1234abcd1234` may be in use: a guess. */
function levelOf(secret: string): Match['confidence'] | undefined {
  if (secret.length < 4 || isTemplate(secret) || holdsFiller(secret)) return undefined;
  const make = makeOf(secret);
  if (isPlaceholder(secret)) return make.digits > 0 && make.lower + make.upper > 0 ? 'low' : undefined;
  return make.digits === 0 && make.marks === 0 && isWordy(make) ? 'medium' : 'high';
}
