import { describe, expect, it } from 'vitest';
import { createClassifierOf } from '../../../src/classify/classifier.ts';
import { addressDetectors } from '../../../src/classify/places/address.ts';

const classifier = createClassifierOf(addressDetectors);
const addressesIn = (text: string) =>
  classifier.classify(text).findings.map(({ type, start, end, confidence }) => ({
    type,
    text: text.slice(start, end),
    confidence,
  }));

describe('an address', () => {
  it.each([
    { type: 'ADDRESS:FR', text: '9 place des Fêtes, 75019 Paris' },
    { type: 'ADDRESS:DE', text: 'Rosenweg 4, 60311 Frankfurt am Main' },
    { type: 'ADDRESS:IT', text: 'Via Cavour 12, 50129 Firenze' },
    { type: 'ADDRESS:ES', text: 'Calle de la Luna, 7, 28004 Madrid' },
    { type: 'ADDRESS:PL', text: 'ul. Polna 3 m. 12, 00-625 Warszawa' },
    { type: 'ADDRESS:PT', text: 'Rua do Carmo 21, 1200-093 Lisboa' },
    { type: 'ADDRESS:NL', text: 'Spuistraat 10, 1012 TS Amsterdam' },
    { type: 'ADDRESS:SE', text: 'Drottninggatan 12, 111 51 Stockholm' },
    { type: 'ADDRESS:DK', text: 'Elmevej 4, 2100 København' },
    { type: 'ADDRESS:GB', text: '31 Quarry Road, Sheffield S10 2TN' },
    { type: 'ADDRESS:US', text: '901 Walnut Street, Boise, ID 83702' },
    { type: 'ADDRESS:CA', text: '55 Pine Avenue, Montreal, QC H2W 1R7' },
    { type: 'ADDRESS:AU', text: '14 Acacia Street, Perth WA 6000' },
  ])(
    'with street, number, postcode and town is certain and tells its country: $type $text',
    ({ type, text }) => {
      expect(addressesIn(`ship to ${text}`)).toEqual([{ type, text, confidence: 'high' }]);
    },
  );

  it.each([
    { text: 'we met at 12 Walnut Street', found: '12 Walnut Street' },
    { text: 'am Treffpunkt Gartenstraße 8 um zehn', found: 'Gartenstraße 8' },
    { text: 'au 4 ter rue Lepic demain', found: '4 ter rue Lepic' },
    { text: 'przy ul. Polnej 3 jutro', found: 'ul. Polnej 3' },
  ])('without its town is probable: $found', ({ text, found }) => {
    expect(addressesIn(text)).toEqual([{ type: 'ADDRESS', text: found, confidence: 'medium' }]);
  });

  it('goes over several lines', () => {
    const text = '18 Harbour Lane\nBrighton\nBN1 4AB';
    expect(addressesIn(`Deliver to:\n${text}\n\nThanks`)).toEqual([
      { type: 'ADDRESS:GB', text, confidence: 'high' },
    ]);
  });

  it('with an unknown kind of street is found behind its label', () => {
    expect(addressesIn('Address: 4 Tollgate Wynd, 44120 Belmora')).toEqual([
      { type: 'ADDRESS', text: '4 Tollgate Wynd, 44120 Belmora', confidence: 'high' },
    ]);
  });

  it('may be a box', () => {
    expect(addressesIn('PO Box 812, Salem, OR 97308')[0]?.confidence).toBe('high');
    expect(addressesIn('CMR 12 Box 9\nAPO AE 09123')[0]?.text).toBe('CMR 12 Box 9\nAPO AE 09123');
  });

  it.each([
    '75019 Paris',
    'In 2021 Facebook Way changed',
    'Garantie 24 Monate',
    'section 3, page 12',
    'a 5 star hotel in Rome',
    'on 15 May 2021 Paul left',
    'version 12 Road map',
    'Arbeitsplatz 3',
    'item 4411, 20 pieces',
  ])('is not found in %s', (text) => {
    expect(addressesIn(text)).toEqual([]);
  });
});
