import { describe, expect, it } from 'vitest';
import { createClipboardHold } from '../../src/guard/clipboard-hold.ts';
import type { Happening } from '../../src/shared/happening.ts';
import { FakeDesktop } from '../fakes/fake-desktop.ts';

function setUp(text = 'what I copied\r\n') {
  const desktop = new FakeDesktop();
  desktop.clipboard = text;
  const told: Happening[] = [];
  return { desktop, told, hold: createClipboardHold(desktop, (happening) => told.push(happening)), text };
}

describe('holding the clipboard', () => {
  it('hands the content to the keeper before it leaves the clipboard, and takes it from there after it is back', async () => {
    const { desktop, hold, text } = setUp();
    await hold.put(text, 'notice');
    expect(desktop.clipboard).toBe('notice');
    await hold.giveBack();
    expect(desktop.clipboard).toBe(text);
    expect(desktop.steps).toEqual(['keep', 'replace', 'replace', 'let go']);
  });

  it('is safe at every step: killed after any of them, the person has the content', async () => {
    const { desktop, hold, text } = setUp();
    const seen: string[] = [];
    for (const step of [
      () => hold.put(text, 'notice'),
      () => hold.put(text, 'redacted'),
      () => hold.put(text, 'notice'),
      () => hold.giveBack(),
    ]) {
      await step();
      seen.push(desktop.afterKill());
    }
    expect(seen).toEqual([text, text, text, text]);
  });

  it('is safe between the two writes of an exchange', async () => {
    const { desktop, hold, text } = setUp();
    await hold.put(text, 'notice');
    const replace = desktop.replace.bind(desktop);
    const during: string[] = [];
    desktop.replace = (expected, placed) => {
      during.push(desktop.afterKill());
      const replaced = replace(expected, placed);
      during.push(desktop.afterKill());
      return replaced;
    };
    await hold.put(text, 'redacted');
    expect(during).toEqual([text, text]);
  });

  it('does nothing where the same text already stands', async () => {
    const { desktop, hold, text } = setUp();
    await hold.put(text, 'notice');
    const before = desktop.steps.length;
    expect(await hold.put(text, 'notice')).toBe('stood');
    expect(desktop.steps.length).toBe(before);
  });

  it('never takes away something newer', async () => {
    const { desktop, hold, text } = setUp();
    desktop.clipboard = 'newer';
    expect(await hold.put(text, 'notice')).toBe('not-placed');
    expect([desktop.clipboard, desktop.kept, hold.holding]).toEqual(['newer', null, false]);
  });

  it('never writes over something newer when it gives back', async () => {
    const { desktop, hold, text, told } = setUp();
    await hold.put(text, 'notice');
    desktop.clipboard = 'newer';
    await hold.giveBack();
    expect([desktop.clipboard, desktop.kept, hold.holding]).toEqual(['newer', null, false]);
    expect(told).toEqual([]);
  });

  it('keeps the content and tries again when it cannot be given back', async () => {
    const { desktop, hold, text, told } = setUp();
    await hold.put(text, 'notice');
    desktop.failReplace = true;
    await hold.giveBack();
    expect(told).toEqual([{ kind: 'problem', detail: expect.stringContaining('could not give back') }]);
    expect(hold.holding).toBe(true);
    expect(desktop.afterKill()).toBe(text);
    desktop.failReplace = false;
    await hold.giveBack();
    expect(desktop.clipboard).toBe(text);
  });

  it('holds without a keeper, and says what that means', async () => {
    const { desktop, hold, text, told } = setUp();
    desktop.failSafeguard = true;
    expect(await hold.put(text, 'notice')).toBe('placed');
    expect(told).toEqual([
      { kind: 'problem', detail: expect.stringContaining('would be lost if Clipward were killed') },
    ]);
  });

  it('says when it could not hold', async () => {
    const { desktop, hold, text, told } = setUp();
    desktop.failReplace = true;
    expect(await hold.put(text, 'notice')).toBe('not-placed');
    expect(told).toEqual([
      { kind: 'problem', detail: 'could not hold what was copied: the clipboard is locked' },
    ]);
    expect(desktop.kept).toBeNull();
  });
});
