/**
 * What `orientir match` says.
 *
 * @module
 */
import type { Language } from '@orientir/core/foundation';
import { formatCount, formatShare, pluralEn, pluralRu } from '@orientir/core/foundation';
import type { Churn, Covered, FloorResult, Rejection, WhyNot } from '@orientir/core/support';
import { LEGAL_LIMIT } from '@orientir/formats/support';

export interface MatchTexts {
  readonly help: string;
  readonly missingTeachers: string;
  readonly missingOffers: string;
  readonly problemAlone: string;
  extraWord(word: string): string;
  readonly nothing: string;
  covered(teachers: number, needs: Covered): string;
  proof(value: number, bound: number): string;
  churn(churn: Churn): string;
  floor(floor: FloorResult): string;
  schoolFloors(below: number, of: number): string;
  readonly noTeachersInResults: string;
  /** Teachers with a hypothesis, topics of them, teachers whose school the results do not know. */
  supposed(teachers: number, topics: number, schoolKept: number): string;
  whatIf(before: Covered, after: Covered): string;
  offerUnknown(offer: string): string;
  pairUnknown(teacher: string, offer: string): string;
  whyNot(teacher: string, offer: string, why: WhyNot): string;
  written(folder: string, letters: number): string;
  readonly limit: string;
  problem(file: string, path: string, what: string): string;
  refused(rows: number): string;
}

const REJECTION_RU: Readonly<Record<Rejection, string>> = {
  topic: 'у него нет тем этого учителя',
  strength: 'оно слабее, чем нужно по этой теме',
  slot: 'учитель в это время занят',
  hours: 'оно дольше, чем есть часов у учителя',
  places: 'в нём нет мест',
  limit: 'учитель не берёт предложений (limit = 0)',
  group: 'группа не соберётся: оно подходит слишком немногим',
};
const REJECTION_EN: Readonly<Record<Rejection, string>> = {
  topic: 'it has no topic of this teacher',
  strength: 'it is weaker than the topic needs',
  slot: 'the teacher is busy then',
  hours: 'it takes more hours than the teacher has',
  places: 'it has no places',
  limit: 'the teacher takes no offers (limit = 0)',
  group: 'its least group cannot come together: too few can take it',
};

const number = (value: number) => String(Math.round(value * 10) / 10);

