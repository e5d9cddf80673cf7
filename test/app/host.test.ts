import { describe, expect, it, vi } from 'vitest';
import { runHost, shellStateOf, type AgentState, type HostOptions } from '../../src/app/host.ts';
import type { TrayCommand } from '../../src/app/tray-menu.ts';
import { failed, ok, type Result } from '../../src/shared/result.ts';
import { createElectronShim, type ShimOptions } from './electron-shim.ts';

/** Without a browser the coaching window cannot load, which the life of the app must survive anyway. */
function host(different: Partial<HostOptions> = {}, shim: ShimOptions = {}) {
  const { electron, controls } = createElectronShim(shim);
  const told: string[] = [];
  let stops = 0;
  const state: AgentState = { holding: false, limitations: [] };
  const options: HostOptions = {
    electron,
    platform: 'linux',
    distDir: '/nowhere/dist',
    iconDir: '/nowhere/icons',
    tell: (problem) => told.push(problem),
    openAgent: async () =>
      ok({
        offers: () => ['quit'],
        signIn: async () => ok('signed in'),
        state: () => state,
        stop: async () => void (stops += 1),
      }),
    ...different,
  };
  const labels = (): (string | undefined)[] => controls.trays[0]?.items.map(({ label }) => label) ?? [];
  return { run: () => runHost(options), controls, told, labels, stops: () => stops };
}

