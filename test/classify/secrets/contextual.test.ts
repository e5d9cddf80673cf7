import { describe, expect, it } from 'vitest';
import { createClassifierOf } from '../../../src/classify/classifier.ts';
import { secretDetectors } from '../../../src/classify/secrets/secrets.ts';

const classifier = createClassifierOf(secretDetectors);
const found = (text: string) =>
  classifier.classify(text).findings.map(({ type, start, end }) => [type, text.slice(start, end)]);

/** In pieces, so that no scanner takes them for real. */
const joined = (...pieces: readonly string[]): string => pieces.join('');

const hex = '3f9a0c7e51b8d246'.repeat(2);

describe('passwords that their name gives away', () => {
  it.each([
    ['Passwort: Sommer2024!', 'Sommer2024!'],
    ['Kennwort = Sommer2024!', 'Sommer2024!'],
    ['mot de passe : Ete-2024x', 'Ete-2024x'],
    ['Le mot de passe est Bonjour123!', 'Bonjour123!'],
    ['Contraseña: Zapato77x', 'Zapato77x'],
    ['senha: Praia2024!', 'Praia2024!'],
    ['Wachtwoord: Fiets-99x', 'Fiets-99x'],
    ['Hasło: Kot3kMaly!', 'Kot3kMaly!'],
    ['Пароль: Qwe4rty7', 'Qwe4rty7'],
    ['数据库密码：Abc98xyz', 'Abc98xyz'],
    ['パスワード：Neko88chan', 'Neko88chan'],
    ['비밀번호: Gang88nam!', 'Gang88nam!'],
    ['PW:Zebra-77', 'Zebra-77'],
    ['the password is Tr0ub4dor&3', 'Tr0ub4dor&3'],
    ['export PGPASSWORD=k1tt3nsX9', 'k1tt3nsX9'],
    ['spring.mail.password=Zx81spectrum', 'Zx81spectrum'],
    ["SET PASSWORD = 'k1tt3nsX9'", 'k1tt3nsX9'],
  ])('%s', (text, value) => {
    expect(found(text)).toEqual([['SECRET:PASSWORD', value]]);
  });

  it.each([
    'login: ann / password: k1tt3ns',
    'user=ann;password=k1tt3ns;',
    'machine host login ann password k1tt3nsX9',
    "CREATE USER ann IDENTIFIED BY 'k1tt3nsX9'",
    'ID:ann PW:k1tt3nsX9',
  ])('is a login with a user name near it: %s', (text) => {
    expect(found(text).map(([type]) => type)).toEqual(['SECRET:LOGIN']);
  });

  it.each([
    'const password = await readPassword(stream);',
    'password: z.string().min(12),',
    'if (password.length < 8) throw new Error("Password too short");',
    'this.password = password;',
    'PASSWORD=${DB_PASSWORD:-changeme}',
    '<input type="password" name="password" placeholder="Your password">',
    '"password": "Mot de passe oublié",',
    'password_hash = "$2b$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy"',
    'password_min_length: 12, password_file: /run/secrets/db1',
    'Pass 3 of 7: checking cylinder groups',
    '#define TLS_PSK_WITH_AES_128_SHA 0x0300008C',
    'mot de passe oublié ? écrivez à x1@y.fr',
    'nodes are identified by node_id=42ab',
  ])('is not found in %s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('keys and tokens that their name gives away', () => {
  it.each([
    [`API key: ${hex}`, 'GENERIC_KEY'],
    [`The API key is ${hex}.`, 'GENERIC_KEY'],
    [`x-api-key: ${hex}`, 'GENERIC_KEY'],
    [`{"auths":{"host":{"auth":"${joined('YW5uOmsx', 'dHQzbnNYOQ==')}"}}}`, 'GENERIC_KEY'],
    [`client_secret=${joined('k3V9xQ1mZ7tR', '5bW2nY8cJ6')}`, 'CLIENT_SECRET'],
    [`algolia_token = "${hex}"`, 'ALGOLIA_KEY'],
    [`DATADOG_API_KEY=${hex}`, 'DATADOG_KEY'],
    [`search: https://x.search.windows.net api-key: ${hex}`, 'AZURE_SEARCH_KEY'],
    [`endpoint https://x.cognitiveservices.azure.com key=${hex}`, undefined],
  ])('%s', (text, kind) => {
    expect(found(text).map(([type]) => type)).toEqual(kind === undefined ? [] : [`SECRET:${kind}`]);
  });

  it.each([
    `sha = "${hex}"`,
    `"integrity": "sha512-${hex}${hex}"`,
    `cache_key = "${hex}"`,
    `public_key: ${hex}`,
    `key_id = "${hex}"`,
    `foreign key: order_${hex}`,
    `token_type: "bearer"`,
    'token = lexer.nextToken();',
    'const token: Token2 = tokens[i + 1];',
    'Authorization: Bearer ${token}',
    '"src/private-key.ts": "3f9a0c7e51b8d2463f9a0c7e51b8d2463f9a0c7e"',
    'primary key (order_id, line_no_2)',
  ])('is not found in %s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('logins in addresses, headers and commands', () => {
  it.each([
    [
      'postgres://ann:k1tt3nsX9@db.internal:5432/shop',
      'CONNECTION_STRING',
      'postgres://ann:k1tt3nsX9@db.internal:5432/shop',
    ],
    ['see (https://ann:k1tt3nsX9@git.internal/x.git)', 'URL_LOGIN', 'https://ann:k1tt3nsX9'],
    [`Authorization: Bearer ${hex}`, 'AUTHORIZATION', hex],
    ['curl -u ann:k1tt3nsX9 https://x.internal', 'LOGIN', 'ann:k1tt3nsX9'],
    ['sshpass -p k1tt3nsX9 ssh ann@host', 'PASSWORD', 'k1tt3nsX9'],
  ])('%s', (text, kind, value) => {
    expect(found(text)).toEqual([[`SECRET:${kind}`, value]]);
  });

  it.each([
    'https://x.internal:8443/a@b',
    'postgres://user:password@localhost/test',
    'https://${USER}:${PASSWORD}@x.internal',
    'curl -u "$USER:$PASSWORD" https://x.internal',
    'Authorization: Basic ...',
    'mailto:ann@x.internal',
  ])('are not found in %s', (text) => {
    expect(found(text)).toEqual([]);
  });
});
