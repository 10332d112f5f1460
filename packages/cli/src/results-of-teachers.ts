/**
 * Results that hypotheses about teachers rest on: tallies, or tables of pupils' results.
 *
 * @module
 */
import type { Language, ReadingRecord } from '@orientir/core/foundation';
import { settleSchools, summarise, TallySum } from '@orientir/core/tally';
import type { TeacherDeficits, TeacherOfClasses } from '@orientir/core/teacher-deficits';
import { teacherDeficits, withTeachersOfClasses } from '@orientir/core/teacher-deficits';
import { readInputs } from '@orientir/formats/readers';
import { schoolsOf } from './analyze/school-facts-in.js';
import { inputFiles } from './input-files.js';
import { textsOf } from './texts.js';
import type { Voice } from './voice.js';

/** Results, and what they say of teachers once it is known which schools and classes are whose. */
export interface ResultsOfTeachers {
  readonly record: ReadingRecord;
  /**
   * Schools of teachers are those of the table of teachers, found among the schools of the results; classes stand for
   * teachers whom the results do not name. Absent where there is nobody then.
   */
  deficitsOf(teachers: readonly TeacherOfClasses[]): TeacherDeficits | undefined;
}

/**
 * Reads all inputs as one body of results.
 *
 * @param without - files that lie beside the results and are read elsewhere.
 * @throws {InputMissing}
 */
export async function resultsOfTeachers(
  inputs: readonly string[],
  without: readonly string[],
  language: Language,
  voice: Voice,
): Promise<ResultsOfTeachers> {
  const sum = new TallySum();
  const record = await readInputs(await inputFiles(inputs, without), {
    onTally: (tally) => sum.addTally(tally),
    onProgress: ({ phase, file, done, of }) => {
      if (phase === 'reading') voice.progress(textsOf(language).reading(done + 1, of, file));
    },
  });
  voice.progress('');
  const tally = settleSchools(sum.tally(), record.schools.apart);
  const counted = schoolsOf(tally);
  return {
    record,
    deficitsOf: (given) => {
      // By its id, another of its logins, or the digits of it.
      const teachers = given.map(({ school, ...rest }) => {
        const found =
          school === undefined ? undefined : (record.schools.resolve(school) ?? counted.resolve(school));
        return found === undefined ? rest : { ...rest, school: found.id };
      });
      const summaries = [...summarise(withTeachersOfClasses(tally, teachers))];
      if (summaries.every((of) => of.teachers.length === 0)) return undefined;
      return teacherDeficits(summaries, {
        schoolOf: new Map(
          teachers.flatMap((of) => ('school' in of ? [[of.teacher, of.school] as const] : [])),
        ),
      });
    },
  };
}
