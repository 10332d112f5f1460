/** Risk of 60 schools in a page: at once after it was opened, and again with another border. Prints both times in seconds. */
import { measuredInChromium } from './in-chromium.mjs';

const { first, again, listed } = await measuredInChromium({ 'page.js': 'risk-page.js' });
console.log(`browser ${first} ${again}`);
console.log(listed);
