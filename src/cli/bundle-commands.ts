import type { Command } from 'commander';
import { atLeastOne, collect, countryOption, guid, jsonOption, type Does } from './command-kit.ts';

/** The commands with which an admin writes, tries, signs and compares bundles. */
export function addBundleCommands(program: Command, does: Does): void {
  const bundle = program.command('bundle').description('write, try, sign and compare policy bundles');
  bundle
    .command('init')
    .description('a bundle to begin with, and cases that it passes')
    .option('--out <file>', 'write it there instead of stdout; an existing file is not overwritten')
    .option('--tenant <guid>', 'the Entra tenant it is for', guid)
    .action(does(async (options) => (await import('./bundle-init.ts')).initBundle(options)));
  bundle
    .command('lint <file>')
    .description('gaps, contradictions, policies that never apply, and more, each with what to do')
    .option('--strict', 'warnings count as errors')
    .addOption(jsonOption())
    .action(does(async (file, options) => (await import('./bundle-lint.ts')).lintFile(file, options)));
  bundle
    .command('test <file>')
    .description("run the bundle's own cases")
    .addOption(countryOption())
    .addOption(jsonOption())
    .action(does(async (file, options) => (await import('./bundle-test.ts')).testFile(file, options)));
  bundle
    .command('diff <old> <new>')
    .description('what differs between two bundles, and which cases come out differently')
    .addOption(jsonOption())
    .action(
      does(async (old, now, options) => (await import('./bundle-diff.ts')).diffFiles(old, now, options)),
    );
  bundle
    .command('keygen')
    .description('a new key pair for signing')
    .requiredOption('--out <file>', 'where the private key is written; an existing file is not overwritten')
    .addOption(jsonOption())
    .action(does(async (options) => (await import('./bundle-keygen.ts')).generateKey(options)));
  bundle
    .command('sign <file>')
    .description('sign a bundle, or add a signature to a signed one')
    .requiredOption('--key <file>', 'the private key')
    .option('--out <file>', 'write it there (default: FILE.signed.json, or the signed file itself)')
    .option('--force', 'even with errors or failing cases')
    .action(does(async (file, options) => (await import('./bundle-sign.ts')).signFile(file, options)));
  bundle
    .command('verify <file>')
    .description('would a device that pins these keys take it?')
    .requiredOption('--key <ed25519:…>', 'a pinned public key; may be given again', collect)
    .option('--threshold <n>', 'how many of them must have signed', atLeastOne, 1)
    .option('--tenant <guid>', "the device's tenant", guid)
    .addOption(jsonOption())
    .action(does(async (file, options) => (await import('./bundle-verify.ts')).verifyFile(file, options)));
}
