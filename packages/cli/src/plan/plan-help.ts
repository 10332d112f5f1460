/**
 * What `orientir plan --help` says.
 *
 * @module
 */

export const HELP_RU = `Дорожные карты: из Word — в данные, и обратно.

  orientir plan import ФАЙЛ --out план.json      прочитать .docx, .html, .xlsx, .csv; --base план.json сохранит связи с выводами
  orientir plan draft --from ПАПКА --out П       черновик по findings.json (--school, --municipality, --region, --schools, --school-year;
                                                 --support ПАПКА — и мероприятия из плана помощи учителям, orientir match)
  orientir plan coverage ПЛАН --from ПАПКА       на какие выводы анализа план отвечает
  orientir plan validate ФАЙЛ                    проверить план; --stage approval — можно ли утверждать
  orientir plan lint ФАЙЛ                        найти противоречия в документе
  orientir plan diff А Б                         что изменилось, словами
  orientir plan release ПЛАН --out редакция.json утверждённая редакция с контрольной суммой
  orientir plan match ПЛАН [РЕДАКЦИЯ]            утверждённая ли это редакция, и что изменено после утверждения
  orientir plan history А Б …                    что стало с мероприятиями от версии к версии (--measure — с одним)
  orientir plan recommendations ПЛАН             что кому рекомендовано; или --from ПАПКА — по выводам анализа
  orientir plan export ПЛАН --out Ф              .docx, .xlsx, .html, .csv, .ics, .json — по окончанию имени
  orientir plan record ПЛАН --event … --date …   шаг согласования (--role, --by, --consultant, --due, --reason)
  orientir plan record ПЛАН --measure 3 --status done --evidence … --date …   отметка о выполнении (--by, --note)
  orientir plan record ПЛАН --from ПАПКА --date …    новые значения показателей (--checkpoint)
  orientir plan record ПЛАН --activity consultation --schools а,б --date …   журнал работ (--form, --mode, --measure, --note)
  orientir plan sheet ПАПКА --out отчёт.xlsx     бланк отметок о выполнении; обратно: plan record ПАПКА --sheet отчёт.xlsx
  orientir plan status ВХОД --as-of ДАТА         состояние кампании: папка планов или журнал
  orientir plan template ИМЯ --out Ф             заготовка плана (без имени — список)
  orientir plan schema                           JSON Schema плана
  orientir deadline "ФРАЗА" --school-year 2025/2026

--calendar ФАЙЛ: календарь своей школы (JSON, см. docs/plans.md) для import, lint, draft, recommendations --from, status,
export и deadline. В своём учебном году действует только он, в других годах — встроенные календари, а где их нет —
примерные.

Общее: --json, --force (переписать файл), --lang ru|en
`;
export const HELP_EN = `Road maps: from Word to data, and back.

  orientir plan import FILE --out plan.json      read .docx, .html, .xlsx, .csv; --base plan.json keeps the links to findings
  orientir plan draft --from FOLDER --out P      a draft from findings.json (--school, --municipality, --region, --schools, --school-year;
                                                 --support FOLDER: measures from a plan of support too, orientir match)
  orientir plan coverage PLAN --from FOLDER      which findings the plan answers
  orientir plan validate FILE                    check a plan; --stage approval: can it be approved
  orientir plan lint FILE                        find contradictions in the document
  orientir plan diff A B                         what changed, in words
  orientir plan release PLAN --out release.json  the approved content with its checksum
  orientir plan match PLAN [RELEASE]             is it as approved, and what changed after the approval
  orientir plan history A B …                    what became of the measures from version to version (--measure: of one)
  orientir plan recommendations PLAN             what is advised to whom; or --from FOLDER: from findings
  orientir plan export PLAN --out F              .docx, .xlsx, .html, .csv, .ics, .json by the ending
  orientir plan record PLAN --event … --date …   a step of the workflow (--role, --by, --consultant, --due, --reason)
  orientir plan record PLAN --measure 3 --status done --evidence … --date …   a mark of what is done (--by, --note)
  orientir plan record PLAN --from FOLDER --date …   new values of indicators (--checkpoint)
  orientir plan record PLAN --activity consultation --schools a,b --date …   the log of activities (--form, --mode, --measure, --note)
  orientir plan sheet FOLDER --out report.xlsx   a form for marks; back: plan record FOLDER --sheet report.xlsx
  orientir plan status INPUT --as-of DATE        the campaign on a day: a folder of plans or a journal
  orientir plan template NAME --out F            a plan to fill in (without a name: the list)
  orientir plan schema                           JSON Schema of plans
  orientir deadline "PHRASE" --school-year 2025/2026

--calendar FILE: the calendar of the school (JSON, see docs/plans.md) for import, lint, draft, recommendations --from,
status, export and deadline. In its school year it alone counts; in other years the built-in calendars do, and nominal ones
where there are none.

Common: --json, --force (replace a file), --lang ru|en
`;
