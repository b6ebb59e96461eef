import { join } from 'node:path';
import { addressLines, awsCliLines } from './announcement.ts';
import type { StartFlags } from './flags.mjs';
import { startLambdaServer } from './lambda/lambda-server.ts';
import { onFreePort } from './listen.ts';
import { openBrowser } from './open-browser.ts';
import { builtPage } from './page/built-page.ts';
import { connectionDocument } from './page/connection.ts';
import { readPresetFolder } from './presets/preset-folder.ts';
import { presetRoute } from './presets/preset-route.ts';
import { devPage } from './page/dev-page.ts';
import { startPageServer } from './page/page-server.ts';
import { relayRoute } from './relay/relay-route.ts';
import { profileRoutes } from './profiles/profile-routes.ts';
import { isInvokeConsole } from './running-instance.ts';
import { stopOnSignal } from './stop-on-signal.ts';

/** Starts the page and the local Lambda endpoint, says where they are, and stops both on Ctrl-C. */
export async function run(flags: StartFlags, root: string): Promise<void> {
  if (flags.port !== 0 && (await isInvokeConsole(flags.port))) {
    sayRunning(flags);
    return;
  }
  const allowedOrigins = [...flags.allowOrigins];
  const lambda = await onFreePort(flags.lambdaPort, flags.port, (port) =>
    startLambdaServer({
      port,
      functionsDir: flags.functionsDir,
      region: flags.region,
      allowedOrigins: () => allowedOrigins,
      log: say,
      inspect: flags.inspect,
      cors: flags.cors,
      faultHeader: flags.faultHeader,
      ...(flags.templateFile !== null && { templateFile: flags.templateFile }),
      ...(flags.envFile !== null && { envFile: flags.envFile }),
    }),
  );
  const connection = connectionDocument(lambda, flags);
  const content = flags.dev ? await devPage(root) : builtPage(join(root, 'dist/page'));
  const page = await onFreePort(flags.port, lambda.port, (port) =>
    startPageServer({
      port,
      content,
      connection,
      routes: (ownPort) => [
        ...(flags.presetsDir === null ? [] : [presetRoute(flags.presetsDir)]),
        relayRoute({ endpoints: flags.endpoints, ownPort }),
        ...(flags.profiles ? profileRoutes() : []),
      ],
      ...presetsOf(flags.presetsDir),
    }),
  );
  allowedOrigins.push(page.origin);
  stopOnSignal([page, content, lambda]);
  warnOfOtherPorts(flags, { page: page.port, lambda: lambda.port });
  process.stdout.write(addressLines(`${page.origin}/`, lambda.url));
  say('For the AWS CLI and SDKs in another terminal:');
  process.stdout.write(awsCliLines(connection, process.platform));
  openWhenAtTerminal(flags, `${page.origin}/`);
}

function presetsOf(dir: string | null) {
  return dir === null ? {} : { presets: () => readPresetFolder(dir) };
}

/** For people, on stderr: stdout holds only what scripts read. */
function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

function sayRunning(flags: StartFlags): void {
  const url = `http://127.0.0.1:${flags.port}/`;
  say('Invoke Console runs already, with the flags of its own start. Stop it first, or take another --port.');
  process.stdout.write(`Invoke Console: ${url}\n`);
  openWhenAtTerminal(flags, url);
}

function warnOfOtherPorts(flags: StartFlags, actual: { page: number; lambda: number }): void {
  if (flags.port !== 0 && actual.page !== flags.port) {
    say(`Port ${flags.port} is taken by another program, so the page is on ${actual.page}.`);
    say(`Saved presets and history belong to http://127.0.0.1:${flags.port}/ and are not shown here.`);
  }
  if (flags.lambdaPort !== 0 && actual.lambda !== flags.lambdaPort) {
    say(
      `Port ${flags.lambdaPort} is taken by another program, so the local Lambda endpoint is on ${actual.lambda}.`,
    );
  }
}

function openWhenAtTerminal(flags: StartFlags, url: string): void {
  if (flags.open && process.stdout.isTTY) openBrowser(url);
}
