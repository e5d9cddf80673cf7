import { listOf } from '../word-list.ts';
import type { DigitsDetector, Match, Span, View, WordDetector } from '../detector.ts';
import type { DigitWindow } from '../digit-run.ts';

/** The last address found in each text whose country is known. The text itself is not kept: only its place. */
const lastFound = new WeakMap<View, { readonly match: Match; readonly country: string }>();

/** Where the last of them stood: most numbers are passed over by this alone, whichever text it was in. */
const hint = { start: -1, end: -1 };

/** Notes an address, so that the entry of its country can name it when the reader comes to its postcode or kind of street. */
export function rememberAddress(view: View, match: Match, country: string): void {
  hint.start = match.start;
  hint.end = match.end;
  lastFound.set(view, { match, country });
}

function inCountry(view: View, at: Span, country: string): Match | undefined {
  if (at.start < hint.start || at.end > hint.end) return undefined;
  const last = lastFound.get(view);
  if (last === undefined || last.country !== country) return undefined;
  return at.start >= last.match.start && at.end <= last.match.end ? last.match : undefined;
}

interface Country {
  readonly code: string;
  /** Purview's name and GUID of the type. */
  readonly name: string;
  readonly id: string;
  /** How many digits its postcodes have, and in how many groups; none: it is asked at kinds of streets. */
  readonly digits?: number;
  readonly groups?: number;
  /** Made up, in the form usual there. */
  readonly examples: readonly string[];
}

