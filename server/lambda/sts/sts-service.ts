import { ApiError } from '../api/api-error.ts';
import type { ApiRequest, ApiResponse } from '../http/messages.ts';
import type { KeyRing, SigningKeys } from './key-ring.ts';
import { MfaCodes } from './mfa-codes.ts';
import { stsAnswer, stsError } from './sts-answer.ts';
import { StsInput } from './sts-input.ts';
import { stsOperations } from './sts-operations.ts';

export interface StsOptions {
  accountId: string;
  ring: KeyRing;
  /** Throws an ApiError when the request is not to be trusted. */
  authenticate: (request: ApiRequest) => SigningKeys;
}

/** Whether a request is one of STS, whose only path no operation of Lambda has. */
export function isStsRequest({ method, path }: ApiRequest): boolean {
  return method === 'POST' && path === '/';
}

/** The Security Token Service beside Lambda: AWS's query protocol of 2011-06-15, on the same port. */
export function createSts({
  accountId,
  ring,
  authenticate,
}: StsOptions): (request: ApiRequest) => ApiResponse {
  const codes = new MfaCodes();
  return (request) => {
    try {
      const members = new URLSearchParams(request.body.toString('utf8'));
      const action = members.get('Action') ?? '';
      const version = members.get('Version') ?? '';
      const operation = version === VERSION ? stsOperations.get(action) : undefined;
      if (!operation) {
        throw new ApiError(
          'UnknownOperationException',
          `Could not find operation ${action} for version ${version || 'NO_VERSION_SPECIFIED'}`,
        );
      }
      const keys = authenticate(request);
      return stsAnswer(action, operation({ input: new StsInput(members), keys, ring, codes, accountId }));
    } catch (error) {
      if (error instanceof ApiError) return stsError(error);
      throw error;
    }
  };
}

const VERSION = '2011-06-15';
