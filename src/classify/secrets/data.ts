import { named, type NamedSecret } from './named.ts';

/** Keys of databases and data platforms. */
export const dataSecrets: readonly NamedSecret[] = [
  named('DATABRICKS_TOKEN', 'Databricks personal access token', 'dapi', '[a-f0-9]{32}(?:-\\d)?', {
    purview: 'azure-databricks-personal-access-token',
  }),
  named('DATABRICKS_OAUTH_SECRET', 'Databricks OAuth secret', 'dose', '[a-f0-9]{32}'),
  named('DATABRICKS_SCIM_TOKEN', 'Databricks account or delegated token', 'dsapi dkea ddel', '[a-f0-9]{32}'),
  // Base64 of {"auths": which is how a Docker configuration begins.
  named('DOCKER_CONFIG', 'Docker configuration with logins', 'eyJhdXRocyI6', '[A-Za-z0-9+/]{30,4000}={0,2}', {
    random: false,
  }),
  named('PLANETSCALE_TOKEN', 'PlanetScale service token', 'pscale_tkn_', '[A-Za-z0-9_=.-]{32,64}'),
  named('PLANETSCALE_PASSWORD', 'PlanetScale password', 'pscale_pw_', '[A-Za-z0-9_=.-]{32,64}'),
  named('PLANETSCALE_OAUTH_TOKEN', 'PlanetScale OAuth token', 'pscale_oauth_', '[A-Za-z0-9_=.-]{32,64}'),
  named('SUPABASE_TOKEN', 'Supabase access token', 'sbp_ sbp_v0_ sbp_oauth_', '[a-f0-9]{40}'),
  named('SUPABASE_SECRET_KEY', 'Supabase secret key', 'sb_secret_', '[A-Za-z0-9_-]{22}_[A-Za-z0-9_-]{8}'),
  named('NEON_API_KEY', 'Neon API key', 'napi_', '[a-z0-9]{64}'),
  named('NEON_PASSWORD', 'Neon database password', 'npg_', '[A-Za-z0-9]{12,16}'),
  named('MONGODB_SERVICE_SECRET', 'MongoDB Atlas service account secret', 'mdb_sa_sk_', '[A-Za-z0-9_-]{40}'),
  named('AIVEN_PASSWORD', 'Aiven service password', 'AVNS_', '[A-Za-z0-9_-]{16,24}'),
  named('FAUNA_KEY', 'Fauna key', 'fnA', '[A-Za-z0-9_-]{37}'),
  named('CLICKHOUSE_KEY', 'ClickHouse Cloud API secret', '4b1d', '[A-Za-z0-9]{38}'),
  named('COCKROACH_KEY', 'CockroachDB Cloud API key', 'CCDB1_', '[A-Za-z0-9]{22}_[A-Za-z0-9]{40}'),
  named('CONFLUENT_SECRET', 'Confluent Cloud API secret', 'cflt', '[A-Za-z0-9+/]{60}'),
  named('XATA_KEY', 'Xata API key', 'xau_', '[A-Za-z0-9]{30,40}'),
  named('TINYBIRD_TOKEN', 'Tinybird token', 'p.eyJ', '[A-Za-z0-9_-]{40,300}\\.[A-Za-z0-9_-]{43}'),
  named('AIRTABLE_PAT', 'Airtable personal access token', 'pat', '[A-Za-z0-9]{14}\\.[a-f0-9]{64}'),
  named('AIRTABLE_KEY', 'Airtable API key', 'key', '[A-Za-z0-9]{14}', { near: ['airtable'] }),
  named('ELASTIC_TOKEN', 'Elastic service or user token', 'essu_', '[A-Za-z0-9+/=]{60,200}'),
  named('ELASTIC_TOKEN', 'Elasticsearch service token', 'AAEAAWVsYXN0aWM', '[A-Za-z0-9+/=]{30,200}'),
  named('HEX_TOKEN', 'Hex token', 'hxtp_ hxtw_', '[a-f0-9]{60,160}'),
  named('SALESFORCE_CONSUMER_KEY', 'Salesforce consumer key', '3MVG', '[A-Za-z0-9_.]{70,100}', {
    confidence: 'medium',
  }),
  named('SALESFORCE_TOKEN', 'Salesforce session', '00D', '[A-Za-z0-9]{12,15}![A-Za-z0-9._]{80,140}'),
  named('SALESFORCE_REFRESH_TOKEN', 'Salesforce refresh token', '5Aep861', '[A-Za-z0-9._]{60,90}'),
  named('CONTENTFUL_PAT', 'Contentful personal access token', 'CFPAT-', '[A-Za-z0-9_-]{43}'),
  named('PRISMIC_TOKEN', 'Prismic token', 'MC5', '[A-Za-z0-9_-]{40,120}\\.[A-Za-z0-9_-]{20,120}', {
    near: ['prismic'],
  }),
  named('MAPBOX_TOKEN', 'Mapbox secret token', 'sk.eyJ1', '[A-Za-z0-9_-]{40,200}\\.[A-Za-z0-9_-]{22}'),
  named(
    'MAPBOX_PUBLIC_TOKEN',
    'Mapbox public token',
    'pk.eyJ1',
    '[A-Za-z0-9_-]{40,200}\\.[A-Za-z0-9_-]{22}',
    { confidence: 'medium' },
  ),
];
