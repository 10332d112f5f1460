export type { SchoolListRead } from './read-school-list.js';
export { readSchoolList } from './read-school-list.js';
export { distinctSchoolNames, normaliseSchoolName, schoolCandidates } from './school-names.js';
export type { School, UnknownSchool } from './school-registry.js';
export { parseSchools, SchoolRegistry } from './school-registry.js';
