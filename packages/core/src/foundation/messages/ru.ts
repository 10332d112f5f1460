import { formatDay } from '../format-day.js';
import type { IssueTexts, LockFault } from '../issue.js';
import { kindOfFormat } from './kind-of-format.js';
import { pluralRu } from './plural.js';

const pupils = (count: number) => `${count} ${pluralRu(count, 'ученика', 'учеников', 'учеников')}`;
const number = (value: number) => String(value).replace('.', ',');
const percent = (share: number) => `${number(Math.round(share * 1000) / 10)} %`;
const points = (value: number) =>
  `${number(value)} ${Number.isInteger(value) ? pluralRu(value, 'балл', 'балла', 'баллов') : 'балла'}`;

/** After a row: empty = the sheet, or the file, that is spoken of. */
const inside = (sheet: string, file: string) =>
  `${sheet === '' ? '' : ` листа «${sheet}»`}${file === '' ? '' : ` файла ${file}`}`;

/** What the system says about a file that does not open, by its code; what has none is left to the issue itself. */
const noAccessRu = (detail: string): string => {
  const why = NO_ACCESS.get(/^E[A-Z]+/.exec(detail)?.[0] ?? '');
  return why === undefined ? '' : `: ${why}`;
};

const NO_ACCESS: ReadonlyMap<string, string> = new Map([
  ['EACCES', 'нет права его читать'],
  ['EPERM', 'нет права его читать'],
  ['ENOENT', 'его нет на месте'],
  ['EBUSY', 'он занят другой программой'],
  ['EISDIR', 'это папка'],
  ['EIO', 'диск не отдаёт данные'],
  ['EMFILE', 'открыто слишком много файлов'],
]);

/** What to do with a file that is not read. */
const passedOver = (format: string): string => {
  if (format === '')
    return 'У имени файла нет расширения, он не прочитан. Если в нём результаты, допишите к имени .xlsx или .csv.';
  if (format === '.txt')
    return 'В тексте нет столбцов, он не прочитан. Если в нём результаты, сохраните таблицу как .xlsx или .csv.';
  switch (kindOfFormat(format)) {
    case 'archive':
      return `Архив ${format} не прочитан. Распакуйте его в эту же папку.`;
    case 'document':
      return `Документ ${format} не прочитан, нужна таблица. Если в нём результаты, перенесите их в Excel и сохраните как .xlsx.`;
    case 'database':
      return `База данных ${format} не прочитана. Если в ней результаты, выгрузите их в .xlsx или .csv.`;
    case 'other':
      return `Файл ${format} не прочитан. Если в нём результаты, откройте его в программе, где он сделан, и сохраните как .xlsx.`;
  }
};

