import { z } from 'zod';
import { answerSchema, questionSchema } from './coaching.ts';

/**
 * Every message between a window and the main process. Preload, handlers and test fakes derive from this object:
 * a channel cannot be misspelt or half wired. `request`: window asks, main answers. `push`: main tells a window.
 */
export const ipc = {
  request: {
    /** The question this coaching window is to show, or null when it was withdrawn. */
    'coach:question': { input: z.undefined(), output: questionSchema.nullable() },
    /** The person's choice. `accepted` is false when the question was answered or withdrawn before. */
    'coach:answer': {
      input: z.strictObject({ id: z.string().min(1).max(64), answer: answerSchema }),
      output: z.strictObject({ accepted: z.boolean() }),
    },
  },
  push: {
    'coach:show': questionSchema,
    'coach:withdraw': z.strictObject({ id: z.string() }),
  },
} as const;

export type RequestChannel = keyof typeof ipc.request;
export type PushChannel = keyof typeof ipc.push;
export type RequestInput<Channel extends RequestChannel> = z.infer<(typeof ipc.request)[Channel]['input']>;
export type RequestOutput<Channel extends RequestChannel> = z.infer<(typeof ipc.request)[Channel]['output']>;
export type PushPayload<Channel extends PushChannel> = z.infer<(typeof ipc.push)[Channel]>;

/** What a window sees as `window.clipward`. */
export interface ClipwardBridge {
  request<Channel extends RequestChannel>(
    channel: Channel,
    input: RequestInput<Channel>,
  ): Promise<RequestOutput<Channel>>;
  /** Returns the function that stops listening. */
  on<Channel extends PushChannel>(
    channel: Channel,
    listener: (payload: PushPayload<Channel>) => void,
  ): () => void;
}
