import type { FindingType } from '../../shared/finding.ts';
import type { Detector, LiteralDetector, Match, PrefixDetector, Span, View } from '../detector.ts';

/** Purview takes what stands near these for a sample. */
const SAMPLES = [
  'contoso',
  'fabrikam',
  'northwind',
  'sandbox',
  'onebox',
  'localhost',
  'testacs.com',
  's-int.net',
];

/** The key of the storage emulator begins so; Microsoft publishes it (learn.microsoft.com, "Use the Azurite emulator"). */
const EMULATOR_KEY = 'Eby8vdM02xNOcqFlqUwJPLlm';

/** Made-up keys of 256 and 512 bits for the examples. */
const KEY_256 = `${'q7Rk'.repeat(10)}Zx4=`;
const KEY_512 = `${'q7Rk'.repeat(21)}Zx==`;

interface Row {
  readonly type: FindingType;
  readonly name: string;
  readonly purview: { readonly name: string; readonly id: string };
  /** How the text before the secret begins. */
  readonly prefixes: readonly string[];
  /** From the prefix on, ignoring case; the one group is the secret. Bounded. */
  readonly shape: string;
  readonly examples: PrefixDetector['examples'];
}

/** A secret told by the connection string or setting that it stands in. */
function createSecret({ shape, prefixes, ...row }: Row): PrefixDetector {
  const expression = new RegExp(shape, 'diy');
  const match = (view: View, prefix: Span): Match | undefined => {
    expression.lastIndex = prefix.start;
    const [start, end] = expression.exec(view.text)?.indices?.[1] ?? [0, 0];
    if (end === 0) return undefined;
    const value = view.text.slice(start, end);
    if (value.startsWith(EMULATOR_KEY) || isPlaceholder(value)) return undefined;
    if (view.hasKeyword(SAMPLES, { start, end })) return undefined;
    return { start, end, confidence: 'high', evidence: ['pattern'], value };
  };
  return { ...row, anchor: { kind: 'prefix', prefixes, beforeSpace: true }, keywords: SAMPLES, match };
}

