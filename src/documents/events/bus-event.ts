import type { EventMaker } from './event-maker.ts';
import { isoSeconds } from './times.ts';

export interface BusEvent<DetailType extends string, Detail, Source extends string = string> {
  source: Source;
  detailType: DetailType;
  detail: Detail;
  resources: string[];
  region: string;
  account: string;
}

/** What an EventBridge bus hands to its targets. */
export function busEvent<DetailType extends string, Detail, Source extends string>(
  { source, detailType, detail, resources, region, account }: BusEvent<DetailType, Detail, Source>,
  make: EventMaker,
) {
  return {
    version: '0',
    id: make.uuid(),
    'detail-type': detailType,
    source,
    account,
    time: isoSeconds(make.now),
    region,
    resources,
    detail,
  };
}
