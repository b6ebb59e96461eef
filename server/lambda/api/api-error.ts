import { type ApiResponse, jsonResponse } from '../http/messages.ts';

/**
 * The errors that this endpoint can answer, as Lambda's API model has them: HTTP status, who is at fault, and
 * how the message's key is spelt (the model has both spellings). Errors of AWS's front end have no `Type`.
 */
const API_ERRORS = {
  ValidationException: [400, undefined, 'message'],
  InvalidParameterValueException: [400, 'User', 'message'],
  InvalidRequestContentException: [400, 'User', 'message'],
  IncompleteSignatureException: [403, undefined, 'message'],
  InvalidSignatureException: [403, undefined, 'message'],
  MissingAuthenticationTokenException: [403, undefined, 'message'],
  UnrecognizedClientException: [403, undefined, 'message'],
  ExpiredTokenException: [403, undefined, 'message'],
  AccessDeniedException: [403, undefined, 'Message'],
  ResourceNotFoundException: [404, 'User', 'Message'],
  UnknownOperationException: [404, undefined, 'message'],
  ResourceConflictException: [409, 'User', 'message'],
  RequestTooLargeException: [413, 'User', 'message'],
  TooManyRequestsException: [429, 'User', 'message'],
  ServiceException: [500, 'Service', 'Message'],
} as const satisfies Record<string, readonly [number, 'User' | 'Service' | undefined, 'message' | 'Message']>;

export type ApiErrorName = keyof typeof API_ERRORS;

/** Thrown by an operation, answered as JSON by the router. */
export class ApiError extends Error {
  readonly code: ApiErrorName;
  readonly members: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;

  /** @param members of the error beside its message, such as Reason */
  constructor(
    code: ApiErrorName,
    message: string,
    options: Partial<Pick<ApiError, 'members' | 'headers'>> = {},
  ) {
    super(message);
    this.code = code;
    this.members = options.members ?? {};
    this.headers = options.headers ?? {};
  }
}

export function errorResponse(error: ApiError): ApiResponse {
  const [status, type, messageKey] = API_ERRORS[error.code];
  const body = { ...error.members, ...(type && { Type: type }), [messageKey]: error.message };
  return jsonResponse(status, body, { 'x-amzn-errortype': error.code, ...error.headers });
}

/** The words of AWS's validation layer, which looks at every member before the service does. */
export function validationError(value: string, member: string, constraint: string): ApiError {
  const detail = `Value '${value}' at '${member}' failed to satisfy constraint: Member must ${constraint}`;
  return new ApiError('ValidationException', `1 validation error detected: ${detail}`);
}
