import type { PatternType } from '../pattern-type.ts';
import { argentina } from './argentina.ts';
import { australia } from './australia.ts';
import { austria } from './austria.ts';
import { bankIdentifiers } from './bank-identifiers.ts';
import { belgium } from './belgium.ts';
import { brazil } from './brazil.ts';
import { bulgaria } from './bulgaria.ts';
import { canada } from './canada.ts';
import { chile } from './chile.ts';
import { china } from './china.ts';
import { colombia } from './colombia.ts';
import { croatia } from './croatia.ts';
import { cyprus } from './cyprus.ts';
import { czechia } from './czechia.ts';
import { denmark } from './denmark.ts';
import { diagnoses } from './diagnoses.ts';
import { ecuador } from './ecuador.ts';
import { estonia } from './estonia.ts';
import { finland } from './finland.ts';
import { france } from './france.ts';
import { germany } from './germany.ts';
import { greece } from './greece.ts';
import { hongKong } from './hong-kong.ts';
import { hungary } from './hungary.ts';
import { india } from './india.ts';
import { indonesia } from './indonesia.ts';
import { ireland } from './ireland.ts';
import { israel } from './israel.ts';
import { italy } from './italy.ts';
import { japan } from './japan.ts';
import { latvia } from './latvia.ts';
import { lithuania } from './lithuania.ts';
import { luxembourg } from './luxembourg.ts';
import { malaysia } from './malaysia.ts';
import { malta } from './malta.ts';
import { mexico } from './mexico.ts';
import { netherlands } from './netherlands.ts';
import { newZealand } from './new-zealand.ts';
import { norway } from './norway.ts';
import { philippines } from './philippines.ts';
import { poland } from './poland.ts';
import { portugal } from './portugal.ts';
import { qatar } from './qatar.ts';
import { romania } from './romania.ts';
import { russia } from './russia.ts';
import { saudiArabia } from './saudi-arabia.ts';
import { singapore } from './singapore.ts';
import { slovakia } from './slovakia.ts';
import { slovenia } from './slovenia.ts';
import { southAfrica } from './south-africa.ts';
import { southKorea } from './south-korea.ts';
import { spain } from './spain.ts';
import { sweden } from './sweden.ts';
import { switzerland } from './switzerland.ts';
import { taiwan } from './taiwan.ts';
import { thailand } from './thailand.ts';
import { turkey } from './turkey.ts';
import { ukraine } from './ukraine.ts';
import { unitedArabEmirates } from './united-arab-emirates.ts';
import { unitedKingdomDocuments } from './united-kingdom-documents.ts';
import { unitedKingdomNumbers } from './united-kingdom-numbers.ts';
import { unitedStatesBank } from './united-states-bank.ts';
import { unitedStatesDocuments } from './united-states-documents.ts';
import { unitedStatesHealth } from './united-states-health.ts';

/** Every type of Purview's catalogue that is told by its shape, by country. Secrets of Azure are apart, in azure.ts. */
export const purviewTypes: readonly PatternType[] = [
  ...argentina,
  ...australia,
  ...austria,
  ...bankIdentifiers,
  ...belgium,
  ...brazil,
  ...bulgaria,
  ...canada,
  ...chile,
  ...china,
  ...colombia,
  ...croatia,
  ...cyprus,
  ...czechia,
  ...denmark,
  ...diagnoses,
  ...ecuador,
  ...estonia,
  ...finland,
  ...france,
  ...germany,
  ...greece,
  ...hongKong,
  ...hungary,
  ...india,
  ...indonesia,
  ...ireland,
  ...israel,
  ...italy,
  ...japan,
  ...latvia,
  ...lithuania,
  ...luxembourg,
  ...malaysia,
  ...malta,
  ...mexico,
  ...netherlands,
  ...newZealand,
  ...norway,
  ...philippines,
  ...poland,
  ...portugal,
  ...qatar,
  ...romania,
  ...russia,
  ...saudiArabia,
  ...singapore,
  ...slovakia,
  ...slovenia,
  ...southAfrica,
  ...southKorea,
  ...spain,
  ...sweden,
  ...switzerland,
  ...taiwan,
  ...thailand,
  ...turkey,
  ...ukraine,
  ...unitedArabEmirates,
  ...unitedKingdomDocuments,
  ...unitedKingdomNumbers,
  ...unitedStatesBank,
  ...unitedStatesDocuments,
  ...unitedStatesHealth,
];