const COUNTRIES: readonly Country[] = [
  {
    code: 'FR',
    name: 'France Physical Addresses',
    id: '674c3b99-2a5f-4698-ab29-81828328da9b',
    digits: 5,
    examples: [
      '14 rue des Acacias, 69003 Lyon',
      '7 bis avenue du Parc\n33000 Bordeaux',
      '120 boulevard de la Gare, 31500 Toulouse',
      '3 impasse des Lilas 44100 Nantes',
      '22, quai de la Marne, 67000 Strasbourg',
    ],
  },
  {
    code: 'DE',
    name: 'Germany Physical Addresses',
    id: 'd703beef-45ec-497f-bdcb-74e220e764b7',
    digits: 5,
    examples: [
      'Birkenstraße 12, 50667 Köln',
      'Ahornweg 3a\n80331 München',
      'Lange Straße 45, 04109 Leipzig',
      'Ulmenallee 8, D-20095 Hamburg',
      'Schillerplatz 1, 70173 Stuttgart',
    ],
  },
  {
    code: 'IT',
    name: 'Italy Physical Addresses',
    id: '3270dbe0-d63b-4dde-8aa4-bc6f19f8a802',
    digits: 5,
    examples: [
      'Via dei Mille 14, 20121 Milano',
      'Piazza San Carlo, 3\n10121 Torino',
      'Viale Europa 210, 00144 Roma',
      'Corso Umberto 58, 80138 Napoli',
      'Vicolo Stretto 2, 37121 Verona',
    ],
  },
  {
    code: 'ES',
    name: 'Spain Physical Addresses',
    id: '36c81f62-73f6-4f62-8350-2a809cb27ff6',
    digits: 5,
    examples: [
      'Calle del Olmo 18, 28012 Madrid',
      'Avenida de la Paz, 44, 46008 Valencia',
      'Plaza Nueva 6, 41001 Sevilla',
      'Paseo del Río 102, 50008 Zaragoza',
      'Rambla Vella 9, 43003 Tarragona',
    ],
  },
  {
    code: 'PL',
    name: 'Poland Physical Addresses',
    id: 'ed728544-c58d-470d-9bde-ee6ec901f38d',
    digits: 5,
    groups: 2,
    examples: [
      'ul. Lipowa 14, 30-001 Kraków',
      'al. Niepodległości 120, 02-554 Warszawa',
      'ul. Długa 7/3, 80-827 Gdańsk',
      'os. Słoneczne 5, 61-665 Poznań',
      'pl. Wolności 2, 50-071 Wrocław',
    ],
  },
  {
    code: 'PT',
    name: 'Portuguese Physical Addresses',
    id: 'eda085a4-1f9b-46ca-8f1f-885ef394a476',
    digits: 7,
    groups: 2,
    examples: [
      'Rua das Oliveiras 31, 4050-448 Porto',
      'Avenida da República 88, 1050-196 Lisboa',
      'Travessa do Sol 4, 3000-150 Coimbra',
      'Largo da Igreja 12, 4700-010 Braga',
      'Praça do Mar 1, 8000-120 Faro',
    ],
  },
  {
    code: 'BR',
    name: 'Brazil Physical Addresses',
    id: 'b37568b5-499c-416b-8785-f72b791fcc5a',
    digits: 8,
    groups: 2,
    examples: [
      'Rua das Palmeiras, 310, 01234-010 São Paulo',
      'Avenida Atlântica 1702, 22021-001 Rio de Janeiro',
      'Alameda dos Anjos 55, 30140-071 Belo Horizonte',
      'Travessa do Porto 9, 40020-000 Salvador',
      'Rua Marechal 77, 80010-120 Curitiba',
    ],
  },
  {
    code: 'NL',
    name: 'Netherlands Physical Addresses',
    id: 'b3650e47-f2dc-4d29-a4fc-1b9154005c07',
    digits: 4,
    examples: [
      'Beukenlaan 31, 5616 VC Eindhoven',
      'Prinsengracht 900, 1017 KK Amsterdam',
      'Kerkstraat 12a, 3511 LX Utrecht',
      'Stationsplein 1, 9726 AE Groningen',
      'Westersingel 44, 3014 GT Rotterdam',
    ],
  },
  {
    code: 'BE',
    name: 'Belgium Physical Addresses',
    id: '08e0fc0e-def1-49c3-bc4f-f432650d9138',
    digits: 4,
    examples: [
      'Kerkstraat 18, 9000 Gent',
      'rue Neuve 41, 1000 Bruxelles',
      'Meirlaan 7, B-2000 Antwerpen',
      'avenue des Arts 20, 4000 Liège',
      'Molenstraat 5, 8500 Kortrijk',
    ],
  },
  {
    code: 'AT',
    name: 'Austria Physical Addresses',
    id: '286d9b20-eb7a-4ad8-a7fa-b7eccc0eade5',
    digits: 4,
    examples: [
      'Getreidegasse 90, 5020 Salzburg',
      'Mozartstraße 14, 6020 Innsbruck',
      'Lindengasse 22, A-1070 Wien',
      'Hauptplatz 3, 8010 Graz',
      'Donaustraße 4, 4020 Linz',
    ],
  },
  {
    code: 'CH',
    name: 'Switzerland Physical Addresses',
    id: '0741710b-c0b5-400c-98a7-864942ac89be',
    digits: 4,
    examples: [
      'Seestrasse 55, CH-8002 Zürich',
      'rue du Lac 8, CH-1003 Lausanne',
      'Via Nassa 12, CH-6900 Lugano',
      'Bahnhofstrasse 4, CH-3011 Bern',
      'Rheingasse 30, CH-4058 Basel',
    ],
  },
  {
    code: 'DK',
    name: 'Denmark Physical Addresses',
    id: '06f4c2d4-77c2-415f-8495-75127051a61c',
    digits: 4,
    examples: [
      'Birkevej 12, 8000 Aarhus',
      'Skovvej 3, 5000 Odense',
      'Strandvejen 210, 2900 Hellerup',
      'Nørregade 7, DK-1165 København',
      'Møllevænget 9, 9000 Aalborg',
    ],
  },
  {
    code: 'SE',
    name: 'Sweden Physical Addresses',
    id: '99d64fe7-8168-4cb8-9e8f-882444b4375a',
    digits: 5,
    groups: 2,
    examples: [
      'Björkgatan 5, 753 23 Uppsala',
      'Storgatan 44, 411 24 Göteborg',
      'Skolvägen 8, 181 60 Lidingö',
      'Östra Vallgatan 3, 223 61 Lund',
      'Norrtullsgatan 12, 113 27 Stockholm',
    ],
  },
  {
    code: 'NO',
    name: 'Norway Physical Addresses',
    id: '8751dcac-e02a-490a-bdf2-aff90ce09f84',
    digits: 4,
    examples: [
      'Fjellveien 6, 5019 Bergen',
      'Kirkegaten 18, 0153 Oslo',
      'Strandveien 40, 7042 Trondheim',
      'Solbakken 3, 4020 Stavanger',
      'Elveveien 11, 9008 Tromsø',
    ],
  },
  {
    code: 'FI',
    name: 'Finland Physical Addresses',
    id: 'a7417d1f-eee9-4f88-8f43-e94e35677ff8',
    digits: 5,
    examples: [
      'Koivukatu 4, 00510 Helsinki',
      'Rantakatu 12, 33100 Tampere',
      'Metsäkuja 3, 20100 Turku',
      'Kirkkokatu 21, 90100 Oulu',
      'Satamakatu 7, 48100 Kotka',
    ],
  },
  {
    code: 'CZ',
    name: 'Czech Republic Physical Addresses',
    id: '75571732-c941-4cf3-8edc-db5a7bbc5e03',
    digits: 5,
    groups: 2,
    examples: [
      'ulice Lipová 14, 602 00 Brno',
      'náměstí Míru 9, 120 00 Praha',
      'třída Svobody 31, 779 00 Olomouc',
      'nábřeží Karla 5, 301 00 Plzeň',
      'ulice Polní 2, CZ-702 00 Ostrava',
    ],
  },
  {
    code: 'HU',
    name: 'Hungary Physical Addresses',
    id: '4dcc3216-d23f-40a0-a1ee-80ff322f599e',
    digits: 4,
    examples: [
      'Petőfi utca 8, 6720 Szeged',
      'Kossuth Lajos utca 12, 4024 Debrecen',
      'Bartók Béla út 40, 1111 Budapest',
      'Dózsa György út 3, 7621 Pécs',
      'Szent István körút 21, H-1137 Budapest',
    ],
  },
  {
    code: 'GB',
    name: 'U.K. Physical Addresses',
    id: 'accaf4c2-fb54-40f7-aea8-db0e36a2e9eb',
    examples: [
      '18 Orchard Road, Leeds LS6 2AB',
      '44 Victoria Street, Bristol BS1 6DR',
      '9 Mill Lane, York, YO1 7HH',
      '120 High Street\nOxford\nOX1 4BH',
      '5 Elm Avenue, Cardiff CF10 2AF',
    ],
  },
  {
    code: 'US',
    name: 'U.S. Physical Addresses',
    id: '44aa44f2-63d1-41df-af0d-970283ac41e2',
    examples: [
      '1420 Juniper Street, Denver, CO 80203',
      '77 Harbor Road Apt. 4B, Portland, OR 97205',
      '350 5th Avenue, New York, NY 10118',
      '2200 Larkspur Lane\nAustin, TX 78704-1122',
      '16 Cedar Boulevard, Suite 300, Reno, NV 89501',
    ],
  },
  {
    code: 'CA',
    name: 'Canada Physical Addresses',
    id: '4de48f8f-afc8-438d-9e7f-787188178d8c',
    examples: [
      '210 Maple Avenue, Toronto, ON M4K 2B7',
      '8 Birch Street, Halifax NS B3H 1Y6',
      '4500 Lakeshore Road, Kelowna, BC V1W 1V9',
      '31 Spruce Crescent, Calgary, AB T2N 1N4',
      '99 Queen Street, Ottawa ON K1P 5C7',
    ],
  },
  {
    code: 'AU',
    name: 'Australia Physical Addresses',
    id: 'd1d18c85-1203-46f5-b32f-2d6309de4e5b',
    examples: [
      '12 Wattle Street, Newtown NSW 2042',
      '7 Banksia Road, Fremantle WA 6160',
      '45 Coral Avenue, Cairns QLD 4870',
      '230 Collins Street, Melbourne VIC 3000',
      '3 Harbour Lane, Hobart TAS 7000',
    ],
  },
  {
    code: 'IE',
    name: 'Ireland Physical Addresses',
    id: '651646de-f4dd-4e7c-91ad-8679d8049bfa',
    examples: [
      '14 Harbour Road, Dublin, D02 X285',
      '6 Chapel Street, Cork, T12 W8KP',
      '22 Abbey Lane, Galway, H91 E2K3',
      '9 Castle Avenue, Limerick V94 T28R',
      '3 Mill Terrace, Waterford, X91 PK15',
    ],
  },
];

