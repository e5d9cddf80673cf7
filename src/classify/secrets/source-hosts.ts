import { named, type NamedSecret } from './named.ts';

/** Tokens of source hosts: GitHub, GitLab, Atlassian and others. */
export const sourceHostSecrets: readonly NamedSecret[] = [
  // https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats/
  named('GITHUB_PAT', 'GitHub personal access token', 'ghp_', '[A-Za-z0-9]{36}', {
    purview: 'github-personal-access-token',
  }),
  named('GITHUB_OAUTH_TOKEN', 'GitHub OAuth access token', 'gho_', '[A-Za-z0-9]{36}'),
  named('GITHUB_APP_TOKEN', 'GitHub app token', 'ghu_ ghs_', '[A-Za-z0-9]{36}'),
  named('GITHUB_REFRESH_TOKEN', 'GitHub refresh token', 'ghr_', '[A-Za-z0-9]{36,76}'),
  named(
    'GITHUB_FINE_GRAINED_PAT',
    'GitHub fine-grained personal access token',
    'github_pat_',
    '[A-Za-z0-9_]{82}',
  ),
  // https://docs.gitlab.com/security/tokens/#token-prefixes
  named('GITLAB_PAT', 'GitLab personal access token', 'glpat-', '[A-Za-z0-9_-]{20,22}'),
  named(
    'GITLAB_PAT',
    'GitLab personal access token, routable',
    'glpat-',
    '[A-Za-z0-9_-]{27,300}\\.[0-9a-z]{2}(?:\\.[0-9a-z]{2})?[0-9a-z]{7}',
  ),
  named('GITLAB_DEPLOY_TOKEN', 'GitLab deploy token', 'gldt-', '[A-Za-z0-9_-]{20}'),
  named('GITLAB_FEED_TOKEN', 'GitLab feed token', 'glft-', '[A-Za-z0-9_-]{20,70}'),
  named('GITLAB_FEATURE_FLAG_TOKEN', 'GitLab feature flags client token', 'glffct-', '[A-Za-z0-9_-]{20}'),
  named('GITLAB_INCOMING_MAIL_TOKEN', 'GitLab incoming mail token', 'glimt-', '[A-Za-z0-9_-]{25}'),
  named('GITLAB_AGENT_TOKEN', 'GitLab agent for Kubernetes token', 'glagent-', '[A-Za-z0-9_-]{50,200}'),
  named('GITLAB_TRIGGER_TOKEN', 'GitLab pipeline trigger token', 'glptt-', '[A-Za-z0-9_-]{40}'),
  named(
    'GITLAB_RUNNER_TOKEN',
    'GitLab runner authentication token',
    'glrt- glrtr-',
    '[A-Za-z0-9_-]{20,300}(?:\\.[0-9a-z]{2}[0-9a-z]{7})?',
  ),
  named('GITLAB_RUNNER_TOKEN', 'GitLab runner registration token', 'GR1348941', '[A-Za-z0-9_-]{20}'),
  named('GITLAB_JOB_TOKEN', 'GitLab CI/CD job token', 'glcbt-', '[A-Za-z0-9]{1,6}_[A-Za-z0-9_-]{20}'),
  named('GITLAB_SCIM_TOKEN', 'GitLab SCIM token', 'glsoat-', '[A-Za-z0-9_-]{20}'),
  named('GITLAB_OAUTH_SECRET', 'GitLab OAuth application secret', 'gloas-', '[A-Za-z0-9_-]{64}'),
  named('GITLAB_WORKSPACE_TOKEN', 'GitLab workspace token', 'glwt-', '[A-Za-z0-9_-]{20,50}'),
  named('GITLAB_SESSION', 'GitLab session cookie', 'gitlab_session=', '[a-f0-9]{32}'),
  // https://support.atlassian.com/security-and-access-policies/docs/generate-api-tokens-for-accounts/
  named(
    'ATLASSIAN_TOKEN',
    'Atlassian API token',
    'ATATT3xFfGF0 ATATT3',
    '[A-Za-z0-9_-]{170,190}(?:\\\\?=[A-F0-9]{8})?',
  ),
  named('ATLASSIAN_OAUTH_TOKEN', 'Atlassian OAuth secret', 'ATOA ATSTT3', '[A-Za-z0-9_=-]{50,250}'),
  named('BITBUCKET_APP_PASSWORD', 'Bitbucket app password', 'ATBB', '[A-Za-z0-9]{32}(?:[A-F0-9]{8})?'),
  named(
    'BITBUCKET_ACCESS_TOKEN',
    'Bitbucket repository access token',
    'ATCTT3',
    '[A-Za-z0-9_-]{50,250}(?:=[A-F0-9]{8})?',
  ),
  named(
    'BITBUCKET_HTTP_TOKEN',
    'Bitbucket Data Center HTTP access token',
    'BBDC-',
    '[A-Za-z0-9+/]{40,60}={0,2}',
  ),
  named('TRELLO_TOKEN', 'Trello token', 'ATTA', '[a-f0-9]{64}[A-F0-9]{8}'),
  named(
    'SOURCEGRAPH_TOKEN',
    'Sourcegraph access token',
    'sgp_',
    '(?:(?:[a-fA-F0-9]{16}|local)_)?[a-fA-F0-9]{40}',
  ),
  named('SOURCEGRAPH_TOKEN', 'Sourcegraph Cody gateway token', 'sgd_ slk_ sgs_', '[a-f0-9]{64}'),
  named(
    'DEPLOY_KEY_URL',
    'Token in the address of a Git remote',
    'x-access-token: x-token-auth: oauth2: gitlab-ci-token:',
    '[A-Za-z0-9_.-]{20,200}',
    {
      prefixIsName: true,
    },
  ),
];
