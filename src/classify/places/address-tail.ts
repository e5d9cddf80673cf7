import { countryOf, postcodeForms } from './postcodes.ts';
import type { StreetLanguage } from './street-words.ts';

/** What follows street and number, read part by part. */
export interface Tail {
  readonly end: number;
  readonly unit: boolean;
  readonly postcode: boolean;
  readonly town: boolean;
  readonly country: string | undefined;
}

/** No part of an address lies further from its street than this. */
const REACH = 120;
const MOST_PARTS = 6;

/** Between two parts: a comma, a few spaces, at most two line ends. */
const GAP = /[ \t\u00a0]{0,3}[,;–-]?[ \t\u00a0]{0,3}(?:\r?\n[ \t]{0,8}){0,2}/y;
/** Flat, floor, stair, house: English, French, German, Italian, Spanish, Portuguese, Polish, Dutch, Nordic. */
const UNIT = new RegExp(
  `(?:(?:apt|apartment|suite|ste|unit|flat|floor|fl|room|rm|bldg|building|lot|appt|appartement|bât|bat|bâtiment|étage|esc|escalier|bte|boîte|bte|whg|wohnung|etage|stock|top|stiege|hinterhaus|int|interno|scala|piano|pal|piso|puerta|pta|esc|bajo|planta|bloque|andar|lote|bloco|apto|lok|lokal|m|kl|klatka|bus|toestel|verd|lgh|tv|th|st|mf|emelet|em|ajtó|as|c/o)\\.?[ ]{1,2}#?[A-Z0-9][\\p{L}0-9-]{0,5}|#[ ]?[0-9]{1,5}[A-Z]?|[0-9]{1,2}(?:er|e|ème|º|ª|°|\\.)[ ]?(?:étage|piso|andar|planta|floor|emelet)?[ ]?[A-Z]?(?![\\p{L}0-9]))(?![\\p{L}0-9])`,
  'iuy',
);
const POSTCODES = postcodeForms.map(([form, source]) => ({
  form,
  expression: new RegExp(`${source}(?![\\p{L}0-9]|[.-][0-9])`, 'uy'),
}));
/** Capitalised words with small linking words between: Neuilly-sur-Seine, La Roche sur Yon, Frankfurt am Main, ST. IVES. */
const TOWN =
  /(?:(?:l'|L'|d'|D'|St\.? |s-|'s-)?\p{Lu}[\p{L}’'.-]{1,30}(?![\p{L}\d]))(?:[ -](?:(?:am|an|der|dem|den|ob|im|in|bei|sur|sous|en|les|lès|le|la|de|du|des|d'|l'|del|di|da|do|das|dos|della|nad|pod|upon|by|aan|op|y|e|och|i|auf|nan)[ -]){0,2}\p{Lu}[\p{L}’'.-]{1,30}(?![\p{L}\d])){0,3}/uy;
/** Words that begin a new field or sentence, not a town. */
const NO_TOWN =
  /^(?:Tel|Tél|Telefon|Teléfono|Telefono|Telefone|Phone|Mobile|Mobil|Fax|E-?mail|Email|Mail|Correo|Courriel|IBAN|BIC|Name|Nom|Nome|Nombre|Naam|Imię|Web|Website|URL|Order|Commande|Bestell\p{L}{0,12}|Pedido|Ordine|Zamówienie|Bestelling|Card|Carte|Karte|Tarjeta|Carta|Cartão|Karta|National|NIF|NIP|PESEL|DNI|BSN|Siret|SIREN|VAT|USt|Date|Datum|Data|Fecha|Customer|Kunde|Client|Cliente|Klant|Klient|Codice|Partita|Steuer\p{L}{0,9}|The|This|That|It|He|She|We|They|You|Please|Thanks|Regards|Best|Der|Die|Das|Ich|Wir|Sie|Il|Elle|Le client|Nous|Vous|Merci|Cordialement|Suivi|Objet|Ref|Réf|Ticket|Invoice|Rechnung|Facture|Fattura|Factura|Fatura|Faktura|NIR|SSN|DOB|Passport|Ausweis|Date|And|Or|But|If|In|At|On|From|To|Is|Was|Are)(?![\p{L}])/u;

const at = (expression: RegExp, text: string, from: number): string | undefined => {
  expression.lastIndex = from;
  return expression.exec(text)?.[0];
};

/** Reads units, postcode, town and region behind a street that ends at `start`. */
export function readTail(text: string, start: number, language: StreetLanguage | undefined): Tail {
  const slice = text.slice(start, start + REACH);
  let end = 0;
  let unit = false;
  let postcode = false;
  let towns = 0;
  let country: string | undefined;
  for (let part = 0; part < MOST_PARTS; part++) {
    const gap = at(GAP, slice, end) ?? '';
    const from = end + gap.length;
    if (gap === '' || from >= slice.length) break;
    const found = at(UNIT, slice, from);
    if (found !== undefined) {
      unit = true;
      end = from + found.length;
      continue;
    }
    const code = postcode ? undefined : postcodeAt(slice, from);
    if (code !== undefined) {
      postcode = true;
      country = countryOf(language, code.form, code.text);
      end = from + code.text.length;
      continue;
    }
    const town = towns < 3 ? townAt(slice, from) : undefined;
    // A second place after the postcode is a region or country; on a line of its own it may be anything.
    if (town === undefined || (towns > 0 && postcode && gap.includes('\n'))) break;
    // Without a postcode so far, a place after a mere space is the next word of a sentence.
    if (!postcode && !/[,\n]/.test(gap) && !leadsToPostcode(slice, from + town.length)) break;
    towns++;
    end = from + town.length;
  }
  return { end: start + end, unit, postcode, town: towns > 0, country };
}

function postcodeAt(slice: string, from: number): { form: string; text: string } | undefined {
  for (const { form, expression } of POSTCODES) {
    const text = at(expression, slice, from);
    if (text !== undefined) return { form, text };
  }
  return undefined;
}

function townAt(slice: string, from: number): string | undefined {
  const town = at(TOWN, slice, from);
  if (town === undefined || NO_TOWN.test(slice.slice(from, from + 24))) return undefined;
  // `Telefon:` is a label.
  const after = slice.charCodeAt(from + town.length);
  if (after === 58 || after === 61 || after === 9) return undefined;
  return beforePostcode(slice, from, town.replace(/[.'’-]{1,3}$/, ''));
}

/** Leeds LS6 2AB, Newtown NSW 2042: letters that begin the postcode are no part of the town. */
function beforePostcode(slice: string, from: number, town: string): string {
  for (let space = town.indexOf(' '); space > 0; space = town.indexOf(' ', space + 1)) {
    if (postcodeAt(slice, from + space + 1) !== undefined) return town.slice(0, space);
  }
  return town;
}

function leadsToPostcode(slice: string, from: number): boolean {
  const gap = at(GAP, slice, from) ?? '';
  return gap !== '' && postcodeAt(slice, from + gap.length) !== undefined;
}
