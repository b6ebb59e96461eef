import { openMeasure, startMeasuring } from '../more-ways.ts';
import { photograph } from './picture.ts';
import type { Prepare } from './picture.ts';

/** Measuring: before, well, with errors, and without a log. */
const states: Record<string, Prepare> = {
  'measure-plan': async (console) => {
    await console.chooseFunction('greeting');
    await openMeasure(console.page);
  },
  'measure-well': async (console) => {
    await console.chooseFunction('greeting');
    await console.pastePayload('{"name": "Ada"}');
    await openMeasure(console.page);
    await startMeasuring(console.page, { runs: 60, concurrency: 3 });
  },
  'measure-errors': async (console) => {
    await console.chooseFunction('throws');
    await console.pastePayload('{"name": "Ada"}');
    await openMeasure(console.page);
    await startMeasuring(console.page, { runs: 12, concurrency: 2 });
  },
  'measure-event': async (console) => {
    await console.chooseFunction('hello');
    await console.chooseType('Event');
    await openMeasure(console.page);
    await startMeasuring(console.page, { runs: 12, concurrency: 1 });
  },
};

photograph(states);
