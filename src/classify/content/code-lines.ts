import { UNDERSCORE } from '../characters.ts';

/** Languages that are told apart. */
export const codeLanguages = [
  'JAVASCRIPT',
  'TYPESCRIPT',
  'PYTHON',
  'JAVA',
  'CSHARP',
  'C',
  'GO',
  'RUST',
  'SQL',
  'SHELL',
  'PHP',
  'RUBY',
  'KOTLIN',
  'SWIFT',
  'HTML',
  'CSS',
  'YAML',
  'JSON',
] as const;
export type CodeLanguage = (typeof codeLanguages)[number];

/** A line that begins with one of the words and goes on as the expression says is written in one of the languages. */
export interface Rule {
  readonly languages: readonly CodeLanguage[];
  readonly expression: RegExp;
}

const NAME = '[A-Za-z_$][\\w$]{0,60}';

/** First words, languages, expression for the whole line from its first unit on. All are bounded. */
const TABLE: readonly (readonly [words: string, languages: string, expression: string])[] = [
  ['import', 'JAVASCRIPT TYPESCRIPT', `import (?:[\\w$*{][^;\\n]{0,120} from ['"]|['"])`],
  ['import', 'TYPESCRIPT', `import type [\\w$*{][^;\\n]{0,120} from ['"]`],
  ['export', 'JAVASCRIPT TYPESCRIPT', 'export (?:default |const |async |function |class |let |\\{|\\*)'],
  ['export', 'TYPESCRIPT', 'export (?:interface|type|enum|abstract|declare) [\\w{]'],
  ['const let var', 'JAVASCRIPT TYPESCRIPT', `(?:const|let|var) (?:${NAME}|[{[][^=\\n]{1,80}[}\\]]) = `],
  ['const let', 'TYPESCRIPT', `(?:const|let) ${NAME}: [\\w<>[\\]| ]{1,60} = `],
  [
    'function async',
    'JAVASCRIPT TYPESCRIPT',
    `(?:async )?function ?\\*? ?(?:${NAME})?\\((?!\\$)[^$\\n]{0,120}\\) ?\\{`,
  ],
  ['interface', 'TYPESCRIPT', `interface ${NAME}(?:<[^\\n]{1,40}>)?(?: extends [^\\n]{1,60})? \\{\\s*$`],
  ['type', 'TYPESCRIPT', `type ${NAME}(?:<[^\\n]{1,40}>)? = `],
  [
    'readonly private public protected',
    'TYPESCRIPT',
    `(?:(?:readonly|private|public|protected) ){1,3}${NAME}\\??: \\w`,
  ],
  [
    'module exports require describe it test expect console document window',
    'JAVASCRIPT TYPESCRIPT',
    `(?:module\\.exports|exports\\.${NAME}|require\\(|(?:describe|it|test)\\(['"\`]|expect\\(|console\\.\\w{3,5}\\(|document\\.\\w|window\\.\\w)`,
  ],
  [
    'return await if',
    'JAVASCRIPT TYPESCRIPT',
    `(?:return (?:await |new |\\(\\) =>|\\{$)|await ${NAME}[.(]|if \\([^\\n]{1,120}(?:===|!==))`,
  ],
  [
    'def async',
    'PYTHON',
    `(?:async )?def ${NAME}\\([^\\n]{0,160}(?:\\)(?: -> [^\\n]{1,60})?:|[,(])\\s*(?:#[^\\n]{0,80})?$`,
  ],
  ['class', 'PYTHON', `class ${NAME}(?:\\([^\\n]{0,80}\\))?:\\s*$`],
  ['import', 'PYTHON', 'import [a-z_][\\w.]{0,60}(?: as \\w{1,30})?(?:, [\\w. ]{1,80})?\\s*$'],
  ['from', 'PYTHON', 'from \\.{0,3}[\\w.]{0,80} import (?:[\\w*(]|\\()'],
  [
    'elif except try else finally with for while if',
    'PYTHON',
    '(?:elif [^\\n]{1,120}:|except(?: [\\w(][^\\n]{0,80})?:|try:|else:|finally:|with [^\\n]{1,120}:|for [\\w, ()]{1,40} in [^\\n]{1,100}:|while [^\\n({]{1,100}:|if [^\\n{]{1,120}:)\\s*(?:#[^\\n]{0,80})?$',
  ],
  [
    'self print raise assert return',
    'PYTHON',
    '(?:self\\.\\w{1,40}(?: [-+]?= |\\.|\\()|print\\(|raise \\w{1,40}(?:\\(|$)|assert [\\w.]{1,60} (?:==|is|in) |return self\\.)',
  ],
  ['package', 'JAVA KOTLIN', 'package [a-z][\\w.]{2,80};?\\s*$'],
  ['import', 'JAVA', 'import (?:static )?[a-z][\\w]{0,30}(?:\\.[\\w*]{1,40}){1,8};\\s*$'],
  [
    'public private protected static final abstract',
    'JAVA',
    '(?:(?:public|private|protected|static|final|abstract|synchronized) ){1,4}(?:(?:class|interface|enum|record) \\w{1,60}|[\\w<>[\\], ?]{1,60} \\w{1,60}(?:\\(| = |;))',
  ],
  [
    'override autowired entity test',
    'JAVA',
    '@(?:Override|Autowired|Entity|Test|Service|Component|RestController)\\b',
  ],
  ['system throw', 'JAVA', '(?:System\\.(?:out|err)\\.|throw new \\w{1,60}\\()'],
  ['using', 'CSHARP', 'using (?:static )?[A-Z]\\w{0,40}(?:\\.\\w{1,40}){0,6};\\s*$'],
  ['namespace', 'CSHARP', 'namespace [A-Z][\\w.]{0,80}(?:;|\\s*\\{?)\\s*$'],
  [
    'public private protected internal',
    'CSHARP',
    '(?:(?:public|private|protected|internal|static|sealed|async|override|virtual|readonly|partial) ){1,4}(?:class \\w{1,60}(?: ?: ?[\\w<>, ]{1,60})?|(?:string|int|bool|Task|void|IEnumerable|List|decimal|var)(?:<[^\\n]{1,40}>)?\\??(?:\\[\\])? [A-Z]\\w{0,60}(?:\\(| ?\\{ ?get;| =>))',
  ],
  [
    'console var foreach',
    'CSHARP',
    '(?:Console\\.Write|foreach \\(var |var \\w{1,40} = new [A-Z][\\w<>]{0,60}[({])',
  ],
  [
    'include define ifdef ifndef endif pragma undef',
    'C',
    '# ?(?:include [<"]|define \\w|ifn?def \\w|endif\\b|pragma \\w|undef \\w)',
  ],
  [
    'int void char static unsigned double float struct const bool auto size_t',
    'C',
    '(?:(?:static|const|unsigned|inline|extern|struct) ){0,3}(?:int|void|char|double|float|long|bool|size_t|auto|u?int\\d{1,2}_t|struct \\w{1,40})[ *&]{1,4}\\w{1,60}(?: ?\\(|\\[| ?= ?|;)',
  ],
  [
    'std template typedef printf cout namespace using',
    'C',
    '(?:std::\\w|template ?<|typedef (?:struct|enum|unsigned|int|void)|printf\\("|using namespace \\w|namespace \\w{1,40} ?\\{)',
  ],
  ['package', 'GO', 'package [a-z][a-z0-9_]{0,30}\\s*$'],
  ['func', 'GO', 'func (?:\\(\\w{1,20} \\*?[\\w.]{1,40}\\) )?\\w{1,60}\\([^\\n]{0,160}\\{?\\s*$'],
  [
    'import type defer go if for',
    'GO',
    '(?:import \\(\\s*$|type \\w{1,60} (?:struct|interface) \\{|defer \\w[\\w.]{0,60}\\(|go func\\(|if err != nil \\{|if \\w{1,30}(?:, \\w{1,30})? := |for \\w{1,30}(?:, \\w{1,30})? := range )',
  ],
  ['err ctx fmt', 'GO', '(?:\\w{1,30}(?:, \\w{1,30})? := |fmt\\.\\w{1,20}\\()'],
  [
    'fn pub impl',
    'RUST',
    '(?:pub(?:\\(crate\\))? )?(?:(?:async |unsafe |const )?fn \\w{1,60}(?:<[^\\n]{1,60}>)?\\(|impl(?:<[^\\n]{1,40}>)? \\w|(?:struct|enum|trait|mod|use) \\w)',
  ],
  [
    'use mod',
    'RUST',
    '(?:use (?:crate|std|super|self|\\w{1,40})::[\\w:{}*, ]{1,100};|mod \\w{1,40}(?:;| \\{))',
  ],
  [
    'let match derive println',
    'RUST',
    '(?:let (?:mut )\\w{1,40}|let \\w{1,40}(?:: [\\w<>&\\[\\]: ]{1,40})? = [^\\n]{1,120};\\s*$|match [^\\n]{1,60} \\{\\s*$|#\\[derive\\(|println!\\()',
  ],
  [
    'select insert update delete create alter drop',
    'SQL',
    '(?:select (?:[^\\n]{1,120} from [\\w"`[]|\\*|(?:distinct )?[\\w.,"` ()*]{1,120}$)|insert into [\\w"`.[\\]]{1,60}|update [\\w"`.]{1,60} set |delete from \\w|create (?:or replace )?(?:temporary |unique )?(?:table|view|index|function|procedure|database)(?: if not exists)? \\w|alter table \\w|drop (?:table|view|index) )',
  ],
  [
    'from where join left inner group order values having and on',
    'SQL',
    '(?:FROM [\\w"`.]{1,60}(?: \\w{1,20})?[,;]?\\s*$|WHERE [\\w"`.]{1,60} (?:=|<|>|IN|LIKE|IS|BETWEEN|!=)|(?:LEFT |INNER |RIGHT )?JOIN \\w|GROUP BY \\w|ORDER BY \\w|VALUES ?\\(|HAVING \\w{1,20}\\(|AND [\\w.]{1,60} ?(?:=|<|>|IN |LIKE |IS )|ON [\\w.]{1,60} = )',
  ],
  ['bin usr env', 'SHELL', '#! ?/(?:usr/)?bin/(?:env )?(?:ba|z|k|da)?sh'],
  [
    'if elif for while fi done esac then case',
    'SHELL',
    '(?:if (?:!? ?\\[{1,2} |! )|elif \\[{1,2} |for \\w{1,30} in [^\\n:]{1,100}(?:; ?do)?$|while (?:read|true|\\[)[^\\n:]{0,80}(?:; ?do)$|fi$|done(?: <|;|$)|esac$|then$|case "?\\$)',
  ],
  [
    'echo export sudo set source local cd apt npm docker kubectl git curl mkdir chmod pip',
    'SHELL',
    `(?:echo (?:["'$]|-[en] )|export [A-Z_]{2,40}=|sudo [a-z]|set -[euxo]|source [./~\\w]|local \\w{1,30}=|cd (?:[/~."$]|\\w{1,30}/)|apt(?:-get)? (?:install|update)|npm (?:install|run|ci)|docker (?:run|build|compose|exec)|kubectl \\w|git (?:clone|commit|push|pull|checkout|add)|curl -|mkdir -p |chmod [+0-7]|pip3? install )`,
  ],
  ['php', 'PHP', '<\\?php'],
  ['namespace use', 'PHP', '(?:namespace|use) [A-Z]\\w{0,40}(?:\\\\\\w{1,40}){1,6}(?: as \\w{1,40})?;'],
  [
    'function public private protected',
    'PHP',
    '(?:(?:public|private|protected|static) ){0,2}function &?\\w{1,60}\\((?:[^\\n)]{0,60}\\$|\\))',
  ],
  [
    'this echo',
    'PHP',
    '(?:\\$\\w{1,40}(?:->\\w{1,40}|\\[[^\\n\\]]{1,40}\\])? ?= ?[^\\n]{1,140};|\\$this->|echo [\\$\'"])',
  ],
  ['def', 'RUBY', 'def (?:self\\.)?\\w{1,60}[?!]?(?:\\([^\\n]{0,100}\\))?\\s*$'],
  [
    'require module attr_accessor attr puts end class',
    'RUBY',
    `(?:require(?:_relative)? ['"]|module [A-Z]\\w{0,40}\\s*$|attr_(?:accessor|reader|writer) :|puts ["'\\w]|end$|class [A-Z]\\w{0,40}(?: < [A-Z][\\w:]{0,60})?\\s*$)`,
  ],
  [
    'fun data val private override suspend',
    'KOTLIN',
    '(?:(?:private|override|suspend|internal|public|inline) ){0,3}(?:fun (?:<[^\\n]{1,30}> )?[\\w.]{1,60}\\(|data class \\w|val \\w{1,40}(?:: [\\w<>?]{1,40})? = |object \\w{1,40} ?\\{)',
  ],
  ['import', 'KOTLIN', 'import [a-z]\\w{0,30}(?:\\.[\\w*]{1,40}){2,8}\\s*$'],
  [
    'func',
    'SWIFT',
    '(?:(?:private|public|static|override|mutating) ){0,2}func \\w{1,60}(?:<[^\\n]{1,30}>)?\\([^\\n]{0,120}\\)(?: (?:async |throws ){0,2}-> [\\w<>?\\[\\]: ]{1,40})? \\{',
  ],
  [
    'import guard struct extension var let',
    'SWIFT',
    '(?:import (?:Foundation|UIKit|SwiftUI|Combine)\\s*$|guard let \\w|(?:struct|extension) \\w{1,40}: [\\w, ]{1,60} \\{|(?:var|let) \\w{1,40}: \\[?[A-Z][\\w<>?\\]]{0,40}(?: = | \\{|$)|@(?:State|Published|IBOutlet) )',
  ],
  [
    'doctype html head body div span script link meta title ul li table tr td form input button section nav header footer main img h p a style',
    'HTML',
    `<(?:!DOCTYPE html|/?(?:html|head|body|div|span|script|link|meta|title|ul|ol|li|table|tr|td|th|form|input|button|section|nav|header|footer|main|img|h[1-6]|p|a|style)(?:[ >/][^\\n]{0,200}|>?\\s*$))`,
  ],
  [
    'margin padding font color display background border width height position text flex grid line max min align justify opacity z',
    'CSS',
    '(?:margin|padding|font|color|display|background|border|width|height|position|text|flex|grid|line|max|min|align|justify|opacity|z)(?:-[a-z-]{1,30})?: ?[^\\n;{}]{1,80};\\s*$',
  ],
  ['media import keyframes font', 'CSS', '@(?:media|import|keyframes|font-face)\\b[^\\n]{0,80}[{;]\\s*$'],
  [
    'api apiversion kind metadata spec version services image name replicas labels selector containers ports volumes environment steps jobs runs on uses run',
    'YAML',
    '(?:- )?(?:apiVersion|kind|metadata|spec|version|services|image|name|replicas|labels|selector|containers|ports|volumes|environment|steps|jobs|runs-on|on|uses|run):(?: [^\\n]{1,120})?\\s*$',
  ],
];

