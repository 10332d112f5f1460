import { describe, expect, it } from 'vitest';
import type { MissingReason } from './figure.js';
import type { IssueParameters, Language } from './issue.js';
import { en } from './messages/en.js';
import { describeMissing } from './messages/missing-text.js';
import { ru } from './messages/ru.js';

type AnyParameters = { readonly [Name in string]: string | number };

/** Parameters of every sentence that has some; where a plural or a fraction changes the words, several. */
const EXAMPLES: { readonly [Code in keyof IssueParameters]?: readonly AnyParameters[] } = {
  'file-no-access': [{ detail: "EACCES: permission denied, open 'a.csv'" }, { detail: 'the disk is gone' }],
  'file-unreadable': [{ detail: 'zip directory', ru: 'оглавление архива повреждено' }],
  'file-old-format': ['.xls', '.html', '.docx', '.pdf', '.doc'].map((format) => ({ format })),
  'file-passed-over': ['', '.txt', '.zip', '.pdf', '.dbf', '.numbers'].map((format) => ({ format })),
  'folder-own-results': [{ other: 'Результаты.xlsx' }],
  'header-lacks-column': [{ lacks: 'pupil' }, { lacks: 'unit' }, { lacks: 'both' }],
  'file-not-supported-yet': [{ report: 'Статистика по отметкам' }],
  'sidecar-invalid': [{ path: 'items.0.id', ru: 'пусто', en: 'empty' }],
  'rules-invalid': [{ path: 'conditions', ru: 'пусто', en: 'empty' }],
  'tally-invalid': [
    { path: 'assessments.0', problem: 'the group stands twice', ru: 'группа записана дважды' },
  ],
  'tally-version': [{ found: '9', supported: '1, 2' }],
  'tally-repeated': [1, 2, 48].map((pupils) => ({ other: 'a/r.csv', pupils })),
  'tally-alike': [1, 2, 5].map((pupils) => ({ other: 'a/r.csv', pupils })),
  'assessment-conflict': [{ assessment: 'work', field: 'grade', one: '5', other: '6' }],
  'assessment-unclear': [{ found: 'лист 1' }],
  'assessment-not-described': [{ assessment: 'work' }],
  'max-contradicted': [1, 2, 5].map((pupils) => ({ items: '2, 3', pupils, of: 30 })),
  'description-other-work': [{ assessment: 'work', found: 'Русский язык, 6' }],
  'item-without-column': [{ items: '4, 5' }],
  'plan-not-applied': [{ columns: 12, items: 14 }],
  'column-unknown': [{ header: 'Прим.' }],
  'column-no-item': [{ header: 'Смена' }],
  'class-from-date': [{ found: '2025-01-05' }],
  'table-beside': [{ header: 'ученик' }],
  'item-column-duplicate': [{ item: '3' }],
  'item-code-from-date': [{ found: '01.02.2026', item: '1.2' }],
  'pupils-count-invalid': [{ column: 'lessons', found: 'много' }],
  'pupils-missed-above': [{ missed: 34, lessons: 30 }],
  'pupils-lessons-incomplete': [{ column: 'lessons' }],
  'pupils-subjects-unclear': [{ column: 'failing_subjects', found: '2' }],
  'pupils-word-unknown': [{ column: 'disability', found: '?' }],
  'choice-unknown': [{ item: '3', found: 'Д', options: 'А, Б, В, Г' }],
  'points-not-a-number': [{ item: '3', found: 'да' }],
  'points-negative': [{ item: '3', found: '-1' }],
  'points-not-whole': [{ item: '3', found: '0,3' }],
  'points-above-max': [1, 2, 5, 1.5].map((found) => ({ item: '3', found, max: 0.5 })),
  'pupil-duplicate': [
    { firstRow: 7, firstFile: '' },
    { firstRow: 7, firstFile: 'a.xlsx' },
  ],
  'total-differs': [{ total: 7.5, sum: 8 }],
  'mark-differs': [{ mark: 5, scale: 4, total: 21 }],
  'mark-invalid': [{ found: '7' }],
  'journal-mark-invalid': [{ found: '7' }],
  'header-moved': [{}],
  'row-too-long': [{ cells: 30, columns: 25 }],
  'more-of-the-same': [{ more: 5, listed: 1 }, ...[1, 2, 5].map((more) => ({ more, listed: 10_000 }))],
  'exam-unclear': [{ found: '77' }],
  'mask-malformed': [{ found: '++?-' }],
  'mask-length': [{ found: '3 + 2', expected: '4 + 2' }],
  'mask-max-differs': [{ item: '13', found: 2, max: 3 }],
  'long-answers-missing': [{ total: 7, sum: 2 }],
  'max-from-totals': [{ item: '4', max: 2, pupils: 21 }],
  'full-points-unknown': [1, 2, 5].map((pupils) => ({ item: '3', pupils })),
  'result-replaced': [
    { by: 'appeal', row: 7, inFile: '' },
    { by: 'retake', row: 7, inFile: 'a.xlsx' },
  ],
  'appeal-without-items': [
    { row: 7, inFile: '' },
    { row: 7, inFile: 'a.xlsx' },
  ],
  'appeal-unmatched': [0, 2, 5].map((fitting) => ({ fitting })),
  'test-score-invalid': [{ found: '101' }],
  'test-score-differs': [{ total: 10, found: 52, usual: 50 }],
  'test-score-unclear': [
    { total: 10, found: 52, otherTotal: 10, other: 50 },
    { total: 10, found: 52, otherTotal: 11, other: 50 },
  ],
  'percent-invalid': [{ found: 'да' }],
  'percents-impossible': [1, 2, 5].map((pupils) => ({ pupils })),
  'report-row-unclear': [{ found: 'Прочие' }],
  'plan-row-unclear': [{ found: '3' }],
  'code-not-in-codifier': [{ item: '3', code: '1.2' }],
  'scale-other-work': [{ assessment: 'work', border: 29, max: 24 }],
  'grouping-many-values': [{ header: 'Учебник', values: 30 }],
  'school-not-listed': [{ school: 'sch1' }],
  'school-name-twice': [{ school: 'СОШ № 1', one: 'Район А', other: 'Район Б' }],
  'municipality-candidate': [{ one: 'А', other: 'г. А' }],
  'school-in-two-places': [{ school: 'sch000001', one: 'Район А', other: 'Район Б' }],
  'school-alias-conflict': [{ alias: '№ 1', one: 's1', other: 's2' }],
  'school-candidate': [{ one: 's1', other: 's2' }],
  'passport-school-unknown': [{ school: 'sch1' }],
  'passport-duplicate': [{ school: 'sch1', firstRow: 2 }],
  'passport-share-invalid': [{ column: 'single_parent', found: '45' }],
  'passport-count-invalid': [{ column: 'pupils', found: 'много' }],
  'passport-pupils-missing': [{ column: 'single_parent_count' }],
  'passport-contradiction': [{ column: 'single_parent_count', part: 120, pupils: 100 }],
  'passport-pupils-differ': [{ pupils: 240, other: 120, otherRow: 5, otherFile: 'passport.csv' }],
  'passport-differs': [{ column: 'single_parent', share: 0.45, byCount: 0.3333 }],
  'school-letters': [
    { school: 'sсh-1', known: 'sch-1', letter: 'с', at: 2, alphabet: 'ru' },
    { school: 'COШ', known: 'СОШ', letter: 'C', at: 1, alphabet: 'en' },
  ],
  'school-several': [{ school: 'СОШ № 1', schools: 'sch1, sch2' }],
  'form-sheet-unread': [{ read: 'Лист1' }],
  'profile-directions-unclear': [{ column: 'directions', found: '145', last: 7, ids: 'talent, individual' }],
  'profile-year-future': [{ schoolYear: '2031/2032' }],
  'profile-date-future': [{ date: '2031-09-01' }],
  'profile-school-unknown': [{ school: 'sch1' }],
  'profile-duplicate': [
    { columns: 'school, factor', firstRow: 2, firstFile: '' },
    { columns: 'school, factor', firstRow: 2, firstFile: 'a.csv' },
  ],
  'profile-empty': [{ column: 'owner' }],
  'profile-ruleset-unknown': [{ column: 'ruleset', found: 'омск', known: 'omsk-2025, omsk-2026' }],
  'share-unsure': [{ column: 'on_registers', found: '0,5', share: 0.5 }],
  'profile-says-nothing': [{ column: 'text', found: 'нет' }],
  'profile-lessons-few': [{ column: 'lessons', lessons: 30, pupils: 50 }],
  'profile-measured-alone': [{ column: 'n' }],
  'profile-word-unknown': [{ column: 'significance', found: '5', allowed: 'высокая, средняя, низкая' }],
  'profile-share-invalid': [{ column: 'planned', found: '45' }],
  'profile-count-invalid': [{ column: 'lessons', found: 'много' }],
  'profile-part-above': [{ column: 'missed', part: 34, of: 'lessons', whole: 30 }],
  'profile-incomplete': [{ column: 'missed' }],
  'profile-year-order': [{ schoolYear: '2023/2024', later: '2024/2025', laterRow: 3 }],
  'profile-period-above': [
    { column: 'lessons', part: 40, whole: 30, period: 'half 1', periodRu: 'I полугодие', row: 4, inFile: '' },
    { column: 'missed', part: 4, whole: 3, period: 'year', periodRu: 'год', row: 2, inFile: 'б.csv' },
  ],
  'profile-year-invalid': [{ column: 'school_year', found: '2026/2025' }],
  'profile-date-invalid': [{ column: 'since', found: '31.02.2026' }],
  'profile-too-early': [
    { date: '2025-09-01', before: 'Primary', beforeRu: 'Первичный', beforeDate: '2025-09-20' },
  ],
  'profile-stage-closed': [
    { stage: 'SWOT analysis', ru: 'SWOT-анализ', before: 'Self-diagnosis', beforeRu: 'Самодиагностика' },
  ],
  'profile-directions-count': [{ chosen: 4, choose: 3 }],
  'profile-checkpoint-skipped': [{ before: 'Intermediate', beforeRu: 'Промежуточный' }],
  'support-missing': [{ column: 'topics' }],
  'support-duplicate': [{ columns: 'teacher', firstRow: 7 }],
  'support-unknown': [{ column: 'teacher', id: 't-17' }],
  'support-number-invalid': [{ column: 'hours', found: '-2' }],
  'practice-effect-invalid': [{ column: 'effect', found: '20 %' }],
  'practice-error-invalid': [{ column: 'effect_error', found: '0' }],
  'practice-evidence-uneven': [{ effects: 2, errors: 1 }],
  'support-count-invalid': [{ column: 'places', found: '1,5' }],
  'support-degree-invalid': [{ column: 'severity', found: '4' }],
  'support-word-unknown': [{ column: 'young', found: '?' }],
  'support-date-invalid': [{ column: 'due', found: '31.02.2026' }],
  'support-places-none': [{ offer: 'курс-1' }],
  'support-group-above': [{ minGroup: 8, places: 5 }],
  'support-lock-refused': ['unknown', 'twice', 'limit', 'slot', 'hours', 'places', 'group'].map((why) => ({
    teacher: 't-17',
    offer: 'курс-1',
    why,
  })),
  'support-lock-ignored': [{ offer: 'курс-1', why: 'slot' }],
  'support-no-candidate': [{ teacher: 't-17' }],
  'support-needs-many': [{ most: 31 }],
  'support-earlier-gone': [{ teacher: 't-17', offer: 'курс-1' }],
  'support-declared-first': [{ topic: 'Дроби', declared: 1, supposed: 3 }],
  'support-results-newer': [{ topic: 'Дроби' }],
  'support-results-unknown': [{ teacher: 't-17' }],
  'bank-person-unknown': [{ person: 't-17' }],
  'staffing-bounds-swapped': [{ low: 'leave_low', high: 'leave_high' }],
  'staffing-reach-above': [{ reach: 7, younger: 5, teachers: 'teachers', past: 'past_age' }],
  'cell-error': [{ found: '#ДЕЛ/0!' }],
};

