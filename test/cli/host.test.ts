import { describe, expect, it } from 'vitest';
import { chooseHost } from '../../src/cli/host.ts';
import { failed, ok } from '../../src/shared/result.ts';

const desktop = ok('X11 display :0');
const noDesktop = failed('no display (DISPLAY is not set)');
const electron = ok('/opt/electron');
const noElectron = failed('its binary could not be fetched');

describe('the host is', () => {
  it.each([
    {
      is: 'the tray app where Electron and a desktop are',
      facts: { desktop, electron, terminal: false },
      kind: 'electron',
      why: 'Electron and X11 display :0 are there',
    },
    {
      is: 'the terminal where Electron is not to be had',
      facts: { desktop, electron: noElectron, terminal: false },
      kind: 'terminal',
      why: 'X11 display :0 is there, Electron is not (its binary could not be fetched)',
    },
    {
      is: 'the terminal where that was asked for',
      facts: { desktop, electron, terminal: true },
      kind: 'terminal',
      why: 'X11 display :0 is there, and the terminal was asked for',
    },
    {
      is: 'none where there is no desktop',
      facts: { desktop: noDesktop, electron, terminal: false },
      kind: 'none',
      why: 'no display (DISPLAY is not set)',
    },
  ])('$is, and it says why', ({ facts, kind, why }) => {
    expect(chooseHost({ ...facts, electron: () => facts.electron })).toMatchObject({ kind, why });
  });

  it('found without looking for Electron where there is no desktop: looking may mean fetching', () => {
    let looked = 0;
    chooseHost({ desktop: noDesktop, terminal: false, electron: () => ((looked += 1), electron) });
    expect(looked).toBe(0);
  });
});
