import { busEvent } from './bus-event.ts';
import { arn, place } from './common-fields.ts';
import type { EventMaker } from './event-maker.ts';
import { choice, text } from './fields.ts';
import { sampleEvent } from './sample-event.ts';
import { isoMillis } from './times.ts';

const service = 'EventBridge';
const eventType = 'eventbridge';

const pipeline = sampleEvent({
  id: 'eventbridge-codepipeline',
  service,
  title: 'CodePipeline execution state',
  says: 'An execution of a pipeline has changed its state.',
  eventType,
  fields: {
    pipeline: text('Pipeline', 'orders-release'),
    state: choice('State', ['SUCCEEDED', 'STARTED', 'RESUMED', 'FAILED', 'CANCELED', 'SUPERSEDED']),
    ...place,
  },
  build: ({ pipeline: name, state, ...at }, make) =>
    busEvent(
      {
        ...at,
        source: 'aws.codepipeline',
        detailType: 'CodePipeline Pipeline Execution State Change',
        resources: [arn('codepipeline', at, name)],
        detail: { pipeline: name, 'execution-id': make.uuid(), state, version: 3 },
      },
      make,
    ),
});

const build = sampleEvent({
  id: 'eventbridge-codebuild',
  service,
  title: 'CodeBuild build state',
  says: 'A build has begun or ended.',
  eventType,
  fields: {
    project: text('Project', 'orders-build'),
    status: choice('Status', ['SUCCEEDED', 'IN_PROGRESS', 'FAILED', 'STOPPED']),
    ...place,
  },
  build: ({ project, status, ...at }, make) => {
    const stream = make.uuid();
    const buildArn = arn('codebuild', at, `build/${project}:${stream}`);
    return busEvent(
      {
        ...at,
        source: 'aws.codebuild',
        detailType: 'CodeBuild Build State Change',
        resources: [buildArn],
        detail: {
          'build-status': status,
          'project-name': project,
          'build-id': buildArn,
          'current-phase': 'COMPLETED' as const,
          'current-phase-context': '[]',
          version: '1',
          'additional-information': information(
            { ...at, project, stream, isComplete: status !== 'IN_PROGRESS' },
            make,
          ),
        },
      },
      make,
    );
  },
});

/** What a build tells beyond its state. */
function information(
  {
    project,
    stream,
    isComplete,
    region,
  }: { project: string; stream: string; isComplete: boolean; region: string },
  make: EventMaker,
) {
  const group = `/aws/codebuild/${project}`;
  return {
    cache: { type: 'NO_CACHE' as const },
    'build-number': 42,
    'timeout-in-minutes': 60,
    'build-complete': isComplete,
    initiator: 'codepipeline/orders-release',
    'build-start-time': isoMillis(make.at(-90_000)),
    source: {
      buildspec: 'buildspec.yml',
      location: `https://example.com/${project}.git`,
      type: 'CODEPIPELINE' as const,
    },
    'source-version': arn('s3', { region: '', account: '' }, `${project}-artifacts/source.zip`),
    artifact: { location: arn('s3', { region: '', account: '' }, `${project}-artifacts/build.zip`) },
    environment: {
      image: 'aws/codebuild/amazonlinux-x86_64-standard:5.0',
      'privileged-mode': false,
      'compute-type': 'BUILD_GENERAL1_SMALL' as const,
      type: 'LINUX_CONTAINER' as const,
      'environment-variables': [],
    },
    'project-file-system-locations': [] as [],
    logs: {
      'group-name': group,
      'stream-name': stream,
      'deep-link': `https://console.aws.amazon.com/cloudwatch/home?region=${region}#logEvent:group=${group};stream=${stream}`,
    },
    phases: [
      {
        'phase-type': 'BUILD' as const,
        'phase-status': 'SUCCEEDED' as const,
        'phase-context': [],
        'start-time': isoMillis(make.at(-60_000)),
        'end-time': isoMillis(make.at(-20_000)),
        'duration-in-seconds': 40,
      },
      { 'phase-type': 'COMPLETED' as const, 'start-time': isoMillis(make.now) },
    ],
    'queued-timeout-in-minutes': 480,
  };
}

const imagePush = sampleEvent({
  id: 'eventbridge-ecr-push',
  service,
  title: 'ECR image action',
  says: 'An image was pushed to or deleted from a repository.',
  eventType,
  fields: {
    repository: text('Repository', 'orders'),
    tag: text('Image tag', 'v1.4.2'),
    action: choice('Action', ['PUSH', 'DELETE']),
    ...place,
  },
  build: ({ repository, tag, action, ...at }, make) =>
    busEvent(
      {
        ...at,
        source: 'aws.ecr',
        detailType: 'ECR Image Action',
        resources: [],
        detail: {
          result: 'SUCCESS',
          'repository-name': repository,
          'image-digest': `sha256:${make.hex(64)}`,
          'action-type': action,
          'image-tag': tag,
        },
      },
      make,
    ),
});

export const eventBridgeCode = { pipeline, build, imagePush };
