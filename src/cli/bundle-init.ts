import data from '../../assets/default-bundle.json' with { type: 'json' };
import { complain, exit, type ExitCode } from './exit.ts';
import { write } from './output.ts';
import { writeNewFile } from './text-file.ts';

export interface InitOptions {
  readonly out?: string | undefined;
  readonly tenant?: string | undefined;
}

const DAY_MS = 24 * 60 * 60 * 1000;
const HOLDS_DAYS = 180;

/**
 * `clipward bundle init`: a bundle to begin with. The built-in one with a name, a version, dates, someone to ask, words for the
 * person, and cases that it passes. An existing file is never overwritten.
 */
export async function initBundle({ out, tenant }: InitOptions): Promise<ExitCode> {
  const text = starterText(new Date(), tenant);
  if (out === undefined) await write(text);
  else {
    const written = writeNewFile(out, text, 0o644);
    if (!written.ok) return complain(written.problem);
    await write(
      `${out}: written. Next: put in your labels and policies, then "clipward bundle lint ${out}".\n`,
    );
  }
  if (tenant === undefined) complain('add "tenant", the id of your Entra tenant, before it is signed');
  return exit.ok;
}

/** Without milliseconds: people read it. */
const moment = (date: Date): string => date.toISOString().replace(/\.\d{3}Z$/, 'Z');

function starterText(now: Date, tenant: string | undefined): string {
  const { schema_version, labels, mapping, dynamic_rules, policies } = data;
  const bundle = {
    schema_version,
    name: 'our-company',
    version: 1,
    ...(tenant === undefined ? {} : { tenant }),
    issued: moment(now),
    expires: moment(new Date(now.getTime() + HOLDS_DAYS * DAY_MS)),
    contact: 'IT service desk',
    coaching: {
      en: {
        title: 'Before this goes to {platform}',
        text: 'This looks like {label} data. Take out what is not needed, or use an AI that the company offers.',
      },
    },
    labels,
    mapping,
    dynamic_rules,
    policies: policies.map(describe),
    platforms: [],
    tests,
    types: [],
  };
  return `${JSON.stringify(bundle, null, 2)}\n`;
}

/** What the first policy shows: how a label and a list of platforms are joined. */
function describe<Policy extends { name: string; description?: string }>(policy: Policy): Policy {
  const { name, ...rest } = policy;
  const description =
    policy.description ??
    'Both conditions must hold. Add the platforms that your company does not allow, by their ids.';
  return { name, description, ...rest } as unknown as Policy;
}

/** Made-up values that every detector knows as valid. */
const tests = [
  {
    name: 'a card number is kept from a platform that is not allowed',
    text: 'Please check this order: card 4111 1111 1111 1111, valid until 12/29.',
    platform: 'deepseek',
    expect: {
      action: 'block',
      policy: 'Block Restricted label data on unauthorized platforms',
      label: 'Restricted',
      findings: ['CREDIT_CARD'],
    },
  },
  {
    name: 'an address is asked about',
    text: 'Write a reply to anna.berg@contoso.com, please.',
    platform: 'chatgpt',
    expect: { action: 'coach', label: 'Confidential', findings: ['EMAIL'] },
  },
  {
    name: 'ordinary text passes',
    text: 'Explain the difference between a list and a tuple.',
    platform: 'chatgpt',
    expect: { action: 'allow', policy: null, label: 'Public' },
  },
];
