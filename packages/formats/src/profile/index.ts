/**
 * Forms about schools: read, and what follows from them written as tables and a workbook.
 *
 * @module
 */
export { formKindsOf } from './form-kinds.js';
export type { ProfileFormName, SchoolFormName } from './profile-columns.js';
export type { ProfileForms, ProfileOptions, ProfileRead } from './profile-reader.js';
export { ProfileReader } from './profile-reader.js';
export type {
  PeriodResult,
  PossibleMarker,
  ProfiledSchool,
  ProfiledWork,
  ProfileResults,
} from './profile-results.js';
export { profileTables } from './profile-tables.js';
export { profileWorkbook } from './profile-workbook.js';
