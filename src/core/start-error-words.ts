import type { Words } from './error-words.ts';

/** Why a function could not be started, although the request was in order. */
export const startErrorWords: readonly Words[] = [
  [
    'NoPublishedVersionException',
    'No published version',
    'The function has no published version to run.',
    'Publish a version, or invoke $LATEST.',
  ],
  [
    'SnapStartException',
    'Restore hook failed',
    'A runtime hook failed while the snapshot was restored.',
    'Look for the hook’s error in the function’s CloudWatch log.',
  ],
  [
    'EFSMountFailureException S3FilesMountFailureException',
    'File system not mounted',
    'Lambda could not mount the function’s file system.',
    'Check the mount permissions of the execution role and the file system’s configuration.',
  ],
  [
    'EFSMountTimeoutException EFSMountConnectivityException S3FilesMountTimeoutException S3FilesMountConnectivityException',
    'File system unreachable',
    'Lambda could not reach the function’s file system in time.',
    'Check security groups, subnets and mount targets, then run again.',
  ],
  [
    'EFSIOException',
    'File system error',
    'Reading or writing the function’s file system failed.',
    'Check the file system’s state and load before running again.',
  ],
  [
    'SnapStartTimeoutException',
    'Restore took too long',
    'Restoring the snapshot, runtime hooks included, exceeded its limit.',
    'Shorten the restore hooks.',
  ],
  [
    'ResourceConflictException',
    'Function is being changed',
    'The function is being created or updated.',
    'Wait until its state is Active and its last update Successful, then run again.',
  ],
  [
    'SnapStartNotReadyException',
    'Snapshot not ready',
    'The version’s snapshot is still being made.',
    'Wait until the version is Active, then run again.',
  ],
  [
    'SnapStartRegenerationFailureException',
    'Snapshot could not be renewed',
    'Lambda failed to make a new snapshot of this version.',
    'Update the function’s configuration, which builds a new one.',
  ],
  [
    'CodeArtifactUserPendingException',
    'Code is being prepared',
    'Lambda is still preparing the function’s code.',
    'Wait a moment, then run again.',
  ],
  [
    'CodeArtifactUserFailedException CodeArtifactUserDeletedException',
    'Code is not usable',
    'The function’s code could not be prepared, or was deleted.',
    'Update the function’s code.',
  ],
  [
    'EC2ThrottledException',
    'Network setup throttled',
    'EC2 limited Lambda while it set up the function’s network.',
    'Wait a moment and run again.',
  ],
  [
    'EC2UnexpectedException',
    'Network setup failed',
    'EC2 gave Lambda an unexpected error while it set up the function’s network.',
    'Run again; if it stays, look up the EC2 error code in the answer.',
  ],
  [
    'EC2AccessDeniedException',
    'No permission for the VPC',
    'The execution role may not create network interfaces.',
    'Attach the policy AWSLambdaVPCAccessExecutionRole to the execution role.',
  ],
  [
    'ENINotReadyException ResourceNotReadyException',
    'Function is waking up',
    'The function was idle and its network is being set up again.',
    'Wait a minute and run again.',
  ],
  [
    'ENILimitReachedException SubnetIPAddressLimitReachedException',
    'No network address left',
    'The VPC has no network interface or address left for the function.',
    'Give the function more or larger subnets, or raise the limit on network interfaces.',
  ],
  [
    'InvalidSubnetIDException InvalidSecurityGroupIDException',
    'VPC configuration is wrong',
    'A subnet or security group of the function does not exist.',
    'Correct the function’s VPC configuration.',
  ],
  [
    'KMSAccessDeniedException KMSDisabledException KMSInvalidStateException KMSNotFoundException',
    'Encryption key unusable',
    'Lambda could not decrypt the environment variables with the function’s KMS key.',
    'Check that the key exists, is enabled, and that its policy allows the execution role.',
  ],
  [
    'InvalidRuntimeException',
    'Runtime not supported',
    'The function’s runtime is unknown or no longer supported.',
    'Move the function to a supported runtime.',
  ],
  [
    'InvalidZipFileException',
    'Package unreadable',
    'Lambda could not unpack the function’s code.',
    'Deploy a valid package.',
  ],
];
