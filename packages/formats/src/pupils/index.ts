export type { PupilFactsRead } from './read-pupil-facts.js';
export { readPupilFacts } from './read-pupil-facts.js';
