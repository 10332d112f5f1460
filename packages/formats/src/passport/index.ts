export { joinPassports } from './join-passports.js';
export type { ExpectedMedals, MedalsRead } from './read-medals.js';
export { readMedals } from './read-medals.js';
export type { PassportOptions, PassportsRead, PassportsSeen } from './read-passports.js';
export { noPassportsSeen, readPassports } from './read-passports.js';
export type { NamedSchool } from './school-row.js';
