import { joinSchools } from './join-schools.js';
import type { Tally } from './tally.js';
import { tellSchoolsApart } from './tell-schools-apart.js';

/**
 * Makes of what files call schools the schools that there are: logins of one school are joined ({@link joinSchools}),
 * schools of one name are told apart ({@link tellSchoolsApart}). The last step after reading and before counting.
 *
 * @param apart - logins that a register of schools says are different schools.
 */
export function settleSchools(tally: Tally, apart: ReadonlySet<string> = new Set()): Tally {
  return tellSchoolsApart(joinSchools(tally, apart));
}
