import { listOf } from '../word-list.ts';

/** Words for a password, also as abbreviated in programs, and in the languages of Europe and Asia. */
export const passwordWords = listOf(`
  password, passwords, passwd, passwrd, passw, pasword, paswd, paswrd, psword, pswrd, pswd, pswrd, pwd, psw, pw, pass, passphrase,
  passcode, userpass, userpwd, userpassword, dbpass, dbpwd, dbpassword, dbpasswd, mysqlpass, mysqlpwd, mysqlpassword, pgpass,
  pgpassword, sqlpassword, rootpass, rootpassword, rootpw, adminpass, adminpwd, adminpassword, mypassword, loginpassword,
  wifipassword, smtppassword, ftppassword, sshpass, sshpassword, sudopass, masterpassword, saspassword, keypass, keypassword,
  storepass, storepassword, trustpass, requirepass, masterauth, cleartextpassword, bindpw, bindpassword, rootpwd, ldappassword,
  redispassword, postgrespassword, mongopassword, proxypassword, mailpassword, emailpassword, appassword, vncpassword, psk,
  identified, mdp, motdepasse, passe, passwort, kennwort, losungswort, contraseña, contrasena, contrasenya, senha,
  wachtwoord, hasło, haslo, heslo, lösenord, losenord, adgangskode, kodeord, passord, salasana, tunnussana, şifre, sifre,
  parola, parolă, пароль, парола, лозинка, lozinka, geslo, jelszó, jelszo, slaptažodis, parole, parool, salasõna, συνθηματικό,
  fjalëkalimi, pasahitza, lykilorð, khẩu, sandi, laluan, パスワード, 暗証番号, 密码, 密碼, 口令, 登录密码, 登陆密码, 用户密码,
  数据库密码, 初始密码, 默认密码, 管理员密码, 비밀번호, 암호, 패스워드, المرور, סיסמה, סיסמא, पासवर्ड, รหัสผ่าน
`);

/** These mean other things in programs too: they must end the name, and an operator must follow. */
export const weakPasswordWords: ReadonlySet<string> = new Set(['pass', 'pw', 'psk', 'psw']);

/** Words of which only a phrase means a password, and how that phrase begins. */
export const passwordPhrases: Readonly<Record<string, RegExp>> = {
  passe: /mots? de $/i,
  khẩu: /mật $/i,
  sandi: /kata $/i,
  laluan: /kata $/i,
  المرور: /كلمة $/,
  parole: /(?:^|[\s"'(,;{])$/,
};

/** Words for keys and tokens that leave no doubt. */
const strongKeyWords = listOf(`
  secret, secrets, token, tokens, apikey, apikeys, apitoken, apisecret, accesskey, secretkey, privatekey, authkey, authtoken,
  accesstoken, refreshtoken, bearertoken, idtoken, usertoken, clientsecret, appsecret, appkey, consumersecret, consumerkey,
  signingkey, signingsecret, encryptionkey, masterkey, sharedkey, sharedsecret, accountkey, storagekey, sharedaccesskey,
  primarykey, securitytoken, sessiontoken, webhooksecret, jwtsecret, cookiesecret, sessionsecret, secretaccesskey, secrettoken,
  credential, credentials, cred, creds, authorisation, bearer, jwt, pat, iamapikey, ibmcloudiamapikey, bottoken, githubtoken,
  gitlabtoken, npmtoken, slacktoken, awssecret, licensekey, licencekey, geheimnis, токен, ключ, секрет, 密钥, 密鑰, 秘钥, 私钥, 令牌,
  访问令牌, 访问密钥, トークン, 秘密鍵, 토큰, 비밀키
`);

/** Words that name many things besides secrets: they need company in the name, or a value that can be nothing else. */
const weakKeyWords = listOf('key, keys, api, auth, oauth, salt, pepper, cookie, session');

export const keyWords = [...strongKeyWords, ...weakKeyWords];
const strong = new Set(strongKeyWords);

/** With one of these before it, `key` means a secret. */
const KEY_COMPANY = new Set(
  listOf(`
  api, access, secret, private, priv, encryption, encrypt, decryption, cipher, signing, sign, auth, account, shared, master,
  service, consumer, client, app, application, storage, subscription, admin, deploy, license, licence, webhook, server,
  session, security, crypto, aes, des, rsa, hmac, jwt, ssh, tls, ssl, root, instrumentation, ingest, integration, function,
  host, personal, developer, dev, prod, production, live, user, bot, wallet, pkey, cloud, iam, cos, sl, softlayer
`),
);

/** With one of these before it, a `key` or `token` is no secret. */
const HARMLESS_BEFORE = new Set(
  listOf(`
  public, pub, primary, foreign, partition, sort, range, cache, hot, shortcut, short, group, row, col, column, i18n, lang,
  locale, translation, object, obj, dict, map, index, idx, unique, composite, candidate, routing, route, arrow, query, param,
  registry, hkey, lookup, message, msg, metric, label, item, node, react, tab, menu, left, right, up, down, enter, escape, esc,
  next, prev, previous, page, continuation, cancellation, cancel, cursor, syntax, start, end, first, last, special, unk, pad,
  eos, bos, sep, mask, cls, num, total, stop, word, sub, string, identifier, keyword, punctuation, operator, idempotency,
  no, reset, forgot, show, hide, hashed, missing, invalid, without, etag, commit, sha, site, publishable, verification
`),
);

/** With one of these behind it, a name tells of the secret but does not hold it. */
const HARMLESS_AFTER = new Set(
  listOf(`
  id, ids, name, names, path, paths, file, files, filename, dir, folder, url, uri, endpoint, host, type, types, kind, length,
  len, size, bits, count, counts, index, idx, limit, max, min, ttl, expiry, expires, expired, expiration, expire, age, lifetime,
  timeout, policy, policies, rule, rules, regex, pattern, format, field, fields, label, title, hint, placeholder, description,
  desc, message, messages, error, errors, err, msg, header, headers, prefix, suffix, column, table, class, algorithm, alg, algo,
  version, status, state, enabled, disabled, required, valid, invalid, validator, validation, strength, reset, changed, updated,
  created, date, time, timestamp, input, form, box, element, selector, provider, manager, store, factory, generator,
  parser, map, list, array, code, board, chain, words, press, down, up, event, frame, ref, arn, alias, usage, hash, hashes,
  fingerprint, thumbprint, checksum, sum, digest, salt, issuer, audience, scope, scopes, source, location, link, page, mode, method, detail, details,
  uris, urls, tooltip, text, help, spec, schema, mount, volume, selectors, usages, ring, rotation, ts, js, py, go, json, md, css, html, rs, java, yml, yaml, txt, pem, sh, php, rb
`),
);

export type Strength = 'strong' | 'weak' | 'none';

/** How surely does a name with these words before and behind the word hold a key or a token? */
export function keyStrength(word: string, before: readonly string[], after: readonly string[]): Strength {
  if (isHarmless(before, after)) return 'none';
  if (strong.has(word)) return 'strong';
  return before.some((one) => KEY_COMPANY.has(one)) || after.some((one) => strong.has(one))
    ? 'strong'
    : 'weak';
}

export const isHarmless = (before: readonly string[], after: readonly string[]): boolean =>
  after.some((one) => HARMLESS_AFTER.has(one)) ||
  HARMLESS_BEFORE.has(before.findLast((one) => one !== '') ?? '');
