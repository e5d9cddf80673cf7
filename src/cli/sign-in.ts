import type { Result } from '../shared/result.ts';
import { createAppSignIn } from '../sync/sign-in/app-sign-in.ts';
import { openKeyFileStore } from '../sync/sign-in/key-file-seal.ts';
import { createPersonSignIn, type SignInOptions } from '../sync/sign-in/person-sign-in.ts';
import { graphResourceOf } from '../sync/labels/tenant-labels.ts';
import { labelScopes } from '../sync/sign-in/scopes.ts';
import type { SecretName, SecretStore } from '../sync/sign-in/secret-store.ts';
import type { SignInProblem } from '../sync/sign-in/sign-in-problem.ts';
import type { DeviceCode, SignInWay } from '../sync/sign-in/token-source.ts';
import { complain, exit, type ExitCode } from './exit.ts';
import type { IntegrationOptions } from './integration-options.ts';
import { labelSettings } from './label-connection.ts';
import { openBrowser } from './open-browser.ts';
import { printable, writeLine } from './output.ts';
import { dataDirFor } from './paths.ts';
import { readSecret } from './secret-input.ts';

interface DataOption {
  readonly data?: string | undefined;
}

export type SignInCommandOptions = IntegrationOptions &
  DataOption & { readonly deviceCode?: boolean | undefined; readonly settings?: string | undefined };

const warn = (problem: string): void => void complain(problem);
const storeFor = (options: DataOption): SecretStore => openKeyFileStore(dataDirFor(options.data), warn);

/** `clipward sign-in`: a person by browser or device code; with a certificate or secret, tries whether the app can. */
export async function signIn(options: SignInCommandOptions): Promise<ExitCode> {
  const settings = await labelSettings(options, dataDirFor(options.data));
  if (!settings.ok) return complain(settings.problem);
  const { config, graphUrl } = settings.value;
  if (!config.ok) return complain(config.problem, exit.usage);
  if (!graphUrl.ok) return complain(graphUrl.problem, exit.usage);
  const scopes = labelScopes(config.value.method, graphResourceOf(graphUrl.value));
  const source: SignInOptions = { config: config.value, secrets: storeFor(options), tell: warn };
  return config.value.method === 'user' ? signPersonIn(source, scopes, options) : tryApp(source, scopes);
}

async function signPersonIn(
  source: SignInOptions,
  scopes: readonly string[],
  options: SignInCommandOptions,
): Promise<ExitCode> {
  const stop = new AbortController();
  const giveUp = (): void => stop.abort();
  process.once('SIGINT', giveUp);
  try {
    const signedIn = await createPersonSignIn(source).signIn({
      way: wayOf(options),
      scopes,
      signal: stop.signal,
    });
    if (!signedIn.ok) {
      const code = complain(wordsFor(signedIn.problem));
      // MSAL's wait between two questions to the service cannot be cut short.
      if (stop.signal.aborted) process.exit(code);
      return code;
    }
    await writeLine(`Signed in as ${signedIn.value.username} (tenant ${signedIn.value.tenantId}).`);
    return exit.ok;
  } finally {
    process.off('SIGINT', giveUp);
  }
}

function wayOf(options: SignInCommandOptions): SignInWay {
  if (options.deviceCode === true) return { kind: 'device-code', showCode };
  return {
    kind: 'browser',
    openBrowser: (url) => {
      process.stderr.write('Finish signing in in the browser (Ctrl-C gives up).\n');
      return openBrowser(url);
    },
  };
}

function showCode({ code, url, expiresInMs }: DeviceCode): void {
  const minutes = Math.floor(expiresInMs / 60_000);
  process.stderr.write(
    printable(`Open ${url} on any device and type the code ${code} within ${minutes} minutes.\n`),
  );
}

async function tryApp(source: SignInOptions, scopes: readonly string[]): Promise<ExitCode> {
  const { method, tenantId } = source.config;
  const token = await createAppSignIn(source).getToken(scopes);
  if (!token.ok) return complain(wordsFor(token.problem));
  await writeLine(`The app signs in by its ${method} (tenant ${tenantId}).`);
  return exit.ok;
}

const wordsFor = ({ detail, fix }: SignInProblem): string => `${detail}; ${fix}`;

/** `clipward sign-out`: forgets the person's tokens on this device, those of the tray app too. */
export async function signOut(options: DataOption): Promise<ExitCode> {
  return told(await storeFor(options).remove('token-cache'), 'Signed out on this device.');
}

/** `clipward secret set <name>`: the value comes from stdin or is typed unseen. */
export async function setSecret(name: SecretName, options: DataOption): Promise<ExitCode> {
  const secret = await readSecret(process.stdin, (text) => void process.stderr.write(text));
  if (!secret.ok) return complain(`${name}: ${secret.problem}`, exit.usage);
  return told(await storeFor(options).write(name, secret.value), `${name} is kept, encrypted.`);
}

/** `clipward secret remove <name>`. */
export async function removeSecret(name: SecretName, options: DataOption): Promise<ExitCode> {
  return told(await storeFor(options).remove(name), `${name} is gone from this device.`);
}

async function told(done: Result<void>, words: string): Promise<ExitCode> {
  if (!done.ok) return complain(done.problem);
  await writeLine(words);
  return exit.ok;
}