/** `****`, `<your password>`, `{password}`, `$PASSWORD`, `somepassword`: Purview's filters for passwords. */
const isPlaceholder = (value: string): boolean =>
  /^[$%@<{*[]/.test(value) || /^(?:x{4,40}|.{0,40}some-?password|secretpassword|sample.{0,40})$/i.test(value);

const rows: readonly Row[] = [
  {
    type: 'SECRET:AZURE_COSMOS_KEY',
    name: 'Azure DocumentDB key',
    purview: { name: 'Azure DocumentDB Auth Key', id: '0f587d92-eb28-44a9-bd1c-90f2892b47aa' },
    prefixes: ['DocumentDb', 'DocumentDB', 'documentDb', 'documentdb', 'DOCUMENTDB'],
    shape: String.raw`DocumentDb[\s\S]{3,200}?[>="']([A-Za-z0-9/+]{86}==)`,
    examples: {
      match: [
        { text: `<add key="DocumentDbKey" value="${KEY_512}"/>`, value: KEY_512, confidence: 'high' },
        { text: `documentdb.authKey = '${KEY_512}'`, value: KEY_512 },
      ],
      noMatch: [`<add key="OtherKey" value="${KEY_512}"/>`, `DocumentDb contoso key='${KEY_512}'`],
    },
  },
  {
    type: 'SECRET:AZURE_SQL_PASSWORD',
    name: 'Azure SQL connection string',
    purview: {
      name: 'Azure IAAS Database Connection String and Azure SQL Connection String',
      id: 'ce1a126d-186f-4700-8c0c-486157b953fd',
    },
    prefixes: ['Server', 'server', 'SERVER', 'Data Source', 'data source', 'Data source'],
    shape: String.raw`(?:server|data source)\s{0,2}=[^\n\r]{1,200}?(?:cloudapp\.azure\.(?:com|net)|database\.windows\.net)[\s\S]{1,300}?(?:password|pwd)\s{0,2}=\s{0,2}([^;"'\s]{1,128})[;"']`,
    examples: {
      match: [
        {
          text: 'Server=tcp:shop.database.windows.net,1433;User ID=app;Password=Ru3-kelp.9;',
          value: 'Ru3-kelp.9',
          confidence: 'high',
        },
        { text: 'data source=db1.cloudapp.azure.com;pwd=Ru3-kelp.9;', value: 'Ru3-kelp.9' },
      ],
      noMatch: [
        'Server=tcp:shop.example.net,1433;User ID=app;Password=Ru3-kelp.9;',
        'Server=tcp:shop.database.windows.net;Password={your_password};',
      ],
    },
  },
  {
    type: 'SECRET:AZURE_IOT_KEY',
    name: 'Azure IoT connection string',
    purview: { name: 'Azure IoT Connection String', id: '0b34bec3-d5d6-4974-b7b0-dcdb5c90c29d' },
    prefixes: ['HostName', 'hostName', 'hostname', 'Hostname'],
    shape: String.raw`HostName\s{0,2}=[\s\S]{1,200}?azure-devices\.net[\s\S]{1,200}?SharedAccessKey\s{0,2}=\s{0,2}([A-Za-z0-9/+]{43}=)`,
    examples: {
      match: [
        {
          text: `HostName=hub1.azure-devices.net;DeviceId=d1;SharedAccessKey=${KEY_256}`,
          value: KEY_256,
          confidence: 'high',
        },
        {
          text: `HostName = h.azure-devices.net;SharedAccessKeyName=o;SharedAccessKey=${KEY_256}`,
          value: KEY_256,
        },
      ],
      noMatch: [
        `HostName=hub1.example.net;DeviceId=d1;SharedAccessKey=${KEY_256}`,
        'HostName=hub1.azure-devices.net;DeviceId=d1;SharedAccessKey=short=',
      ],
    },
  },
  {
    type: 'SECRET:AZURE_DEPLOYMENT_PASSWORD',
    name: 'password of an Azure publish profile',
    purview: { name: 'Azure Publish Setting Password', id: '75f4cc8a-a68e-49e5-89ce-fa8f03d286a5' },
    prefixes: ['userPWD=', 'userpwd=', 'userPwd=', 'UserPWD='],
    shape: String.raw`userpwd="?([a-z0-9]{60})"`,
    examples: {
      match: [
        {
          text: `userName="$app" userPWD="${'a7Qd9'.repeat(12)}"`,
          value: 'a7Qd9'.repeat(12),
          confidence: 'high',
        },
        { text: `userpwd="${'k3Zt8'.repeat(12)}" `, value: 'k3Zt8'.repeat(12) },
      ],
      noMatch: [`userPWD="${'a7Qd9'.repeat(11)}"`, `pwd="${'a7Qd9'.repeat(12)}"`],
    },
  },
  {
    type: 'SECRET:AZURE_REDIS_PASSWORD',
    name: 'Azure Cache for Redis connection string',
    purview: { name: 'Azure Redis Cache Connection String', id: '095a7e6c-efd8-46d5-af7b-5298d53a49fc' },
    prefixes: ['redis.cache.windows.net'],
    shape: String.raw`redis\.cache\.windows\.net[\s\S]{1,200}?(?:password|pwd)\s{0,2}=\s{0,2}([A-Za-z0-9/+]{43}=)`,
    examples: {
      match: [
        {
          text: `shop.redis.cache.windows.net:6380,password=${KEY_256},ssl=True`,
          value: KEY_256,
          confidence: 'high',
        },
        { text: `"x.redis.cache.windows.net,ssl=true,pwd = ${KEY_256}"`, value: KEY_256 },
      ],
      noMatch: [
        `shop.redis.example.net:6380,password=${KEY_256},ssl=True`,
        'shop.redis.cache.windows.net:6380,password=,ssl=True',
      ],
    },
  },
  {
    type: 'SECRET:AZURE_STORAGE_SIGNATURE',
    name: 'Azure shared access signature',
    purview: { name: 'Azure SAS', id: '4d235014-e564-47f4-a6fb-6ebb4a826834' },
    prefixes: ['sig=', 'sig ='],
    shape: String.raw`sig\s{0,2}=\s{0,2}([A-Za-z0-9%]{43,53}%3d)(?![A-Za-z0-9%])`,
    examples: {
      match: [
        { text: `?sv=2023-01-03&sig=${'q7Rk%2B'.repeat(7)}qZ%3D&se=x`, value: `${'q7Rk%2B'.repeat(7)}qZ%3D` },
        { text: `sig=${'a9'.repeat(22)}%3d`, value: `${'a9'.repeat(22)}%3d`, confidence: 'high' },
      ],
      noMatch: [`sig=${'a9'.repeat(22)}`, `sig=${'a9'.repeat(12)}%3d`],
    },
  },
  {
    type: 'SECRET:AZURE_SHARED_ACCESS_KEY',
    name: 'Azure Service Bus connection string',
    purview: { name: 'Azure Service Bus Connection String', id: 'b9a6578f-a83f-4fcd-bf44-2130bae49a6f' },
    prefixes: ['Endpoint', 'endpoint', 'EndPoint', 'endPoint'],
    shape: String.raw`EndPoint\s{0,2}=[\s\S]{1,200}?servicebus\.windows\.net[\s\S]{1,200}?SharedAccessKey\s{0,2}=\s{0,2}([A-Za-z0-9/+]{43}=)`,
    examples: {
      match: [
        {
          text: `Endpoint=sb://bus1.servicebus.windows.net/;SharedAccessKeyName=r;SharedAccessKey=${KEY_256}`,
          value: KEY_256,
          confidence: 'high',
        },
        {
          text: `endpoint = sb://b.servicebus.windows.net/;SharedAccessKey = ${KEY_256}`,
          value: KEY_256,
        },
      ],
      noMatch: [
        `Endpoint=sb://bus1.example.net/;SharedAccessKeyName=r;SharedAccessKey=${KEY_256}`,
        'Endpoint=sb://bus1.servicebus.windows.net/;SharedAccessKey=no',
      ],
    },
  },
  {
    type: 'SECRET:AZURE_STORAGE_KEY',
    name: 'Azure Storage connection string',
    purview: { name: 'Azure Storage Account Key', id: 'c7bc98e8-551a-4c35-a92d-d2c8cda714a7' },
    prefixes: ['DefaultEndpointsProtocol', 'defaultEndpointsProtocol', 'defaultendpointsprotocol'],
    shape: String.raw`DefaultEndpointsProtocol\s{0,2}=[\s\S]{1,200}?AccountKey\s{0,2}=\s{0,2}([A-Za-z0-9/+]{86}==)`,
    examples: {
      match: [
        {
          text: `DefaultEndpointsProtocol=https;AccountName=shop;AccountKey=${KEY_512};`,
          value: KEY_512,
          confidence: 'high',
        },
        { text: `defaultEndpointsProtocol = http;AccountKey = ${KEY_512}`, value: KEY_512 },
      ],
      noMatch: [
        'DefaultEndpointsProtocol=https;AccountName=shop;AccountKey=<key>;',
        `DefaultEndpointsProtocol=https;AccountName=contoso;AccountKey=${KEY_512};`,
      ],
    },
  },
  {
    type: 'SECRET:SQL_SERVER_PASSWORD',
    name: 'SQL Server connection string',
    purview: { name: 'SQL Server Connection String', id: 'e76b6205-d3cb-46f2-bd63-c90153f2f97d' },
    prefixes: ['User I', 'User i', 'user i', 'UserI', 'Userid', 'uid', 'UID', 'Uid'],
    shape: String.raw`(?:User Id|uid|UserId)[\s\S]{1,200}?(?:Password|(?<![a-z])pwd)\s{0,2}=\s{0,2}([^$%>@";\[{<*][^;/"\s]{7,128})[;"]`,
    examples: {
      match: [
        { text: 'Server=db1;User Id=app;Password=Ru3-kelp.9;', value: 'Ru3-kelp.9', confidence: 'high' },
        { text: '"uid=app;database=x;pwd=Ru3-kelp.9"', value: 'Ru3-kelp.9' },
      ],
      noMatch: ['Server=db1;User Id=app;Password={password};', 'User Id=app;Password=somepassword;'],
    },
  },
];

/** SHA-512 in base64 has the very shape of a key: `sha512-…` in lock files, digests, signatures. */
const HASH_WORDS = ['integrity', 'sha512', 'sha-512', 'hash', 'digest', 'checksum', 'signature'];
/** How near such a word must stand. */
const BESIDE = 40;
const KEY_LENGTH = 88;
const BARE_KEY = /^[A-Za-z0-9/+]{86}==$/;

/** A key of 512 bits in base64, wherever it stands. */
const bareStorageKey: LiteralDetector = {
  type: 'SECRET:AZURE_STORAGE_KEY',
  name: 'key of 512 bits, as for Azure Storage',
  purview: { name: 'Azure Storage Account Key (Generic)', id: '7ff41bd0-5419-4523-91d6-383b3a37f084' },
  anchor: { kind: 'literal', literals: ['=='] },
  keywords: HASH_WORDS,
  match(view, { start, end }) {
    const { text } = view;
    const from = end - KEY_LENGTH;
    if (!isBase64(text.charCodeAt(start - 1)) || !isBase64(text.charCodeAt(from))) return undefined;
    if (isBase64(text.charCodeAt(from - 1)) || isBase64(text.charCodeAt(end)) || text[end] === '=')
      return undefined;
    const value = text.slice(Math.max(0, from), end);
    if (!BARE_KEY.test(value) || value.startsWith(EMULATOR_KEY) || text[from - 1] === '-') return undefined;
    if (view.hasKeyword(HASH_WORDS, { start: from, end }, BESIDE)) return undefined;
    return { start: from, end, confidence: 'high', evidence: ['pattern'], value };
  },
  examples: {
    match: [
      { text: `key: "${KEY_512}"`, value: KEY_512, confidence: 'high' },
      { text: `<key>${KEY_512}</key>`, value: KEY_512 },
    ],
    noMatch: [
      `${'q7Rk'.repeat(20)}==`,
      `${'q7Rk'.repeat(30)}Zx==`,
      `"integrity": "sha512-${KEY_512}"`,
      'if (a == b) return;',
    ],
  },
};

const isBase64 = (code: number): boolean =>
  (code >= 47 && code <= 57) || code === 43 || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);

/**
 * The ten Azure types of Purview's main rule package. They are older than its credential types (src/classify/secrets) and find
 * the same secrets by the connection strings around them; the type is the same where the secret is.
 */
export const azureTypes: readonly Detector[] = [...rows.map(createSecret), bareStorageKey];
