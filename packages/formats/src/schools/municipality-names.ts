import { cyrillicWords } from '../lookalikes.js';

/** What a municipality is by its name: a town or a district; absent = the name does not say. */
type Kind = 'town' | 'district';

interface Named {
  readonly name: string;
  readonly region: string;
  readonly kind: Kind | undefined;
}

/** Names of municipalities in one run, to find those that may mean the same: «А», «г. А», «А район». They are told, never joined. */
export class MunicipalityNames {
  readonly #seen = new Set<string>();
  readonly #byPlain = new Map<string, Named[]>();

  /** The names that a list of schools uses. */
  static ofSchools(
    schools: Iterable<{ readonly municipality?: string; readonly region?: string }>,
  ): MunicipalityNames {
    const names = new MunicipalityNames();
    for (const { municipality = '', region = '' } of schools) names.add(municipality, region);
    return names;
  }

  /** Takes a name in; the first earlier one that may mean the same municipality. Absent = there is none, or the name is known. */
  add(name: string, region: string): string | undefined {
    const key = JSON.stringify([name, region]);
    if (name === '' || this.#seen.has(key)) return undefined;
    this.#seen.add(key);
    const { plain, kind } = plainName(name);
    const named = { name, region, kind };
    const there = this.#byPlain.get(plain);
    if (there === undefined) {
      this.#byPlain.set(plain, [named]);
      return undefined;
    }
    const earlier = there.find((each) => each.name !== name && mayBeSame(each, named));
    there.push(named);
    return earlier?.name;
  }
}

function mayBeSame(one: Named, other: Named): boolean {
  return (
    (one.kind === undefined || other.kind === undefined || one.kind === other.kind) &&
    (one.region === '' || other.region === '' || one.region === other.region)
  );
}

/** Without capitals, signs and words for the kind; the whole name where it has nothing else. */
function plainName(name: string): { readonly plain: string; readonly kind: Kind | undefined } {
  const words = cyrillicWords(name.toLowerCase().replaceAll('ё', 'е'))
    .replace(SHORT_DISTRICT, 'район')
    .replace(SHORT_URBAN_DISTRICT, 'город')
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word !== '');
  const own = words.filter((word) => !TOWN.test(word) && !DISTRICT.test(word) && !ANY_KIND.test(word));
  const kind = words.some((word) => DISTRICT.test(word))
    ? 'district'
    : words.some((word) => TOWN.test(word))
      ? 'town'
      : undefined;
  return { plain: (own.length === 0 ? words : own).join(' '), kind };
}

const SHORT_DISTRICT = /(?<!\p{L})р-н(?!\p{L})/gu;
const SHORT_URBAN_DISTRICT = /(?<!\p{L})г\.\s?о\.?(?!\p{L})|(?<!\p{L})го(?!\p{L})/gu;
const TOWN = /^(?:г|гор|город|городской)$/;
const DISTRICT = /^район$/;
const ANY_KIND = /^(?:мо|муниципальн(?:ый|ое)|образование|округ)$/;
