import type { BrowserContext, ConsoleMessage, Page } from 'playwright/test';

/** Watches every page of a context for what no user story may cause; `problems` is empty in a good run. */
export interface PageGuard {
  problems: readonly string[];
}

export interface GuardOptions {
  /** True for stories about answers that CORS hides: Chromium writes an error for each. @default false */
  corsRefusals?: boolean;
  /** True for stories whose page is meant to crash. @default false */
  crashes?: boolean;
  /** Origins that the story answers itself, so that nothing leaves this machine. @default none */
  answered?: readonly string[];
}

/**
 * Collects violations of the page's own security policy, uncaught errors, errors on the console, and any
 * request that leaves this machine.
 */
export async function guardPages(context: BrowserContext, options: GuardOptions = {}): Promise<PageGuard> {
  const problems: string[] = [];
  await context.exposeBinding('reportPolicyViolation', (_source, text: string) => {
    problems.push(`Content-Security-Policy violation: ${text}`);
  });
  await context.addInitScript(reportPolicyViolations);
  context.on('page', (page) => watchPage(page, { ...options, problems }));
  context.on('request', (request) => {
    if (!isLocal(request.url()) && !options.answered?.includes(new URL(request.url()).origin))
      problems.push(`request to another machine: ${request.method()} ${request.url()}`);
  });
  return { problems };
}

interface Watch extends GuardOptions {
  problems: string[];
}

function watchPage(page: Page, { problems, corsRefusals = false, crashes = false }: Watch): void {
  page.on('pageerror', (error) => problems.push(`uncaught error: ${error.stack ?? error.message}`));
  page.on('crash', () => crashes || problems.push('the page crashed'));
  page.on('console', (message) => {
    if (isProblem(message) && !(corsRefusals && isCorsRefusal(message)))
      problems.push(`console error: ${message.text()}`);
  });
}

/** Chromium writes a line for each 4xx and 5xx answer and each lost connection; stories about errors cause those. */
function isProblem(message: ConsoleMessage): boolean {
  return message.type() === 'error' && !message.text().startsWith('Failed to load resource:');
}

function isCorsRefusal(message: ConsoleMessage): boolean {
  return message.text().includes('has been blocked by CORS policy');
}

function isLocal(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return protocol === 'data:' || protocol === 'blob:' || hostname === '127.0.0.1' || hostname === 'localhost';
}

/** Runs in the page, before any of its own scripts. */
function reportPolicyViolations(): void {
  document.addEventListener('securitypolicyviolation', (event) => {
    const report = Reflect.get(window, 'reportPolicyViolation');
    if (typeof report !== 'function') return;
    report(
      `${event.effectiveDirective} blocked ${event.blockedURI} at ${event.sourceFile}:${event.lineNumber} ${event.sample}`,
    );
  });
}