const ru: MatchTexts = {
  help: `Кому из учителей какую помощь предложить: темы, где нужна помощь, и места на курсах, у наставников, в объединениях.

  orientir template teachers|offers|deficits|courses --out бланк.xlsx     пустые бланки
  orientir match --teachers Ф --offers Ф --deficits Ф --out ПАПКА         план, письма учителям, повестки объединений
  orientir match --teachers Ф --offers Ф --results ПУТЬ --out ПАПКА       то же сразу из результатов работ
  orientir match --problem ФАЙЛ.json                                      готовая задача: ответ в JSON на экран

  --teachers ФАЙЛ     учителя: код, школа, предмет, сколько берёт, когда свободен, часы, группы, что закреплено
  --offers ФАЙЛ       предложения: вид, темы, сила, места, наименьшая группа, когда, где, часы, цена
  --deficits ФАЙЛ     темы учителей и их острота 1, 2, 3 (подойдёт и private/deficits.csv анализа)
  --results ПУТЬ      результаты работ: tally.json, таблица или папка; темы посчитаются, доля школы вычтется; можно повторять.
                      Учителя — по столбцу teacher в результатах или по столбцу classes в таблице учителей
                      Если тема есть и в --deficits, учитывается строка из --deficits
  --locks ФАЙЛ        что уже решено: teacher,offer
  --keep ФАЙЛ         прежний matches.csv: оставить, что можно
  --courses ФАЙЛ      курсы, которые нужно пройти: попадут в письма
  --floor ГРУППА=ДОЛЯ закрыть не меньше этой доли: young, newcomer, low_results, no_exam_experience, school; можно повторять
  --add-places О=N    что будет, если добавить N мест; можно повторять
  --add-offers ФАЙЛ   что будет, если добавить эти предложения
  --why УЧИТЕЛЬ=О     почему этому учителю не предложено О; можно повторять
  --force             писать в папку, где есть другие файлы (они останутся)
  --lang ru|en        язык

Пишет: private/ (matches.csv, unmet.csv, deficits.csv, courses-due.csv, match.xlsx, letters/, routes/, agendas/) — только для тех, кто организует помощь;
capacity.csv, needs.csv, summary.json — без учителей; issues.csv — что не принято и где.
${LEGAL_LIMIT.ru}
Веса тем и групп выбраны нами и не проверены. Подробнее: docs/matching.md.
Код завершения: 0 — всё принято; 1 — записано, но часть строк не принята; 2 — ничего не записано.
Данные не покидают этот компьютер.
`,
  missingTeachers: 'Нужна таблица учителей: --teachers ФАЙЛ (бланк: orientir template teachers).',
  missingOffers: 'Нужна таблица предложений: --offers ФАЙЛ (бланк: orientir template offers).',
  problemAlone: '--problem используется отдельно: с ним других параметров нет, кроме --lang.',
  extraWord: (word) => `Лишнее слово: ${word}. Файлы называются после --teachers, --offers, --deficits.`,
  nothing:
    'Подбирать нечего: нет ни одной темы принятого учителя или ни одного принятого предложения. Темы берутся из --deficits (бланк: orientir template deficits) или из результатов работ (--results). Ничего не записано.',
  covered: (teachers, { met, needs }) =>
    `Помощь предложена ${formatCount(teachers, 'ru')} ${pluralRu(teachers, 'учителю', 'учителям', 'учителям')}. Тем закрыто ${formatCount(met, 'ru')} из ${formatCount(needs, 'ru')} (${formatShare(met / needs, 'ru')}).`,
  proof: (value, bound) =>
    value >= bound
      ? 'Доказано: лучшего плана нет.'
      : `Доказано: лучше этого плана можно не больше чем на ${formatShare((bound - value) / bound, 'ru', 2)}.`,
  churn: ({ earlier, kept, dropped, gone, added }) =>
    `Из прежних ${formatCount(earlier, 'ru')} осталось ${formatCount(kept, 'ru')}; заменено ${formatCount(dropped, 'ru')}, больше невозможно ${formatCount(gone, 'ru')}, добавлено ${formatCount(added, 'ru')}.`,
  floor: ({ group, asked, met, most }) =>
    `Группа ${group}: просили закрыть не меньше ${formatShare(asked, 'ru', 1)}, закрыто ${formatShare(met, 'ru', 1)}. ${most < asked ? `Больше ${formatShare(most, 'ru', 1)} закрыть нельзя ни одним планом.` : 'План с такой долей не найден.'}`,
  schoolFloors: (below, of) =>
    `Ниже нужной доли ${formatCount(below, 'ru')} ${pluralRu(below, 'школа', 'школы', 'школ')} из ${formatCount(of, 'ru')}; сколько возможно у каждой — в private/floors.csv.`,
  noTeachersInResults:
    'В результатах нет учителей: темы посчитать не по чему. Впишите коды учителей в столбец teacher таблицы результатов (бланк: orientir template responses) или классы каждого учителя в столбец classes таблицы учителей (5А|5Б; нужны ещё school и subject). В tally.json, сделанном с --share, учителей и классов нет. Ничего не записано.',
  supposed: (teachers, topics, schoolKept) =>
    [
      topics === 0
        ? 'По результатам работ предположений нет: ни одна тема не слабее других настолько, чтобы о ней говорить, или данных мало (private/deficits.csv).'
        : `По результатам работ предложено проверить ${formatCount(topics, 'ru')} ${pluralRu(topics, 'тему', 'темы', 'тем')} у ${formatCount(teachers, 'ru')} ${pluralRu(teachers, 'учителя', 'учителей', 'учителей')}. Это предположения: подтвердить их может только сам учитель.`,
      ...(schoolKept === 0
        ? []
        : [
            `У ${formatCount(schoolKept, 'ru')} ${pluralRu(schoolKept, 'учителя', 'учителей', 'учителей')} школа не указана или не найдена в результатах: общее для школы из их предположений не вычтено.`,
          ]),
    ].join(' '),
  whatIf: (before, after) =>
    `Что даст добавка: было закрыто ${formatCount(before.met, 'ru')} из ${formatCount(before.needs, 'ru')}, стало ${formatCount(after.met, 'ru')} из ${formatCount(after.needs, 'ru')}. Записан план с добавкой.`,
  offerUnknown: (offer) => `--add-places: предложения «${offer}» нет среди принятых.`,
  pairUnknown: (teacher, offer) => `--why: нет принятого учителя «${teacher}» или предложения «${offer}».`,
  whyNot: (teacher, offer, why) => {
    const pair = `${teacher} и ${offer}`;
    switch (why.kind) {
      case 'not-allowed':
        return `${pair}: не подходит, ${REJECTION_RU[why.reason]}.`;
      case 'has-it':
        return `${pair}: предложено.`;
      case 'nothing-new':
        return `${pair}: всё, что оно закрывает, уже закрыто другим.`;
      case 'group-too-small':
        return `${pair}: группа не набралась, предложение не состоится.`;
      case 'clash':
        return `${pair}: в это время у учителя уже другое занятие из плана.`;
      case 'limit':
        return `${pair}: у учителя уже столько предложений, сколько он берёт.`;
      case 'hours':
        return `${pair}: не хватит часов учителя.`;
      case 'full':
        return `${pair}: мест нет. Здесь оно закрыло бы темы весом ${number(why.worth)}, а цена места ${number(why.price)}.`;
    }
  },
  written: (folder, letters) =>
    `Записано: ${folder}. Писем учителям: ${formatCount(letters, 'ru')} (private/letters). Папка private — только для тех, кто организует помощь.`,
  limit: LEGAL_LIMIT.ru,
  problem: (file, path, what) => `${file}, поле «${path}»: ${what}.`,
  refused: (rows) =>
    `${pluralRu(rows, 'Не принята', 'Не приняты', 'Не принято')} ${formatCount(rows, 'ru')} ${pluralRu(rows, 'строка', 'строки', 'строк')}; остальное учтено:`,
};

