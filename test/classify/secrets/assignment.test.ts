import { describe, expect, it } from 'vitest';
import { readAssignment, wordsOf } from '../../../src/classify/secrets/assignment.ts';

function read(text: string, word: string) {
  const start = text.indexOf(word);
  const found = readAssignment(text, { start, end: start + word.length });
  return (
    found && {
      name: text.slice(found.name.start, found.name.end),
      value: text.slice(found.value.start, found.value.end),
      tie: found.tie,
    }
  );
}

describe('reading the value that a name is given', () => {
  it.each([
    ['db_password = "abc"', 'password', 'db_password', 'abc'],
    ['DB_PASSWORD=abc\nX=1', 'PASSWORD', 'DB_PASSWORD', 'abc'],
    ['password: abc', 'password', 'password', 'abc'],
    ['"password" : "abc"', 'password', 'password', 'abc'],
    ["'password' => 'abc'", 'password', 'password', 'abc'],
    ['{\\"password\\":\\"abc\\"}', 'password', 'password', 'abc'],
    ['var token string = "abc"', 'token', 'token', 'abc'],
    ['def f(token: str = "abc"):', 'token', 'token', 'abc'],
    ['TOKEN ?= "abc"', 'TOKEN', 'TOKEN', 'abc'],
    ['TOKEN :::= "abc"', 'TOKEN', 'TOKEN', 'abc'],
    ['config["token"] = "abc"', 'token', 'token', 'abc'],
    ['token = b"abc"', 'token', 'token', 'abc'],
    ['if (password !== "abc") {', 'password', 'password', 'abc'],
    ['密码：abc', '密码', '密码', 'abc'],
    ['**Password**: abc', 'Password', 'Password', 'abc'],
    ['?token=abc&x=1', 'token', 'token', 'abc'],
    ['(pw:abc)', 'pw', 'pw', 'abc'],
    ['User Id=a;Password=abc;X=1', 'Password', 'Password', 'abc'],
    ['token: Bearer abcdefgh', 'token', 'token', 'abcdefgh'],
  ])('%s', (text, word, name, value) => {
    expect(read(text, word)).toEqual({ name, value, tie: 'operator' });
  });

  it.each([
    ['setProperty("db.password", "abc")', 'password', 'abc', 'argument'],
    ['<password>abc</password>', 'password', 'abc', 'element'],
    ['<apiToken>\n    abc\n</apiToken>', 'Token', 'abc', 'element'],
    ['<string name="token">abc</string>', 'token', 'abc', 'element'],
    ['tool --password abc --force', 'password', 'abc', 'flag'],
    ['#define TOKEN abc', 'TOKEN', 'abc', 'flag'],
    ['the password is abc', 'password', 'abc', 'words'],
    ['le mot de passe est abc', 'passe', 'abc', 'words'],
    ['password for the host: abc', 'password', 'abc', 'words'],
  ])('%s', (text, word, value, tie) => {
    expect(read(text, word)).toMatchObject({ value, tie });
  });

  it.each([
    ['<add key="SmtpPassword" value="abc" />', 'Password', 'abc'],
    ['- name: API_TOKEN\n  value: abc', 'TOKEN', 'abc'],
    ['{"name":"token","value":"abc"}', 'token', 'abc'],
  ])('takes the value from a field of its own: %s', (text, word, value) => {
    expect(read(text, word)?.value).toBe(value);
  });

  it.each([
    ['the password', 'password'],
    ['password = ', 'password'],
    ['["token", "abc"]', 'token'],
    ['token = "abc', 'token'],
    ['token: sk-abc...', 'token'],
  ])('finds no value in %s', (text, word) => {
    expect(read(text, word)).toBeUndefined();
  });
});

it('splits identifiers into words', () => {
  expect(wordsOf('AwsSecret_KEY2')).toEqual(['aws', 'secret', 'key', '']);
});
