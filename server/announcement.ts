import type { ConnectionDocument } from './page/connection.ts';

/** The two addresses that scripts read from stdout once everything is ready. */
export function addressLines(pageUrl: string, lambdaUrl: string): string {
  return `Invoke Console: ${pageUrl}\nLocal Lambda: ${lambdaUrl}\n`;
}

/**
 * Lines that point the AWS CLI and SDKs of another terminal at the local endpoint. The key pair in them
 * dies with this start.
 */
export function awsCliLines(
  { endpoint, region, credentials }: ConnectionDocument,
  platform: NodeJS.Platform,
): string {
  const variables: [name: string, value: string][] = [
    ['AWS_ENDPOINT_URL_LAMBDA', endpoint],
    ['AWS_ENDPOINT_URL_STS', endpoint],
    ['AWS_REGION', region],
    ['AWS_DEFAULT_REGION', region],
    ['AWS_ACCESS_KEY_ID', credentials.accessKeyId],
    ['AWS_SECRET_ACCESS_KEY', credentials.secretAccessKey],
    // The token of another session in that terminal would be sent along and refused.
    ['AWS_SESSION_TOKEN', ''],
  ];
  const assign = platform === 'win32' ? powershell : posix;
  return variables.map(([name, value]) => `${assign(name, value)}\n`).join('');
}

function posix(name: string, value: string): string {
  return `export ${name}=${value}`;
}

function powershell(name: string, value: string): string {
  return `$env:${name}="${value}"`;
}