/** Kinds of streets at which the entries of countries without telling digits are asked. */
const ENGLISH_STREETS = listOf(`
  street, st, road, rd, avenue, ave, lane, ln, drive, dr, boulevard, blvd, terrace, way, court, ct, close,
  place, pl, crescent, square, parkway, pkwy, highway, hwy, row, gardens
`);

/** A street without its town, a town without its street, and what only looks like a postcode. */
const NO_MATCH = [
  '75001 Paris',
  '10115 Berlin, 20 Uhr',
  'order 12345 of 2024',
  'see page 4, line 12',
  '12 of 34567 Items',
];

function entryOf({ code, name, id, digits, groups = 1, examples }: Country): DigitsDetector | WordDetector {
  const shared = {
    type: `ADDRESS:${code}`,
    name,
    purview: { name, id },
    keywords: [],
    examples: {
      match: examples.map((value) => ({ text: `Sent to: ${value}`, value, confidence: 'high' as const })),
      noMatch: NO_MATCH,
    },
  } satisfies Partial<WordDetector>;
  if (digits === undefined) {
    const match = (view: View, at: Span): Match | undefined => inCountry(view, at, code);
    return { ...shared, anchor: { kind: 'word', words: ENGLISH_STREETS }, match };
  }
  const match = (view: View, window: DigitWindow): Match | undefined =>
    window.groups === groups ? inCountry(view, window, code) : undefined;
  return {
    ...shared,
    anchor: { kind: 'digits', counts: [digits], maxGroups: groups, groups: [groups], besideLetter: true },
    match,
  };
}

export const countryDetectors: readonly (DigitsDetector | WordDetector)[] = COUNTRIES.map(entryOf);
