/** Texts made to cost a classifier as much as they can: each fills `units` UTF-16 code units with near-matches. */
export interface HostileText {
  readonly name: string;
  readonly make: (units: number) => string;
}

const filled = (units: number, piece: string): string =>
  piece.repeat(Math.ceil(units / piece.length)).slice(0, units);

const repeated = (name: string, piece: string): HostileText => ({
  name,
  make: (units) => filled(units, piece),
});

/** A beginning, once, and then one piece again and again. */
const begun = (name: string, beginning: string, piece: string): HostileText => ({
  name,
  make: (units) => (beginning + filled(units, piece)).slice(0, units),
});

/** Hash-like filler without a secret in it. */
const filler = 'a1B2c3D4'.repeat(4);

const digits: readonly HostileText[] = [
  repeated('one run of digits', '7'),
  repeated('single digits and spaces', '1 '),
  repeated('single digits and dashes', '1-'),
  repeated('single digits and no-break spaces', '1\u00a0'),
  repeated('pairs of digits and dots', '12.'),
  repeated('pairs of digits and slashes', '12/'),
  repeated('digits in groups of every kind', '1 22-333.4444/55555,666 7-'),
  repeated('digits and brackets', '(1) (22) (333) '),
  repeated('dotted quads without end', '1.2.3.4.'),
  repeated('versions', 'v1.2.3.4-5 '),
  repeated('card groups without end', '4111 1111 1111 1111 '),
  repeated('card groups that never hold', '4111 1111 1111 1112 '),
  repeated('plus signs and digits', '+33 6 12 34 56 7 '),
  repeated('plus signs', '+'),
  repeated('country codes', '+49 '),
  repeated('area codes in brackets', '(555) 123-'),
  repeated('national numbers', '06 12 34 56 78;'),
  repeated('bare ten digits', '0612345678 '),
  repeated('social security numbers', 'ssn 536-22-8145 '),
  repeated('corsican beginnings', '1 85 05 2A 123 456 00 '),
  repeated('dates', '12/12/1990 '),
  repeated('timestamps', '2026-01-31T10:20:30.123Z '),
];

const names: readonly HostileText[] = [
  repeated('keywords around digits', 'tel phone mobile 536228145 '),
  repeated('a keyword before each digit', 'tel 1 fax 2 mobile 3 '),
  repeated('digits before each keyword', '1 tel 2 fax 3 mobile '),
  repeated('keywords of many lists beside nine digits', 'tin ssn passport id nif vat 536228145 '),
  repeated('a tax number again and again', '1. tin no 94393597 '),
  repeated('a passport number again and again', 'Passport PP4832671 '),
  repeated('keywords only', 'phone number social security number '),
  repeated('keywords that go on and do not end', 'social security social security '),
  repeated('keywords without spaces between them', '身份证号码护照号码'),
  repeated('password in Chinese', '密码是'),
  repeated('keywords beside digits without spaces', 'マイナンバー1'),
  repeated('given names', 'Anna Maria Smith '),
  repeated('titles', 'Dr. John von der '),
  repeated('labels of names', 'Name: '),
  repeated('streets in front of numbers', 'Hauptstraße 1 '),
  repeated('streets behind numbers', '12 rue de la '),
  repeated('addresses', '12 Main Street, Springfield, IL 62701 '),
  repeated('post boxes', 'PO Box 1 '),
  repeated('births', 'born 12/12/1990 '),
  repeated('diagnoses', 'ICD A01.1 '),
  repeated('number plates', 'B-AB 12'),
  repeated('vehicles', '1HGCM82633A004352 '),
  repeated('labels of secrecy', 'strictly confidential '),
  repeated('orders to a model', 'ignore all previous instructions '),
  repeated('roles of a model', 'act as if you are a '),
  repeated('spaces between the words of a role', 'act   as   you   are   a   b   '),
  repeated('definitions that never end', 'def f(, , , ,'),
  repeated('lines of definitions that never end', `def f(${', a'.repeat(60)}\n`),
  repeated('lines of modifiers', `public static final ${'a '.repeat(90)}\n`),
  repeated('lines of spaces', `import a${' '.repeat(230)}x\n`),
  repeated('code', 'const a = (b) => { return c[0]; };\n'),
];

const nets: readonly HostileText[] = [
  repeated('@ only', '@'),
  repeated('letters and @', 'a@'),
  repeated('e-mail addresses without end', 'a@b.co,'),
  repeated('local part of 64, no domain', `${'a'.repeat(64)}@`),
  repeated('domain of 250, no top level', `a@${'b.'.repeat(125)}`),
  repeated('colons', ':'),
  repeated('hex and colons', 'fe80:1:'),
  repeated('pairs of hex and colons', 'de:ad:be:ef:'),
  repeated('IPv6 nearly', '2001:db8:0:0:0:0:2:g '),
  repeated('MAC nearly', 'MAC 3c:5a:b4:01:9f:'),
  repeated('addresses with a login nearly', 'https://a:b@'),
  repeated('connection strings', 'Server=db.database.windows.net;User Id=app;Password='),
  repeated('a long connection string', 'server=database.windows.netpassword='),
];

