/**
 * The forms that people fill in, as texts of a few rows. `@` stands for a name in a column that no form has.
 */

/** Stands in a column that no form has. */
export const NAME = 'Кузнецова-Пробная';
export const NAMES = 'ФИО';
const SCHOOLS = ['s1', 's2', 's3'];
export const schoolOf = (login) => SCHOOLS.find((id) => id === login.toLowerCase());

export const PROFILE = {
  'self-rating':
    'school;factor;significance;asked_of;chosen;ФИО\nS1;parents;Высокая;анкеты;да;@\ns1;2;low;;;@\ns2;12;средняя;;нет;@\n',
  swot: 'school;kind;text;about;ФИО\ns1;s;Опыт;teacher-competence;@\ns1;слабая сторона;Далеко;12;@\ns1;o;Школа рядом;;@\ns1;угроза;Город;условия;@\n',
  directions: 'Код школы;directions;ФИО\ns1;1|4|5;@\ns2;1|2;@\n',
  stages:
    'school;stage;date;ФИО\ns1;passport;2025-09-01;@\ns1;radar;02.09.2025;@\ns1;self-rating;2025-09-03;@\ns2;passport;;@\n',
  attendance:
    'school;school_year;period;subject;grade;pupils;lessons;missed;mark_2;mark_3;mark_4;mark_5;ФИО\ns1;2025/2026;1 четверть;Математика;5;50;2000;120;3;20;18;9;@\ns1;2025/2026;год;;;50;;;;;;;@\n',
  'annual-card':
    'school;school_year;teachers;highest_category;first_category;no_category;courses;short_courses;ФИО\ns1;2025/2026;24;6;10;8;20;12;@\ns2;2025/2026;5;;;;;;@\n',
  'special-control':
    'school;owner;since;reason;exit_rule;ruleset;ФИО\ns2;методист;30.09.2025;низкие;not-low;omsk-2025;@\ns1;ИМЦ;2025-10-01;низкие;not-listed;;@\n',
  checkpoints:
    'school;indicator;checkpoint;date;planned;measured;n;ФИО\ns1;Успеваемость;первичный;2025-09-30;70 %;0,66;50;@\ns1;Успеваемость;промежуточный;2026-01-15;;0,7;50;@\ns1;Успеваемость;final;2026-05-20;0.8;;;@\n',
};
export const SUPPORT = {
  teachers:
    'teacher;school;subject;limit;slots;hours;young;newcomer;locked;ФИО\nt1;s1;Математика;2;вт|чт;36;да;нет;о1;@\nt2;s1;;1;;;;;;@\nt3;s2;Физика;;вт;4,5;;yes;о2|о3;@\n',
  offers:
    'offer;kind;topics;strength;places;min_group;slot;format;place;hours;cost;ФИО\nо1;курс;Дроби|Проценты;3;2;;вт;очно;s1;36;0;@\nо2;наставник;Дроби;2;1;;;;;;;@\nо3;видео;Текст;1;100;2;чт;;;1,5;200;@\n',
  deficits:
    'teacher;topic;severity;source;ФИО\nt1;Дроби;3;диагностика;@\nt1;проценты;2;;@\nt2;Дроби;1;;@\nt3;Текст;1;;@\nt2;Текст;1;;@\n',
  locks: 'teacher;offer;ФИО\nt2;о2;@\n',
  earlier:
    'teacher;offer;covers;price;alternative;loss;reason;note;ФИО\nt1;о1;Дроби;0;;;;new;@\nt3;о3;;;;;;;@\n',
  courses: 'teacher;course;due;hours;done;ФИО\nt1;КПК;30.06.2027;36;нет;@\nt2;КПК;;;да;@\n',
};
export const PLACES = 'school;latitude;longitude;ФИО\ns1;53,35;83,76;@\nS2;54.9;73°;@\ns3;55;82,9;@\n';
export const PRACTICES =
  'practice;title;territory;subject;topics;settlements;min_pupils;max_pupils;adopters;effect;effect_error;ФИО\nп1;Полоски;Заречный;Математика;Дроби|Проценты;село;;150;s1|s2;0,2|-0,1;0,1|0,05;@\nп2;;;;Текст;;10;;;;;@\n';
export const EVENTS =
  'event;kind;community;centre;topics;strength;places;date;hours;format;ФИО\nмк-1;Мастер-класс;межшкольное;Центр;Дроби;2;12;08.12.2026;1,5;очно;@\nк-1;consultation;;;Текст;;3;2026-12-09;;;@\n';
export const NEEDS = 'topic;severity;reason;ФИО\nДроби;3;;@\nТекст;;suppressed;@\n';

export const SINGLE = {
  bank: 'person;polarity;topic;subject;block;severity;source;date;until;evidence;confirmed;ФИО\nt1;дефицит;Дроби;Математика;;2;диагностика;27.11.2026;;Справка|Работа;да;@\nt2;achievement;;;методический;;contest;2026-01-05;2027-01-05;;;@\n',
  people:
    'person;role;school;subjects;grades;young;newcomer;low_results;no_exam_experience;category;since;ФИО\nt1;учитель;s1;Математика|Физика;7–8|11;да;нет;;;первая;01.03.2024;@\nh1;head;s2;;;;;;;;;@\n',
  conferences:
    'date;topic;school;teacher;attended;ФИО\n01.10.2026;Дроби;s1;t-17;да;@\n2026-10-08;Чтение;s2;;;@\n',
  staffing:
    'subject;teachers;past_age;age;reach_1;reach_2;reach_3;hours;vacancies;join_low;join_high;leave_low;leave_high;past_leave_low;past_leave_high;ФИО\nФизика;40;10;60;3;;2;800;2;0;2;5 %;0,1;20%;0.5;@\nХимия;10;;;;;;;;;;;;;;@\n',
  burnout: 'group;burnout;ФИО\ns1;24;@\ns1;7,5;@\n',
};
export const MEDALS =
  'school;school_year;holders;unconfirmed;expected;ФИО\ns1;2025/2026;12;2;14;@\nS2;2025/2026;0;0;;@\ns1;2024/2025;5;;;@\ns1;2026/2027;;;3;@\n';
export const PASSPORT =
  'school;settlement;pupils;higher_education;single_parent_count;unemployed;on_registers;ФИО\ns1;село;240;0,45;30;12 %;0;@\ns2;;100;;;;;@\n';
export const CONTEXT =
  'логин;ФИО;Где расположена Ваша образовательная организация?;Укажите количество обучающихся в ОО;Сколько всего в школе учителей?;Сколько в школе учителей высшей категории?\ns1;@;4. Населенный пункт сельского типа;240;16;4\ns2;@;2. Город;;0;\n';
export const PUPILS =
  'class;pupil;lessons;missed;failing_subjects;disability;medal_candidate;ФИО\n5А;5а-01;120;7;Математика|Физика;нет;;@\n5 а;17;34;34;нет;да;нет;@\n11Б;5а-01;;;;;yes;@\n';

const ALL = [
  ...[PROFILE, SUPPORT, SINGLE].flatMap((forms) => Object.values(forms)),
  ...[PLACES, PRACTICES, EVENTS, NEEDS, MEDALS, PASSPORT, CONTEXT, PUPILS],
];

/** All forms, with the name in them. */
export const FORMS = ALL.map((text) => text.replaceAll('@', NAME));
