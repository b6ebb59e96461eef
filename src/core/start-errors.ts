import { runAgain } from './call-errors.ts';
import type { ErrorsByStatus } from './error-catalogue.ts';

/** Why a function could not be started, although the request was in order. */
export const startErrors: ErrorsByStatus = {
  400: [
    [
      'NoPublishedVersion',
      'No published version',
      'There is no version to run.',
      'Publish one, or invoke $LATEST.',
    ],
    [
      'SnapStart',
      'Restore hook failed',
      'A hook failed while the snapshot was restored.',
      'Look for its error in the function’s log.',
    ],
  ],
  403: [
    [
      'EFSMountFailure S3FilesMountFailure',
      'File system not mounted',
      'Lambda could not mount it.',
      'Check the file system and the execution role’s permissions.',
    ],
  ],
  408: [
    [
      'EFSMountTimeout EFSMountConnectivity S3FilesMountTimeout S3FilesMountConnectivity',
      'File system unreachable',
      'Lambda could not reach it.',
      'Check security groups, subnets and mount targets.',
    ],
    [
      'SnapStartTimeout',
      'Restore took too long',
      'The snapshot was not restored in time.',
      'Shorten the restore hooks.',
    ],
  ],
  409: [
    [
      'ResourceConflict',
      'Function is being changed',
      'It is being created or updated.',
      'Wait until it is Active and its last update Successful.',
    ],
    [
      'SnapStartNotReady',
      'Snapshot not ready',
      'It is still being made.',
      'Wait until the version is Active.',
    ],
    [
      'SnapStartRegenerationFailure',
      'Snapshot not renewed',
      'Lambda failed to make a new one.',
      'Update the function’s configuration.',
    ],
    [
      'CodeArtifactUserPending',
      'Code is being prepared',
      'Lambda is not done with the function’s code.',
      runAgain,
    ],
    [
      'CodeArtifactUserFailed CodeArtifactUserDeleted',
      'Code is not usable',
      'It was deleted or could not be prepared.',
      'Update the function’s code.',
    ],
  ],
  410: [
    [
      'EFSIO',
      'File system error',
      'Reading or writing failed.',
      'Look in the function’s log whether it ran, and check the file system.',
    ],
  ],
  502: [
    [
      'EC2Throttled',
      'Network setup throttled',
      'EC2 limited Lambda while it set up the function’s network.',
      runAgain,
    ],
    [
      'EC2Unexpected',
      'Network setup failed',
      'EC2 gave Lambda an unexpected error.',
      'Run again; if it stays, look up the EC2 error code in the answer.',
    ],
    [
      'EC2AccessDenied',
      'No permission for the VPC',
      'The execution role may not create network interfaces.',
      'Attach AWSLambdaVPCAccessExecutionRole to it.',
    ],
    [
      'ENINotReady ResourceNotReady',
      'Function is waking up',
      'It was idle; its network is being set up again.',
      runAgain,
    ],
    [
      'ENILimitReached SubnetIPAddressLimitReached',
      'No network address left',
      'The VPC has no interface or address left.',
      'Use more or larger subnets, or raise the limit.',
    ],
    [
      'InvalidSubnetID InvalidSecurityGroupID',
      'VPC configuration is wrong',
      'A subnet or security group does not exist.',
      'Correct the function’s configuration.',
    ],
    [
      'KMSAccessDenied KMSDisabled KMSInvalidState KMSNotFound',
      'Encryption key unusable',
      'Lambda could not decrypt the environment variables.',
      'Check that the function’s KMS key exists, is enabled, and allows the execution role.',
    ],
    [
      'InvalidRuntime',
      'Runtime not supported',
      'The function’s runtime is unknown or retired.',
      'Move the function to a supported runtime.',
    ],
    [
      'InvalidZipFile',
      'Package unreadable',
      'Lambda could not unpack the function’s code.',
      'Deploy a valid package.',
    ],
  ],
};
