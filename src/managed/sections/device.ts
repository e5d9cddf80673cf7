import { country, groupName, language } from '../formats.ts';
import { boolean, choice, list, text } from '../setting.ts';

const [since, effect] = ['0.1.0', 'now'] as const;
const groups = { item: groupName.fits, takes: 'names of groups', most: 1000, since, effect } as const;

/** What policies may know of device and person, and how Clipward speaks to them. */
export const device = {
  DeviceManaged: boolean({
    default: null,
    since,
    effect,
    example: true,
    description:
      'Does the company manage this device? Policies ask for it with `device_managed`; not said counts as unmanaged.',
    risk: 'true on a private device: it is trusted with what policies keep for managed ones.',
  }),
  UserGroups: list({
    ...groups,
    example: ['Finance', 'Works council'],
    description:
      'Groups that the person is in, as policies name them with `user_group`; case does not matter.',
    risk: "A group of the device's owner counts for whoever uses the device.",
  }),
  DeviceGroups: list({
    ...groups,
    example: ['Kiosks'],
    description:
      'Groups that the device is in, as policies name them with `device_group`; case does not matter.',
    risk: 'A misspelt group: its policies do not apply, and nothing says so.',
  }),
  Country: text({
    ...country,
    default: null,
    since,
    effect,
    example: 'FR',
    description:
      'How national phone and identity numbers without a country in them are read; a change counts from the next start on. Not set: they need a word near them.',
    risk: 'The wrong one: numbers of the right country are missed, others are taken for such.',
  }),
  Language: text({
    ...language,
    default: null,
    since,
    effect,
    example: 'de',
    description: "The language of dialogs, where a bundle has texts in it. Not set: the system's.",
    risk: 'People are shown texts that they cannot read.',
  }),
  LogLevel: choice({
    of: ['problems', 'verdicts'],
    default: 'verdicts',
    since,
    effect,
    example: 'problems',
    description:
      'How much the agent tells in its log: problems alone, or what came of each copy too. What was copied is never told.',
    risk: 'verdicts: a log that tells which AI apps a person uses. problems: nobody can follow what happened.',
  }),
  MayPause: boolean({
    default: false,
    since,
    effect: 'later',
    example: true,
    description: 'May the person pause the agent for a while?',
    risk: 'true: nothing is guarded in a pause.',
  }),
  MayQuit: boolean({
    default: true,
    since,
    effect,
    example: false,
    description: 'Does the tray menu offer to quit? The system can still end the agent.',
    risk: 'true: nothing is guarded until the next sign-in.',
  }),
  KeyListener: boolean({
    default: false,
    since,
    effect: 'later',
    example: true,
    description: 'May Clipward listen for paste shortcuts? All other keys are dropped at once.',
    risk: 'true: a component sees every key that is pressed; works councils and anti-malware tools may object.',
  }),
};
