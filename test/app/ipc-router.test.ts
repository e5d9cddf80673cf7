import { beforeEach, describe, expect, it } from 'vitest';
import type { InvokeEvent } from '../../src/app/electron-face.ts';
import {
  MAX_PAYLOAD_BYTES,
  push,
  serveRequests,
  type ChannelOf,
  type Handlers,
} from '../../src/app/ipc-router.ts';
import { failed, ok } from '../../src/shared/result.ts';
import { ShimIpcMain } from './electron-shim.ts';
import { questionWith } from './questions.ts';

const url = 'app://clipward/coach/coach.html';
const own: InvokeEvent = { sender: { id: 7 }, senderFrame: { url, parent: null } };
const answer = { id: 'question-1', answer: { choice: 'cancel' } };

let ipcMain: ShimIpcMain;
let told: string[];
let heard: unknown[];

function serve(different: Partial<Handlers<ChannelOf<'coach'>>> = {}): void {
  const handlers: Handlers<ChannelOf<'coach'>> = {
    'coach:question': () => ok(questionWith()),
    'coach:answer': (input) => {
      heard.push(input);
      return ok({ accepted: true });
    },
    ...different,
  };
  serveRequests(ipcMain, { contents: { id: 7 }, url }, handlers, (problem) => told.push(problem));
}

beforeEach(() => {
  ipcMain = new ShimIpcMain();
  told = [];
  heard = [];
});

describe('the IPC router', () => {
  it("takes an honest answer of the window's own page", async () => {
    serve();
    await expect(ipcMain.invoke('coach:answer', own, answer)).resolves.toEqual({ accepted: true });
    expect([heard, told]).toEqual([[answer], []]);
  });

  it.each<[string, InvokeEvent, RegExp]>([
    ['another window', { ...own, sender: { id: 8 } }, /another window/],
    ['a frame that is gone', { ...own, senderFrame: null }, /frame is gone/],
    ['a frame inside the page', { ...own, senderFrame: { url, parent: {} } }, /frame inside/],
    ['another page', { ...own, senderFrame: { url: 'https://example.com/', parent: null } }, /another page/],
    [
      'a page with our address in its own',
      { ...own, senderFrame: { url: `${url}#x`, parent: null } },
      /another page/,
    ],
  ])('refuses %s', async (_name, event, problem) => {
    serve();
    await expect(ipcMain.invoke('coach:answer', event, answer)).rejects.toThrow(problem);
    expect(heard).toEqual([]);
    expect(told).toHaveLength(1);
  });

  const cycle: Record<string, unknown> = {};
  cycle['itself'] = cycle;

  it.each<[string, unknown[], RegExp]>([
    ['nothing', [undefined], /its input/],
    ['no id', [{ answer: { choice: 'cancel' } }], /its input: id/],
    ['an unknown choice', [{ id: 'a', answer: { choice: 'destroy' } }], /its input: answer.choice/],
    ['a key too many', [{ ...answer, extra: 1 }], /its input/],
    [
      'a reason that is too long',
      [{ id: 'a', answer: { choice: 'proceed', justification: 'x'.repeat(501) } }],
      /answer.justification/,
    ],
    ['two values', [answer, answer], /one value was expected, 2 came/],
    ['a cycle', [cycle], /size cannot be told/],
    ['a BigInt', [{ id: 1n }], /size cannot be told/],
  ])('refuses %s', async (_name, args, problem) => {
    serve();
    await expect(ipcMain.invoke('coach:answer', own, ...args)).rejects.toThrow(problem);
    expect(heard).toEqual([]);
  });

  it.each([
    [MAX_PAYLOAD_BYTES, /its input/],
    [MAX_PAYLOAD_BYTES + 1, /bytes are more than/],
  ])('looks into a payload of %i bytes only if that is not too much', async (bytes, problem) => {
    serve();
    const payload = 'é'.repeat((bytes - 2) >> 1) + 'x'.repeat(bytes % 2);
    await expect(ipcMain.invoke('coach:answer', own, payload)).rejects.toThrow(problem);
  });

  it('never repeats what a window sent', async () => {
    serve();
    const secret = { id: 'a', answer: { choice: 'my password is hunter2' } };
    await expect(ipcMain.invoke('coach:answer', own, secret)).rejects.not.toThrow(/hunter2/);
    expect(told.join()).not.toContain('hunter2');
  });

  it('sends nothing back that does not fit the schema', async () => {
    serve({ 'coach:question': () => ok({ ...questionWith(), title: 'x'.repeat(61) }) });
    await expect(ipcMain.invoke('coach:question', own, undefined)).rejects.toThrow(/the answer to it: title/);
  });

  it('passes on why a handler refused', async () => {
    serve({ 'coach:answer': () => failed('"proceed" was not offered') });
    await expect(ipcMain.invoke('coach:answer', own, answer)).rejects.toThrow('"proceed" was not offered');
  });

  it('survives a handler that throws', async () => {
    serve({
      'coach:answer': () => {
        throw new Error('a bug');
      },
    });
    await expect(ipcMain.invoke('coach:answer', own, answer)).rejects.toThrow(/Clipward itself failed/);
    await expect(ipcMain.invoke('coach:question', own, undefined)).resolves.toMatchObject({
      id: 'question-1',
    });
  });
});

describe('a message to a window', () => {
  it('is sent when it fits the schema and not when it does not', () => {
    const sent: unknown[] = [];
    const contents = { send: (...message: unknown[]) => void sent.push(message) };
    expect(push(contents, 'coach:show', questionWith({ choices: [] })).ok).toBe(false);
    expect(push(contents, 'coach:withdraw', { id: 'a' }).ok).toBe(true);
    expect(sent).toEqual([['coach:withdraw', { id: 'a' }]]);
  });
});
