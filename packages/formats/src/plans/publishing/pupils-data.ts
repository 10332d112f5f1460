/**
 * Places in which a plan speaks of single pupils.
 *
 * @module
 */
import { namesIn } from './person-names.js';

/** A column or heading of data about single pupils: «ФИО обучающегося», «Список учащихся группы риска», «Дата рождения». */
export function isPupilsHeading(text: string): boolean {
  const plain = text.replace(/\s+/g, ' ').trim();
  return HEADINGS.some((heading) => heading.test(plain));
}

/** Names of pupils in a text: a pupil's word before a name, or a class behind it. */
export function pupilNamesIn(text: string, field: string): readonly string[] {
  return namesIn(text)
    .filter(({ text: name, at }) => {
      const before = text.slice(Math.max(0, at - 80), at);
      const after = text.slice(at + name.length, at + name.length + 30);
      const [, between] = PUPIL_BEFORE.exec(before) ?? [];
      if (between !== undefined && !STAFF.test(between)) return true;
      return field !== 'responsible' && CLASS_AFTER.test(after) && !STAFF.test(before);
    })
    .map(({ text: name }) => name);
}

const PUPIL = String.raw`(?:обучающ|учащ|учени[кц]|учениц|воспитанник|школьни[кц]|выпускни[кц]|реб[её]н|дет(?:и|ей|ям)(?!\p{L}))`;
const HEADINGS: readonly RegExp[] = [
  new RegExp(String.raw`(?:ф\.?\s?и\.?\s?о\.?|фамили|(?<!\p{L})имя)[^.]{0,40}${PUPIL}`, 'iu'),
  new RegExp(String.raw`^(?:\S{1,6}\s)?(?:поимённый |поименный )?список\s[^.]{0,40}${PUPIL}`, 'iu'),
  /^(?:обучающийся|учащийся|ученик|ученица|ученик\(ца\)|воспитанник|выпускник|реб[её]нок)$/iu,
  /(?:дата|год) рождения|домашний адрес|адрес (?:проживания|регистрации)|^диагноз|телефон\S* (?:родител|законн)|(?<!\p{L})СНИЛС/iu,
];
/** From the pupil's word to the name: what stands between must not be somebody of the staff, or another sentence. */
const PUPIL_BEFORE = new RegExp(String.raw`${PUPIL}([^.;!?\n]*)$`, 'iu');
const CLASS_AFTER =
  /^\s*[,(–-]?\s*(?:ученик|обучающ|учащ|\d{1,2}\s*[-«"„]?\s*\p{L}?\s*[»"“]?\s*(?:класс|кл\.))/iu;
const STAFF =
  /учител|директор|заместител|завуч|психолог|педагог|логопед|руководител|методист|отв(?:\.|етствен)|консультант|специалист|тьютор|наставник|куратор|автор|родител/iu;
