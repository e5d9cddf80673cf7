import type { Settings } from '../managed/settings-schema.ts';
import type { Label } from '../shared/label.ts';
import type { Result } from '../shared/result.ts';
import {
  createLabelSync,
  type LabelSync,
  type LabelSyncOptions,
  type LabelSyncState,
} from '../sync/labels/label-sync.ts';

/** A way to ask one tenant for its labels. */
export type TenantConnection = Pick<LabelSyncOptions, 'tenantId' | 'fetch'>;

/** Connects as the settings say. Null: no tenant is set. The problem says what is set wrong. */
export type ConnectTenant = (settings: Settings) => Result<TenantConnection | null>;

/** What `status` tells of labels from the tenant. */
export type LabelsState =
  | { readonly kind: 'off'; readonly why: string }
  | ({ readonly kind: 'tenant'; readonly tenantId: string } & LabelSyncState);

/** The labels of the tenant that the settings name, whichever that is by now. */
export interface LabelsInUse {
  /** Empty where no tenant is set, and while the integration is off. */
  labels(): readonly Label[];
  state(): LabelsState;
  /** The settings have changed: another tenant, or the integration went off or on. */
  followSettings(): Promise<void>;
  /** Asks the tenant now. */
  syncNow(): Promise<void>;
  stop(): Promise<void>;
}

export interface LabelsInUseOptions {
  readonly dataDir: string;
  readonly settings: () => Settings;
  readonly connect: ConnectTenant;
  /** Called when `labels` has become others. */
  readonly onChange: () => void;
  readonly now: () => Date;
}

/** Begins with what is stored; the tenant is asked in the background. */
export function createLabelsInUse({
  dataDir,
  settings,
  connect,
  onChange,
  now,
}: LabelsInUseOptions): LabelsInUse {
  let sync: LabelSync | null = null;
  let why = 'no tenant is set (TenantId and ClientId)';
  let tenant = '';
  let connectedWith = '';

  const open = (): void => {
    connectedWith = connectionKey(settings());
    const connection = connect(settings());
    sync = null;
    if (!connection.ok) why = connection.problem;
    else if (connection.value === null) why = 'no tenant is set (TenantId and ClientId)';
    else {
      tenant = connection.value.tenantId;
      sync = createLabelSync({
        dataDir,
        ...connection.value,
        enabled: settings().IntegrationEnabled,
        intervalMs: settings().LabelSyncMinutes * 60_000,
        now,
      });
      sync.onChange(onChange);
      sync.start();
    }
  };
  open();
  return {
    labels: () => sync?.labels() ?? NONE,
    state: () =>
      sync === null ? { kind: 'off', why } : { kind: 'tenant', tenantId: tenant, ...sync.state() },
    followSettings: async () => {
      if (connectionKey(settings()) !== connectedWith) {
        await sync?.stop();
        open();
        onChange();
      } else sync?.setEnabled(settings().IntegrationEnabled);
    },
    syncNow: async () => {
      await sync?.syncNow();
    },
    stop: async () => {
      await sync?.stop();
    },
  };
}

const NONE: readonly Label[] = [];

/** What a connection is made of: with any of it changed, another one is needed. */
const connectionKey = (settings: Settings): string =>
  JSON.stringify([
    settings.TenantId,
    settings.ClientId,
    settings.SignInMethod,
    settings.CertificateFile,
    settings.LoginUrl,
    settings.GraphUrl,
    settings.LabelSyncMinutes,
    settings.LabelPriorityDirection,
  ]);
