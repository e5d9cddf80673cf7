/** Texts made to cost a classifier as much as they can: each fills `units` UTF-16 code units with near-matches. */
export interface HostileText {
  readonly name: string;
  readonly make: (units: number) => string;
}

const repeated = (name: string, piece: string): HostileText => ({
  name,
  make: (units) => piece.repeat(Math.ceil(units / piece.length)).slice(0, units),
});

export const hostileTexts: readonly HostileText[] = [
  repeated('@ only', '@'),
  repeated('e-mail addresses without end', 'a@b.co,'),
  repeated('local part of 64, no domain', `${'a'.repeat(64)}@`),
  repeated('domain of 250, no top level', `a@${'b.'.repeat(125)}`),
  repeated('one run of digits', '7'),
  repeated('single digits and spaces', '1 '),
  repeated('pairs of digits and dots', '12.'),
  repeated('dotted quads without end', '1.2.3.4.'),
  repeated('card groups without end', '4111 1111 1111 1111 '),
  repeated('card groups that never hold', '4111 1111 1111 1112 '),
  repeated('plus signs and digits', '+33 6 12 34 56 7 '),
  repeated('national numbers', '06 12 34 56 78;'),
  repeated('bare ten digits', '0612345678 '),
  repeated('social security numbers', 'ssn 536-22-8145 '),
  repeated('keywords around digits', 'tel phone mobile 536228145 '),
  repeated('keywords only', 'phone number social security number '),
  repeated('IBAN beginnings', 'DE89 3704 0044 0532 0130 01 '),
  repeated('IBAN prefixes', 'FR76'),
  repeated('colons', ':'),
  repeated('hex and colons', 'fe80:1:'),
  repeated('IPv6 nearly', '2001:db8:0:0:0:0:2:g '),
  repeated('BEGIN lines', '-----BEGIN PRIVATE KEY-----'),
  repeated('BEGIN lines with bodies', `-----BEGIN RSA PRIVATE KEY-----\n${'MIIB'.repeat(40)}\n`),
  repeated('dashes', '-'),
  repeated('base64', 'TWFueSBoYW5kcyBtYWtlIGxpZ2h0IHdvcmsu0123456789+/'),
  repeated('one endless word', 'a'),
  repeated('letters beyond Latin', 'телефон電話'),
  repeated('lone surrogates', '\ud800\udc00\udfff\ud83d'),
  repeated('NUL', '\0'),
  repeated('corsican beginnings', '1 85 05 2A 123 456 00 '),
];