const rules = new Map<string, Rule[]>();
for (const [words, languages, expression] of TABLE) {
  const rule: Rule = {
    languages: languages.split(' ') as CodeLanguage[],
    expression: new RegExp(
      expression,
      languages === 'SQL' && expression.startsWith('(?:select') ? 'iy' : 'y',
    ),
  };
  for (const word of words.split(' ')) rules.set(word, [...(rules.get(word) ?? []), rule]);
}

/** Everyday words that begin lines of prose as well: they tell of a language, but nobody stops at them. */
const EVERYDAY = new Set(
  'if for while with from and on it then use name text line order values having group left inner return test try else finally case set let type version image services steps jobs run runs ports environment labels position display max min flex grid height width z i a p h main head link title table form input button section header footer style kind spec time match await int char void bool static final data object module window document select update delete create drop where join body color font local source done print raise interface system throw'.split(
    ' ',
  ),
);

/** Words at which the lines of a language are looked at: rare ones that its texts do not do without. */
export function anchorsOf(language: CodeLanguage): readonly string[] {
  return [...rules]
    .filter(
      ([word, list]) => !EVERYDAY.has(word) && list.some(({ languages }) => languages.includes(language)),
    )
    .map(([word]) => word);
}

/** One step of the number of a word: over its ASCII letters, small or capital, and underscores. Fits a small integer. */
export const nextLetter = (number: number, code: number): number =>
  (Math.imul(number, 31) + (code === UNDERSCORE ? code : code | 0x20)) & 0x3fffffff;

export function wordNumber(word: string): number {
  let number = 0;
  for (let at = 0; at < word.length; at++) number = nextLetter(number, word.charCodeAt(at));
  return number;
}

const rulesByNumber = new Map([...rules].map(([word, list]) => [wordNumber(word), list]));

/** The rules for lines that begin with the word of that number. */
export const rulesOf = (number: number): readonly Rule[] | undefined => rulesByNumber.get(number);

/** The languages in which a line may be written, by the rules of its first word; `line` starts with its first unit. */
export function languagesOf(among: readonly Rule[], line: string, into: Set<CodeLanguage>): void {
  for (const { languages, expression } of among) {
    expression.lastIndex = 0;
    if (expression.test(line)) for (const language of languages) into.add(language);
  }
}
