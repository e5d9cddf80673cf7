/**
 * The credential types of Microsoft Purview by name and GUID
 * (https://learn.microsoft.com/purview/sit-sensitive-information-type-entity-definitions, "All credentials").
 */
const credentialTypes = {
  'amazon-s3-client-secret-access-key': [
    'Amazon S3 Client Secret Access Key',
    '881b8266-702b-4ebc-9c27-ea38c3765ab5',
  ],
  'asp-net-machine-key': ['ASP.NET Machine Key', '55e47f22-402c-486f-9779-f82430d2eee4'],
  'azure-app-service-deployment-password': [
    'Azure App Service Deployment Password',
    'ad0a2311-d91f-468c-bd00-925f8991d3e1',
  ],
  'azure-batch-shared-access-key': ['Azure Batch Shared Access Key', '933284b2-12cf-4bd1-86df-c5300681ab79'],
  'azure-bot-framework-secret-key': [
    'Azure Bot Framework Secret Key',
    '37e2bc99-1346-4a68-bd16-267e784711d1',
  ],
  'azure-bot-service-app-secret': ['Azure Bot Service App Secret', '03ffa580-cd25-4df2-9a3e-fb9622cdeac1'],
  'azure-cognitive-search-api-key': [
    'Azure Cognitive Search API Key',
    '954d61cd-e0d0-4466-9bfe-f54b4e9714df',
  ],
  'azure-cognitive-service-key': ['Azure Cognitive Service Key', '91704742-2d51-4c3e-928b-f0600b55edb6'],
  'azure-container-registry-access-key': [
    'Azure Container Registry Access Key',
    'c5dcd46a-068f-4e19-a093-c91b4e19055a',
  ],
  'azure-cosmos-db-account-access-key': [
    'Azure COSMOS DB Account Access Key',
    'aa9b9abb-0c21-4e27-8393-cc1a8c9c407f',
  ],
  'azure-databricks-personal-access-token': [
    'Azure Databricks Personal Access Token',
    'b70cb1d1-3c98-436f-b63e-f61f3503e407',
  ],
  'azure-devops-app-secret': ['Azure DevOps App Secret', '2d9471ab-72e3-4512-99ee-652482362107'],
  'azure-devops-personal-access-token': [
    'Azure DevOps Personal Access Token',
    '04749030-d045-4a81-905a-dd4e48f880a2',
  ],
  'azure-eventgrid-access-key': ['Azure EventGrid Access Key', 'ccb6a7c2-1693-487b-8912-90788d74b906'],
  'azure-function-master-api-key': [
    'Azure Function Master / API Key',
    'f03131f9-b7f2-4ec7-856d-39e814614334',
  ],
  'azure-iot-shared-access-key': ['Azure IoT Shared Access Key', 'a24bd725-5c89-4705-a406-6c3cf7535e45'],
  'azure-logic-app-shared-access-signature': [
    'Azure Logic App Shared Access Signature',
    '04a87f1b-b1fe-4f2f-8898-4d32d968372a',
  ],
  'azure-machine-learning-web-service-api-key': [
    'Azure Machine Learning Web Service API Key',
    '209902e2-e787-4c1f-9fd3-41943cb02e95',
  ],
  'azure-maps-subscription-key': ['Azure Maps Subscription Key', '93e77273-df14-4d35-ab29-77c606b6589f'],
  'azure-redis-cache-connection-string-password': [
    'Azure Redis Cache Connection String Password',
    'b96e960c-b899-4fbf-9a38-5b8e91c1179a',
  ],
  'azure-service-bus-shared-access-signature': [
    'Azure Service Bus Shared Access Signature',
    'f4ac21a7-a3d9-4291-9094-f54eb94bff5c',
  ],
  'azure-shared-access-key-web-hook-token': [
    'Azure Shared Access Key / Web Hook Token',
    '287cbe68-26fb-42cf-993a-78890b46a1fa',
  ],
  'azure-signalr-access-key': ['Azure SignalR Access Key', '158bc166-89fe-44ff-bb4c-0704f8b3f2dd'],
  'azure-sql-connection-string': ['Azure SQL Connection String', '52974858-9b9c-47bb-99d0-67fa1968c3c5'],
  'azure-storage-account-access-key': [
    'Azure Storage Account Access Key',
    '5500fb81-47f7-471d-9de3-2b781487342d',
  ],
  'azure-storage-account-shared-access-signature': [
    'Azure Storage Account Shared Access Signature',
    '7a47fadd-6969-4e19-af75-33e6d584d1be',
  ],
  'azure-storage-account-shared-access-signature-high-risk-resources': [
    'Azure Storage Account Shared Access Signature for High Risk Resources',
    'f522138f-ba06-4c00-8db0-dea5c22f6f58',
  ],
  'azure-subscription-management-certificate': [
    'Azure Subscription Management Certificate',
    '9b9c114b-1ee1-4ce2-a712-d0117d57dbeb',
  ],
  'client-secret-api-key': ['Client Secret / Api Key', '64ab8b8c-cb50-4e2c-97e5-2a1699a850e2'],
  'general-password': ['General Password', '24a90d49-519b-4689-aa13-f35c47cc40c3'],
  'general-symmetric-key': ['General Symmetric Key', '664cfcd3-afdb-4fe2-b417-c2040ddd960d'],
  'github-personal-access-token': ['GitHub Personal Access Token', '927cd1e7-8377-4df3-9bc3-fabdaef94787'],
  'google-api-key': ['Google API key', '9bea20ec-764d-4987-88a1-093bbbacadd2'],
  'http-authorization-header': ['Http Authorization Header', '193c16a6-58cb-4d8a-adf0-7cbad55e0734'],
  'microsoft-bing-maps-key': ['Microsoft Bing Maps Key', 'c1ce0e56-014f-40c0-a268-e702117a60e3'],
  'azure-ad-client-access-token': [
    'Microsoft Entra Client Access Token',
    'f61444f3-b87e-4c16-b835-b588033db6b7',
  ],
  'azure-ad-client-secret': ['Microsoft Entra Client Secret', 'd820a2f1-46ef-4220-957e-6eb9abc1aadb'],
  'azure-ad-user-credentials': ['Microsoft Entra User Credentials', 'b7d05856-6d0a-4488-b4a8-1b5c48bab75a'],
  'slack-access-token': ['Slack Access Token', '1ac53bfc-5956-49ae-b4b6-7087bf0cfc88'],
  'user-login-credentials': ['User Login Credentials', '2de77d45-9d47-4ce2-990d-18e26b487194'],
  'x-509-certificate-private-key': ['X.509 Certificate Private Key', '417b111d-1909-4457-b686-d6470b29a7ec'],
} as const;

export type PurviewSlug = keyof typeof credentialTypes;

/** Every credential type of Purview that some detector must carry. */
export const purviewSlugs = Object.keys(credentialTypes) as readonly PurviewSlug[];

/** A type of Purview as detectors carry it. */
export function purviewType(slug: PurviewSlug): { readonly name: string; readonly id: string } {
  const [name, id] = credentialTypes[slug];
  return { name, id };
}
