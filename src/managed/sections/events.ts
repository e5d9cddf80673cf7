import { address, ruleId, streamName } from '../formats.ts';
import { boolean, integer, text } from '../setting.ts';

const since = '0.1.0';
const effect = 'now';

/** What is recorded of people, for how long, and where it goes. */
export const events = {
  RetentionDays: integer({
    from: 1,
    to: 3650,
    default: 90,
    since,
    effect,
    example: 365,
    description:
      'How long events are kept on the device, in days. Older ones are deleted once a day, uploaded or not.',
    risk: 'Short: a device that was offline for long loses events. Long: more about people is kept than is needed.',
  }),
  RecordSourceApp: boolean({
    default: true,
    since,
    effect,
    example: false,
    description: 'Do events name the app that something was copied in? Window titles are never recorded.',
    risk: 'true: events tell which apps a person works in.',
  }),
  RecordFingerprint: boolean({
    default: true,
    since,
    effect,
    example: false,
    description:
      'Do events hold a keyed fingerprint of the content, by which equal content on one device is told? It cannot be turned back into the text.',
    risk: 'false: nobody can tell that the same text was pasted twenty times.',
  }),
  RecordPlainUser: boolean({
    default: false,
    since,
    effect,
    example: true,
    description: "Do events name the person by the account's name instead of a pseudonym?",
    risk: 'true: events are personal data in plain sight; ask the works council and the data protection officer first.',
  }),
  CollectorUrl: text({
    ...address,
    default: null,
    since,
    effect,
    example: 'https://siem.example.com/clipward/events',
    description:
      "The company's own HTTPS collector, to which events are uploaded. Its token is never a setting: `clipward secret set collector-token`.",
    risk: 'Whoever runs it learns who pasted what kind of data where, never the data.',
  }),
  SentinelEndpoint: text({
    ...address,
    default: null,
    since,
    effect: 'later',
    example: 'https://clipward-1a2b.westeurope-1.ingest.monitor.azure.com',
    description: 'Microsoft Sentinel: the ingestion endpoint of the data collection rule.',
    risk: 'As for CollectorUrl.',
  }),
  SentinelRuleId: text({
    ...ruleId,
    default: null,
    since,
    effect: 'later',
    example: 'dcr-000a00a000a00000a000000aa000a0aa',
    description: 'Microsoft Sentinel: the immutable id of the data collection rule.',
    risk: 'A wrong one: nothing arrives; events wait on the device.',
  }),
  SentinelStream: text({
    ...streamName,
    default: null,
    since,
    effect: 'later',
    example: 'Custom-ClipwardEvents',
    description: 'Microsoft Sentinel: the stream that the rule declares.',
    risk: 'A wrong one: nothing arrives; events wait on the device.',
  }),
  PowerAutomateEnabled: boolean({
    default: false,
    since,
    effect: 'later',
    example: true,
    description:
      'Is a Power Automate flow started for alerts? Its address holds a signature, so it is a secret and never a setting.',
    risk: 'true: each alert starts a run of the flow, which may cost.',
  }),
  PurviewUpload: boolean({
    default: false,
    since,
    effect: 'later',
    example: true,
    description: 'Are interactions also told to Microsoft Purview, for its own audit and reports?',
    risk: "true: Microsoft's terms and the tenant's retention apply to what is told.",
  }),
};
