import { attribute, scanXml } from '../../xml/xml-scanner.js';
import { isOn } from '../on-off.js';

/** What a style says of paragraphs and their text, with what it inherits; absent where it says nothing. */
export interface StyleFacts {
  bold: boolean | undefined;
  hidden: boolean | undefined;
  /** Level of a heading, from 1; 0 for body text. */
  heading: number | undefined;
  /** `0` takes a number away. */
  numberId: string | undefined;
  numberLevel: number | undefined;
  /** The style that brought the number. */
  numberedBy: string | undefined;
}

/** The styles of a document. */
export class Styles {
  readonly #own = new Map<string, OwnFacts>();
  readonly #resolved = new Map<string, Readonly<StyleFacts>>();
  readonly #defaults: OwnFacts = noFacts();
  #defaultParagraph: string | undefined;

  /** @throws {FileError} */
  constructor(xml: string) {
    let style: OwnFacts | undefined;
    const path: string[] = [];
    scanXml(xml, {
      open: (name, attributes) => {
        if (name === 'style') style = this.#addStyle(attributes);
        else if (name === 'rPrDefault') style = this.#defaults;
        else if (style !== undefined) readProperty(style, name, attributes, path);
        path.push(name);
      },
      close: (name) => {
        path.pop();
        if (name === 'style' || name === 'rPrDefault') style = undefined;
      },
    });
  }

  /** Facts of a paragraph style; of the default one where none is given. */
  paragraph(id: string | undefined): Readonly<StyleFacts> {
    return this.#facts(id ?? this.#defaultParagraph ?? '');
  }

  /** Facts of a style of characters or lists. */
  style(id: string): Readonly<StyleFacts> {
    return this.#facts(id);
  }

  /** What holds where no style says otherwise. */
  get defaults(): Readonly<Pick<StyleFacts, 'bold' | 'hidden'>> {
    return this.#defaults;
  }

  #addStyle(attributes: string): OwnFacts {
    const id = attribute(attributes, 'styleId') ?? '';
    const style = noFacts();
    this.#own.set(id, style);
    const isDefault = /^(1|true|on)$/.test(attribute(attributes, 'default') ?? '');
    if (isDefault && attribute(attributes, 'type') === 'paragraph') this.#defaultParagraph = id;
    return style;
  }

  #facts(id: string): Readonly<StyleFacts> {
    const known = this.#resolved.get(id);
    if (known !== undefined) return known;
    const facts: StyleFacts = { ...noFacts(), numberedBy: undefined };
    const seen = new Set<string>();
    let next: string | undefined = id;
    while (next !== undefined && !seen.has(next) && seen.size < LONGEST_CHAIN) {
      seen.add(next);
      const own: OwnFacts | undefined = this.#own.get(next);
      if (own === undefined) break;
      facts.bold ??= own.bold;
      facts.hidden ??= own.hidden;
      facts.heading ??= own.heading;
      if (facts.numberId === undefined) {
        facts.numberLevel ??= own.numberLevel;
        facts.numberId = own.numberId;
        facts.numberedBy = own.numberId === undefined ? undefined : next;
      }
      next = own.basedOn;
    }
    facts.heading ??= this.#own.has(id) ? undefined : headingOfName(id);
    this.#resolved.set(id, facts);
    return facts;
  }
}

/** Word itself allows eleven. */
const LONGEST_CHAIN = 100;

interface OwnFacts extends Omit<StyleFacts, 'numberedBy'> {
  basedOn: string | undefined;
}

function noFacts(): OwnFacts {
  return {
    bold: undefined,
    hidden: undefined,
    heading: undefined,
    numberId: undefined,
    numberLevel: undefined,
    basedOn: undefined,
  };
}

function readProperty(style: OwnFacts, name: string, attributes: string, path: readonly string[]): void {
  const parent = path.at(-1);
  const value = (): string => attribute(attributes, 'val') ?? '';
  if (parent === 'style') {
    if (name === 'basedOn') style.basedOn = value();
    else if (name === 'name') style.heading ??= headingOfName(value());
  } else if (parent === 'rPr' && (path.at(-2) === 'style' || path.at(-2) === 'rPrDefault')) {
    if (name === 'b') style.bold = isOn(attributes);
    else if (name === 'vanish') style.hidden = isOn(attributes);
  } else if (parent === 'pPr' && path.at(-2) === 'style') {
    if (name === 'outlineLvl') style.heading = headingOfLevel(value());
  } else if (parent === 'numPr' && path.at(-3) === 'style') {
    if (name === 'numId') style.numberId = value();
    else if (name === 'ilvl') style.numberLevel = Number(value());
  }
}

/** Level from 1 for outline level 0 … 8; 0 for body text. */
export function headingOfLevel(level: string): number {
  const number = Number(level);
  return number >= 0 && number < 9 ? Math.floor(number) + 1 : 0;
}

function headingOfName(name: string): number | undefined {
  const [, level] = /^(?:heading|заголовок) ?([1-9])$/i.exec(name) ?? [];
  return level === undefined ? undefined : Number(level);
}
