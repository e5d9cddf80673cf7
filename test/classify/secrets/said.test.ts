import { describe, expect, it } from 'vitest';
import { createClassifierOf } from '../../../src/classify/classifier.ts';
import { secretDetectors } from '../../../src/classify/secrets/secrets.ts';

const classifier = createClassifierOf(secretDetectors);
const countIn = (text: string): number => classifier.classify(text).findings.length;

const key = '3f9a0c7e51b8d246'.repeat(2);

describe('a value of which the text says that it is no secret', () => {
  it.each([
    `nonMatchingToken := "${key}"`,
    `NOT_A_SECRET=${key}`,
    `fake_api_key = "${key}"`,
    `const dummyToken = '${key}';`,
    `mockPassword: "k1tt3ns-X9"`,
    `exampleSecret = "${key}"`,
    `an example API key: ${key}`,
    `with a dummy password: k1tt3ns-X9`,
  ])('by its name is none: %s', (text) => {
    expect(countIn(text)).toBe(0);
  });

  it.each([
    `# this is not a real key\napi_key = "${key}"`,
    `// These are not secrets.\napi_key = "${key}"`,
    `# IS NOT AWS SECRET\r\napi_key = "${key}"`,
    `-- not a valid password\npassword = 'k1tt3ns-X9'`,
    `/* dummy token */\n  token: '${key}',`,
    `<!-- fake -->\n<token>${key}</token>`,
    `; example\npassword=k1tt3ns-X9`,
    `    # this value is encrypted\n    api_key: ${key}`,
  ])('by the comment before it is none: %j', (text) => {
    expect(countIn(text)).toBe(0);
  });
});

describe('a value is a secret all the same', () => {
  it.each([
    `DO_NOT_SHARE_TOKEN=${key}`,
    `notification_token = "${key}"`,
    `please do not share this API key: ${key}`,
    `test_api_key = "${key}"`,
    `# do not commit this secret\napi_key = "${key}"`,
    `# passwords are encrypted at rest\npassword = 'k1tt3ns-X9'`,
    `# see the example below\napi_key = "${key}"`,
    `this is not a real key\napi_key = "${key}"`,
    `# this is not a real key\n\napi_key = "${key}"`,
    `# a dummy key\nname: x\napi_key = "${key}"`,
    `# ${'x'.repeat(200)} a dummy key\napi_key = "${key}"`,
  ])('in %j', (text) => {
    expect(countIn(text)).toBe(1);
  });
});
