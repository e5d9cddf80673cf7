import type { WordDetector } from '../detector.ts';
import { familyOf, readKey, readPassword } from './assigned.ts';
import { keyWords, passwordWords } from './key-names.ts';
import { sampleOf } from './samples.ts';

const BASE64_256 = /^[A-Za-z0-9+/]{43}=$/;
const BASE64_512 = /^[A-Za-z0-9+/]{86}==$/;
const HEX_128 = /^(?:[a-f0-9]{32}|[A-F0-9]{32})$/;
/** Keys of Azure services: 128 bits in hexadecimal, or the 84 units that Microsoft marks since 2024. */
const AZURE_KEY_SHAPE = /^(?:[a-f0-9]{32}|[A-F0-9]{32}|[A-Za-z0-9]{52}|[A-Za-z0-9]{80,90})$/;

const AZURE_LENGTHS = new Set([32, 52, 80, 81, 82, 83, 84, 85, 86, 87, 88, 89, 90]);
const isAzureKey = (value: string): boolean => AZURE_LENGTHS.has(value.length) && AZURE_KEY_SHAPE.test(value);

/** Made up from a shape, so that no value in the source looks like a key. */
const made = (shape: string): string => sampleOf(shape, 'contextual');
const word = made('[A-Z][a-z]{2}[0-9]{2}[a-z]{3}!');
const hex32 = made('[a-f0-9]{32}');
const base64Of = (units: number, padding: string): string => made(`[A-Za-z0-9]{${units}}`) + padding;

const noKeys = [
  'key = value',
  'token: <your-token>',
  'secret=${SECRET}',
  'api_key: xxxxxxxxxxxxxxxx',
  'the key is under the mat',
];
const noPasswords = [
  'password = getPassword()',
  'password: ********',
  'Password: <your password>',
  'PASSWORD=${DB_PASSWORD}',
  'password must be 12 characters long',
  'const password = req.body.password;',
  'type: "password", name: "password"',
];

const keyTexts = (value: string, near = ''): { text: string; value: string }[] => [
  { text: `${near} api_key = "${value}"`, value },
  { text: `${near} {"secretKey":"${value}"}`, value },
  { text: `${near}\nACCESS_TOKEN=${value}`, value },
  { text: `${near} clientSecret: '${value}'`, value },
  { text: `${near} <apiKey>${value}</apiKey>`, value },
];

const passwordTexts = (near = ''): { text: string; value: string }[] => [
  { text: `${near} Password=${word};`, value: word },
  { text: `${near} password: "${word}"`, value: word },
  { text: `${near} pwd = ${word}`, value: word },
  { text: `${near} pass: ${word}`, value: word },
  { text: `${near}\nDB_PASSWORD='${word}'`, value: word },
];

/** Passwords that their name gives away, in programs, settings and in plain language. */
export const passwordSecrets: readonly WordDetector[] = familyOf(
  passwordWords,
  [
    {
      kind: 'AZURE_REDIS_PASSWORD',
      name: 'Azure Cache for Redis password',
      purview: 'azure-redis-cache-connection-string-password',
      near: ['redis.cache.windows.net', 'redis.azure.net'],
      examples: { match: passwordTexts('x.redis.cache.windows.net:6380,'), noMatch: noPasswords },
    },
    {
      kind: 'AZURE_SQL_PASSWORD',
      name: 'Password of an Azure SQL connection string',
      purview: 'azure-sql-connection-string',
      near: ['database.windows.net', 'database.azure.com'],
      examples: { match: passwordTexts('Server=tcp:x.database.windows.net;'), noMatch: noPasswords },
    },
    {
      kind: 'ENTRA_USER_PASSWORD',
      name: 'Password of a Microsoft Entra user',
      purview: 'azure-ad-user-credentials',
      near: ['.onmicrosoft.com', 'login.microsoftonline.com'],
      examples: { match: passwordTexts('ann@y.onmicrosoft.com'), noMatch: noPasswords },
    },
    {
      kind: 'LOGIN',
      name: 'Password next to a user name',
      purview: 'user-login-credentials',
      near: [
        'user',
        'login',
        'uid=',
        'userid',
        'account',
        'id:',
        'id=',
        'identifiant',
        'benutzer',
        'usuario',
      ],
      examples: { match: passwordTexts('username: ann;'), noMatch: noPasswords },
    },
    {
      kind: 'PASSWORD',
      name: 'Password',
      purview: 'general-password',
      examples: {
        match: [
          ...passwordTexts(),
          { text: `Das Passwort: ${word}`, value: word },
          { text: `mot de passe : ${word}`, value: word },
          { text: `пароль: ${word}`, value: word },
          { text: `密码：${word}`, value: word },
          { text: `$ tool --password ${word} --force`, value: word },
          { text: `<password>${word}</password>`, value: word },
          { text: `<add key="SmtpPassword" value="${word}" />`, value: word },
          { text: `setProperty("db.password", "${word}")`, value: word },
        ],
        noMatch: noPasswords,
      },
    },
  ],
  readPassword,
);

