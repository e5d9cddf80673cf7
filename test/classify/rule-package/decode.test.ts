import { describe, expect, it } from 'vitest';
import { decodeXml } from '../../../src/classify/rule-package/decode.ts';

const text = '<?xml version="1.0" encoding="utf-16"?><a>é漢😀</a>';
const utf8 = Buffer.from(text, 'utf8');
const little = Buffer.from(text, 'utf16le');
const big = Buffer.from(little).swap16();
const marked = (mark: number[], bytes: Buffer): Buffer => Buffer.concat([Buffer.from(mark), bytes]);

describe('an XML file is read by its bytes', () => {
  it.each([
    { what: 'UTF-16 LE with a mark', bytes: marked([0xff, 0xfe], little) },
    { what: 'UTF-16 BE with a mark', bytes: marked([0xfe, 0xff], big) },
    { what: 'UTF-8 with a mark', bytes: marked([0xef, 0xbb, 0xbf], utf8) },
    { what: 'UTF-16 LE without a mark', bytes: little },
    { what: 'UTF-16 BE without a mark', bytes: big },
    { what: 'UTF-8 that says utf-16', bytes: utf8 },
  ])('$what', ({ bytes }) => {
    expect(decodeXml(bytes)).toEqual({ ok: true, value: text });
  });

  it('of any length', () => {
    const long = 'é😀'.repeat(20_000);
    expect(decodeXml(Buffer.from(long))).toEqual({ ok: true, value: long });
  });

  it.each([
    {
      what: 'another encoding',
      bytes: Buffer.from('<?xml version="1.0" encoding="windows-1252"?><a/>'),
      says: '"windows-1252" is not supported',
    },
    {
      what: 'half a character of UTF-16',
      bytes: Buffer.concat([marked([0xff, 0xfe], little), Buffer.from([1])]),
      says: 'ends in the middle',
    },
    { what: 'a lone continuation', bytes: Buffer.from([0x3c, 0x80]), says: 'byte 2 is not UTF-8' },
    { what: 'an overlong form', bytes: Buffer.from([0x3c, 0xe0, 0x80, 0xaf]), says: 'byte 2 is not UTF-8' },
    { what: 'an overlong pair', bytes: Buffer.from([0x3c, 0xc0, 0xaf]), says: 'byte 2 is not UTF-8' },
    { what: 'half a surrogate', bytes: Buffer.from([0x3c, 0xed, 0xa0, 0x80]), says: 'byte 2 is not UTF-8' },
    {
      what: 'beyond Unicode',
      bytes: Buffer.from([0x3c, 0xf4, 0x90, 0x80, 0x80]),
      says: 'byte 2 is not UTF-8',
    },
    { what: 'a cut character', bytes: Buffer.from([0x3c, 0xf0, 0x9f, 0x98]), says: 'byte 2 is not UTF-8' },
  ])('and refused with what to do for $what', ({ bytes, says }) => {
    const decoded = decodeXml(bytes);
    expect(decoded.ok ? 'taken' : decoded.problem).toContain(says);
  });
});
