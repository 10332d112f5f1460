import type { Audience } from '@orientir/core/road-map';

/** Whom a text addresses, in the order of the codelist: a cell «Адресат», or words like «Руководителям ОО:». */
export function audiencesIn(text: string): readonly Audience[] {
  const words = text.slice(0, 500).toLowerCase().replace(/ё/g, 'е');
  return WORDS.filter(({ pattern }) => pattern.test(words)).map(({ audience }) => audience);
}

/**
 * An addressee in the dative as a party in the nominative: «Руководителям ОО» → «Руководители ОО»; absent when the text
 * does not begin with one.
 */
export function addresseeOf(text: string): string | undefined {
  const words = text.trim().replace(/:$/u, '').split(/\s+/u).slice(0, 8);
  const nominative: string[] = [];
  for (const word of words) {
    const found = nominativeOf(word);
    if (found === undefined) break;
    nominative.push(found);
  }
  const head = nominative.at(-1);
  if (head === undefined || /(?:ые|ие)$/u.test(head)) return undefined;
  const rest = words.slice(nominative.length);
  const end = rest.findIndex((word) => INSTRUCTION.test(word));
  const party = [...nominative, ...(end < 0 ? rest : rest.slice(0, end))].join(' ').replace(/[,;:]$/u, '');
  return `${party.charAt(0).toUpperCase()}${party.slice(1)}`;
}

function nominativeOf(word: string): string | undefined {
  const parts = word.split('-').map((part) => {
    const known = NOUNS.find(([dative]) => dative === part.toLowerCase());
    if (known !== undefined) return known[1];
    return /^(?:классн|школьн|муниципальн|районн|молод|социальн)(?:ым|им)$/iu.test(part)
      ? `${part.slice(0, -1)}е`
      : undefined;
  });
  return parts.every((part) => part !== undefined) ? parts.join('-') : undefined;
}

const NOUNS: readonly (readonly [dative: string, nominative: string])[] = [
  ['руководителям', 'руководители'],
  ['директорам', 'директора'],
  ['заместителям', 'заместители'],
  ['завучам', 'завучи'],
  ['учителям', 'учителя'],
  ['предметникам', 'предметники'],
  ['педагогам', 'педагоги'],
  ['психологам', 'психологи'],
  ['методистам', 'методисты'],
  ['специалистам', 'специалисты'],
  ['организаторам', 'организаторы'],
  ['родителям', 'родители'],
  ['обучающимся', 'обучающиеся'],
  ['управлениям', 'управления'],
  ['органам', 'органы'],
  ['администрациям', 'администрации'],
  ['школам', 'школы'],
  ['организациям', 'организации'],
];

const INSTRUCTION =
  /^(?:организовать|обеспечить|необходимо|рекоменд\S*|провести|поручить|следует|продолжить|разработать|предусмотреть|использовать|взять|активизировать|надлежит)/iu;

const WORDS: readonly { readonly audience: Audience; readonly pattern: RegExp }[] = [
  {
    audience: 'heads',
    pattern:
      /(?:^|[,;\s])(?:руководител\S* (?:оо|оу|школ|образовательн|общеобразовательн|учрежден|организац)|директор(?:а|ам|ов|ы)?(?![а-я])(?! по)|(?:^)руководител(?:и|ям)(?![а-я])(?! (?:мо|шмо|рмо|методическ|муниципальн)))/u,
  },
  { audience: 'deputyHeads', pattern: /(?<![а-я])(?:заместител|завуч|зам\.)/u },
  {
    audience: 'teachers',
    pattern: /(?<![а-я])(?:учител|педагог(?:и|ам|ов|ическ\S* работник)|классн\S* руководител)/u,
  },
  { audience: 'associations', pattern: /(?<![а-я])(?:[шрг]?мо(?![а-я])|методическ\S* объединени)/u },
  { audience: 'pupils', pattern: /(?<![а-я])(?:обучающ|учащ|ученик|выпускник|школьник)/u },
  { audience: 'parents', pattern: /(?<![а-я])(?:родител|законн\S* представител)/u },
  {
    audience: 'municipality',
    pattern:
      /(?<![а-я])(?:муниципальн\S* орган|управлени\S* образовани|отдел\S* образовани|моуо|специалист\S* управлени)/u,
  },
];