const en: MatchTexts = {
  help: `Which support to offer to which teacher: topics where help is needed, and places on courses, with mentors, in associations.

  orientir template teachers|offers|deficits|courses --out form.xlsx      empty forms
  orientir match --teachers F --offers F --deficits F --out FOLDER        a plan, letters to teachers, agendas of associations
  orientir match --teachers F --offers F --results PATH --out FOLDER      the same from results at once
  orientir match --problem FILE.json                                      a problem by itself: the answer as JSON on the screen

  --teachers FILE     teachers: code, school, subject, how much, when free, hours, groups, what is settled
  --offers FILE       offers: kind, topics, strength, places, least group, when, where, hours, price
  --deficits FILE     topics of teachers and their severity 1, 2, 3 (private/deficits.csv of an analysis will do)
  --results PATH      results: tally.json, a table or a folder; topics are computed, the school’s part taken away; repeatable.
                      Teachers: by the column teacher of the results, or by the column classes of the table of teachers
                      Where --deficits has the topic too, its row counts
  --locks FILE        what is settled: teacher,offer
  --keep FILE         an earlier matches.csv: keep what can be kept
  --courses FILE      courses to take: they stand in the letters
  --floor GROUP=SHARE meet at least this share: young, newcomer, low_results, no_exam_experience, school; repeatable
  --add-places O=N    what if there were N more places; repeatable
  --add-offers FILE   what if there were these offers too
  --why TEACHER=O     why the teacher is not offered O; repeatable
  --force             write into a folder with other files (they stay)
  --lang ru|en        language

Writes: private/ (matches.csv, unmet.csv, deficits.csv, courses-due.csv, match.xlsx, letters/, routes/, agendas/) for those who arrange the support only;
capacity.csv, needs.csv, summary.json without teachers; issues.csv: what was refused, and where.
${LEGAL_LIMIT.en}
Weights of topics and groups are our own and unverified. More: docs/matching.md.
Exit status: 0 all accepted; 1 written, but some rows were refused; 2 nothing written.
The data do not leave this computer.
`,
  missingTeachers: 'A table of teachers is needed: --teachers FILE (form: orientir template teachers).',
  missingOffers: 'A table of offers is needed: --offers FILE (form: orientir template offers).',
  problemAlone: '--problem stands alone: no other option goes with it but --lang.',
  extraWord: (word) => `A word too many: ${word}. Files are named after --teachers, --offers, --deficits.`,
  nothing:
    'There is nothing to match: not one topic of an accepted teacher, or not one accepted offer. Topics come from --deficits (form: orientir template deficits) or from results (--results). Nothing was written.',
  covered: (teachers, { met, needs }) =>
    `${formatCount(teachers, 'en')} ${pluralEn(teachers, 'teacher is', 'teachers are')} offered support. Topics met: ${formatCount(met, 'en')} of ${formatCount(needs, 'en')} (${formatShare(met / needs, 'en')}).`,
  proof: (value, bound) =>
    value >= bound
      ? 'Proven: there is no better plan.'
      : `Proven: no plan is better than this one by more than ${formatShare((bound - value) / bound, 'en', 2)}.`,
  churn: ({ earlier, kept, dropped, gone, added }) =>
    `Of the earlier ${formatCount(earlier, 'en')}, ${formatCount(kept, 'en')} stay; ${formatCount(dropped, 'en')} replaced, ${formatCount(gone, 'en')} not possible any more, ${formatCount(added, 'en')} added.`,
  floor: ({ group, asked, met, most }) =>
    `Group ${group}: at least ${formatShare(asked, 'en', 1)} was asked for, ${formatShare(met, 'en', 1)} is met. ${most < asked ? `No plan can meet more than ${formatShare(most, 'en', 1)}.` : 'No plan with this share was found.'}`,
  schoolFloors: (below, of) =>
    `Below the share: ${formatCount(below, 'en')} of ${formatCount(of, 'en')} ${pluralEn(of, 'school', 'schools')}; what is possible for each: private/floors.csv.`,
  noTeachersInResults:
    'The results name no teachers: there is nobody to compute topics for. Put codes of teachers into the column teacher of the results (form: orientir template responses), or the classes of each teacher into the column classes of the table of teachers (5A|5B; with school and subject). A tally.json made with --share has neither teachers nor classes. Nothing was written.',
  supposed: (teachers, topics, schoolKept) =>
    [
      topics === 0
        ? 'Results suggest no topics: none is weaker than others so much that it is worth a word, or the data are few (private/deficits.csv).'
        : `Results suggest ${formatCount(topics, 'en')} ${pluralEn(topics, 'topic', 'topics')} of ${formatCount(teachers, 'en')} ${pluralEn(teachers, 'teacher', 'teachers')} to look at. These are hypotheses: only the teacher can confirm them.`,
      ...(schoolKept === 0
        ? []
        : [
            `For ${formatCount(schoolKept, 'en')} ${pluralEn(schoolKept, 'teacher', 'teachers')} the school is not named or not in the results: what the whole school has is not taken away from their hypotheses.`,
          ]),
    ].join(' '),
  whatIf: (before, after) =>
    `What the addition brings: ${formatCount(before.met, 'en')} of ${formatCount(before.needs, 'en')} met before, ${formatCount(after.met, 'en')} of ${formatCount(after.needs, 'en')} after. The plan with the addition was written.`,
  offerUnknown: (offer) => `--add-places: no accepted offer has the id "${offer}".`,
  pairUnknown: (teacher, offer) => `--why: there is no accepted teacher "${teacher}" or offer "${offer}".`,
  whyNot: (teacher, offer, why) => {
    const pair = `${teacher} and ${offer}`;
    switch (why.kind) {
      case 'not-allowed':
        return `${pair}: it does not suit, ${REJECTION_EN[why.reason]}.`;
      case 'has-it':
        return `${pair}: it is offered.`;
      case 'nothing-new':
        return `${pair}: all that it covers is covered otherwise.`;
      case 'group-too-small':
        return `${pair}: too few came together, so it does not take place.`;
      case 'clash':
        return `${pair}: the plan has something else for the teacher at that time.`;
      case 'limit':
        return `${pair}: the teacher has as many offers as the teacher takes.`;
      case 'hours':
        return `${pair}: the teacher’s hours do not suffice.`;
      case 'full':
        return `${pair}: no places are left. Here it would cover topics weighing ${number(why.worth)}; the price of a place is ${number(why.price)}.`;
    }
  },
  written: (folder, letters) =>
    `Written: ${folder}. Letters to teachers: ${formatCount(letters, 'en')} (private/letters). The folder private is for those who arrange the support only.`,
  limit: LEGAL_LIMIT.en,
  problem: (file, path, what) => `${file}, "${path}": ${what}.`,
  refused: (rows) =>
    `${formatCount(rows, 'en')} ${pluralEn(rows, 'row was', 'rows were')} refused; the rest counts:`,
};

export function matchTextsOf(language: Language): MatchTexts {
  return language === 'ru' ? ru : en;
}
