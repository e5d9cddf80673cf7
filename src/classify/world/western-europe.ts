import type { PatternType } from '../pattern-type.ts';
import { digitAt } from '../checks/arithmetic.ts';
import { cypriotTax, greekTax } from '../checks/southern-europe.ts';
import { belgianVat, britishVat } from '../checks/western-europe.ts';
import { LUHN, numberAt, part, rule, sumLeaves, weightedSum, unitAt } from './algorithms.ts';
import { entries } from './entry.ts';

/** 97 minus the first nine digits modulo 97; those born from 2000 on have a 2 in front. Source: Rijksregister, "Informatietypen", IT 000. */
const belgianNumber = rule('mod 97', (value) => {
  const month = numberAt(value, 2, 2) % 20;
  const day = numberAt(value, 4, 2);
  if (month > 12 || day > 31) return false;
  const body = numberAt(value, 0, 9);
  const key = numberAt(value, 9, 2);
  return key === 97 - (body % 97) || key === 97 - ((2_000_000_000 + body) % 97);
});

/** First ten digits modulo 97, 97 in place of 0. */
const belgianCard = rule('mod 97', (value) => (numberAt(value, 0, 10) % 97 || 97) === numberAt(value, 10, 2));

/** The branches of La Poste have one SIREN for all and a sum of digits that 5 divides. Source: INSEE, SIRENE, "numéro SIRET". */
const siret = rule('Luhn', (value) =>
  value.startsWith('356000000')
    ? weightedSum(
        value,
        Array.from({ length: 14 }, () => 1),
      ) %
        5 ===
        0 || LUHN.holds(value)
    : LUHN.holds(value),
);

/** Key of a French VAT number: (12 + 3 × (SIREN mod 97)) mod 97. */
const frenchVatKey = rule(
  'mod 97',
  (value) => numberAt(value, 0, 2) === (12 + 3 * (numberAt(value, 2, 9) % 97)) % 97,
);

/** A letter modulo 23 of weights 2 to 13; the check letter stands first. Source: Department for Education, "UPN guide". */
const pupilNumber = rule('mod 23', (value) => {
  const letters = 'ABCDEFGHJKLMNPQRTUVWXYZ';
  let sum = 0;
  for (let at = 1; at < 13; at++) {
    const digit = digitAt(value, at);
    sum += (at + 1) * (Number.isNaN(digit) ? letters.indexOf(value.charAt(at)) : digit);
  }
  return unitAt(letters, sum % 23) === value.charAt(0);
});

/** As the PPS number: weights 8 to 2, a second letter counts nine times. Source: Revenue, "Tax and duty manual, PPSN". */
const irishVat = rule('mod 23', (value) => {
  const old = /^\d[A-Z]\d{5}[A-W]$/.test(value);
  const digits = old ? `0${value.slice(2, 7)}${value.charAt(0)}` : value.slice(0, 7);
  const second = old ? 0 : Math.max(0, 'WABCDEFGHI'.indexOf(value.charAt(8) || 'W'));
  const sum = weightedSum(digits, [8, 7, 6, 5, 4, 3, 2]) + 9 * second;
  return unitAt('WABCDEFGHIJKLMNOPQRSTUV', sum % 23) === value.charAt(7);
});

const NINE_IN_THREES = /\d{3}[ .-]?\d{3}[ .-]?\d{3}/u;