const REASONS: Readonly<Record<MissingReason, true>> = {
  'no-pupils': true,
  'not-taught': true,
  'not-administered': true,
  'max-unknown': true,
  'too-few': true,
  'no-variation': true,
  'several-forms': true,
  'no-complete': true,
  doubtful: true,
  'one-item': true,
  'no-marks': true,
  'marks-uncertain': true,
  'no-journal': true,
  'no-cross-table': true,
  'not-stated': true,
  'no-test-score': true,
  'no-choices': true,
  'no-minimum': true,
  'no-common-totals': true,
  'no-context': true,
  'too-few-schools': true,
  'too-few-teachers': true,
  'total-says-more': true,
  'not-entered': true,
  refused: true,
  'unknown-school': true,
  'no-results': true,
  'instrument-changed': true,
  'suppressed-small': true,
  'suppressed-homogeneous': true,
  'suppressed-complementary': true,
};

describe('what people read', () => {
  for (const [language, texts] of [
    ['ru', ru],
    ['en', en],
  ] as const) {
    it(`stands in the golden file, ${language}`, async () => {
      const examples = new Map<string, readonly AnyParameters[]>(Object.entries(EXAMPLES));
      const lines = Object.entries(texts).flatMap(([code, text]) =>
        (examples.get(code) ?? [{}]).map((each) => `${code}: ${Reflect.apply(text, undefined, [each])}`),
      );
      const missing = Object.keys(REASONS).map((reason) => `${reason}: ${reasonText(reason, language)}`);
      const all = [...lines, ...missing].join('\n');
      expect(all).not.toContain('undefined');
      await expect(`${all}\n`).toMatchFileSnapshot(`golden/issue-texts.${language}.txt`);
    });
  }
});

function reasonText(reason: string, language: Language): string {
  return Reflect.apply(describeMissing, undefined, [reason, language]);
}
