import { arn, place } from './common-fields.ts';
import { base64Of } from './encodings.ts';
import { choice, json, secret, text } from './fields.ts';
import { sampleEvent } from './sample-event.ts';
import { isoMillis } from './times.ts';

const service = 'IoT';

const rule = sampleEvent({
  id: 'iot-rule',
  service,
  title: 'Rule action',
  says: 'A message matches a rule: SELECT * gives the message itself.',
  fields: { message: json('Message', '{"deviceId":"sensor-7","temperature":21.50,"unit":"C"}') },
  build: ({ message }) => message,
});

const button = sampleEvent({
  id: 'iot-button',
  service,
  title: 'Button (1-Click)',
  says: 'A button was pressed.',
  fields: {
    click: choice('Click', ['SINGLE', 'DOUBLE', 'LONG']),
    device: text('Device', 'G030PM0000000000'),
    project: text('Project', 'warehouse'),
    placement: text('Placement', 'door-3'),
    region: place.region,
  },
  build: ({ click, device, project, placement, region }, make) => ({
    deviceInfo: {
      deviceId: device,
      type: 'button',
      remainingLife: 98.7,
      attributes: {
        projectName: project,
        placementName: placement,
        deviceTemplateName: 'button',
        projectRegion: region,
      },
    },
    deviceEvent: { buttonClicked: { clickType: click, reportedTime: isoMillis(make.now) } },
    placementInfo: {
      projectName: project,
      placementName: placement,
      attributes: { floor: '2' },
      devices: { button: device },
    },
  }),
});

const authorizer = sampleEvent({
  id: 'iot-authorizer',
  service,
  title: 'Custom authorizer',
  says: 'A device wants to connect: the function decides and gives it a policy.',
  fields: {
    token: secret('Token', 'abc123'),
    client: text('Client ID', 'sensor-7'),
    username: text('User name', 'sensor-7'),
    password: secret('Password', 'not-a-real-password'),
    region: place.region,
  },
  build: ({ token, client, username, password, region }, make) => ({
    token,
    signatureVerified: false,
    protocols: ['tls' as const, 'mqtt' as const],
    protocolData: {
      tls: { serverName: `${make.lower(14)}-ats.iot.${region}.amazonaws.com` },
      mqtt: { username, password: base64Of(password), clientId: client },
    },
    connectionMetadata: { id: make.uuid() },
  }),
});

const provisioning = sampleEvent({
  id: 'iot-pre-provisioning',
  service,
  title: 'Pre-provisioning hook',
  says: 'A device asks for a certificate of its own: may be refused.',
  fields: {
    template: text('Template', 'sensors'),
    client: text('Client ID', 'sensor-7'),
    serial: text('Serial number', 'SN-000042'),
    ...place,
  },
  build: ({ template, client, serial, ...at }, make) => ({
    claimCertificateId: make.hex(64),
    certificateId: make.hex(64),
    certificatePem: `-----BEGIN CERTIFICATE-----\n${make.base64(48)}\n-----END CERTIFICATE-----\n`,
    templateArn: arn('iot', at, `provisioningtemplate/${template}`),
    clientId: client,
    parameters: { SerialNumber: serial },
  }),
});

export const iot = { rule, button, authorizer, provisioning };
