import { named, type NamedSecret } from './named.ts';

/** Keys of services that send mail and messages, and of marketing and customer platforms. */
export const mailSecrets: readonly NamedSecret[] = [
  named('SENDGRID_KEY', 'SendGrid API key', 'SG.', '[A-Za-z0-9_-]{16,32}\\.[A-Za-z0-9_-]{16,64}'),
  named('MAILGUN_KEY', 'Mailgun private API key', 'key-', '[a-f0-9]{32}'),
  named('MAILGUN_PUBLIC_KEY', 'Mailgun public validation key', 'pubkey-', '[a-f0-9]{32}', {
    confidence: 'medium',
  }),
  named('BREVO_KEY', 'Brevo API key', 'xkeysib-', '[a-f0-9]{64}-[A-Za-z0-9]{16}'),
  named('BREVO_SMTP_KEY', 'Brevo SMTP key', 'xsmtpsib-', '[a-f0-9]{64}-[A-Za-z0-9]{16}'),
  named('RESEND_KEY', 'Resend API key', 're_', '[A-Za-z0-9]{8}_[A-Za-z0-9]{24}'),
  named('MAILERSEND_KEY', 'MailerSend token', 'mlsn.', '[a-f0-9]{64}'),
  named('MANDRILL_KEY', 'Mailchimp Transactional key', 'md-', '[A-Za-z0-9_-]{22}', {
    near: ['mandrill', 'mailchimp'],
  }),
  named('KLAVIYO_KEY', 'Klaviyo private key', 'pk_', '[a-f0-9]{34}'),
  named(
    'HUBSPOT_TOKEN',
    'HubSpot private app token',
    'pat-na1- pat-na2- pat-eu1- pat-ap1-',
    '[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}',
  ),
  named(
    'HUBSPOT_KEY',
    'HubSpot developer key',
    'eu1- na1-',
    '[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}',
    { near: ['hubspot'] },
  ),
  named('ZOHO_TOKEN', 'Zoho OAuth token', '1000.', '[a-f0-9]{32}\\.[a-f0-9]{32}'),
  named('INTERCOM_TOKEN', 'Intercom access token', 'dG9rO', '[A-Za-z0-9+/]{54}='),
  named(
    'FACEBOOK_APP_TOKEN',
    'Facebook app access token',
    'fb| FB| facebook|',
    '\\d{15,16}\\|[A-Za-z0-9_-]{27,40}',
    { prefixIsName: true },
  ),
  named(
    'FACEBOOK_TOKEN',
    'Facebook access token',
    'EAAC EAAB EAAG EAAD EAAE EAAJ EAAI EAAH EAAF EAAM EAAN EAAO EAAP EAAQ EAAR EAAS EAAT EAAU EAAV EAAW EAAX EAAY EAAZ',
    '[A-Za-z0-9]{60,300}',
  ),
  named('INSTAGRAM_TOKEN', 'Instagram access token', 'IGQV IGQW IGAA', '[A-Za-z0-9_-]{60,300}'),
  named('X_BEARER_TOKEN', 'X (Twitter) app bearer token', 'AAAAAAAAAAAAAAAAAAAA', '[A-Za-z0-9%_-]{50,140}'),
  named(
    'LINKEDIN_SECRET',
    'LinkedIn client secret',
    'WPL_AP1. WPL_AP0.',
    '[A-Za-z0-9]{16}\\.[A-Za-z0-9+/]{6}==',
    { random: false },
  ),
  named('PINTEREST_TOKEN', 'Pinterest access token', 'pina_', '[A-Z0-9]{40,120}'),
  named('TIKTOK_TOKEN', 'TikTok token', 'act. rft.', '[A-Za-z0-9]{50,90}', { near: ['tiktok'] }),
  named('DROPBOX_TOKEN', 'Dropbox access token', 'sl.', '(?:[uB]\\.)?[A-Za-z0-9_-]{120,1400}={0,2}'),
  named('CALCOM_KEY', 'Cal.com API key', 'cal_live_', '[a-f0-9]{32}'),
  named('CLICKUP_TOKEN', 'ClickUp token', 'pk_', '\\d{5,10}_[A-Z0-9]{32}'),
  named('TYPEFORM_TOKEN', 'Typeform token', 'tfp_', '[A-Za-z0-9_.=-]{40,60}'),
  named('TALLY_KEY', 'Tally API key', 'tly-', '[A-Za-z0-9]{30,40}'),
  named('BEAMER_KEY', 'Beamer API key', 'b_', '[A-Za-z0-9_=-]{44}', { near: ['beamer'] }),
  named('FRAMEIO_TOKEN', 'Frame.io token', 'fio-u-', '[A-Za-z0-9_=-]{64}'),
];
