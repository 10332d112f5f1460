/** Which subject an exam is about: by its name, and only without a name by its code. @module */
import { subjectIn } from '../assessment-identity.js';
import type { NamedExam } from './exam-line.js';

export type ExamProgramme = 'ОГЭ' | 'ЕГЭ';

/** The subject, absent where the name says none and the code is not known for this programme. */
export function examSubject({ name, code }: NamedExam, programme: ExamProgramme): string | undefined {
  if (name !== '' && !/^резерв/i.test(name)) return subjectOfName(name, programme);
  return code === undefined ? undefined : CODES[programme].get(code);
}

/** Codes mean different subjects in the two programmes: 12 is German in one and social studies in the other. */
const CODES: Readonly<Record<ExamProgramme, ReadonlyMap<string, string>>> = {
  ОГЭ: new Map([
    ['01', 'Русский язык'],
    ['02', 'Математика'],
    ['03', 'Физика'],
    ['04', 'Химия'],
    ['05', 'Информатика'],
    ['06', 'Биология'],
    ['07', 'История'],
    ['08', 'География'],
    ['09', 'Обществознание'],
    ['10', 'Литература'],
    ['11', 'Английский язык'],
    ['12', 'Немецкий язык'],
    ['13', 'Французский язык'],
    ['14', 'Испанский язык'],
    ['18', 'Родной язык'],
  ]),
  // Only codes that were seen in protocols; the rest has no source.
  ЕГЭ: new Map([
    ['01', 'Русский язык'],
    ['12', 'Обществознание'],
  ]),
};

function subjectOfName(name: string, programme: ExamProgramme): string {
  // «Родной русский язык» and «Родная литература» are subjects of their own.
  const known = /родн/i.test(name) ? undefined : subjectIn(name);
  if (known === undefined) return `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
  if (known === 'Математика' && programme === 'ЕГЭ') {
    if (/баз/i.test(name)) return BASIC_MATHEMATICS;
    if (/проф/i.test(name)) return 'Математика профильная';
  }
  return /язык/i.test(known) && /устн|говорени/i.test(name) ? `${known} (устно)` : known;
}

/** The one ЕГЭ whose result is a mark. */
export const BASIC_MATHEMATICS = 'Математика базовая';
