import { describe, it } from 'vitest';
import { NOT_KNOWN, type PartialInput } from '../../src/policy/interaction.ts';
import { inputOf, localTime } from '../fakes/policy-inputs.ts';
import { editor, unknownSite } from '../fakes/targets.ts';
import { read, rows, settles } from './condition-rows.ts';

const site = inputOf({ target: unknownSite });

describe('the platform', () => {
  it.each(
    rows([
      ['is one of these', { platform_id: { in: ['claude', 'chatgpt'] } }, read, true, 'platform is chatgpt'],
      ['is none of these', { platform_id: { in: ['claude'] } }, read, false],
      ['is an unknown site', { platform_id: { in: ['unknown-site'] } }, site, true],
      ['is not an unknown site', { platform_id: { in: ['unknown-site'] } }, read, false],
      [
        'is none at all',
        { platform_id: { in: ['chatgpt'] } },
        inputOf({ target: editor }),
        false,
        'gedit is not an AI platform',
      ],
      ['is an AI platform', { ai_platform: true }, read, true, 'chatgpt is an AI platform'],
      ['is an AI platform, but an unknown site', { ai_platform: true }, site, false],
      ['is no AI platform', { ai_platform: false }, site, true],
      ['is no AI platform, but is', { ai_platform: false }, read, false],
      ['is sanctioned', { sanctioned: true }, read, true, 'chatgpt is sanctioned'],
      ['is sanctioned, but is not', { sanctioned: true }, inputOf(), false],
      ['is not sanctioned', { sanctioned: false }, inputOf(), true],
      ['is neither, being no platform', { sanctioned: false }, site, false],
    ]),
  )('$what: $truth', settles);
});

const from = (sourceApp: string | null) => inputOf({ sourceApp });

describe('source_app', () => {
  it.each(
    rows([
      [
        'this program',
        { source_app: { in: ['winword', 'excel'] } },
        from('excel'),
        true,
        'it was copied in excel',
      ],
      ['in other case and with .exe', { source_app: { in: ['WinWord.EXE'] } }, from('winword'), true],
      ['the other way round', { source_app: { in: ['winword'] } }, from('WINWORD.EXE'), true],
      [
        'with its accent written as two characters, as macOS does',
        { source_app: { in: ['caf\u00e9.exe'] } },
        from('Cafe\u0301'),
        true,
      ],
      ['another program', { source_app: { in: ['winword'] } }, from('winword2'), false],
      [
        'nobody knows which',
        { source_app: { in: ['winword'] } },
        from(null),
        false,
        'the program it was copied in is not known',
      ],
      [
        'not known',
        { source_app: { in: ['winword'] } },
        { ...read, capture: { ...read.capture, sourceApp: NOT_KNOWN } },
        'missing',
      ],
    ]),
  )('$what: $truth', settles);
});

const known = inputOf({ userGroups: ['Finance Team', 'all'], deviceGroups: ['Kiosks'], deviceManaged: true });
const without = (circumstances: object): PartialInput => ({
  ...known,
  circumstances: { ...known.circumstances, ...circumstances },
});

describe('groups and the device', () => {
  it.each(
    rows([
      [
        'person in one of these',
        { user_group: { in: ['HR', 'finance team'] } },
        known,
        true,
        'the person is in finance team',
      ],
      [
        'person in none of these',
        { user_group: { in: ['HR', 'Kiosks'] } },
        known,
        false,
        'the person is in none of these groups',
      ],
      [
        'person in one whose accent is written another way',
        { user_group: { in: ['\u00c9quipe'] } },
        inputOf({ userGroups: ['e\u0301quipe'] }),
        true,
      ],
      ['person of whom nothing is said', { user_group: { in: ['HR'] } }, inputOf(), false],
      ['person not known', { user_group: { in: ['all'] } }, without({ userGroups: NOT_KNOWN }), 'missing'],
      ['device in one of these', { device_group: { in: ['KIOSKS'] } }, known, true],
      ['device in none of these', { device_group: { in: ['all'] } }, known, false],
      [
        'device not known',
        { device_group: { in: ['Kiosks'] } },
        without({ deviceGroups: NOT_KNOWN }),
        'missing',
      ],
      ['managed', { device_managed: true }, known, true, 'the device is managed'],
      [
        'managed, but is not',
        { device_managed: true },
        inputOf({ deviceManaged: false }),
        false,
        'the device is not managed',
      ],
      ['unmanaged', { device_managed: false }, inputOf({ deviceManaged: false }), true],
      [
        'unmanaged, as nothing says otherwise',
        { device_managed: false },
        inputOf(),
        true,
        'nothing says that the device is managed',
      ],
      ['managed, as nothing says so', { device_managed: true }, inputOf(), false],
      [
        'managed or not is not known',
        { device_managed: false },
        without({ deviceManaged: NOT_KNOWN }),
        'missing',
      ],
    ]),
  )('$what: $truth', settles);
});

