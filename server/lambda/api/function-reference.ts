import { MAX_FUNCTION_NAME_CHARS, MAX_QUALIFIER_CHARS } from '../limits.ts';
import { ApiError, validationError } from './api-error.ts';

export interface FunctionReference {
  name: string;
  /** As asked for, in the name or beside it. */
  qualifier: string | undefined;
}

export interface AccountScope {
  region: string;
  accountId: string;
}

const NAME_PATTERN =
  '(arn:(aws[a-zA-Z-]*)?:lambda:(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:\\d{12}:|(((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:)?(\\d{12}:)?))(function:)?([a-zA-Z0-9-_\\.]+)(:(\\$LATEST(\\.PUBLISHED)?|[a-zA-Z0-9-_]+))?';
const QUALIFIER_PATTERN = '\\$(LATEST(\\.PUBLISHED)?)|[a-zA-Z0-9-_$]+';
const nameExpression = new RegExp(`^(?:${NAME_PATTERN})$`);
const qualifierExpression = new RegExp(`^(?:${QUALIFIER_PATTERN})$`);
/** Region, account, name and qualifier out of a text that satisfies the pattern. */
const partsExpression =
  /^(?:arn:[^:]*:lambda:)?(?:(?<region>[a-z-]+-\d):)?(?:(?<account>\d{12}):)?(?:function:)?(?<name>[^:]+)(?::(?<qualifier>[^:]+))?$/;

/**
 * Reads FunctionName (a name, `name:qualifier`, a partial or a full ARN) and Qualifier of a request.
 * @throws ApiError ValidationException, InvalidParameterValueException, or not found when the ARN is another
 * region's or account's
 */
export function parseFunctionReference(
  functionName: string,
  qualifier: string | undefined,
  scope: AccountScope,
): FunctionReference {
  checkPatterns(functionName, qualifier);
  const parts = partsExpression.exec(functionName)?.groups ?? {};
  const { region, account, name = '', qualifier: inName } = parts;
  if (region !== undefined && region !== scope.region) {
    const message = `Functions from '${region}' are not reachable in this region ('${scope.region}')`;
    throw new ApiError('ResourceNotFoundException', message);
  }
  if (account !== undefined && account !== scope.accountId) {
    const resource = `arn:aws:lambda:${scope.region}:${account}:function:${name}`;
    const user = `arn:aws:iam::${scope.accountId}:user/local`;
    throw new ApiError(
      'AccessDeniedException',
      `User: ${user} is not authorized to perform: lambda:InvokeFunction on resource: ${resource} because no resource-based policy allows the lambda:InvokeFunction action`,
    );
  }
  if (inName !== undefined && qualifier !== undefined && inName !== qualifier) {
    throw new ApiError(
      'InvalidParameterValueException',
      'The derived qualifier from the function name does not match the specified qualifier.',
    );
  }
  return { name, qualifier: inName ?? qualifier };
}

export function functionArn(name: string, scope: AccountScope, qualifier?: string): string {
  const arn = `arn:aws:lambda:${scope.region}:${scope.accountId}:function:${name}`;
  return qualifier === undefined ? arn : `${arn}:${qualifier}`;
}

function checkPatterns(functionName: string, qualifier: string | undefined): void {
  if (functionName.length > MAX_FUNCTION_NAME_CHARS) {
    throw validationError(
      functionName,
      'functionName',
      `have length less than or equal to ${MAX_FUNCTION_NAME_CHARS}`,
    );
  }
  if (!nameExpression.test(functionName)) {
    throw validationError(
      functionName,
      'functionName',
      `satisfy regular expression pattern: ${NAME_PATTERN}`,
    );
  }
  if (qualifier === undefined) return;
  if (qualifier.length < 1) throw validationError('', 'qualifier', 'have length greater than or equal to 1');
  if (qualifier.length > MAX_QUALIFIER_CHARS) {
    throw validationError(qualifier, 'qualifier', `have length less than or equal to ${MAX_QUALIFIER_CHARS}`);
  }
  if (!qualifierExpression.test(qualifier)) {
    throw validationError(qualifier, 'qualifier', `satisfy regular expression pattern: ${QUALIFIER_PATTERN}`);
  }
}
