import { foldedTerm } from '../units.ts';
import { createWordFlags } from '../people/word-flags.ts';
import { listOf } from '../word-list.ts';

/** The language of a kind of street; with the form of the postcode it tells the country. */
export type StreetLanguage =
  | 'en'
  | 'fr'
  | 'de'
  | 'it'
  | 'es'
  | 'pt'
  | 'pl'
  | 'nl'
  | 'sv'
  | 'da'
  | 'no'
  | 'fi'
  | 'is'
  | 'hu'
  | 'cs'
  | 'ro'
  | 'tr'
  | 'hr'
  | 'et'
  | 'lt'
  | 'lv'
  | 'el'
  | 'ru';

/** What is known of a word that names a kind of street. */
export interface StreetWord {
  readonly language: StreetLanguage;
  /** An everyday word as well: it needs a postcode and a town, or a label, beside it. */
  readonly weak: boolean;
}

type Table = readonly (readonly [language: StreetLanguage, strong: string, weak?: string])[];

/** Kinds that stand before the name: rue de la Paix, Via Roma, ul. Piękna. */
const FIRST: Table = [
  [
    'fr',
    `rue, avenue, av, boulevard, bd, bld, bvd, impasse, allée, allées, chemin, quai, passage, route, rte, voie, sentier, faubourg, fbg, esplanade,
     venelle, ruelle, chaussée, lotissement, hameau, montée, mail, sente, traverse`,
    'place, cours, square, villa, résidence, cité, promenade, parvis, clos, domaine, lieu-dit, pl',
  ],
  [
    'it',
    'via, viale, piazza, piazzale, piazzetta, corso, vicolo, contrada, lungomare, lungotevere, rotonda, stradone, strada',
    'largo, borgo, salita, rione, traversa, calata, incrocio, località, frazione, discesa, rampa',
  ],
  [
    'es',
    `calle, avenida, avda, avd, paseo, plaza, pza, plza, carretera, ctra, travesía, glorieta, rambla, callejón, calleja, urbanización, urb,
     costanilla, bulevar, rúa, pasaje`,
    'camino, ronda, polígono, barrio, cuesta, parque, sector, senda, bajada, subida, apartamento, bloque, caserío, colonia, conjunto, edificio, entrada, extramuros, extrarradio, ferrocarril, grupo, jardines, lugar, manzana, masía, mercado, monte, muelle, municipio, parcela, partida, prolongación, puente, puerta, quinta, ramal, rampa, rincón, riera, salida, sección, solar, terrenos, vía, arroyo, aldea, arrabal, huerta, escalinata, explanada, chalet',
  ],
  [
    'pt',
    'rua, travessa, alameda, estrada, rodovia, praça, pç, beco, calçada, viela, ladeira',
    'rotunda, quinta, marginal, bairro',
  ],
  ['pl', 'ul, ulica, ulicy, al, aleja, aleje, alei, osiedle, os, plac, rondo, skwer', 'pl, rynek'],
  ['ro', 'str, strada, bulevardul, blvd, calea, aleea, șoseaua, piața, intrarea'],
  ['cs', 'ulice, ul, náměstí, nám, třída, nábřeží'],
  ['el', 'οδός, λεωφ, λεωφόρος, πλατεία, odos, leof, leoforos, plateia'],
  ['ru', 'ул, улица, проспект, пр-т, пер, переулок, шоссе, бульвар, площадь, вул, вулиця'],
  ['nl', '', 'laan, plein, rue'],
  ['fr', '', 'c'],
];

