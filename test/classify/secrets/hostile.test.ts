import { expect, it } from 'vitest';
import { createClassifierOf } from '../../../src/classify/classifier.ts';
import { secretDetectors } from '../../../src/classify/secrets/secrets.ts';
import { walletDetectors } from '../../../src/classify/secrets/wallets.ts';

const classifier = createClassifierOf([...secretDetectors, ...walletDetectors]);
const UNITS = 100_000;

/** Each piece starts a detector again and again and never lets it finish. A cost that grew with the square would end the test. */
it.each([
  'key=',
  'key="',
  'key=\'x"',
  'password ',
  'password (',
  'password is ',
  `password ${'a'.repeat(40)} `,
  '<password>',
  'token: ',
  'eyJ',
  'eyJ-',
  'eyJabcdefghijk.',
  '://a:b',
  '://',
  'glagent-',
  'MIIJ/',
  'IQoJb3JpZ2lu/',
  'curl ',
  'curl -u ',
  'Authorization: ',
  'bearer aaaa ',
  'mnemonic abc ',
  'sshpass -p',
  'mysql x ',
  'AccountKey=',
  'sig=%',
  'Q~',
  '"kty":"',
  'PuTTY-User-Key-File-',
  'bc1q',
  '0xab',
  `${'1A'.repeat(15)} `,
])('is done with a text of %j only, and finds nothing in it', (piece) => {
  const text = piece.repeat(Math.ceil(UNITS / piece.length));
  expect(classifier.classify(text).findings.filter(({ confidence }) => confidence !== 'low')).toEqual([]);
});
