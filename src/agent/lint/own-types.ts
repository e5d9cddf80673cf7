import { stepsPerCharacter } from '../../classify/custom/expression-cost.ts';
import { kindOf } from '../../shared/company-types.ts';
import { missingNames, type CustomType, type Need } from '../../shared/custom-type.ts';
import { countOf } from '../../shared/text-spans.ts';
import { listed, type Check, type Remark } from './remark.ts';

/** Above it, the hardest text of some 250,000 characters takes more than the two seconds that a text has. */
const MOST_STEPS = 40;
/** Each of them is another pass over every text that is copied. */
const MOST_UNGUARDED = 100;
/** Half of what is allowed: about half a megabyte of words. */
const MOST_TERMS = 50_000;

/** Types that are off, and those that make every copy slow. */
export const typesAndTime: Check = ({ bundle }) => [
  ...bundle.types.flatMap((type, index): readonly Remark[] => {
    if (!('kind' in type)) return [...typeOff(type, index), ...slowExpressions(type, index)];
    if (type.kind !== 'dictionary' || countOf(type.terms) <= MOST_TERMS) return [];
    return [
      {
        kind: 'large-dictionary',
        severity: 'hint',
        path: ['types', index, 'terms'],
        name: type.type,
        what: `the dictionary has ${countOf(type.terms)} terms, which every device fetches and keeps in memory`,
        fix: 'take out words that say nothing; for customers and the like, exact data match takes less',
      },
    ];
  }),
  ...withoutKeyword(bundle.types.flatMap((type) => (kindOf(type) === 'pattern' ? [type as CustomType] : []))),
];

function typeOff(type: CustomType, index: number): readonly Remark[] {
  const missing = missingNames(type);
  if (missing.length === 0) return [];
  return [
    {
      kind: 'type-off',
      severity: 'warning',
      path: ['types', index, 'missing'],
      name: type.type,
      what: `this type is off: it needs ${listed(missing)}`,
      fix: 'add the terms to its "keywords" under that name',
    },
  ];
}

function slowExpressions({ type, regexes }: CustomType, index: number): readonly Remark[] {
  return Object.entries(regexes).flatMap(([key, regex]): Remark[] => {
    const steps = stepsPerCharacter(typeof regex === 'string' ? regex : regex.expression) ?? 0;
    if (steps <= MOST_STEPS) return [];
    return [
      {
        kind: 'slow-expression',
        severity: 'warning',
        path: ['types', index, 'regexes', key],
        name: type,
        what: `this expression takes up to ${steps} steps for each character of a text; an ordinary one takes 1 to 3`,
        fix: 'use smaller counts in repeats, begin with characters that are rare, and avoid ".*" or "(a|b)*" before a counted repeat',
      },
    ];
  });
}

/** Expressions that are looked for in every text, because no keyword must be there first. */
function withoutKeyword(types: readonly CustomType[]): readonly Remark[] {
  const unguarded = types.flatMap((type) => {
    const found = new Set(
      type.patterns
        .filter(
          ({ find, needs }) =>
            Object.hasOwn(type.regexes, find) && !needs.some((need) => asksForWords(need, type)),
        )
        .map(({ find }) => find),
    );
    return [...found].map((name) => ({ type: type.type, name }));
  });
  if (unguarded.length <= MOST_UNGUARDED) return [];
  const names = [...new Set(unguarded.map(({ type }) => type))];
  return [
    {
      kind: 'many-expressions-without-keyword',
      severity: 'warning',
      path: ['types'],
      what: `${unguarded.length} expressions are looked for in every text, because no keyword must be near: in ${listed(names)}`,
      fix: `give their patterns "needs" that name keywords; at most ${MOST_UNGUARDED} should go without`,
    },
  ];
}

/** Must some keyword of the type be there for this need to hold? */
function asksForWords(need: Need, type: CustomType): boolean {
  if (typeof need === 'string') return Object.hasOwn(type.keywords, need);
  if ('match' in need) return Object.hasOwn(type.keywords, need.match);
  if ('none_of' in need) return false;
  return (need.at_least ?? 1) > 0 && need.any_of.every((each) => asksForWords(each, type));
}
