/** An expression without a bound of its own, or with a high one, and why it does no harm. */
export interface Allowed {
  /** A piece of its source that no other expression without a bound has. */
  readonly holds: string;
  /** The most UTF-16 code units that it is run on, or may reach from where it must begin. */
  readonly within: number;
  /** It searches a whole text, once. */
  readonly once?: true;
  readonly why: string;
}

/** Behind a prefix that its issuer chose, one class of characters after the other: given back one by one, each once. */
const ONE_CLASS =
  'one class up to the end of the value, behind a prefix: the steps are a few for each unit of it';

/** Made from the registry, not from a text. */
const OF_REGISTRY = 'reads an entry of the registry or a list of words, when the classifier is made';

/** src/classify/content cuts lines to so many units. */
const LINE_OF_CODE = 'runs at the beginning of one line of source code, of at most 240 units';

export const allowed: readonly Allowed[] = [
  {
    holds: '[\\u00ad\\u0300-\\u036f\\u061c',
    within: Infinity,
    once: true,
    why: 'tells whether anything is to be folded: one or two units at each place, no repeat',
  },
  {
    holds: '<\\/script[^>]{0,100}>',
    within: Infinity,
    once: true,
    why: 'looks for the end of a script in a page, from where it begins',
  },
  { holds: '\\s*$', within: 240, why: LINE_OF_CODE },
  { holds: '\\s*(?:#[^\\n]{0,80})?$', within: 240, why: LINE_OF_CODE },
  { holds: '(?:(?:public|private|protected|static|final', within: 240, why: LINE_OF_CODE },
  { holds: '(?:(?:private|public|static|override|mutating)', within: 240, why: LINE_OF_CODE },
  {
    holds: '\\s{1,3}(?:to\\s{1,3}be\\s{1,3}|you',
    within: 240,
    why: 'words and gaps in turn, none of which the other holds; which word is a fixed one, few ways say',
  },
  { holds: '([nac])(\\d+)', within: 40, why: OF_REGISTRY },
  { holds: '^(?:\\{(\\d+)(,?)(\\d*)\\}|([?*+]))\\??', within: 400, why: OF_REGISTRY },
  { holds: '^\\?(?:[:=!]|<[=!]|<[^>]+>)', within: 400, why: OF_REGISTRY },
  { holds: '^(?:\\{[0-9a-f]+\\}', within: 400, why: OF_REGISTRY },
  { holds: '[^\\p{L}\\p{N}\\p{M}#°№]+', within: 200, why: OF_REGISTRY },
  { holds: '^\\p{L}{2,}$', within: 40, why: OF_REGISTRY },
  { holds: '^(.{2,})(?:ie|e)([kłlcńr])$', within: 40, why: OF_REGISTRY },
  { holds: '^[a-z \\d-]*$', within: 200, why: OF_REGISTRY },
  { holds: '^[a-z]+(?: [a-z]+)*$', within: 200, why: OF_REGISTRY },
  { holds: '\\*([^*]+)\\*', within: 400, why: OF_REGISTRY },
  { holds: '^0*$', within: 40, why: 'runs on the digits of one account number' },
  {
    holds: '\\s+',
    within: 400,
    why: 'splits a seed phrase of at most 24 words, a name in a policy or a list of words',
  },
  { holds: '\\P{N}*(\\d)(?:\\1|\\P{N})*$', within: 60, why: 'runs on one value' },
  { holds: '(?:^|[^a-z])(?:version|ver|v|', within: 40, why: 'runs on the units right before a dotted quad' },
  {
    holds: '[\\s\\S]*\\d{1,4}[./-]\\d{1,2}[./-]',
    within: 120,
    why: 'runs on the units between a label and a date',
  },
  { holds: '^(["\']).*\\1$', within: 200, why: 'runs on one argument of a command line' },
  {
    holds: '^(\\suse\\s[^\\n]{0,200}?',
    within: 420,
    why: 'runs on one stretch behind the word net; the slash of /user: must follow where it gives back',
  },
  {
    holds: '^(\\s-\\w{0,3}b\\w{0,3}\\s',
    within: 300,
    why: 'runs on one stretch behind the name of a command',
  },
  {
    holds: '^[\\p{L}_$@][\\w$]{0,80}(?:(?:\\.|->|',
    within: 4200,
    why: 'runs on one value; its parts end at marks that none of them holds, so that there is one way to part a value',
  },
  {
    holds: '[\\w+/=.~:@!#$%^&*|-]{8,4096}',
    within: 4200,
    why: 'one class up to the end of the value, behind the name of a header',
  },
  {
    holds: '[A-Za-z0-9._~+/-]{12,4096}={0,2}',
    within: 4200,
    why: 'one class up to the end of the value, behind a scheme',
  },
  { holds: '^[A-Za-z0-9+/]{8,4096}={0,2}$', within: 4200, why: 'runs on the value of one header' },
  { holds: ']{20,19997}={0,2}', within: 20_100, why: ONE_CLASS },
  { holds: ']{1000,19993}={0,2}', within: 20_100, why: ONE_CLASS },
  { holds: ']{100,2000}={0,2}', within: 2100, why: ONE_CLASS },
  { holds: ']{100,4000}={0,2}', within: 4100, why: ONE_CLASS },
  { holds: ']{80,2000}={0,3}', within: 2100, why: ONE_CLASS },
  { holds: ']{20,2000}={0,2}', within: 2100, why: ONE_CLASS },
  { holds: ']{60,8000}={0,2}', within: 8100, why: ONE_CLASS },
  { holds: ']{30,4000}={0,2}', within: 4100, why: ONE_CLASS },
  { holds: ']{60,300}={0,2}[A-Za-z0-9+/_-]', within: 400, why: ONE_CLASS },
  { holds: 'T3BlbkFJ', within: 200, why: 'the eight letters in its middle stand in few places of a value' },
  { holds: 'eyJ[A-Za-z0-9_-]{10,800}', within: 18_300, why: 'its parts end at dots that none of them holds' },
  {
    holds: '(?:server|data source)\\s{0,2}=',
    within: 700,
    why: 'two fixed words must stand in between: there are few places for each, and it begins at a name only',
  },
  { holds: '(?:User Id|uid|UserId)[\\s\\S]{1,200}?', within: 400, why: 'a fixed word must stand in between' },
  { holds: 'HostName\\s{0,2}=[\\s\\S]{1,200}?', within: 500, why: 'two fixed words must stand in between' },
  { holds: 'EndPoint\\s{0,2}=[\\s\\S]{1,200}?', within: 500, why: 'two fixed words must stand in between' },
];
