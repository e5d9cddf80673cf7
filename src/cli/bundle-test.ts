import { readBundleText, readyBundle, runTests } from './bundle-read.ts';
import { complain, exit, type ExitCode } from './exit.ts';
import { write, writeJson } from './output.ts';

export interface TestOptions {
  readonly json?: boolean | undefined;
  readonly country?: string | undefined;
}

/** `clipward bundle test`: runs a bundle's own cases through classifier, labels and policies, as devices do before they take it. */
export async function testFile(path: string, { json, country }: TestOptions): Promise<ExitCode> {
  const read = readBundleText(path);
  if (!read.ok) return read.problem;
  const ready = readyBundle(read.value.payload, path, country);
  if (!ready.ok) return complain(ready.problem, exit.findings);
  const run = runTests(ready.value);
  const wrong = new Map(run.failures.map((failure) => [failure.index, failure]));
  const cases = ready.value.tests.map(({ name, platform }, index) => {
    const failure = wrong.get(index);
    return {
      index,
      name,
      platform_id: platform,
      passed: failure === undefined,
      ...(failure === undefined ? {} : { expected: failure.expected, actual: failure.actual }),
    };
  });
  if (json === true) {
    await writeJson({ file: path, passed: cases.length - wrong.size, failed: wrong.size, cases });
  } else {
    for (const { name, platform_id: platform, passed, expected, actual } of cases) {
      await write(
        passed
          ? `✓ ${name} (${platform})\n`
          : `✗ ${name} (${platform}): expected ${expected}, got ${actual}\n`,
      );
    }
    await write(`${path}: ${summary(cases.length, wrong.size)}\n`);
  }
  return wrong.size > 0 ? exit.findings : exit.ok;
}

function summary(all: number, failed: number): string {
  if (all === 0) return 'no cases; add some to "tests"';
  return failed === 0 ? `all ${all} cases pass` : `${failed} of ${all} cases fail`;
}