describe('the life of the app', () => {
  it('ends at once, and touches nothing, when Clipward already runs', async () => {
    const { run, controls } = host({}, { firstInstance: false });
    await run();
    expect([controls.app.quits, controls.trays.length, controls.windows.length]).toEqual([1, 0, 0]);
  });

  it('opens the agent once, with a way to ask', async () => {
    const openAgent = vi.fn<HostOptions['openAgent']>(async () => failed('not now'));
    await host({ openAgent }).run();
    expect(openAgent).toHaveBeenCalledExactlyOnceWith(expect.any(Function));
  });

  it('gives back what is held before it ends, once, however often it is asked to quit', async () => {
    const { run, controls, stops } = host();
    await run();
    controls.chooseInTray('Quit Clipward');
    controls.app.quit();
    expect(controls.app.exitCode).toBeUndefined();
    await vi.waitFor(() => expect(controls.app.exitCode).toBe(0));
    expect(stops()).toBe(1);
  });

  it('signs the person in when they choose it, and says what came of it', async () => {
    let offers: readonly TrayCommand[] = ['sign-in', 'quit'];
    const signIn = vi.fn<() => Promise<Result<string>>>(async () => {
      offers = ['quit'];
      return ok('Signed in as zoe@example.com.');
    });
    const state = (): AgentState => ({ holding: false, limitations: [] });
    const openAgent = async () => ok({ offers: () => offers, signIn, state, stop: async () => undefined });
    const { run, controls, told, labels } = host({ openAgent });
    await run();
    controls.chooseInTray('Sign in to Microsoft…');
    await vi.waitFor(() => expect(told).toContain('Signed in as zoe@example.com.'));
    expect(signIn).toHaveBeenCalledOnce();
    expect(labels()).not.toContain('Sign in to Microsoft…');
  });

  it.each<[string, () => Promise<Result<string>>]>([
    ['no network', async () => failed('no network')],
    ['a bug', () => Promise.reject(new Error('a bug'))],
  ])('says why signing in did not work: %s', async (why, signIn) => {
    const openAgent: HostOptions['openAgent'] = async () =>
      ok({
        offers: () => ['sign-in'],
        signIn,
        state: () => ({ holding: false, limitations: [] }),
        stop: async () => undefined,
      });
    const { run, controls, told } = host({ openAgent });
    await run();
    controls.chooseInTray('Sign in to Microsoft…');
    await vi.waitFor(() => expect(told.join()).toContain(why));
  });

  it('waits for an agent that is still opening, and then stops it', async () => {
    const opening = Promise.withResolvers<Awaited<ReturnType<HostOptions['openAgent']>>>();
    const stop = vi.fn<() => Promise<void>>(async () => undefined);
    const openAgent: HostOptions['openAgent'] = () => opening.promise;
    const { run, controls } = host({ openAgent });
    const running = run();
    await vi.waitFor(() => expect(controls.trays).toHaveLength(1));
    await new Promise((resolve) => setImmediate(resolve));
    controls.app.quit();
    opening.resolve(
      ok({
        stop,
        offers: () => ['quit'],
        signIn: async () => ok('signed in'),
        state: () => ({ holding: false, limitations: [] }),
      }),
    );
    await vi.waitFor(() => expect(controls.app.exitCode).toBe(0));
    expect(stop).toHaveBeenCalledOnce();
    await running;
  });

  it.each<[string, () => Promise<void>, number]>([
    ['fails', () => Promise.reject(new Error('the clipboard is busy')), 5_000],
    ['never ends', () => new Promise(() => undefined), 1],
  ])('ends with an error when stopping %s', async (_name, stop, quitPatienceMs) => {
    const agent = {
      stop,
      offers: () => ['quit'] as const,
      signIn: async () => ok('signed in'),
      state: () => ({ holding: false, limitations: [] }),
    };
    const { run, controls } = host({ openAgent: async () => ok(agent), quitPatienceMs });
    await run();
    controls.app.quit();
    await vi.waitFor(() => expect(controls.app.exitCode).toBe(1));
  });

  it.each<[string, HostOptions['openAgent'], string]>([
    [
      'says no',
      async () => failed('The data folder cannot be written.'),
      'The data folder cannot be written.',
    ],
    [
      'throws',
      () => Promise.reject(new Error('a bug')),
      'Clipward could not start (a bug). Quit it and start it again.',
    ],
  ])(
    'stays in the tray with the reason when the agent %s, and can still be quit',
    async (_name, openAgent, note) => {
      const { run, controls, labels, told } = host({ openAgent });
      await run();
      expect(labels()).toContain('Clipward is not guarding');
      expect(labels()).toContain(note);
      expect(told).toContain(note);
      expect(controls.trays[0]?.image).toBe('/nowhere/icons/tray/error.png');
      controls.app.quit();
      await vi.waitFor(() => expect(controls.app.exitCode).toBe(0));
    },
  );

  it('guards with a visible limit when the coaching window does not load', async () => {
    const { run, labels, told } = host();
    await run();
    expect(labels()[0]).toBe('Clipward is guarding, with limits');
    expect(told.join()).toMatch(/People cannot be asked/);
  });

  it('denies every permission to every page', async () => {
    const { run, controls } = host();
    await run();
    const session = controls.sessions.get('clipward');
    const decided: boolean[] = [];
    Reflect.apply(session?.permissionRequest ?? (() => undefined), undefined, [
      {},
      'media',
      (granted: boolean) => decided.push(granted),
    ]);
    decided.push(Reflect.apply(session?.permissionCheck ?? (() => true), undefined, []));
    decided.push(Reflect.apply(session?.devicePermission ?? (() => true), undefined, []));
    expect(decided).toEqual([false, false, false]);
  });

  it.each(['will-frame-navigate', 'will-redirect', 'will-attach-webview'])('prevents %s', async (event) => {
    const { run, controls, told } = host();
    await run();
    const preventDefault = vi.fn<() => void>();
    controls.windows[0]?.webContents.emit(event, { preventDefault });
    expect(preventDefault).toHaveBeenCalledOnce();
    expect(told.at(-1)).toMatch(/refused/);
  });

  it('lets no page open a window', async () => {
    const { run, controls } = host();
    await run();
    expect(
      Reflect.apply(controls.windows[0]?.webContents.openHandler ?? (() => null), undefined, [{}]),
    ).toEqual({
      action: 'deny',
    });
  });
});

describe('what the tray makes of the agent', () => {
  it.each<[AgentState, string]>([
    [{ holding: false, limitations: [] }, 'guarding'],
    [{ holding: true, limitations: [] }, 'holding'],
    [{ holding: false, limitations: ['x'] }, 'limited'],
    [{ holding: true, limitations: ['x'] }, 'holding'],
  ])('%j is %s', (state, kind) => {
    expect(shellStateOf(state)).toEqual({ kind, notes: state.limitations });
  });
});
