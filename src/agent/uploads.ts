import type { AuditLog } from '../audit/audit-log.ts';
import type { Settings } from '../managed/settings-schema.ts';
import type { Tell } from '../shared/happening.ts';
import { createCollector } from '../sync/collector.ts';
import { createUploader, type Uploader, type UploaderState } from '../sync/uploader.ts';

export interface UploadsParts {
  readonly log: AuditLog;
  readonly settings: () => Settings;
  /** The collector's token; undefined: it takes none. */
  readonly collectorToken: () => Promise<string | undefined>;
  readonly tell: Tell;
  readonly now: () => Date;
}

/** The uploads to wherever the settings send events by now. */
export interface Uploads {
  /** There is something new to send. */
  wake(): void;
  /** Begins; and once begun, follows the settings where they have changed. */
  follow(): Promise<void>;
  /** For `status`. */
  state(): string;
  stop(): Promise<void>;
}

export function createUploads({ log, settings, collectorToken, tell, now }: UploadsParts): Uploads {
  let uploader: Uploader | null = null;
  let url: string | null = null;
  let problem: string | null = null;

  const open = async (address: string): Promise<Uploader | null> => {
    const token = await collectorToken();
    const destination = createCollector(token === undefined ? { url: address } : { url: address, token });
    problem = destination.ok ? null : destination.problem;
    if (!destination.ok) {
      tell({ kind: 'problem', detail: destination.problem });
      return null;
    }
    return createUploader({ log, destinationName: 'collector', send: destination.value.send, now });
  };
  return {
    wake: () => uploader?.wake(),
    follow: async () => {
      const { CollectorUrl } = settings();
      if (CollectorUrl === url) return;
      url = CollectorUrl;
      await uploader?.stop();
      problem = null;
      uploader = CollectorUrl === null ? null : await open(CollectorUrl);
      uploader?.start();
    },
    state: () => (uploader === null ? (problem ?? 'no destination') : describe(uploader.state())),
    stop: async () => {
      await uploader?.stop();
    },
  };
}

function describe({ destination, phase, nextAttemptAt, problem }: UploaderState): string {
  const when = nextAttemptAt === null ? '' : ` until ${nextAttemptAt.toISOString()}`;
  return `${destination} ${phase}${when}${problem === null ? '' : ` (${problem})`}`;
}