/** Keys and tokens that their name gives away. */
export const keySecrets: readonly WordDetector[] = familyOf(
  keyWords,
  [
    {
      kind: 'AWS_SECRET_KEY',
      name: 'AWS secret access key',
      purview: 'amazon-s3-client-secret-access-key',
      fits: (value, name) =>
        value.length === 40 &&
        /^[A-Za-z0-9/+]{40}$/.test(value) &&
        /aws|secret.?access.?key|s3/.test(name) &&
        !/^[a-f0-9]{40}$/.test(value),
      examples: {
        match: keyTexts(base64Of(40, '')).map(({ value }, at) => ({
          text:
            [
              'aws_secret_access_key = ',
              'AWS_SECRET_KEY=',
              'secretAccessKey: ',
              's3_secret_key = ',
              'awsSecret=',
            ][at] + value,
          value,
        })),
        noMatch: noKeys,
      },
    },
    {
      kind: 'AZURE_SEARCH_KEY',
      name: 'Azure AI Search API key',
      purview: 'azure-cognitive-search-api-key',
      fits: isAzureKey,
      near: ['search.windows.net', 'azure search', 'cognitive search'],
      examples: { match: keyTexts(hex32, 'https://x.search.windows.net'), noMatch: noKeys },
    },
    {
      kind: 'AZURE_COGNITIVE_KEY',
      name: 'Azure AI services key',
      purview: 'azure-cognitive-service-key',
      fits: isAzureKey,
      near: [
        'cognitiveservices.azure.com',
        'api.cognitive.microsoft',
        'openai.azure.com',
        'ocp-apim-subscription-key',
        'cognitive',
      ],
      examples: { match: keyTexts(hex32, 'https://x.cognitiveservices.azure.com'), noMatch: noKeys },
    },
    {
      kind: 'AZURE_REGISTRY_KEY',
      name: 'Azure Container Registry access key',
      purview: 'azure-container-registry-access-key',
      fits: (value) => /^[A-Za-z0-9+/=]{32}$|^[A-Za-z0-9+/]{52}$/.test(value),
      near: ['azurecr.io'],
      examples: { match: keyTexts(base64Of(32, ''), 'docker login x.azurecr.io'), noMatch: noKeys },
    },
    {
      kind: 'AZURE_ML_KEY',
      name: 'Azure Machine Learning web service key',
      purview: 'azure-machine-learning-web-service-api-key',
      fits: (value) => (value.length === 88 && BASE64_512.test(value)) || isAzureKey(value),
      near: ['azureml.net', 'azureml.ms', 'inference.ml.azure'],
      examples: { match: keyTexts(base64Of(86, '=='), 'https://x.azureml.net'), noMatch: noKeys },
    },
    {
      kind: 'AZURE_BOT_FRAMEWORK_KEY',
      name: 'Azure Bot Framework secret key',
      purview: 'azure-bot-framework-secret-key',
      fits: (value) => /^[\w-]{11}\.[\w-]{3}\.[\w-]{3}\.[\w-]{43}$|^[\w.]{55}$/.test(value),
      near: ['botframework'],
      examples: {
        match: keyTexts(
          made('[A-Za-z0-9]{11}\\.[A-Za-z0-9]{3}\\.[A-Za-z0-9]{3}\\.[A-Za-z0-9]{43}'),
          'botframework.com',
        ),
        noMatch: noKeys,
      },
    },
    {
      kind: 'AZURE_DEVOPS_SECRET',
      name: 'Azure DevOps app secret or token',
      purview: 'azure-devops-app-secret',
      fits: (value) => /^(?:[a-z2-7]{52}|[A-Z2-7]{52})$/.test(value),
      examples: { match: keyTexts(made('[a-z2-7]{52}'), 'https://dev.azure.com/x'), noMatch: noKeys },
    },
    {
      kind: 'SYMMETRIC_KEY',
      name: 'Symmetric key of 256 or 512 bits',
      purview: 'general-symmetric-key',
      fits: (value) => value.endsWith('=') && (BASE64_256.test(value) || BASE64_512.test(value)),
      examples: { match: keyTexts(base64Of(43, '=')), noMatch: noKeys },
    },
    {
      kind: 'CLIENT_SECRET',
      name: 'OAuth client secret',
      purview: 'client-secret-api-key',
      fits: (value, name) =>
        /(?:client|app|consumer).{0,2}(?:secret|key)|refresh.{0,2}token/.test(name) && !HEX_128.test(value),
      examples: {
        match: keyTexts(made('[A-Za-z0-9]{30}')).map(({ value }, at) => ({
          text:
            ['client_secret=', 'clientSecret: ', 'APP_SECRET=', 'consumer_key = ', 'refresh_token: '][at] +
            value,
          value,
        })),
        noMatch: noKeys,
      },
    },
    {
      kind: 'GENERIC_KEY',
      name: 'Key or token',
      examples: { match: keyTexts(hex32), noMatch: noKeys },
    },
  ],
  readKey,
);
