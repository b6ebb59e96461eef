import { errorResponse } from './api/api-error.ts';
import type { AccountScope } from './api/function-reference.ts';
import { requestTooLarge } from './api/invoke-request.ts';
import { createFaultPlayer, createOperations } from './api/operations.ts';
import { createRouter } from './api/router.ts';
import { createEngine, type Engine } from './engine.ts';
import type { ApiRequest } from './http/messages.ts';
import { DEFAULT_LIMITS, type HttpServer, type HttpServerOptions, listen } from './http/http-server.ts';
import { verifySignature } from './http/verify-signature.ts';
import { MAX_SYNC_REQUEST } from './limits.ts';
import type { LambdaServerOptions } from './server-options.ts';
import { KeyRing } from './sts/key-ring.ts';
import { createSts, isStsRequest } from './sts/sts-service.ts';

export type { LambdaServerOptions } from './server-options.ts';

export interface LambdaServer {
  url: string;
  port: number;
  region: string;
  accountId: string;
  /** Made afresh at each start. */
  credentials: { accessKeyId: string; secretAccessKey: string };
  /** Stops listening and ends every execution environment. */
  close(): Promise<void>;
}

/** No account of AWS can have this id. */
const ACCOUNT_ID = '000000000000';

/**
 * Starts the local Lambda endpoint on 127.0.0.1.
 * @throws Error when the functions folder, the template or the env file cannot be read; EADDRINUSE when the port is taken
 */
export async function startLambdaServer(options: LambdaServerOptions): Promise<LambdaServer> {
  const scope: AccountScope = { region: options.region, accountId: ACCOUNT_ID };
  const engine = await createEngine(options, scope);
  const now = options.now ?? (() => new Date());
  const ring = new KeyRing(ACCOUNT_ID, now);
  const verify = (service: 'lambda' | 'sts') => (request: ApiRequest) =>
    verifySignature(request, { region: options.region, service, find: (id) => ring.find(id), now });
  const sts = createSts({ accountId: ACCOUNT_ID, ring, authenticate: verify('sts') });
  const route = createRouter({
    operations: createOperations({ ...engine, scope }),
    around: createFaultPlayer({ ...engine, scope, byHeader: options.faultHeader ?? false, ring }),
    authenticate: verify('lambda'),
    log: options.log,
  });
  const http = await listenOrClose(engine, {
    port: options.port,
    limits: { ...DEFAULT_LIMITS, ...options.limits },
    corsMode: options.cors ?? 'aws',
    allowedOrigins: options.allowedOrigins,
    handle: async (request) => (isStsRequest(request) ? sts(request) : route(request)),
    tooLarge: () => errorResponse(requestTooLarge(MAX_SYNC_REQUEST)),
  });
  return {
    url: `http://127.0.0.1:${http.port}`,
    port: http.port,
    region: options.region,
    accountId: ACCOUNT_ID,
    credentials: { accessKeyId: ring.user.accessKeyId, secretAccessKey: ring.user.secretAccessKey },
    async close() {
      engine.events.close();
      await Promise.all([http.close(), engine.pool.close()]);
    },
  };
}

/** A taken port must leave nothing behind: the caller tries the next one. */
async function listenOrClose(engine: Engine, options: HttpServerOptions): Promise<HttpServer> {
  try {
    return await listen(options);
  } catch (error) {
    await engine.pool.close();
    throw error;
  }
}
