import { named, type NamedSecret } from './named.ts';

/** Keys of payment services and shops. */
export const paymentSecrets: readonly NamedSecret[] = [
  // https://docs.stripe.com/keys
  named('STRIPE_SECRET_KEY', 'Stripe secret key', 'sk_live_ sk_test_ sk_prod_', '[A-Za-z0-9]{10,247}'),
  named(
    'STRIPE_RESTRICTED_KEY',
    'Stripe restricted key',
    'rk_live_ rk_test_ rk_prod_',
    '[A-Za-z0-9]{10,247}',
  ),
  named(
    'STRIPE_WEBHOOK_SECRET',
    'Webhook signing secret of Stripe or Svix',
    'whsec_',
    '[A-Za-z0-9+/]{24,88}={0,2}',
  ),
  named('SQUARE_ACCESS_TOKEN', 'Square access token', 'EAAA', '[A-Za-z0-9_-]{60}'),
  named('SQUARE_ACCESS_TOKEN', 'Square access token, sandbox or legacy', 'sq0atp-', '[A-Za-z0-9_-]{22}'),
  named('SQUARE_OAUTH_SECRET', 'Square OAuth secret', 'sq0csp-', '[A-Za-z0-9_-]{43}'),
  named('SQUARE_APPLICATION_ID', 'Square application ID', 'sq0idp-', '[A-Za-z0-9_-]{22}', {
    confidence: 'medium',
  }),
  named(
    'BRAINTREE_TOKEN',
    'PayPal Braintree access token',
    'access_token$production$ access_token$sandbox$',
    '[a-z0-9]{16}\\$[a-f0-9]{32}',
  ),
  named('ADYEN_API_KEY', 'Adyen API key', 'AQE', '[a-z][A-Za-z0-9+/]{60,160}(?:=|-[A-Za-z0-9+/]{40,60}=)', {
    random: false,
  }),
  named('RAZORPAY_KEY', 'Razorpay key', 'rzp_live_ rzp_test_', '[A-Za-z0-9]{14}'),
  named(
    'PLAID_ACCESS_TOKEN',
    'Plaid access token',
    'access-',
    '(?:sandbox|development|production)-[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}',
  ),
  named(
    'FLUTTERWAVE_SECRET_KEY',
    'Flutterwave secret or encryption key',
    'FLWSECK_TEST- FLWSECK-',
    '[A-Za-z0-9]{12,40}(?:-X)?',
  ),
  named(
    'FLUTTERWAVE_PUBLIC_KEY',
    'Flutterwave public key',
    'FLWPUBK_TEST- FLWPUBK-',
    '[A-Za-z0-9]{12,40}(?:-X)?',
    { confidence: 'medium' },
  ),
  named('MOLLIE_KEY', 'Mollie key', 'live_ access_', '[A-Za-z0-9]{30}', { near: ['mollie'] }),
  named('GOCARDLESS_TOKEN', 'GoCardless access token', 'live_ sandbox_', '[A-Za-z0-9_=-]{40}', {
    near: ['gocardless'],
  }),
  named(
    'PADDLE_KEY',
    'Paddle API key',
    'pdl_live_apikey_ pdl_sdbx_apikey_',
    '[a-z0-9]{26}_[A-Za-z0-9]{22}_[A-Za-z0-9]{3}',
  ),
  named('PADDLE_WEBHOOK_SECRET', 'Paddle webhook secret', 'pdl_ntfset_', '[a-z0-9]{26}_[A-Za-z0-9+/]{32}'),
  named('SHOPIFY_TOKEN', 'Shopify admin API access token', 'shpat_', '[a-fA-F0-9]{32}'),
  named('SHOPIFY_TOKEN', 'Shopify custom app access token', 'shpca_ shpua_', '[a-fA-F0-9]{32}'),
  named('SHOPIFY_TOKEN', 'Shopify private app password', 'shppa_', '[a-fA-F0-9]{32}'),
  named('SHOPIFY_SHARED_SECRET', 'Shopify shared secret', 'shpss_', '[a-fA-F0-9]{32}'),
  named('EASYPOST_KEY', 'EasyPost API key', 'EZAK EZTK', '[A-Za-z0-9]{54}'),
  named('SHIPPO_TOKEN', 'Shippo API token', 'shippo_live_ shippo_test_', '[a-fA-F0-9]{40}'),
  named('DUFFEL_TOKEN', 'Duffel API token', 'duffel_live_ duffel_test_', '[A-Za-z0-9_=-]{43}'),
  named('LOB_KEY', 'Lob API key', 'live_ test_', '[a-f0-9]{35}', { near: ['lob_', 'lob.com', '"lob'] }),
  named('CHECKOUT_KEY', 'Checkout.com secret key', 'sk_sbox_ sk_', '[a-z2-7]{26}[a-z2-7*#$=]'),
  named(
    'COINBASE_KEY',
    'Coinbase developer API key name',
    'organizations/',
    '[a-f0-9-]{36}/apiKeys/[a-f0-9-]{36}',
  ),
  named(
    'PERSONA_KEY',
    'Persona API key',
    'persona_production_ persona_sandbox_',
    '[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}',
  ),
  named('REVENUECAT_KEY', 'RevenueCat public app key', 'goog_ appl_ amzn_ strp_', '[A-Za-z]{26,32}', {
    confidence: 'medium',
    near: ['revenuecat', 'purchases'],
  }),
  named('STYTCH_SECRET', 'Stytch secret', 'secret-live- secret-test-', '[A-Za-z0-9_=-]{36}'),
  named('UNKEY_ROOT_KEY', 'Unkey root key', 'unkey_', '[A-Za-z0-9_]{20,40}'),
];
