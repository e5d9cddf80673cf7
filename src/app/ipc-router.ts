import { ipc, type PushChannel, type PushPayload, type RequestChannel } from '../shared/ipc.ts';
import type { RequestInput, RequestOutput } from '../shared/ipc.ts';
import { failed, messageOf, ok, parse, type Result } from '../shared/result.ts';
import type { ContentsFace, ElectronFace, InvokeEvent } from './electron-face.ts';

/** Bytes of UTF-8 JSON. The longest honest message, an answer with its reason, is below 3 KB. */
export const MAX_PAYLOAD_BYTES = 64 * 1024;

/** The channels of one window: `coach` has `coach:question` and `coach:answer`. */
export type ChannelOf<Name extends string> = Extract<RequestChannel, `${Name}:${string}`>;

type Handled<Channel extends RequestChannel> = Result<RequestOutput<Channel>>;
export type Handlers<Channel extends RequestChannel> = {
  readonly [Each in Channel]: (input: RequestInput<Each>) => Handled<Each> | Promise<Handled<Each>>;
};

/** The only sender that may use a set of handlers: the main frame of this window while it shows this page. */
export interface TrustedPage {
  readonly contents: Pick<ContentsFace, 'id'>;
  readonly url: string;
}

/**
 * Answers the requests of one window. A channel that is not in the schema cannot be written here, and one that is
 * cannot be left out. A refused request rejects in the window and is told to `tell`, once per refusal.
 */
export function serveRequests<Channel extends RequestChannel>(
  ipcMain: ElectronFace['ipcMain'],
  page: TrustedPage,
  handlers: Handlers<Channel>,
  tell: (problem: string) => void,
): void {
  for (const channel of Object.keys(handlers) as Channel[]) {
    ipcMain.handle(channel, async (event, ...args) => {
      const answer =
        foreignSender(event, page) ?? tooMuch(args) ?? (await handle(channel, handlers, args[0]));
      if (answer.ok) return answer.value;
      tell(`A window's request was refused: ${channel}: ${answer.problem}.`);
      // The only way ipcMain lets a request fail.
      throw new Error(answer.problem);
    });
  }
}

/** Sends to a window what the schema allows on this channel, and nothing that does not fit it. */
export function push<Channel extends PushChannel>(
  contents: Pick<ContentsFace, 'send'>,
  channel: Channel,
  payload: PushPayload<Channel>,
): Result<void> {
  const checked = parse(ipc.push[channel], payload, channel);
  if (!checked.ok) return checked;
  contents.send(channel, checked.value);
  return ok(undefined);
}

type Refusal = Result<never>;

function foreignSender({ sender, senderFrame }: InvokeEvent, page: TrustedPage): Refusal | null {
  if (sender.id !== page.contents.id) return failed('the sender is another window');
  if (senderFrame === null) return failed('the sending frame is gone');
  if (senderFrame.parent !== null) return failed('the sender is a frame inside the page');
  return senderFrame.url === page.url ? null : failed('the sender is another page');
}

function tooMuch(args: readonly unknown[]): Refusal | null {
  if (args.length > 1) return failed(`one value was expected, ${args.length} came`);
  try {
    const bytes = Buffer.byteLength(JSON.stringify(args[0]) ?? '');
    return bytes > MAX_PAYLOAD_BYTES ? failed(`${bytes} bytes are more than ${MAX_PAYLOAD_BYTES}`) : null;
  } catch (error) {
    // Structured clone carries cycles and BigInt; no honest message has either.
    return failed(`its size cannot be told (${messageOf(error).split('\n', 1)[0]})`);
  }
}

async function handle<Channel extends RequestChannel>(
  channel: Channel,
  handlers: Handlers<Channel>,
  value: unknown,
): Promise<Result<unknown>> {
  const input = parse(ipc.request[channel].input, value, 'its input');
  if (!input.ok) return input;
  try {
    const answer = await handlers[channel](input.value as RequestInput<Channel>);
    return answer.ok ? parse(ipc.request[channel].output, answer.value, 'the answer to it') : answer;
  } catch (error) {
    return failed(`Clipward itself failed (${messageOf(error)})`);
  }
}