const at = (moment: string) => inputOf({ now: localTime(moment) });
const office = { time: { days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '08:30', to: '17:00' } };
const night = { time: { days: ['fri'], from: '22:00', to: '06:00' } };

describe('time', () => {
  it.each(
    rows([
      ['within', office, at('2026-11-18T12:00'), true, 'it is wed 12:00'],
      ['at its first minute', office, at('2026-11-18T08:30'), true],
      ['a second before it', office, at('2026-11-18T08:29:59'), false],
      ['in its last second', office, at('2026-11-18T16:59:59'), true],
      ['at its end', office, at('2026-11-18T17:00'), false],
      ['on another day', office, at('2026-11-21T12:00'), false, 'it is sat 12:00'],
      ['over midnight, before it', night, at('2026-11-20T23:00'), true],
      ['over midnight, after it', night, at('2026-11-21T05:59'), true],
      ['over midnight, at its end', night, at('2026-11-21T06:00'), false],
      ['the early hours of its day belong to the day before', night, at('2026-11-20T05:00'), false],
      ['the late hours of the next day are not its', night, at('2026-11-21T23:00'), false],
      [
        'a night that began on Sunday, on Monday',
        { time: { days: ['sun'], from: '22:00', to: '06:00' } },
        at('2026-11-16T01:00'),
        true,
      ],
      ['every night', { time: { from: '22:00', to: '06:00' } }, at('2026-11-18T03:00'), true],
      ['every night, at noon', { time: { from: '22:00', to: '06:00' } }, at('2026-11-18T12:00'), false],
      ['days alone', { time: { days: ['sat', 'sun'] } }, at('2026-11-22T00:00'), true],
      ['other days alone', { time: { days: ['sat', 'sun'] } }, at('2026-11-23T00:00'), false],
      ['to midnight', { time: { from: '18:00', to: '00:00' } }, at('2026-11-18T23:59'), true],
    ]),
  )('$what: $truth', settles);
});

const overridden = (...moments: string[]) =>
  inputOf({
    now: localTime('2026-11-18T12:00:30'),
    overrides: moments.map((moment) => localTime(moment).epochMs),
  });
const twice = overridden('2026-11-17T23:59:59', '2026-11-18T00:00', '2026-11-18T12:00:29');

describe('overrides', () => {
  it.each(
    rows([
      ['as many today', { overrides: { at_least: 2 } }, twice, true, 'pasted anyway 2 times today'],
      ['more than today', { overrides: { at_least: 3 } }, twice, false],
      [
        'within so many hours',
        { overrides: { at_least: 3, hours: 13 } },
        twice,
        true,
        'pasted anyway 3 times in the last 13 hours',
      ],
      [
        'more than within so many hours',
        { overrides: { at_least: 2, hours: 1 } },
        twice,
        false,
        'pasted anyway once in the last 1 hour',
      ],
      [
        'the paste in question does not count',
        { overrides: { at_least: 1 } },
        overridden('2026-11-18T12:00:30'),
        false,
      ],
      [
        'nor do later ones, of a clock that was set back',
        { overrides: { at_least: 1 } },
        overridden('2026-11-18T13:00'),
        false,
      ],
      ['not known', { overrides: { at_least: 1 } }, without({ overrides: NOT_KNOWN }), 'missing'],
    ]),
  )('$what: $truth', settles);
});
