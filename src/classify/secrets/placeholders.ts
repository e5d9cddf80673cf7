import { isAlphanumeric, isDigit } from '../characters.ts';
import { listOf } from '../word-list.ts';
import { fromBase64 } from './base64.ts';
import { entropyOf, isWordy, makeOf } from './randomness.ts';

/**
 * Parts of values that people write where a secret belongs. Microsoft's names of made-up companies are among them: Purview
 * leaves values out that hold one of those.
 */
const FILLERS = listOf(`
  example, placeholder, changeme, change_me, change-me, changeit, replaceme, replace_me, replace-me,
  replacewith, replace_with, replace-with, redacted, dummy,
  contoso, fabrikam, northwind, adventure-works, your_, your-, yourpass, yoursecret, yourtoken, yourkey, yourapi, insert_,
  insert-, fixme, not_a_real, notreal, foobar, deadbeefdeadbeef, xxxx, ****, ....
`);

/** Whole values, in small letters, that stand for a secret or are the first thing anybody would try. */
const FILLER_VALUES = new Set(
  listOf(`
  password, passwd, passw0rd, p@ssw0rd, p@ssword, pass, pwd, secret, token, apikey, api_key, api-key, key, value, string,
  username, user, admin, root, guest, test, testing, tester, demo, sample, default, none, null, nil, undefined, true, false,
  empty, unknown, required, optional, hidden, masked, encrypted, secure, private, public, mypassword, my_password,
  mypass, mysecret, mytoken, mykey, somepassword, some_password, userpassword, user_password, dbpassword, db_password,
  secretpassword, secretkey, secret_key, accesstoken, access_token, authtoken, auth_token, bearer, basic, foo, bar, baz,
  qwerty, abc, letmein, hunter2, 12345, 123456, 1234567, 12345678, 123456789, 1234567890, abc123, abcd1234, password1,
  password12, password123, pass123, pass1234, secret123, test123, test1234, admin123, user123, token123, key123, mdp,
  motdepasse, passwort, kennwort, contraseña, senha, wachtwoord, hasło, пароль, 密码, 密碼, パスワード
`),
);

/** Does the value hold a piece of text that only made-up values hold? Looks at the first 300 units. */
export function holdsFiller(value: string): boolean {
  const small = value.slice(0, 300).toLowerCase();
  return FILLERS.some((filler) => small.includes(filler));
}

/** A value that stands where a secret belongs and is none: `changeme`, `<your-key>`, `${VAR}`, `xxxx`, `12345678`. */
export function isPlaceholder(value: string): boolean {
  return (
    FILLER_VALUES.has(value.toLowerCase()) ||
    isTemplate(value) ||
    isShortened(value) ||
    holdsFiller(value) ||
    isOneUnit(value) ||
    (value.length >= 6 && (isSequence(value) || entropyOf(value) < 1.6))
  );
}

/** `1111`, `aaa`. */
const isOneUnit = (value: string): boolean => value.length > 1 && value.startsWith(value.slice(1));

/** `sk-abc...`: an example that was cut. */
const isShortened = (value: string): boolean => /(?:\.\.\.|…)$/.test(value.slice(-3));

/** `${NAME}`, `$NAME`, `%NAME%`, `{{ name }}`, `<name>`, `[name]`, `#{name}`, `@name@`, `__NAME__`, `%s`, `:name`. */
const TEMPLATE =
  /^(?:[$#%@]?[{(<[].{0,200}[})>\]]|\$[A-Za-z_(]\w{0,60}\)?|%[\w.]{1,60}%|%[sdv]|%[A-Z][A-Z0-9_]{2,60}|@\w{1,60}@|__\w{1,60}__|:[a-z_]{1,60}|\{.{0,200})$/;
/** Such a piece inside a value makes all of it a template. */
const HOLE = /\$\{|\$\(|\{\{|\}\}|<%|%>|#\{|%\(\w|\{[a-z_]{1,40}\}|<[a-z_ -]{2,40}>/i;

export const isTemplate = (value: string): boolean =>
  TEMPLATE.test(value.slice(0, 260)) || HOLE.test(value.slice(0, 260));

/** Is nearly all of it a run up or down the alphabet or the digits, or the same short piece again and again? */
function isSequence(value: string): boolean {
  let steps = 0;
  for (let at = 1; at < value.length; at++) {
    const step = value.charCodeAt(at) - value.charCodeAt(at - 1);
    if (step === 1 || step === -1 || step === 0) steps++;
  }
  if (steps >= (value.length - 1) * 0.8) return true;
  return isRepeated(value);
}

const isAlphabet = (code: number): boolean => code >= 97 && code <= 122;

/** Does the unit, in small letters, come right after the other in the alphabet or among the digits? 0 comes after 9. */
const follows = (code: number, before: number): boolean =>
  isDigit(code)
    ? isDigit(before) && (code - before === 1 || before - code === 9)
    : isAlphabet(before) && isAlphabet(code) && code - before === 1;

/**
 * Was the value counted up rather than drawn: `abc123xyz-456def789`, `abcd1234abcd1234`, `aBcDeFgHiJkL`? That is, more than half
 * of its letters and digits stand in runs of three or more, or one run has eight letters. Of a value drawn at random one unit in
 * thirty stands in such a run, even where all are digits, and no eight letters do.
 */
export function isCountedUp(value: string): boolean {
  const small = value.slice(0, LONGEST_COUNTED).toLowerCase();
  let units = 0;
  let counted = 0;
  let run = 0;
  let before = 0;
  for (let at = 0; at < small.length; at++) {
    const code = small.charCodeAt(at);
    run = follows(code, before) ? run + 1 : 1;
    before = code;
    if (isAlphanumeric(code)) units++;
    if (run === 3) counted += 3;
    else if (run > 3) counted++;
    if (run === 8 && isAlphabet(code)) return true;
  }
  return counted * 2 > units;
}

const LONGEST_COUNTED = 512;

const BASE64 = /^[A-Za-z0-9+/]{16,1024}={0,2}$/;

/** Is it base64 of three words or more in plain letters, rather than of bytes? */
export function isEncodedPhrase(value: string): boolean {
  // The first eight units tell: those of bytes are not all letters and blanks.
  if (!/^[A-Za-z ]{6}$/.test(fromBase64(value, 8)) || !BASE64.test(value)) return false;
  const text = fromBase64(value);
  return /^[A-Za-z]{1,20}(?:[,.]? [A-Za-z]{1,20}){2,60}[.!?]?\s?$/.test(text) && isWordy(makeOf(text));
}

/** Is it the same piece of up to 13 units, three times or more? */
export function isRepeated(value: string): boolean {
  for (let period = 1; period <= Math.min(13, value.length / 3); period++) {
    if (value.startsWith(value.slice(period))) return true;
  }
  return false;
}
