/**
 * What must not be published: contacts and documents of persons.
 *
 * @module
 */

export type PrivateKind =
  | 'mobile-phone'
  | 'private-email'
  | 'passport'
  | 'snils'
  | 'birth-date'
  | 'home-address';

export interface PrivateDatum {
  readonly kind: PrivateKind;
  readonly text: string;
}

/**
 * Mobile numbers, mailboxes of persons, numbers of passports and of pension insurance («СНИЛС»), days of birth, home
 * addresses. Land lines are contacts of an organisation, and so are mailboxes whose name says so or whose host is none of
 * those where anybody can have one.
 */
export function privateDataIn(text: string): readonly PrivateDatum[] {
  return [
    ...PATTERNS.flatMap(([kind, pattern]) =>
      Array.from(text.matchAll(pattern), ([whole]): PrivateDatum => ({ kind, text: whole.trim() })),
    ),
    ...publicMailboxes(text)
      .filter((address) => !isOfOrganisation(address))
      .map((address): PrivateDatum => ({ kind: 'private-email', text: address })),
  ];
}

/** Mailboxes of organisations at hosts where anybody can have one: allowed, and worth a look. */
export function doubtfulMailboxes(text: string): readonly string[] {
  return publicMailboxes(text).filter(isOfOrganisation);
}

const PATTERNS: readonly (readonly [kind: PrivateKind, pattern: RegExp])[] = [
  // Numbers of orders follow «№», those in addresses of pages follow a slash or an equals sign.
  [
    'mobile-phone',
    /(?<![\p{L}\d/=.-])(?<!№\s{0,3})(?:(?:\+?7|8)[\s().–-]{0,3}9\d{2}(?:[\s().–-]{0,3}\d){7}|\(?9\d{2}\)?[\s-]{1,2}\d{3}[\s-]\d{2}[\s-]\d{2})(?![\p{L}\d-])/gu,
  ],
  ['passport', /паспорт\p{L}*[^\n\d]{0,30}\d{2}\s?\d{2}\s?(?:№\s?)?\d{6}(?!\d)/giu],
  ['snils', /(?<!\d)\d{3}-\d{3}-\d{3}[\s-]\d{2}(?!\d)/gu],
  ['snils', /снилс\s{0,3}[:№]?\s{0,3}\d{11}(?!\d)/giu],
  ['birth-date', /(?<!\d)\d{1,2}\.\d{2}\.\d{4}\s?(?:г\.\s?р\.|год[а]?\s+рожд)/giu],
  ['birth-date', /дат[аы]\s+рождения\s{0,3}[:–-]?\s{0,3}\d{1,2}[.\s]/giu],
  [
    'home-address',
    /(?:прожива\p{L}+|зарегистрирован\p{L}*)\s(?:по адресу\s?:?\s?)?(?:г\.|ул\.|село|с\.|пос\.|д\.)\s?\p{Lu}/giu,
  ],
];

function publicMailboxes(text: string): readonly string[] {
  return Array.from(text.matchAll(MAILBOX))
    .filter(([, , host = '']) => PUBLIC_HOSTS.has(host.toLowerCase()))
    .map(([whole]) => whole);
}

/** A name of ordinary length: a longer one is no mailbox, and would cost time. */
const MAILBOX = /(?<![\w.+-])([\w.+-]{1,64})@([a-z\d.-]{1,60}\.[a-z]{2,10})/giu;

/** Hosts where anybody can have a mailbox. */
const PUBLIC_HOSTS: ReadonlySet<string> = new Set(
  `mail.ru bk.ru list.ru inbox.ru internet.ru xmail.ru yandex.ru yandex.com ya.ru narod.ru gmail.com googlemail.com
  rambler.ru lenta.ru autorambler.ru myrambler.ru ro.ru outlook.com hotmail.com live.com live.ru icloud.com me.com mac.com
  yahoo.com proton.me protonmail.com mail.com vk.com pochta.ru qip.ru`.split(/\s+/),
);

function isOfOrganisation(address: string): boolean {
  return ORGANISATION.test(address.replace(/@.*/, ''));
}

/** Syllables of schools, departments and offices in Latin letters, as they stand in names of mailboxes. */
const ORGANISATION =
  /s[hc]+ool|shkol|schkol|skola|so+sh|oosh|sosch|mbou|mkou|maou|gbou|mou(?=[\W\d_s]|$)|li[ct]e[yij]|gimn|gymn|det_?sad|dou(?=[\W\d_]|$)|obraz|uprobr|(?:^|[\W_])(?:roo|ruo|uo|imc|imts|rmk|adm|info|priem|office|metod)|metod|cent(?:e?r|re)|departament|komitet/i;
