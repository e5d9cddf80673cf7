import type { Match, Span, View, WordDetector } from '../detector.ts';
import { judgePassword } from './judge.ts';
import { isPlaceholder, isTemplate } from './placeholders.ts';
import { purviewType } from './purview.ts';
import { sampleOf } from './samples.ts';

const made = sampleOf('[A-Za-z0-9]{12}', 'commands');

/** Reads on at most so far from the word `curl`, over lines that a backslash continues. */
const LONGEST_COMMAND = 500;
const USER =
  /[ \t](?:-u|--user|--proxy-user|-U)[ \t=]{1,3}("[^"\n]{1,160}"(?::"[^"\n]{1,160}")?|'[^'\n]{1,160}'|[^\s"']{3,160})/;

/** `user:password` given to curl, wget and the like. */
export const commandLogin: WordDetector = {
  type: 'SECRET:LOGIN',
  name: 'User name and password on a command line',
  purview: purviewType('user-login-credentials'),
  anchor: { kind: 'word', words: ['curl', 'http', 'https', 'smbclient', 'rpcclient', 'winexe'] },
  match: matchCommand,
  keywords: [],
  examples: {
    match: [
      { text: `curl -u ann:${made} https://x`, value: `ann:${made}` },
      { text: `curl -s --user 'api:k1ck-Stand' \\\n https://x`, value: 'api:k1ck-Stand' },
      { text: 'curl -XPOST https://x -u "ann:p4ss wort!"', value: 'ann:p4ss wort!' },
      { text: 'curl \\\n -u ann:h4mm3rT1me \\\n https://x', value: 'ann:h4mm3rT1me' },
      { text: 'smbclient //host/share -U ann%h4mm3rT1me', value: 'ann%h4mm3rT1me' },
    ],
    noMatch: [
      'curl -u "$USER:$PASSWORD" https://x',
      'curl -u username:password https://x',
      'curl -u "${{ steps.x.outputs.id }}:${{ steps.x.outputs.pw }}" https://x',
      'curl -u ":" https://x',
      'curl https://x\nsudo -u ann:h4mm3rT1me ls',
    ],
  },
};

function matchCommand({ text }: View, word: Span): Match | undefined {
  const next = text.charCodeAt(word.end);
  if (next !== 32 && next !== 9) return undefined;
  const command = commandOf(text, word.end);
  const found = USER.exec(command);
  if (found?.[1] === undefined) return undefined;
  const raw = found[1];
  const isQuoted = /^(["']).*\1$/.test(raw) && !raw.includes('":"');
  const value = isQuoted ? raw.slice(1, -1) : raw;
  const start = word.end + found.index + found[0].length - raw.length + Number(isQuoted);
  const parts = /^([^:%]{0,100})[:%](.{0,120})$/.exec(value);
  const secret = (parts?.[2] ?? '') === '' ? (parts?.[1] ?? '') : (parts?.[2] ?? '');
  if (secret.length < 4 || isTemplate(value) || value.includes('$') || isPlaceholder(secret))
    return undefined;
  const confidence = judgePassword(secret, true) ?? 'low';
  return { start, end: start + value.length, confidence, evidence: ['pattern', 'keyword'], value };
}

/** The rest of the command: to the end of the line that no backslash continues. */
function commandOf(text: string, from: number): string {
  const rest = text.slice(from, from + LONGEST_COMMAND);
  const end = /[^\\]\r?\n/.exec(rest);
  return end === null ? rest : rest.slice(0, end.index + 1);
}

/** Where each command takes a password. The first group is what stands before it, the second the password. */
const ARGUMENTS: Readonly<Record<string, RegExp>> = {
  sshpass: /^(\s{1,3}-p[\s=]{0,2}["']?)([^\s"']{4,100})/,
  mysql: /^(\s[^\n|;]{0,200}?\s-p["']?)([^\s"'-][^\s"']{3,100})/,
  mysqldump: /^(\s[^\n|;]{0,200}?\s-p["']?)([^\s"'-][^\s"']{3,100})/,
  mariadb: /^(\s[^\n|;]{0,200}?\s-p["']?)([^\s"'-][^\s"']{3,100})/,
  net: /^(\suse\s[^\n]{0,200}?\/user:\S{1,80}\s{1,3})([^\s/]{4,100})/i,
  psexec: /^((?:64)?(?:\.exe)?\s[^\n]{0,200}?\s-p\s{1,3}["']?)([^\s"']{4,100})/i,
  docker: /^(\slogin\s[^\n]{0,200}?\s-p[\s=]{1,2}["']?)([^\s"']{4,100})/,
  sqlcmd: /^((?:\.exe)?\s[^\n]{0,200}?\s-P\s{0,2}["']?)([^\s"']{4,100})/,
  ldapsearch: /^(\s[^\n]{0,200}?\s-w\s{0,2}["']?)([^\s"']{4,100})/,
  mongosh: /^(\s[^\n]{0,200}?\s-p\s{1,2}["']?)([^\s"']{4,100})/,
  redis: /^(-cli\s[^\n]{0,200}?\s-a\s{1,2}["']?)([^\s"']{4,100})/,
  htpasswd: /^(\s-\w{0,3}b\w{0,3}\s[^\n]{0,120}?\s\S{1,60}\s)([^\s"']{4,100})(?=\s*$)/,
  secure: /^(String\s{1,3}(?:-String\s{1,3})?["'])([^"'\n]{4,100})/i,
};
/** The longest of the expressions above. */
const LONGEST_ARGUMENTS = 420;

/** Passwords that are given to a command without a name. */
export const commandPassword: WordDetector = {
  type: 'SECRET:PASSWORD',
  name: 'Password on a command line',
  purview: purviewType('general-password'),
  anchor: { kind: 'word', words: Object.keys(ARGUMENTS) },
  match: matchArgument,
  keywords: [],
  examples: {
    match: [
      { text: `sshpass -p ${made} ssh ann@host`, value: made },
      { text: `mysql -u root -p${made} shop`, value: made },
      { text: `net use z: \\\\host\\x /user:ann ${made}`, value: made },
      { text: `psexec \\\\host -u ann -p ${made} cmd`, value: made },
      { text: `docker login -u ann -p ${made} host`, value: made },
      { text: `sqlcmd -S host -U sa -P ${made}`, value: made },
      { text: `redis-cli -h host -a ${made} ping`, value: made },
      { text: `ConvertTo-SecureString "${made}" -AsPlainText -Force`, value: made },
    ],
    noMatch: [
      'sshpass -p $PASS ssh ann@host',
      'mysql -u root -p shop',
      'net use z: \\\\host\\x /persistent:yes',
      'docker login -u ann --password-stdin host',
      'docker run -p 8080:80 nginx',
      'mysql -P3306 -p password',
    ],
  },
};

function matchArgument({ text }: View, word: Span): Match | undefined {
  const expression = ARGUMENTS[text.slice(word.start, word.end).toLowerCase()];
  const found = expression?.exec(text.slice(word.end, word.end + LONGEST_ARGUMENTS));
  if (found?.[1] === undefined || found[2] === undefined) return undefined;
  const value = found[2];
  if (judgePassword(value, true) === undefined) return undefined;
  const start = word.end + found[1].length;
  return {
    start,
    end: start + value.length,
    confidence: 'medium',
    evidence: ['pattern', 'keyword'],
    value,
  };
}
