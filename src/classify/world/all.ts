import type { PatternType } from '../pattern-type.ts';
import { africa } from './africa.ts';
import { centralAmerica } from './central-america.ts';
import { centralEurope } from './central-europe.ts';
import { eastAsia } from './east-asia.ts';
import { easternEurope } from './eastern-europe.ts';
import { europeWide } from './europe-wide.ts';
import { germanSpeaking } from './german-speaking.ts';
import { iberia } from './iberia.ts';
import { middleEast } from './middle-east.ts';
import { nordicBaltic } from './nordic-baltic.ts';
import { northAmerica } from './north-america.ts';
import { southAmerica } from './south-america.ts';
import { southAsia } from './south-asia.ts';
import { southEastAsiaOceania } from './south-east-asia-oceania.ts';
import { westernEurope } from './western-europe.ts';

const everyType: readonly PatternType[] = [
  ...westernEurope,
  ...iberia,
  ...germanSpeaking,
  ...nordicBaltic,
  ...centralEurope,
  ...easternEurope,
  ...europeWide,
  ...northAmerica,
  ...centralAmerica,
  ...southAmerica,
  ...africa,
  ...middleEast,
  ...southAsia,
  ...eastAsia,
  ...southEastAsiaOceania,
];

/**
 * Every number of a person, a company or an account that Purview's catalogue does not have. Persons come first: where a value
 * could be either and nothing else decides, it is taken for a person's.
 */
export const worldTypes: readonly PatternType[] = everyType.toSorted(
  (left, right) => Number(isPersonal(right)) - Number(isPersonal(left)),
);

function isPersonal({ type }: PatternType): boolean {
  return type.startsWith('NATIONAL_ID');
}
