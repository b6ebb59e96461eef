import { arn, place } from './common-fields.ts';
import { base64Of } from './encodings.ts';
import { choice, long, text } from './fields.ts';
import { sampleEvent } from './sample-event.ts';
import { isoOffset } from './times.ts';

const pipelineJob = sampleEvent({
  id: 'codepipeline-job',
  service: 'CodePipeline',
  title: 'Job of an invoke action',
  says: 'A pipeline calls a function, which reports back by PutJobSuccessResult. The credentials are made up.',
  fields: {
    functionName: text('Function', 'orders-smoke-test'),
    parameters: long('User parameters', '{"url":"https://example.com/health"}'),
    bucket: text('Artifact bucket', 'pipeline-artifacts'),
    artifact: text('Input artifact', 'BuildOutput'),
    account: place.account,
  },
  build: ({ functionName, parameters, bucket, artifact, account }, make) => ({
    'CodePipeline.job': {
      id: make.uuid(),
      accountId: account,
      data: {
        actionConfiguration: {
          configuration: { FunctionName: functionName, UserParameters: parameters },
        },
        inputArtifacts: [
          {
            name: artifact,
            revision: make.hex(40),
            location: {
              type: 'S3' as const,
              s3Location: {
                bucketName: bucket,
                objectKey: `orders-release/${artifact}/${make.letters(7)}.zip`,
              },
            },
          },
        ],
        outputArtifacts: [],
        artifactCredentials: {
          accessKeyId: 'made-up-access-key-id',
          secretAccessKey: 'made-up-secret',
          sessionToken: 'made-up-session-token',
        },
      },
    },
  }),
});

const commit = sampleEvent({
  id: 'codecommit',
  service: 'CodeCommit',
  title: 'Repository trigger',
  says: 'Someone has pushed to a branch, or made or deleted one.',
  fields: {
    repository: text('Repository', 'orders'),
    branch: text('Branch', 'main'),
    change: choice('Change', ['updated', 'created', 'deleted']),
    customData: text('Custom data', ''),
    ...place,
  },
  build: ({ repository, branch, change, customData, ...at }, make) => ({
    Records: [
      {
        awsRegion: at.region,
        codecommit: {
          references: [
            {
              commit: make.hex(40),
              ...(change === 'created' ? { created: true } : {}),
              ...(change === 'deleted' ? { deleted: true } : {}),
              ref: `refs/heads/${branch}`,
            },
          ],
        },
        ...(customData === '' ? {} : { customData }),
        eventId: make.uuid(),
        eventName: 'ReferenceChanges',
        eventPartNumber: 1,
        eventSource: 'aws:codecommit',
        eventSourceARN: arn('codecommit', at, repository),
        eventTime: isoOffset(make.now),
        eventTotalParts: 1,
        eventTriggerConfigId: make.uuid(),
        eventTriggerName: 'build-on-push',
        eventVersion: '1.0',
        userIdentityARN: arn('iam', { region: '', account: at.account }, 'user/ada'),
      },
    ],
  }),
});

const deployHook = sampleEvent({
  id: 'codedeploy-hook',
  service: 'CodeDeploy',
  title: 'Lifecycle event hook',
  says: 'A deployment asks a function to check it, before or after traffic moves.',
  fields: { deployment: text('Deployment', 'd-EXAMPLE11') },
  build: ({ deployment }, make) => ({
    DeploymentId: deployment,
    LifecycleEventHookExecutionId: base64Of(
      JSON.stringify({ encryptedData: make.base64(90), ivParameterSpec: make.base64(12) }),
    ),
  }),
});

export const code = { pipelineJob, commit, deployHook };