/** Persons, companies and accounts of western and southern Europe beside those that Purview lists. */
export const westernEurope: readonly PatternType[] = [
  ...entries({
    type: 'NATIONAL_ID:BE_NISS',
    name: 'Belgium social security identification number (INSZ, NISS) and BIS number',
    shapes: [/\d{2}[. -]?[0-5]\d[. -]?[0-3]\d[. -]?\d{3}[. -]?\d{2}/u],
    check: belgianNumber,
    labels: `niss, insz, bis, rrn, nn, bis nummer, numéro bis, identificatienummer van de sociale zekerheid,
      numéro d'identification de la sécurité sociale, rijksregisternummer, numéro national, numéro de registre national`,
    values: ['59-07-21-502-59', '75430320727'],
    wrong: ['40-31-03-983-83'],
  }),
  ...entries({
    type: 'NATIONAL_ID:BE_EID',
    name: 'Belgium electronic identity card number',
    shapes: [/\d{3}[ -]?\d{7}[ -]?\d{2}/u],
    check: belgianCard,
    labels: `eid, eid kaart, e id, identiteitskaartnummer, kaartnummer, numéro de carte d'identité, electronic identity card`,
    values: ['374-1784661-58', '131271632596'],
    wrong: ['074-8879978-84'],
  }),
  ...entries({
    type: 'COMPANY_ID:BE_VAT',
    name: 'Belgium enterprise number',
    shapes: [/(?:\(0\)|[01])?\d{3}[. -]?\d{3}[. -]?\d{3}/u],
    prefix: 'BE',
    check: rule('mod 97', (value) => belgianVat.holds(value.padStart(10, '0'))),
    labels: `ondernemingsnummer, numéro d'entreprise, unternehmensnummer, kbo, bce, btw, tva, nwst, rpr, rpm`,
    values: ['(0)273-910-974', '(0)339766353'],
    wrong: ['(0)335-216-489'],
  }),
  ...entries({
    type: 'COMPANY_ID:CY_VAT',
    name: 'Cyprus VAT number',
    shapes: [/[013459]\d{7}[A-Z]/u],
    prefix: 'CY',
    check: cypriotTax,
    labels: 'φπα, αριθμός εγγραφής φ.π.α, αριθμός φπα, cyprus vat',
    bare: 'medium',
    values: ['95681769C', '10949401A'],
    wrong: ['11732037J'],
  }),
  ...entries({
    type: 'COMPANY_ID:FR_SIREN',
    name: 'France company number (SIREN)',
    shapes: [NINE_IN_THREES],
    check: LUHN,
    labels: `siren, n° siren, numéro siren, rcs, registre du commerce et des sociétés, numéro unique d'identification`,
    values: ['774-326-698', '900107384'],
    wrong: ['935736921'],
  }),
  ...entries({
    type: 'COMPANY_ID:FR_SIRET',
    name: 'France establishment number (SIRET)',
    shapes: [/\d{3}[ .]?\d{3}[ .]?\d{3}[ .]?\d{5}/u],
    check: siret,
    labels: `siret, n° siret, numéro siret, établissement, numéro d'établissement`,
    values: ['361 447 277 64734', '46632219002827'],
    wrong: ['117 474 322 69761'],
  }),
  ...entries({
    type: 'COMPANY_ID:FR_RNA',
    name: 'France association number (RNA)',
    shapes: [/W\d{9}/u],
    labels: 'rna, waldec, répertoire national des associations, numéro rna',
    values: ['W175096010', 'W936227078'],
    wrong: ['W17509601'],
  }),
  ...entries({
    type: 'COMPANY_ID:FR_ACCISE',
    name: 'France excise number',
    shapes: [/FR0\d{2}\d{3}[BCEN]\d{4}/u],
    labels: `numéro d'accise, n° d'accise, accise, accises, excise number, droits d'accises`,
    bare: 'medium',
    values: ['FR018910C3786', 'FR040295B7701'],
    wrong: ['FR018910C378'],
  }),
  ...entries({
    type: 'COMPANY_ID:MC_TVA',
    name: 'Monaco VAT number',
    shapes: [/FR ?\d{2} ?000 ?\d{3} ?\d{3}/u],
    check: part(frenchVatKey, 2),
    labels: 'tva, n° tva, tva intracommunautaire, monaco',
    bare: 'medium',
    values: ['FR 81 000 419 936', 'FR08000934044'],
    wrong: ['FR 99 000 781 591'],
  }),
  ...entries({
    type: 'COMPANY_ID:GB_VAT',
    name: 'United Kingdom VAT number',
    shapes: [/\d{3}[ -]?\d{4}[ -]?\d{2}(?:[ -]?\d{3})?|\d{3} \d{3} \d{3}(?: \d{3})?/u],
    prefix: 'GB',
    check: rule('mod 97', (value) => britishVat.holds(value.slice(0, 9))),
    labels:
      'vat reg no, vat, vat registration number, vat no, vat number, vat registration, hmrc, value added tax',
    values: ['650 947 617', '519366330'],
    wrong: ['612-5213-32'],
  }),
  ...entries({
    type: 'COMPANY_ID:GB_CRN',
    name: 'United Kingdom company registration number',
    shapes: [/(?:SC|NI|OC|SO|NC|FC|LP|SL|NL|IP|RC)\d{6}|0\d{7}|1[0-9]\d{6}/u],
    labels: `companies house, crn, registered in england, registered in england and wales, registered in scotland, uk company number`,
    values: ['15523105', '15026711'],
    wrong: ['1552310'],
  }),
  ...entries({
    type: 'NATIONAL_ID:GB_UPN',
    name: 'England unique pupil number (UPN)',
    shapes: [/[A-HJ-NP-RT-Z][2389]\d{10}[0-9A-HJ-NP-RT-Z]/u],
    check: pupilNumber,
    labels: 'upn, unique pupil number, pupil number',
    bare: 'medium',
    values: ['Y39129975790T', 'K31267004300L'],
    wrong: ['V32671264360B'],
  }),
  ...entries({
    type: 'COMPANY_ID:IE_VAT',
    name: 'Ireland VAT number',
    shapes: [/\d{7}[A-W][A-I]?|\d[A-Z+*]\d{5}[A-W]/u],
    prefix: 'IE',
    check: irishVat,
    labels: 'irish vat, cáin bhreisluacha, cbl, irish tax reference',
    values: ['9V28209B', '9G73948I'],
    wrong: ['8F86729I'],
  }),
  ...entries({
    type: 'COMPANY_ID:LU_TVA',
    name: 'Luxembourg VAT number',
    shapes: [/\d{3}[ .]?\d{3}[ .]?\d{2}/u],
    prefix: 'LU',
    check: rule('mod 89', (value) => numberAt(value, 0, 6) % 89 === numberAt(value, 6, 2)),
    labels: 'n° tva, numéro de tva, taxe sur la valeur ajoutée, luxembourg vat',
    values: ['845 431 20', '89090919'],
    wrong: ['771 854 20'],
  }),
  ...entries({
    type: 'COMPANY_ID:MT_VAT',
    name: 'Malta VAT number',
    shapes: [/[1-9]\d{3}[ -]?\d{4}/u],
    prefix: 'MT',
    check: sumLeaves('weights mod 37', [3, 4, 6, 7, 8, 9, 10, 1], 37),
    labels: 'maltese vat, malta vat, numru tal vat',
    values: ['5368-8076', '45330350'],
    wrong: ['6188-6654'],
  }),
  ...entries({
    type: 'COMPANY_ID:GR_VAT',
    name: 'Greece VAT number',
    shapes: [/\d{9}/u],
    prefix: 'EL|GR',
    check: greekTax,
    labels: 'αφμ, α.φ.μ, φπα, fpa, afm, αριθμός φορολογικού μητρώου, greek vat',
    values: ['374779136', '237178732'],
    wrong: ['906725828'],
  }),
  ...entries({
    type: 'COMPANY_ID:SM_COE',
    name: 'San Marino economic operator code (COE)',
    shapes: [/(?:SM ?)?0?\d{3,5}/u],
    labels:
      'coe, codice operatore economico, codice operatore, san marino national tax number, san marino tax number',
    close: true,
    values: ['SM 5815', 'SM09465'],
    wrong: ['SM 58'],
  }),
  ...entries({
    type: 'NATIONAL_ID:IT_CI',
    name: "Italy identity card number (carta d'identità)",
    shapes: [/[A-Z]{2}\d{5}[A-Z]{2}|[A-Z]{2} ?\d{7}|\d{7}[A-Z]{2}/u],
    labels: `carta d'identità, carta d identità, carta di identità, carta identità, numero carta identità, cie, c.i, documento d'identità, documento di identità,
      italian identity card, identity card, id card, identity card number`,
    values: ['7028430NT', 'RW95857JY'],
    wrong: ['7028430N'],
  }),
  ...entries({
    type: 'NATIONAL_ID:IT_CI',
    name: 'Italy electronic identity card number',
    shapes: [/C[A-Z]\d{5}[A-Z]{2}/u],
    labels: `carta d'identità elettronica, cie, numero cie, documento d'identità`,
    bare: 'low',
    values: ['CM63733FF', 'CE76639EH'],
    wrong: ['CM63733F'],
  }),
  ...entries({
    type: 'NATIONAL_ID:NL_ONDERWIJSNUMMER',
    name: 'Netherlands student number (onderwijsnummer)',
    shapes: [/10\d{2}[ .]?\d{2}[ .]?\d{3}/u],
    check: rule('11-test, rest 5', (value) => {
      const sum = weightedSum(value, [9, 8, 7, 6, 5, 4, 3, 2, -1]);
      return ((sum % 11) + 11) % 11 === 5;
    }),
    labels: 'onderwijsnummer, persoonsgebonden nummer, pgn, leerlingnummer, dutch student identification',
    values: ['1043 37 297', '105004620'],
    wrong: ['1080 42 342'],
  }),
  ...entries({
    type: 'NATIONAL_ID:NL_ID_CARD',
    name: 'Netherlands identity card number',
    shapes: [/[A-NP-Z]{2}[A-NP-Z0-9]{6}\d/u],
    check: rule('at least one more digit', (value) => /^[A-Z]{2}[A-Z0-9]{0,5}\d[A-Z0-9]{0,6}\d$/.test(value)),
    labels:
      'identiteitskaartnummer, identiteitskaart, paspoortnummer, documentnummer, identiteitsbewijs, id kaart',
    values: ['UA1TUU0E6', 'UJBL36UL9'],
    wrong: ['MSDUMZJH3'],
  }),
  ...entries({
    type: 'COMPANY_ID:NL_KVK',
    name: 'Netherlands chamber of commerce number (KvK)',
    shapes: [/\d{8}/u],
    labels:
      'kvk, kvk nummer, kvk nr, kvknummer, kamer van koophandel, handelsregisternummer, chamber of commerce',
    close: true,
    values: ['25205869', '16113625'],
    wrong: ['2520586'],
  }),
];
