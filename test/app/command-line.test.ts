import { describe, expect, it } from 'vitest';
import { readCommandLine } from '../../src/app/command-line.ts';

describe('the command line of the tray app', () => {
  it.each([
    [[], {}],
    [['--data=/tmp/x', '--country=FR'], { data: '/tmp/x', country: 'FR' }],
    [
      ['--bundle', 'b.json', '--collector=https://events.example.com'],
      { bundle: 'b.json', collector: 'https://events.example.com' },
    ],
    [['--no-sandbox', '--disable-gpu', 'document.txt', '--data=/tmp/x'], { data: '/tmp/x' }],
    [['--data='], {}],
    [['--data'], {}],
  ])('%j means %j', (args, options) => {
    expect(readCommandLine(args)).toEqual(options);
  });
});