/** Sentences about defects in Russian. */
export const ru: IssueTexts = {
  'file-empty': () => 'Файл пуст. Выгрузите его заново.',
  'file-no-access': ({ detail }) =>
    `Файл не открывается${noAccessRu(detail)}. Проверьте, что он на месте, доступен вам и не занят другой программой.`,
  'file-unreadable': ({ ru }) =>
    `Файл не удалось прочитать: ${ru}. Откройте его в программе, где он сделан, и сохраните заново: таблицу — как .xlsx, документ — как .docx.`,
  'file-old-format': ({ format }) =>
    SHEETS.test(format)
      ? `Это файл старого формата (${format}). Откройте его в Excel или LibreOffice и сохраните как «Книга Excel (.xlsx)».`
      : format === '.html'
        ? 'Это веб-страница, хотя файл и назван таблицей. Откройте его в Excel или LibreOffice и сохраните как «Книга Excel (.xlsx)».'
        : format === '.docx'
          ? 'Это документ Word (.docx), а нужна таблица. Скопируйте её в Excel и сохраните как «Книга Excel (.xlsx)».'
          : format === '.pdf'
            ? 'Это файл .pdf: из него таблицы не прочитать без потерь. Нужен исходный документ Word (.docx) или Excel (.xlsx).'
            : `Это файл другого формата (${format}). Откройте его в Word или LibreOffice и сохраните как «Документ Word (.docx)».`,
  'file-encrypted': () => 'Файл защищён паролем. Снимите пароль и сохраните файл ещё раз.',
  'file-not-recognised': () =>
    'Таблица не узнана: не найдена строка заголовков ни одного бланка или вида результатов. Проверьте, тот ли это файл.',
  'header-lacks-column': ({ lacks }) =>
    `Похоже на таблицу результатов, но в заголовке нет ${LACKING[lacks]}. Добавьте и повторите; образец: orientir template responses.`,
  'file-not-supported-yet': ({ report }) =>
    `Это отчёт${report === '' ? '' : ` «${report}»`}: в нём только итоги, без строк учеников. Нужен файл «Индивидуальные результаты» или протокол.`,
  'file-no-rows': () => 'В таблице есть заголовки, но нет ни одного ученика.',
  'file-own-results': () => 'Это результат самой программы, а не исходные данные; он не учтён.',
  'folder-own-results': ({ other }) =>
    `В этой папке результаты прежнего запуска (summary.json и findings.json), поэтому она не читается, а в ней лежит и другое, например «${other}». Переложите исходные таблицы в отдельную папку.`,
  'file-passed-over': ({ format }) => passedOver(format),
  'file-school-only': () =>
    'Это сведения об учениках (маршрут одного ученика, списки или бланк для них), они только для школы: их не считают вместе с другими и не публикуют. Уберите файл из папки.',
  'file-support-only': () =>
    'Это план поддержки учителей или письмо из него. Он только для тех, кто организует помощь: его не публикуют и не считают вместе с результатами. Уберите файл из папки.',
  'sidecar-invalid': ({ path, ru: problem }) =>
    `Описание работы составлено с ошибкой в поле «${path}»: ${problem}.`,
  'sidecar-unused': () => 'Описание не подошло ни к одному файлу с результатами и не применено.',
  'rules-invalid': ({ path, ru: problem }) => `Правило составлено с ошибкой в поле «${path}»: ${problem}.`,
  'rules-no-works': ({ rules }) =>
    `Правило «${rules}» не смотрит ни на одну из работ: проверьте programme, subject и grade в procedures. О школах по нему ничего не сказано.`,
  'tally-invalid': ({ path, ru }) => `Файл сводных подсчётов повреждён, поле «${path}»: ${ru}.`,
  'tally-version': ({ found, supported }) =>
    `Файл сводных подсчётов другой версии (${found}); эта программа понимает версии ${supported}. Обновите программу.`,
  'tally-repeated': ({ other, pupils: same }) =>
    `Сводные подсчёты не учтены: в них те же ученики, что в файле ${other} (совпали подсчёты для ${pupils(same)}). Оставьте что-то одно.`,
  'tally-alike': ({ other, pupils: same }) =>
    `Сводные подсчёты для ${pupils(same)} те же, что в файле ${other}, но учеников слишком мало, чтобы судить, те же ли это. Они учтены; если те же, оставьте что-то одно.`,
  'assessment-conflict': ({ assessment, field, one, other }) =>
    `Работа «${assessment}» описана по-разному: ${field} = «${one}» и «${other}». Оставьте одно описание.`,
  'assessment-unclear': ({ found }) =>
    `Не удалось понять, какая это работа (${found}). Положите рядом файл assessment.json или укажите --assessment.`,
  'assessment-not-described': ({ assessment }) =>
    `Для работы «${assessment}» неизвестны максимальные баллы, поэтому проценты решаемости не вычислены. Положите рядом план работы или assessment.json.`,
  'school-unknown': () =>
    'В файле не указана школа. Результаты вошли только в общий итог; назовите школу параметром --school.',
  'max-contradicted': ({ items, pupils: above, of }) =>
    `Задания ${items}: у ${pupils(above)} из ${of} баллов больше, чем максимум. Похоже, план не от этой работы; максимум этих заданий считается неизвестным.`,
  'description-other-work': ({ assessment, found }) =>
    `Описание работы «${assessment}» не применено: файл говорит о другой работе (${found}). Если работа та же, исправьте описание или название файла или листа.`,
  'item-without-column': ({ items }) =>
    `В файле нет столбцов для заданий из описания работы: ${items}. Показатели работы опираются на остальные задания.`,
  'plan-not-applied': ({ columns, items }) =>
    `План работы не применён: столбцов с заданиями ${columns}, а заданий в плане ${items}.`,
  'column-unknown': ({ header }) => `Столбец «${header}» не распознан и пропущен.`,
  'column-no-item': ({ header }) =>
    `Столбец «${header}» не похож на задание и пропущен. Если это задание, назовите его в описании работы.`,
  'table-beside': ({ header }) =>
    `Столбец «${header}» стоит в заголовке ещё раз: похоже, рядом вторая таблица. Прочитана только левая; правую перенесите под неё или на другой лист.`,
  'class-from-date': ({ found }) =>
    `Класс превращён таблицей в дату (${found}). Задайте ячейкам класса вид «текст» и впишите его снова.`,
  'row-of-totals': () => 'Это строка итогов, средних или максимумов, а не ученик. Она не учтена.',
  'absent-with-points': () =>
    'Вариант говорит, что ученик отсутствовал, а баллы есть. Работа учтена; проверьте строку.',
  'item-column-duplicate': ({ item }) =>
    `Задание ${item} встречается в заголовке дважды; взят первый столбец.`,
  'item-code-from-date': ({ found, item }) =>
    `Номер задания превращён таблицей в дату (${found}); прочитан как ${item}.`,
  'sheet-not-recognised': () =>
    'На листе не найдена таблица, которую программа умеет читать. Лист не учтён, остальные листы прочитаны.',
  'sheet-hidden': () => 'Скрытый лист с результатами пропущен. Если он нужен, откройте его и сохраните файл.',
  'sheet-service': () =>
    'На листе таблица результатов, но назван он как служебный, поэтому пропущен. Если результаты нужны, переименуйте лист.',
  'choice-unknown': ({ item, found, options }) =>
    `Задание ${item}: «${found}» — не один из вариантов ответа (${options}). Строка не учтена.`,
  'points-not-a-number': ({ item, found }) =>
    `Задание ${item}: «${found}» — не балл (годятся число, X, N, пусто). Строка не учтена.`,
  'points-negative': ({ item, found }) => `Задание ${item}: отрицательный балл ${found}. Строка не учтена.`,
  'points-not-whole': ({ item, found }) => `Задание ${item}: балл ${found} не целый. Строка не учтена.`,
  'points-above-max': ({ item, found, max }) =>
    `Задание ${item}: ${points(found)} при максимуме ${number(max)}. Строка не учтена.`,
  'school-missing': () =>
    'В строке не указана школа (если она написана один раз на несколько строк, повторите её в каждой). Строка не учтена.',
  'pupil-missing': () => 'В строке есть баллы, но нет кода ученика. Строка не учтена.',
  'pupil-duplicate': ({ firstRow, firstSheet, firstFile }) =>
    `Этот ученик уже был в строке ${firstRow}${inside(firstSheet, firstFile)}. Учтена первая строка.`,
  'total-differs': ({ total, sum }) =>
    `Итог ${number(total)}, а сумма по заданиям ${number(sum)}. Учтены баллы за задания.`,
  'mark-differs': ({ mark, scale, total }) =>
    `Отметка ${mark}, а по шкале за ${points(total)} полагается ${scale}. Оставлена отметка из файла.`,
  'mark-invalid': ({ found }) =>
    `«${found}» — не отметка от 2 до 5. Она не учтена; отметка взята по шкале, если она есть.`,
  'journal-mark-invalid': ({ found }) => `«${found}» — не отметка от 2 до 5. Отметка по журналу не учтена.`,
  'header-moved': () =>
    'Здесь начинается вторая таблица, столбцы в ней стоят иначе. Строки под этим заголовком не учтены: положите её на другой лист или в другой файл.',
  'row-too-long': ({ cells, columns }) =>
    `В строке ячеек больше, чем столбцов в заголовке (${cells} вместо ${columns}): значения могли сдвинуться. Возьмите значение с запятой в кавычки или разделяйте столбцы точкой с запятой. Строка не учтена.`,
  'row-undivided': () =>
    'Строка не разделилась на столбцы: значения в ней разделены не так, как в заголовке. Разделите их одинаково. Строка не учтена.',
  'row-cut-off': ({ cells, columns }) =>
    `В последней строке ячеек меньше, чем во всех остальных (${cells} вместо ${columns}): файл мог быть обрезан, а с ним и последнее значение. Проверьте эту строку и то, все ли строки здесь.`,
  'more-of-the-same': ({ more, listed }) =>
    `Замечание повторяется: ${listed === 1 ? 'первое перечислено' : `первые ${listed} перечислены`}, ещё ${more} ${pluralRu(more, 'такое же', 'таких же', 'таких же')} — нет; последнее здесь.`,
  'row-without-results': () =>
    'У ученика нет ни баллов, ни отметки об отсутствии. Он посчитан как отсутствовавший.',
  'exam-unclear': ({ found }) =>
    `Не удалось понять, какой это экзамен (${found}). Над таблицей нужна строка вида «01 - Русский язык 2025.05.30». Строки этой таблицы не учтены.`,
  'mask-malformed': ({ found }) =>
    `Ответы «${found}» записаны непонятно: нужны знаки + - и цифры, для развёрнутых ответов — 1(2). Строка не учтена.`,
  'mask-length': ({ found, expected }) =>
    `Ответов ${found}, а у большинства участников ${expected} (кратких + развёрнутых). Строка не учтена.`,
  'mask-max-differs': ({ item, found, max }) =>
    `Задание ${item}: максимум ${number(found)}, а у большинства участников ${number(max)}. Строка не учтена.`,
  'long-answers-missing': ({ total, sum }) =>
    `Развёрнутых ответов в строке нет, а первичный балл ${number(total)} больше суммы за краткие (${number(sum)}). Баллы за развёрнутые ответы считаются неизвестными.`,
  'max-from-totals': ({ item, max, pupils: many }) =>
    `Задание ${item}: максимум в протоколе не напечатан; по первичным баллам ${pupils(many)} он равен ${number(max)}. Если это не так, положите рядом план работы или assessment.json.`,
  'full-points-unknown': ({ item, pupils: many }) =>
    `Задание ${item}: у ${pupils(many)} стоит «+», а максимум неизвестен, потому что встречаются баллы больше 1. Эти ответы не учтены; положите рядом план работы или assessment.json.`,
  'result-replaced': ({ by, row, inSheet, inFile }) =>
    `Этот результат заменён ${by === 'appeal' ? 'результатом апелляции' : 'результатом пересдачи'} из строки ${row}${inside(inSheet, inFile)}. Учтён новый.`,
  'appeal-without-items': ({ row, inSheet, inFile }) =>
    `По апелляции изменены первичный балл и отметка результата из строки ${row}${inside(inSheet, inFile)}. Баллов за задания в списке нет, они остались прежними.`,
  'appeal-unmatched': ({ fitting }) =>
    fitting === 0
      ? 'Результат, о котором эта апелляция, не найден. Положите рядом протокол экзамена. Строка не учтена.'
      : `Результатов, под которые подходит эта апелляция, ${fitting}, и неясно, какой из них нужный. Строка не учтена.`,
  'test-score-invalid': ({ found }) => `«${found}» — не тестовый балл от 0 до 100. Он не учтён.`,
  'test-score-differs': ({ total, found, usual }) =>
    `За первичный балл ${total} здесь стоит тестовый балл ${found}, а известно, что за него дают ${usual}. Считается ${usual}.`,
  'test-score-unclear': ({ total, found, otherTotal, other }) =>
    `За первичный балл ${total} здесь стоит тестовый балл ${found}, а в другой строке ${total === otherTotal ? 'за него' : `за первичный балл ${otherTotal}`} — ${other}. Какой верен, неизвестно, поэтому первичный балл ${total} не пересчитывается: укажите пару в testScores описания работы.`,
  'percent-invalid': ({ found }) => `«${found}» — не процент и не число. Строка не учтена.`,
  'percents-impossible': ({ pupils: many }) =>
    `Таких процентов не может быть ни при каких числах для ${pupils(many)}. Проценты оставлены как в отчёте.`,
  'report-row-unclear': ({ found }) =>
    `Не удалось понять, о какой группе участников строка «${found}» или сколько их. Строка не учтена.`,
  'plan-row-unclear': ({ found }) =>
    `В плане у задания «${found}» нет максимального балла. Строка не учтена.`,
  'code-not-in-codifier': ({ item, code }) => `Задание ${item}: кода ${code} нет в кодификаторе.`,
  'scale-other-work': ({ assessment, border, max }) =>
    `Шкала с границей ${number(border)} не от работы «${assessment}»: её максимум ${number(max)}. Шкала не применена, проверьте год.`,
  'grouping-missing': ({ header }) =>
    `Ни в одной таблице нет столбца «${header}», по которому можно сравнить учеников (имена, классы, отметки и задания не подходят). По нему не сравниваем.`,
  'grouping-many-values': ({ header, values }) =>
    `В столбце «${header}» больше ${number(values)} разных значений: остальные ученики по нему не сравниваются.`,
  'school-name-twice': ({ school, one, other }) =>
    `«${school}» есть и здесь («${other}»), и раньше («${one}»). Это считается двумя школами. Если школа одна, назовите район одинаково или приложите список школ.`,
  'municipality-candidate': ({ one, other }) =>
    `Похоже, что «${one}» и «${other}» — один муниципалитет, а считаются двумя. Если он один, назовите его одинаково или приложите список школ.`,
  'school-in-two-places': ({ school, one, other }) =>
    `Школа «${school}» здесь стоит в «${other}», раньше — в «${one}». Внутри одной работы она тогда не относится ни туда, ни туда. Назовите место одинаково или приложите список школ.`,
  'school-not-listed': ({ school }) => `Школы «${school}» нет в списке школ; район для неё неизвестен.`,
  'school-alias-conflict': ({ alias, one, other }) => {
    if (one === other) return `Школа «${other}» уже есть в списке. Эта строка не учтена.`;
    return alias === other
      ? `«${alias}» в списке уже есть: так обозначена школа ${one}. Эта строка не учтена.`
      : `Обозначение «${alias}» стоит в списке у двух школ: ${one} и ${other}. Оставлена первая.`;
  },
  'school-candidate': ({ one, other }) =>
    `Похоже, что «${one}» и «${other}» — одна школа. Если это так, впишите второе имя в столбец aliases.`,
  'school-letters': ({ school, known, letter, at, alphabet }) =>
    `Школы «${school}» нет, а «${known}» есть: ${at}-й знак, «${letter}», — ${alphabet === 'ru' ? 'русская буква, а нужна латинская' : 'латинская буква, а нужна русская'}. Скопируйте код или название из списка школ. Строка не учтена.`,
  'school-zeros': ({ school, known }) =>
    `Школы «${school}» нет, а «${known}» есть: похоже, таблица убрала нули в начале кода. Сделайте столбец текстовым и впишите код целиком. Строка не учтена.`,
  'school-several': ({ school, schools }) =>
    `«${school}» — это несколько школ: ${schools}. Напишите код нужной школы. Строка не учтена.`,
  'passport-unused': () =>
    'Это социальные паспорта школ. Чтобы они учитывались, назовите файл параметром --passport.',
  'passport-school-unknown': ({ school }) =>
    `Школы «${school}» нет ни в результатах, ни в списке школ. Строка не учтена.`,
  'passport-duplicate': ({ school, firstRow, firstSheet, firstFile }) =>
    `Паспорт школы «${school}» уже стоит в строке ${firstRow}${inside(firstSheet, firstFile)}. Эта строка не учтена.`,
  'passport-share-invalid': ({ column, found }) =>
    `Столбец «${column}»: «${found}» — не доля. Пишите долю от 0 до 1 (0,45) или процент со знаком (45 %). Строка не учтена.`,
  'passport-count-invalid': ({ column, found }) =>
    `Столбец «${column}»: «${found}» — не число. Пишите целое число. Строка не учтена.`,
  'passport-pupils-missing': ({ column }) =>
    `В столбце «${column}» стоит число учеников, а сколько их всего, не сказано (столбец «pupils»). Строка не учтена.`,
  'passport-contradiction': ({ column, part, pupils: all }) =>
    `Столбец «${column}»: ${part} — больше, чем учеников в школе (${all}). Строка не учтена.`,
  'passport-pupils-differ': ({ pupils: all, other, otherRow, otherSheet, otherFile }) =>
    `Учеников в школе ${all}, а в строке ${otherRow}${inside(otherSheet, otherFile)} — ${other}. Строка учтена; проверьте, какое число верно.`,
  'passport-differs': ({ column, share, byCount }) =>
    `Столбец «${column}»: доля ${percent(share)}, а по числу учеников выходит ${percent(byCount)}. Строка не учтена: оставьте одно из двух.`,
  'pupils-class-missing': () => 'Не назван класс. Строка не учтена.',
  'pupils-code-missing': () => 'Не назван код ученика. Строка не учтена.',
  'pupils-name': () =>
    'Это похоже на имя, а имена программа не читает. Поставьте код ученика (70012). Строка не учтена.',
  'pupils-document': () =>
    'Это похоже на номер документа, а таких номеров программа не читает. Поставьте код ученика (70012). Строка не учтена.',
  'pupils-count-invalid': ({ column, found }) =>
    `Столбец «${column}»: «${found}» — не число уроков. Пишите целое число; пусто — не известно. Строка не учтена.`,
  'pupils-missed-above': ({ missed, lessons }) =>
    `Пропущено уроков ${missed}, а всего их было ${lessons}. Строка не учтена.`,
  'pupils-lessons-incomplete': ({ column }) =>
    `Столбец «${column}» пуст, поэтому о пропусках этого ученика ничего не известно. Остальное учтено.`,
  'pupils-subjects-unclear': ({ column, found }) =>
    `Столбец «${column}»: «${found}» — не названия предметов. Назовите их через | или напишите «нет»; пусто — не известно. Строка не учтена.`,
  'pupils-word-unknown': ({ column, found }) =>
    `Столбец «${column}»: «${found}» не понятно. Пишите «да» или «нет»; пусто — не известно. Строка не учтена.`,
  'profile-unused': () => 'Это бланк о школах. Его читает другая команда: orientir profile.',
  'form-sheet-unread': ({ read }) =>
    `На этом листе тоже бланк, но столбцы не те, что на листе «${read}», а прочитан он. Сохраните этот лист отдельным файлом и добавьте его к остальным.`,
  'form-sheet-hidden': () =>
    'Этот лист скрыт, бланк на нём не прочитан. Если он нужен, покажите лист (правая кнопка мыши на ярлыке любого листа, «Показать») и запустите ещё раз.',
  'form-empty': () => 'Бланк пуст: под заголовками ничего не заполнено.',
  'profile-school-unknown': ({ school }) =>
    `Школы «${school}» нет ни в результатах, ни в списке школ. Строка не учтена.`,
  'profile-duplicate': ({ columns, firstRow, firstSheet, firstFile }) =>
    `Такая строка уже есть (${columns}): строка ${firstRow}${inside(firstSheet, firstFile)}. Эта не учтена.`,
  'profile-empty': ({ column }) =>
    `Столбец «${column}» пуст, а без него строка ничего не значит. Она не учтена.`,
  'profile-word-unknown': ({ column, found, allowed }) =>
    `Столбец «${column}»: «${found}» не понятно. Можно: ${allowed}. Строка не учтена.`,
  'profile-ruleset-unknown': ({ column, found, known }) =>
    `Столбец «${column}»: правила «${found}» в risk.csv нет, есть: ${known}. Строка учтена, но выполнено ли условие снятия, сказать нельзя.`,
  'profile-share-invalid': ({ column, found }) =>
    `Столбец «${column}»: «${found}» — не доля. Пишите долю от 0 до 1 (0,45) или процент со знаком (45 %). Строка не учтена.`,
  'profile-count-invalid': ({ column, found }) =>
    `Столбец «${column}»: «${found}» — не целое число. Пусто — не известно. Строка не учтена.`,
  'profile-part-above': ({ column, part, of, whole }) =>
    `Столбец «${column}»: ${number(part)} — больше, чем в столбце «${of}» (${number(whole)}). Строка не учтена.`,
  'profile-incomplete': ({ column }) =>
    `Столбец «${column}» пуст, и без него числа рядом не считаются; если там ноль, напишите 0. Остальное в строке учтено.`,
  'share-unsure': ({ column, found, share }) =>
    `Столбец «${column}»: «${found}» понято как ${percent(share)}. Если имелось в виду ${found} %, допишите знак. Строка учтена; проверьте её.`,
  'profile-says-nothing': ({ column, found }) =>
    `Столбец «${column}»: «${found}» ничего не говорит; если сказать нечего, строку не пишут. Строка не учтена.`,
  'profile-lessons-few': ({ column, lessons, pupils }) =>
    `Столбец «${column}»: уроков ${number(lessons)} — меньше, чем учеников (${number(pupils)}). Здесь нужны уроки всех учеников вместе, а не одного. Строка учтена; проверьте её.`,
  'profile-measured-alone': ({ column }) =>
    `Столбец «${column}» пуст: без числа учеников не сказать, достигнута ли запланированная доля. Остальное в строке учтено.`,
  'profile-year-invalid': ({ column, found }) =>
    `Столбец «${column}»: «${found}» — не учебный год. Пишите два года подряд: 2025/2026. Строка не учтена.`,
  'profile-date-invalid': ({ column, found }) =>
    `Столбец «${column}»: «${found}» — не дата. Пишите 2025-09-30 или 30.09.2025. Строка не учтена.`,
  'profile-too-early': ({ date, beforeRu, beforeDate }) =>
    `Дата ${formatDay(date, 'ru')} раньше, чем «${beforeRu}» (${formatDay(beforeDate, 'ru')}), а должна быть позже. Строка не учтена.`,
  'profile-stage-closed': ({ ru: stage, beforeRu }) =>
    `Этап «${stage}» ещё не открыт: сначала «${beforeRu}». Этап не засчитан.`,
  'profile-directions-unclear': ({ column, found, last, ids }) =>
    `Столбец «${column}»: «${found}» не понятно. Пишите номера направлений от 1 до ${last} через |, запятую или пробел (1|4|5) либо коды: ${ids}. Строка не учтена.`,
  'profile-directions-count': ({ chosen, choose }) =>
    `Выбрано разных направлений: ${chosen}, а нужно ${choose}. Выбор учтён как неполный.`,
  'profile-checkpoint-skipped': ({ beforeRu }) =>
    `Значение измерено, а на точке «${beforeRu}» — нет. Строка учтена; проверьте, не пропущена ли точка.`,
  'profile-year-future': ({ schoolYear }) =>
    `Учебный год ${schoolYear} ещё не начался. Строка учтена; проверьте год.`,
  'profile-date-future': ({ date }) =>
    `Дата ${formatDay(date, 'ru')} ещё не наступила, а строка говорит о том, что уже было. Строка учтена; проверьте дату.`,
  'profile-year-order': ({ schoolYear, later, laterRow }) =>
    `Учебный год ${schoolYear} стоит после ${later} (строка ${laterRow}). Строка учтена; проверьте, не перепутаны ли годы.`,
  'profile-period-above': ({ column, part, whole, periodRu, row, inSheet, inFile }) =>
    `Столбец «${column}»: ${number(part)} — больше, чем за период «${periodRu}», в который он входит (${number(whole)}, строка ${row}${inside(inSheet, inFile)}). Обе строки учтены; проверьте их.`,
  'support-unused': ({ command }) =>
    `Это таблица о помощи учителям. Её читает другая команда: orientir ${command}.`,
  'support-missing': ({ column }) => `Столбец «${column}» пуст, а он нужен. Строка не учтена.`,
  'support-duplicate': ({ columns, firstRow, firstSheet, firstFile }) =>
    `Такая строка уже есть (${columns}): строка ${firstRow}${inside(firstSheet, firstFile)}. Эта не учтена.`,
  'support-unknown': ({ column, id }) =>
    `Столбец «${column}»: «${id}» нет среди принятых строк. Проверьте код. Строка не учтена.`,
  'support-number-invalid': ({ column, found }) =>
    `Столбец «${column}»: «${found}» не подходит. Пишите число от нуля, например 8 или 1,5. Строка не учтена.`,
  'practice-effect-invalid': ({ column, found }) =>
    `Столбец «${column}»: «${found}» не подходит. Пишите эффект в стандартных отклонениях, числом от −5 до 5, например 0,2; несколько — через |. Строка не учтена.`,
  'practice-error-invalid': ({ column, found }) =>
    `Столбец «${column}»: «${found}» не подходит. Пишите стандартную ошибку, число больше нуля и не больше 5, например 0,1; несколько — через |. Строка не учтена.`,
  'practice-evidence-uneven': ({ effects, errors }) =>
    `Измерений эффекта: ${effects}, а стандартных ошибок: ${errors}. У каждого измерения должна быть своя ошибка, в том же порядке через |. Строка не учтена.`,
  'support-count-invalid': ({ column, found }) =>
    `Столбец «${column}»: «${found}» не подходит. Пишите целое число от нуля. Строка не учтена.`,
  'support-degree-invalid': ({ column, found }) =>
    `Столбец «${column}»: «${found}» не подходит. Пишите цифру: 1 (немного), 2 (средне) или 3 (очень). Строка не учтена.`,
  'support-word-unknown': ({ column, found }) =>
    `Столбец «${column}»: «${found}» не понятно. Пишите «да» или «нет»; пусто — нет. Строка не учтена.`,
  'support-date-invalid': ({ column, found }) =>
    `Столбец «${column}»: «${found}» — не дата. Пишите 30.09.2026 или 2026-09-30. Строка не учтена.`,
  'support-places-none': ({ offer }) =>
    `В предложении «${offer}» нет мест: его никому не предложат, пока места не появятся.`,
  'support-group-above': ({ minGroup, places }) =>
    `Наименьшая группа (${minGroup}) больше числа мест (${places}): такая группа не соберётся. Строка не учтена.`,
  'support-lock-refused': ({ teacher, offer, why }) =>
    `Закрепить учителя «${teacher}» за предложением «${offer}» нельзя: ${LOCK_FAULTS[why]}. Строка не учтена.`,
  'support-lock-ignored': ({ offer, why }) =>
    `Закрепление за предложением «${offer}» не действует: ${LOCK_FAULTS[why]}. Остальное в строке учтено.`,
  'support-no-candidate': ({ teacher }) =>
    `Учителю «${teacher}» не подходит ни одно предложение. Почему — в private/unmet.csv.`,
  'support-needs-many': ({ most }) =>
    `У одного учителя больше ${most} ${pluralRu(most, 'темы', 'тем', 'тем')}. Эта тема не учтена: остались самые острые.`,
  'support-earlier-gone': ({ teacher, offer }) =>
    `Пара «${teacher}» и «${offer}» из прежнего плана больше невозможна: учителя, предложения, темы или времени нет.`,
  'support-declared-first': ({ topic, declared, supposed }) =>
    `Тема «${topic}» есть и в этой строке (острота ${declared}), и в результатах работ (острота ${supposed}). Учтена эта строка: что назвали учитель или диагностика, важнее результатов.`,
  'support-results-newer': ({ topic }) =>
    `Тема «${topic}» в этой строке взята из прежних результатов. Она посчитана заново, учтены новые результаты, строка не учтена.`,
  'support-results-unknown': ({ teacher }) =>
    `В результатах есть учитель «${teacher}», а в таблице учителей его нет. Ему ничего не предложено. Добавьте строку или проверьте код.`,
  'bank-person-unknown': ({ person }) =>
    `«${person}» нет в таблице людей: школа, предметы и классы неизвестны. Запись учтена, но отбор по ним её не найдёт.`,
  'staffing-bounds-swapped': ({ low, high }) =>
    `Нижняя граница «${low}» больше верхней «${high}». Поменяйте их местами. Строка не учтена.`,
  'staffing-reach-above': ({ reach, younger, teachers, past }) =>
    `Возраста за три года достигнут ${reach}, а моложе его сейчас ${younger} («${teachers}» без «${past}»). Проверьте числа. Строка не учтена.`,
  'cell-error': ({ found }) => `В ячейке ошибка таблицы ${found}. Строка не учтена.`,
  'formula-without-value': () =>
    'В ячейке формула без сохранённого значения. Откройте файл в программе таблиц, сохраните его и прочтите ещё раз. Строка не учтена.',
};

const SHEETS = /^\.(?:xls|xlsb|ods|xml \(Excel\))/;

const LACKING = {
  pupil: 'столбца «код ученика»',
  unit: 'ни столбца «школа», ни столбца «класс»',
  both: 'столбцов «школа» или «класс» и «код ученика»',
};

const LOCK_FAULTS: Readonly<Record<LockFault, string>> = {
  unknown: 'среди принятых строк нет такого учителя или предложения',
  twice: 'эта пара уже закреплена',
  limit: 'у учителя уже столько предложений, сколько он берёт',
  slot: 'в это время учитель уже занят другим закреплённым предложением',
  hours: 'часов учителя не хватит',
  places: 'мест не осталось',
  group: 'наименьшая группа не соберётся: предложение подходит слишком немногим',
};
