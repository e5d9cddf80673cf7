import { named, type NamedSecret } from './named.ts';

/** Tokens and webhook addresses of chat services. Whoever has the address of a webhook can post to it. */
export const chatSecrets: readonly NamedSecret[] = [
  // https://api.slack.com/concepts/token-types
  named(
    'SLACK_TOKEN',
    'Slack token',
    'xoxb- xoxp- xoxa- xoxr- xoxs- xoxo-',
    '(?:(?:\\d-)?\\d{6,16}-[A-Za-z0-9-]{8,250}|\\d-[A-Za-z0-9]{100,250})',
    {
      purview: 'slack-access-token',
    },
  ),
  named(
    'SLACK_CONFIG_TOKEN',
    'Slack configuration token',
    'xoxe.xoxp- xoxe.xoxb-',
    '\\d-[A-Za-z0-9]{100,250}',
  ),
  named('SLACK_CONFIG_TOKEN', 'Slack configuration refresh token', 'xoxe-', '(?:\\d-)?[A-Za-z0-9]{100,250}'),
  named('SLACK_BROWSER_TOKEN', 'Slack browser token', 'xoxc-', '\\d{6,16}-\\d{6,16}-\\d{6,16}-[a-z0-9]{64}'),
  named('SLACK_BROWSER_TOKEN', 'Slack browser cookie', 'xoxd-', '[A-Za-z0-9%/+=]{60,300}'),
  named(
    'SLACK_APP_TOKEN',
    'Slack app-level token',
    'xapp-',
    '\\d-[A-Z0-9]{8,14}-\\d{10,16}(?:-[a-z0-9]{32,80})?',
    { random: false },
  ),
  named(
    'SLACK_WEBHOOK',
    'Slack webhook',
    'hooks.slack.com/',
    '(?:services|workflows|triggers)/[A-Za-z0-9/]{40,64}',
    {
      before: '(?:https?://)?',
    },
  ),
  named(
    'DISCORD_WEBHOOK',
    'Discord webhook',
    'discord.com/api/webhooks/ discordapp.com/api/webhooks/',
    '\\d{16,20}/[A-Za-z0-9_-]{60,80}',
    {
      before: '(?:https?://)?(?:(?:ptb|canary)\\.)?',
    },
  ),
  named(
    'TEAMS_WEBHOOK',
    'Microsoft Teams webhook',
    'webhook.office.com/webhookb2/',
    '[a-f0-9-]{36}@[a-f0-9-]{36}/IncomingWebhook/[A-Za-z0-9]{32}/[a-f0-9-]{36}(?:/[A-Za-z0-9_-]{20,60})?',
    {
      before: '(?:https?://)?(?:[a-z0-9-]{1,40}\\.)?',
    },
  ),
  named(
    'TEAMS_WEBHOOK',
    'Microsoft Teams webhook, Office 365 connector',
    'outlook.office.com/webhook/',
    '[a-f0-9-]{36}@[a-f0-9-]{36}/IncomingWebhook/[A-Za-z0-9]{32}/[a-f0-9-]{36}',
    {
      before: '(?:https?://)?',
    },
  ),
  named(
    'GOOGLE_CHAT_WEBHOOK',
    'Google Chat webhook',
    'chat.googleapis.com/v1/spaces/',
    '[A-Za-z0-9_-]{8,16}/messages\\?key=[A-Za-z0-9_-]{39}&token=[A-Za-z0-9_%-]{30,60}',
    {
      before: '(?:https?://)?',
    },
  ),
  named('ZAPIER_WEBHOOK', 'Zapier webhook', 'hooks.zapier.com/hooks/catch/', '\\d{5,10}/[a-z0-9]{6,12}', {
    before: '(?:https?://)?',
    random: false,
  }),
  named(
    'IFTTT_WEBHOOK',
    'IFTTT webhook',
    'maker.ifttt.com/',
    '(?:trigger/[A-Za-z0-9_]{1,60}/(?:json/)?with/key|use)/[A-Za-z0-9_-]{21,43}',
    {
      before: '(?:https?://)?',
    },
  ),
  named(
    'GUILDED_WEBHOOK',
    'Guilded webhook',
    'media.guilded.gg/webhooks/',
    '[a-f0-9-]{36}/[A-Za-z0-9]{60,90}',
    {
      before: '(?:https?://)?',
    },
  ),
  // https://core.telegram.org/bots/api#authorizing-your-bot
  named('TELEGRAM_BOT_TOKEN', 'Telegram bot token', 'AA', '[A-Za-z0-9_-]{33}', { before: '\\d{8,10}:' }),
  named('TWILIO_API_KEY', 'Twilio API key', 'SK', '[0-9a-f]{32}'),
  named('TWILIO_ACCOUNT', 'Twilio account SID', 'AC', '[0-9a-f]{32}', { confidence: 'medium' }),
  named('TELNYX_API_KEY', 'Telnyx API key', 'KEY', '[0-9A-F]{32}_[A-Za-z0-9]{22}'),
  named('PUBNUB_KEY', 'PubNub secret key', 'sec-c-', '[A-Za-z0-9+/=-]{36,64}'),
  named(
    'PUBNUB_KEY',
    'PubNub publish or subscribe key',
    'pub-c- sub-c-',
    '[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}',
    {
      confidence: 'medium',
    },
  ),
  named('ONESIGNAL_KEY', 'OneSignal key', 'os_v2_app_ os_v2_org_', '[a-z2-7]{50,120}'),
  named('COURIER_KEY', 'Courier key', 'pk_prod_ pk_test_', '[A-Z0-9]{28}'),
];
