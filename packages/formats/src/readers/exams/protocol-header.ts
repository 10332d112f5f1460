/** Recognises the header of a protocol or of a list of appeals, in Russian or as the exam system exports it. @module */
import { inCyrillic } from '../../lookalikes.js';
import type { ExamProgramme } from './exam-subject.js';

export type ProtocolRole =
  | 'school'
  | 'municipality'
  | 'class'
  | 'pupil'
  | 'surname'
  | 'firstName'
  | 'secondName'
  | 'variant'
  | 'short'
  | 'long'
  | 'total'
  | 'mark'
  | 'score'
  | 'exam'
  | 'appeal';

export interface ProtocolHeader {
  readonly kind: 'exam-protocol' | 'exam-appeals';
  readonly roles: ReadonlyMap<ProtocolRole, number>;
  /** Columns with a header of any kind, ascending: merged cells reach up to the next of them. */
  readonly columns: readonly number[];
}

/** The header in these cells; absent when they are none. */
export function protocolHeader(cells: readonly string[]): ProtocolHeader | undefined {
  const roles = rolesOf(cells);
  const person = roles.has('pupil') || roles.has('surname') || roles.has('school');
  const answers = roles.has('short') || roles.has('long');
  const isAppeals = roles.has('appeal') && roles.has('surname') !== roles.has('pupil');
  // Columns of results may follow in a second line, under a merged cell.
  if (!isAppeals && !(person && answers)) return undefined;
  return {
    kind: isAppeals ? 'exam-appeals' : 'exam-protocol',
    roles,
    columns: cells.flatMap((text, column) => (text === '' ? [] : [column])),
  };
}

/** A second line of a header, under merged cells: what it adds. Absent when the line is none. */
export function furtherHeader(header: ProtocolHeader, cells: readonly string[]): ProtocolHeader | undefined {
  const added = rolesOf(cells);
  if (added.size === 0) return undefined;
  // Of two equal columns («до» and «после апелляции») the last one holds what is in force.
  return {
    ...header,
    roles: new Map([...header.roles, ...added]),
    columns: cells
      .map((text, column) => (text === '' ? -1 : column))
      .concat(header.columns)
      .filter((column) => column >= 0)
      .sort((one, other) => one - other),
  };
}

/** ОГЭ ends in a mark, ЕГЭ in a test score; where the header has neither, the class tells. */
export function programmeOf({ roles }: ProtocolHeader, classId: string): ExamProgramme | undefined {
  if (roles.has('score')) return 'ЕГЭ';
  const grade = Number(/^\d+/.exec(classId)?.[0]);
  if (grade >= 11) return 'ЕГЭ';
  return roles.has('mark') || grade === 9 || grade === 10 ? 'ОГЭ' : undefined;
}

const ROLES: readonly (readonly [ProtocolRole, RegExp])[] = [
  ['school', /^(код (оо|оу|школы)|schoolcode)$/],
  ['municipality', /^(код мсу|мсу|муниципалитет|governmentcode|areacode)$/],
  ['class', /^(класс|classcode)$/],
  ['pupil', /^(код участника( гиа)?|participantcode)$/],
  ['surname', /^(фамилия|фио|ф\. ?и\. ?о\.?|surname(cell)?)$/],
  ['firstName', /^(имя|name(cell)?)$/],
  ['secondName', /^(отчество|secondname(cell)?)$/],
  ['variant', /^(вариант|variant(code)?)$/],
  ['short', /кратк(им|ой) (ответом|форме)|^testresultb(cell)?$/],
  ['long', /развернут(ым|ой) (ответом|форме)|^testresultc(cell)?$/],
  ['total', /^(первичный балл|primarymark)$/],
  ['score', /^((тестовый|итоговый) балл|mark100)$/],
  ['mark', /^((итоговая )?(оценка|отметка)|mark5)$/],
  ['exam', /^экзамен$/],
  ['appeal', /апелляци/],
];

function rolesOf(cells: readonly string[]): ReadonlyMap<ProtocolRole, number> {
  const roles = new Map<ProtocolRole, number>();
  cells.forEach((cell, column) => {
    if (cell === '' || cell.length > LONGEST_HEADER) return;
    const text = plainHeader(cell);
    const role = ROLES.find(([, pattern]) => pattern.test(text))?.[0];
    // «Апелляция» may also stand above figures; a result column is what its own words say.
    if (role !== undefined && (role !== 'appeal' || !roles.has(role))) roles.set(role, column);
  });
  return roles;
}

const LONGEST_HEADER = 120;

/** Lower case, е for ё, and Russian letters for Latin ones that look alike in a Russian word. */
function plainHeader(text: string): string {
  const lower = text.toLowerCase().replaceAll('ё', 'е');
  return /[а-я]/.test(lower) ? inCyrillic(lower) : lower.replaceAll(' ', '');
}
