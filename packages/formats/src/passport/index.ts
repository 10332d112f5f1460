export type { PassportOptions, PassportsRead } from './read-passports.js';
export { readPassports } from './read-passports.js';
