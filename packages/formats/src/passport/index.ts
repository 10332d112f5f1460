export type { ExpectedMedals, MedalsRead } from './read-medals.js';
export { readMedals } from './read-medals.js';
export type { PassportOptions, PassportsRead } from './read-passports.js';
export { readPassports } from './read-passports.js';