/** Kinds that stand behind the name: Baker Street, Lange Straße, Váci utca. English ones as the US Postal Service lists them. */
const LAST: Table = [
  [
    'en',
    `street, st, road, rd, avenue, ave, lane, ln, boulevard, blvd, terrace, parkway, pkwy, highway, hwy, crescent, cres, mews, expressway, turnpike,
     motorway, causeway, freeway, throughway, crossroad, underpass, overpass, viaduct, stravenue, skyway, trafficway, bypass, str`,
    `drive, dr, court, ct, square, sq, place, pl, way, circle, cir, close, row, gardens, garden, grove, walk, alley, trail, plaza, route, loop, pike, ridge,
     point, hill, hills, view, views, heights, green, bridge, crossing, path, run, pass, valley, vista, annex, arcade, bayou, beach, bend, bluff, bottom,
     branch, brook, burg, camp, canyon, cape, center, cliff, club, common, corner, corners, course, cove, creek, crest, curve, dale, dam, divide, drives,
     estate, estates, extension, fall, falls, ferry, field, fields, flat, flats, ford, forest, forge, fork, forks, fort, gateway, glen, harbor, harbors, haven,
     hollow, inlet, island, islands, isle, junction, junctions, key, keys, knoll, knolls, lake, lakes, land, landing, light, lights, loaf, lock, locks, lodge, mall, manor, manors, meadow, meadows, mill, mills, mission, mount, mountain, neck, orchard, oval, park, passage, pine, pines, plain, plains, port, ports, prairie, radial, ramp, ranch, rapid, rapids, rest, river, shoal, shoals, shore, shores, spring, springs, spur, spurs, station, stream, summit, tunnel, union, village, ville, walks, wall, well, wells, wharf, quay`,
  ],
  [
    'de',
    'straße, strasse, str, gasse, allee, weg, platz, chaussee, ufer, damm',
    'ring, markt, hof, steig, stieg, pfad, graben, promenade',
  ],
  ['nl', 'straat, laan, gracht, kade, singel, plein, steenweg', 'baan, dreef, weg, lei, pad'],
  ['sv', 'gatan, vägen, gränd, torget', 'väg, gata, allé'],
  ['da', 'gade, vej, allé, stræde', 'plads, torv'],
  ['no', 'gate, vei, veg, gata, veien, gaten', 'plass'],
  ['hu', 'utca, utcája, út, útja, tér, tere, körút, köz, sétány, fasor', 'u, sor, kapu'],
  ['tr', 'sokak, sokağı, sok, cadde, caddesi, cad, bulvarı, mahallesi', 'mah'],
  ['cs', '', 'ulice, třída, náměstí'],
  ['hr', 'ulica, cesta', 'trg'],
  ['et', 'tänav, maantee, mnt, puiestee, pst', 'tn, tee'],
  ['lt', 'gatvė, prospektas, alėja', 'g, pr'],
  ['lv', 'iela, prospekts', 'gatve'],
];

/** Ends of compounds: Hauptstraße, Keizersgracht, Storgatan. The weak ones end other words too: Arbeitsplatz, Partie, Brigade. */
const ENDS: Table = [
  [
    'de',
    'straße, strasse, str, gasse, allee, damm, ufer, chaussee',
    'platz, weg, graben, steig, stieg, promenade, ring',
  ],
  ['nl', 'straat, laan, gracht, kade, singel, plein, dreef, steeg, steenweg', 'dijk, baan, lei'],
  ['sv', 'gatan, vägen, gränd, torget', 'stigen, backen'],
  ['da', 'gade, vej, vejen, stræde, vænget', 'torv, plads, alle'],
  ['no', 'gata, gate, gaten, vei, veien, vegen, bakken', 'veg, stien'],
  ['fi', 'katu, kuja, polku, raitti, väylä, aukio', 'tie'],
  ['cs', '', 'ská, cká, ého'],
  ['is', 'vegur, braut, stræti, götu', 'holt, hlíð'],
];

const words = (list: string): readonly string[] =>
  listOf(list)
    .filter((word) => word !== '')
    .map(foldedTerm);

function wordsOf(table: Table): readonly string[] {
  return table.flatMap(([, strong, weak = '']) => [...words(strong), ...words(weak)]);
}

function tableOf(table: Table): ReadonlyMap<string, StreetWord> {
  const map = new Map<string, StreetWord>();
  for (const [language, strong, weak = ''] of table) {
    for (const word of words(strong)) if (!map.has(word)) map.set(word, { language, weak: false });
    for (const word of words(weak)) if (!map.has(word)) map.set(word, { language, weak: true });
  }
  return map;
}

/** Bits: is a word the kind of a street before its name, after its name? */
export const BEFORE_NAME = 1;
export const AFTER_NAME = 2;
export const streetFlags = createWordFlags([wordsOf(FIRST), wordsOf(LAST)]);

/** By folded word. */
export const streetBeforeName: ReadonlyMap<string, StreetWord> = tableOf(FIRST);
export const streetAfterName: ReadonlyMap<string, StreetWord> = tableOf(LAST);

interface Ending extends StreetWord {
  readonly end: string;
}

const endingsByLast = new Map<number, Ending[]>();
for (const [end, word] of tableOf(ENDS)) {
  const last = end.charCodeAt(end.length - 1);
  endingsByLast.set(last, [...(endingsByLast.get(last) ?? []), { ...word, end }]);
}

/** Words that end like streets and are none. */
const NO_STREETS: ReadonlySet<string> = new Set(
  words(
    `brigade, tailgate, watergate, colgate, frigate, aggregate, delegate, arbeitsplatz, stellplatz, sitzplatz, parkplatz, startplatz, spielplatz, campingplatz, liegeplatz,
     rückweg, ausweg, umweg, heimweg, hinweg, vertriebsweg, rechtsweg, dienstweg, radweg, fußweg, schulweg, überweg, konvoi, regata, fregata`,
  ),
);

/** What a compound that names a street says; `word` is folded. */
export function streetCompound(word: string): StreetWord | undefined {
  for (const ending of endingsByLast.get(word.charCodeAt(word.length - 1)) ?? []) {
    if (word.length >= ending.end.length + 3 && word.endsWith(ending.end)) {
      return NO_STREETS.has(word) ? undefined : ending;
    }
  }
  return undefined;
}
