/**
 * The analysis of a csv in Chromium, in a worker as the workbench does it. Prints seconds from the moment the file is
 * in memory until the tables of solve rates exist, and the longest time the page stood still.
 */
import { dirname } from 'node:path';
import { measuredInChromium } from './in-chromium.mjs';

const [file] = process.argv.slice(2);
const { seconds, stood, checksum } = await measuredInChromium(
  { 'page.js': 'browser-page.js', 'worker.js': 'browser-worker.js' },
  dirname(file),
);
console.log(`browser ${seconds} ${stood}`);
console.log(checksum);
