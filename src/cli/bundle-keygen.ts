import { generateKeyPair } from '../sync/bundle-keys.ts';
import { complain, exit, type ExitCode } from './exit.ts';
import { write, writeJson } from './output.ts';
import { writeNewFile } from './text-file.ts';

export interface KeygenOptions {
  readonly out: string;
  readonly json?: boolean | undefined;
}

/** `clipward bundle keygen`: a new key pair. The private key goes to a file of its owner's alone, the public one to stdout. */
export async function generateKey({ out, json }: KeygenOptions): Promise<ExitCode> {
  const { privateKey, publicKey, keyId } = await generateKeyPair();
  const written = writeNewFile(out, privateKey);
  if (!written.ok) return complain(written.problem);
  if (json === true) await writeJson({ private_key_file: out, public_key: publicKey, key_id: keyId });
  else {
    await write(`${publicKey}\n`);
    process.stderr.write(
      `clipward: the private key is in ${out}: keep it and a copy offline. The line on stdout is what the managed settings pin.\n`,
    );
  }
  return exit.ok;
}