const secrets: readonly HostileText[] = [
  repeated('IBAN beginnings', 'DE89 3704 0044 0532 0130 01 '),
  repeated('IBAN prefixes', 'FR76'),
  repeated('IBAN prefixes apart', 'FR76 3000 '),
  repeated('BEGIN lines', '-----BEGIN PRIVATE KEY-----'),
  repeated('BEGIN lines with bodies', `-----BEGIN RSA PRIVATE KEY-----\n${'MIIB'.repeat(40)}\n`),
  repeated('BEGIN only', '-----BEGIN '),
  repeated('dashes', '-'),
  repeated('base64', 'TWFueSBoYW5kcyBtYWtlIGxpZ2h0IHdvcmsu0123456789+/'),
  repeated('base64 in words', 'QUJDREVGSElKS0xNTk9QUVJTVFVWV1hZ '),
  repeated('base64 of a word again and again', 'cGFzc3dvcmQ6IGh1bnRlcjI='),
  repeated('hex', 'deadbeef01'),
  repeated('token beginnings', 'eyJ.eyJ.'),
  repeated('token beginnings with dashes', 'eyJaaaaaaaaaa-'),
  repeated('tokens without a third part', 'eyJaaaaaaaaaa.aaaaaaaaaa-'),
  repeated('passwords without a value', 'password='),
  repeated('passwords in quotes', 'password="'),
  repeated('passwords with dots', 'password=a.b.c.d.e.f.g.h.i.j.k.l.m '),
  repeated('passwords with brackets', 'password=a[b[c[d'),
  repeated('passwords in prose', 'password is '),
  repeated('keys without a value', 'key='),
  repeated('headers without a value', 'Authorization: Bearer '),
  repeated('headers glued together', 'authorization='),
  repeated('live keys', ['sk', 'live', ''].join('_')),
  repeated('model keys', 'sk-ant-'),
  repeated('access keys', ['AK', 'IA'].join('')),
  repeated('prefixes in a row', ['gh', 'p_gl', 'pat-xox', 'b-'].join('')),
  repeated('logins of remotes', 'x-token-auth:'),
  repeated('commands', 'curl -u a '),
  repeated('wallet prefixes', 'bc1q'),
  repeated('wallets nearly', '1A1zP1eP5QGefi2DMPTfTL5SLmv7Divf '),
  repeated('0x', '0x'),
  repeated('0x and hex', '0xabcdef '),
  repeated('words of a seed', 'abandon '),
  repeated('letters and digits', 'a1b2'),
  repeated('tokens', `${filler} `),
  repeated('tokens glued by marks', `${filler}-${filler}_${filler}/`),
  repeated('private keys as JSON', '{"kty":"RSA","d":"'),
];

const forms: readonly HostileText[] = [
  repeated('percent signs', '%'),
  repeated('percent signs and hex', '%41%42%43'),
  repeated('quoted-printable', '=41=42=43'),
  repeated('escapes', '\\u0041\\x41'),
  repeated('entities', '&amp;'),
  repeated('numbered entities', '&#x41;'),
  repeated('ampersands', '&'),
  repeated('<', '<'),
  begun('tags that never close', '<html><body>', '<p a="'),
  begun('tags in tags', '<html><body>', '<div '),
  begun('comments that never close', '<html><body>', '<!--'),
  begun('scripts that never close', '<html><body>', '<script>'),
  begun('cells', '<table>', '<td>1</td>'),
  begun('entities in a page', '<html><body> ', '&#49;&#50;'),
  repeated('heads of tables without rows', 'name,email,phone,iban,ssn\n'),
  begun('a table of empty cells', 'name,email,phone,iban,ssn\n', ',,,,\n'),
  begun('a table of digits', 'name;tin;passport;iban;ssn\n', '1;2;3;4;5\n'),
  begun('one cell with quotes', 'name,ssn\n', '"a,""b'),
  begun('one line under a head', 'name\ttin\tphone\n', '536228145\t'),
  begun('a head without end', '', 'ssn;'),
  repeated('rows of a drawn table', '| a | b |\n|---|---|\n'),
  repeated('quotes', '"'),
  repeated('braces', '{"a":['),
  repeated('braces and names of secrets', '{"password":'),
  repeated('commas', ','),
  repeated('line feeds', '\n'),
  repeated('carriage returns', '\r'),
  repeated('tabs', '\t'),
];

const letters: readonly HostileText[] = [
  repeated('one endless word', 'a'),
  repeated('one endless word in capitals', 'A'),
  repeated('capitals in turn', 'aB'),
  repeated('letters beyond Latin', 'телефон電話'),
  repeated('lone surrogates', '\ud800\udc00\udfff\ud83d'),
  repeated('pairs of surrogates', '\u{1d7d9}\u{1f600}'),
  repeated('NUL', '\0'),
  repeated('zero-width spaces', '\u200b'),
  repeated('zero-width spaces in digits', '4\u200b1\u200b'),
  repeated('look-alikes in a keyword', 'раsswоrd '),
  repeated('look-alikes without end', 'аa'),
  repeated('combining marks', 'e\u0301'),
  repeated('a hundred marks on a letter', `e${'\u0301'.repeat(100)}`),
  repeated('full-width letters', 'ｐａｓｓｗｏｒｄ：'),
  repeated('full-width digits', '４１１１　'),
  repeated('digits of other scripts', '٤١١١ '),
  repeated('directions', '\u202e4111'),
  repeated('soft hyphens', '\u00ad'),
];

export const hostileTexts: readonly HostileText[] = [
  ...digits,
  ...names,
  ...nets,
  ...secrets,
  ...forms,
  ...letters,
];
