import type { Need } from './pattern-type.ts';
import { listOf } from './word-list.ts';

/**
 * A calendar date as documents print it: 31/12/2029, 2029-12-31, 31.12.29, 31 DEC 2029, 31 DEC/DÉC 2029. Month names by their
 * first three letters, in the languages of passports.
 */
export const calendarDate =
  /(?<![\p{L}\p{N}])(?:\d{1,2}[./-]\d{1,2}[./-](?:(?:19|20)\d{2}|\d{2})|(?:19|20)\d{2}[./-]\d{1,2}[./-]\d{1,2}|\d{1,2}\.? ?(?:jan|feb|fév|mar|mär|apr|avr|may|mai|maj|jun|jui|jul|aug|aoû|ago|sep|oct|okt|nov|dec|déc|dez|dic)\p{L}{0,7}\.?(?: ?\/ ?\p{L}{3,9})? ?(?:19|20)?\d{2})(?![\p{L}\p{N}])/iu;

/** Bank, state and branch of an Australian account (BSB): three and three digits. Australian Payments Network. */
export const bankStateBranch = /(?<![\p{L}\p{N}-])\d{3}-\d{3}(?![\p{L}\p{N}-])/u;

/** Branch and institution of a Canadian account: five and three digits on cheques, nine in electronic payments. Payments Canada. */
export const canadianTransit = /(?<![\p{L}\p{N}-])(?:\d{5}-\d{3}|0\d{8})(?![\p{L}\p{N}-])/u;

/** Bank and branch of a Japanese account: four and three digits. */
export const japaneseBranch = /(?<![\p{L}\p{N}-])\d{4}[ -]?\d{3}(?![\p{L}\p{N}-])/u;

/** What stands beside the dates of a passport. */
export const passportDates = listOf(`
  date of issue, date of expiry, issued on, expires on, expiry date, expiration date, valid until, date d'expiration, date de délivrance,
  gültig bis, ausstellungsdatum, fecha de expedición, fecha de caducidad, data di scadenza, data di rilascio
`);

/** A passport has been given out and ends some day: either date near a number makes it more certain. */
export const issueOrExpiry: Need = { anyOf: [{ keywords: passportDates }, { expression: calendarDate }] };

/**
 * A bare "id" right in front, as in `"id": "…"`. Enough only for numbers of which their own structure (a date and a check digit,
 * or digits that must repeat) lets fewer than one in a hundred others pass.
 */
export const idLabel: Need = { keywords: ['id', 'ids', 'id no', 'id nr', 'id number'], within: 8 };
