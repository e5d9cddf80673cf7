import { named, type NamedSecret } from './named.ts';

/** 512 bits in base64, as keys of storage accounts and databases are. */
const KEY_512 = '[A-Za-z0-9+/]{86}==';
/** 256 bits in base64, as shared access keys are; 384 bits since Microsoft marks them with a signature of four letters. */
const KEY_256 = '[A-Za-z0-9+/]{43}=';
const ACCOUNT_KEY = 'AccountKey= accountKey= accountkey= ACCOUNT_KEY= AZURE_STORAGE_KEY=';
const SHARED_KEY = 'SharedAccessKey= sharedAccessKey= sharedaccesskey=';
const ACCESS_KEY = 'AccessKey= accessKey= accesskey= access_key=';
/** The signature of a shared access signature: 256 bits in base64, its last units percent-encoded. */
const SIGNATURE = '[A-Za-z0-9%]{43,73}%3[dD]';

const value = { prefixIsName: true, random: false } as const;

/** Keys, connection strings and signatures of Microsoft Azure. The most telling row of several comes first. */
export const azureSecrets: readonly NamedSecret[] = [
  named('AZURE_COSMOS_KEY', 'Azure Cosmos DB account key', ACCOUNT_KEY, KEY_512, {
    ...value,
    near: ['documents.azure.com', 'cosmos'],
    purview: 'azure-cosmos-db-account-access-key',
  }),
  named('AZURE_BATCH_KEY', 'Azure Batch account key', ACCOUNT_KEY, KEY_512, {
    ...value,
    near: ['batch.azure.com', 'batch.azure.net'],
  }),
  named('AZURE_STORAGE_KEY', 'Azure Storage account key', ACCOUNT_KEY, KEY_512, {
    ...value,
    purview: 'azure-storage-account-access-key',
  }),
  named('AZURE_IOT_KEY', 'Azure IoT Hub shared access key', SHARED_KEY, KEY_256, {
    ...value,
    near: ['azure-devices.net', 'hostname='],
    purview: 'azure-iot-shared-access-key',
  }),
  named('AZURE_EVENT_GRID_KEY', 'Azure Event Grid access key', `${SHARED_KEY} ${ACCESS_KEY}`, KEY_256, {
    ...value,
    near: ['eventgrid.azure.net', 'event grid', 'eventgrid'],
    purview: 'azure-eventgrid-access-key',
  }),
  named(
    'AZURE_BATCH_KEY',
    'Azure Batch shared access key',
    `${SHARED_KEY} ${ACCESS_KEY} ${ACCOUNT_KEY}`,
    KEY_256,
    {
      ...value,
      near: ['batch.azure.com', 'batch.azure.net'],
      purview: 'azure-batch-shared-access-key',
    },
  ),
  named('AZURE_SIGNALR_KEY', 'Azure SignalR access key', ACCESS_KEY, '[A-Za-z0-9+/]{42,86}={0,2}', {
    ...value,
    near: ['service.signalr.net', 'webpubsub.azure.com'],
    purview: 'azure-signalr-access-key',
  }),
  named('AZURE_SHARED_ACCESS_KEY', 'Azure Service Bus or Event Hubs shared access key', SHARED_KEY, KEY_256, {
    ...value,
    purview: 'azure-shared-access-key-web-hook-token',
  }),
  named('AZURE_SERVICE_BUS_SIGNATURE', 'Azure Service Bus shared access signature', 'sig=', SIGNATURE, {
    ...value,
    near: ['servicebus.windows.net'],
    purview: 'azure-service-bus-shared-access-signature',
  }),
  named(
    'AZURE_LOGIC_APP_SIGNATURE',
    'Azure Logic App or Power Automate signature',
    'sig=',
    '[A-Za-z0-9_%-]{43,76}',
    {
      ...value,
      near: ['logic.azure.com', 'powerplatform.com', 'powerautomate', '/triggers/'],
      purview: 'azure-logic-app-shared-access-signature',
    },
  ),
  named(
    'AZURE_STORAGE_SIGNATURE_PACKAGE',
    'Azure Storage signature for a service package',
    'sig=',
    SIGNATURE,
    {
      ...value,
      near: ['.cspkg', '.cscfg', '.vhd'],
      purview: 'azure-storage-account-shared-access-signature-high-risk-resources',
    },
  ),
  named('AZURE_STORAGE_SIGNATURE', 'Azure Storage shared access signature', 'sig=', SIGNATURE, {
    ...value,
    purview: 'azure-storage-account-shared-access-signature',
  }),
  named(
    'AZURE_DEPLOYMENT_PASSWORD',
    'Azure App Service deployment password',
    'userPWD="',
    '[A-Za-z0-9+/]{60}',
    {
      ...value,
      purview: 'azure-app-service-deployment-password',
    },
  ),
  named(
    'AZURE_FUNCTION_KEY',
    'Azure Functions key',
    'code=',
    '(?:[A-Za-z0-9+/]{54}==|[A-Za-z0-9_-]{52,56}==|[A-Za-z0-9%]{50,84}%3[dD]%3[dD])',
    {
      ...value,
      near: ['azurewebsites.net', '/api/', 'function'],
      purview: 'azure-function-master-api-key',
    },
  ),
  named('AZURE_MAPS_KEY', 'Azure Maps subscription key', 'subscription-key=', '[A-Za-z0-9_-]{43}', {
    ...value,
    near: ['atlas.microsoft.com', 'microsoft.maps', 'azure maps'],
    purview: 'azure-maps-subscription-key',
  }),
  named('AZURE_MAPS_KEY', 'Azure Maps subscription key', 'subscription-key=', '[A-Za-z0-9]{60,90}', {
    ...value,
    near: ['atlas.microsoft.com', 'microsoft.maps', 'azure maps'],
  }),
  named('BING_MAPS_KEY', 'Bing Maps key', 'key=', '[A-Za-z0-9_-]{64}', {
    ...value,
    near: ['virtualearth', 'bing', 'api/maps'],
    purview: 'microsoft-bing-maps-key',
  }),
  named(
    'AZURE_MANAGEMENT_CERTIFICATE',
    'Azure management certificate',
    'ManagementCertificate="',
    'MII[A-Za-z0-9+/]{20,19997}={0,2}',
    {
      ...value,
      purview: 'azure-subscription-management-certificate',
    },
  ),
  named(
    'PKCS12_CERTIFICATE',
    'Certificate with its private key (PKCS #12)',
    'MIIJ MIIK MIIL',
    '[A-Za-z0-9+/]{1000,19993}={0,2}',
    {
      near: ['pfx', 'pkcs12', 'p12', 'privatekey', 'private key'],
      purview: 'x-509-certificate-private-key',
    },
  ),
  named(
    'ASP_NET_MACHINE_KEY',
    'ASP.NET machine key',
    'validationKey=" decryptionKey="',
    '[0-9A-Fa-f]{32,256}',
    {
      ...value,
      purview: 'asp-net-machine-key',
    },
  ),
];
