/** What a refusal for want of permission names, and the statement that would grant it. */
export interface MissingPermission {
  principal: string | undefined;
  action: string;
  resources: readonly string[];
  /** A statement denies it: no other one can grant it. */
  isDenied: boolean;
  /** Which kind of policy stands in the way, in AWS's words. */
  policy: string | undefined;
}

export interface PermissionContext {
  region: string;
  accountId: string | null;
  functionName: string;
}

/** Reads AWS's message; what it leaves out comes from the request. */
export function missingPermission(message: string, context: PermissionContext): MissingPermission {
  const [, principal] = /^User: (\S+) is not/.exec(message) ?? [];
  const [, action = 'lambda:InvokeFunction'] =
    /not authorized to perform: ([\w-]+:[\w*]+)/.exec(message) ?? [];
  const [, resource] = /on resource: (arn:[^\s,]+?)[.,]?(?:\s|$)/.exec(message) ?? [];
  const [, policy] =
    /(?:because no|deny in an?|denied by an?) ([\w -]+?(?:policy|boundary))\b/i.exec(message) ?? [];
  const arn = resource ?? functionArn(context);
  return {
    principal,
    action,
    resources: action === 'lambda:InvokeFunction' ? withQualifiers(arn) : [arn],
    isDenied: /explicit deny/i.test(message),
    policy,
  };
}

/** An identity-based statement, ready to be pasted into a policy. */
export function iamStatement({ action, resources }: MissingPermission): string {
  const [first] = resources;
  const Resource = resources.length === 1 ? first : resources;
  return JSON.stringify({ Effect: 'Allow', Action: action, Resource }, null, 2);
}

/** A statement for the function alone does not cover its versions and aliases. */
function withQualifiers(arn: string): string[] {
  const parts = arn.split(':');
  const name = parts.slice(0, 7).join(':');
  return parts[5] === 'function' ? [name, `${name}:*`] : [arn];
}

function functionArn({ region, accountId, functionName }: PermissionContext): string {
  if (functionName.startsWith('arn:')) return functionName;
  const name = functionName.split(':').at(functionName.includes(':function:') ? -1 : 0) ?? functionName;
  return `arn:${partitionName(region)}:lambda:${region}:${accountId ?? '*'}:function:${name}`;
}

function partitionName(region: string): string {
  const found = partitions.find(([prefix]) => region.startsWith(prefix));
  return found?.[1] ?? 'aws';
}

const partitions = [
  ['cn-', 'aws-cn'],
  ['us-gov-', 'aws-us-gov'],
  ['eusc-', 'aws-eusc'],
  ['us-iso-', 'aws-iso'],
  ['us-isob-', 'aws-iso-b'],
  ['eu-isoe-', 'aws-iso-e'],
  ['us-isof-', 'aws-iso-f'],
] as const;
