import { attribute, scanXml } from '../../xml/xml-scanner.js';
import { isOn } from '../on-off.js';

/** How one level of a list is numbered. */
export interface ListLevel {
  start: number;
  format: string;
  /** `%1.%2.`: the numbers of levels with text between. */
  text: string;
  /** Font of a bullet. */
  font: string;
  /** Begins again after a number of this level (from 1) or above; 0 never, absent after any level above. */
  restart: number | undefined;
  /** All levels in decimal numbers. */
  legal: boolean;
  /** The paragraph style that this level belongs to. */
  style: string | undefined;
}

/** A numbering as paragraphs refer to it. */
export interface ListNumbering {
  /** Numberings of one list go on counting each other's numbers. */
  readonly list: string;
  readonly levels: ReadonlyMap<number, Readonly<ListLevel>>;
  /** Levels that begin anew, and with which number. */
  readonly starts: ReadonlyMap<number, number>;
}

export const MAX_LEVELS = 9;

/** The numberings of a document by their id. `listOfStyle` tells which numbering a list style has. @throws {FileError} */
export function numberingDefinitions(
  xml: string,
  listOfStyle: (style: string) => string | undefined,
): ReadonlyMap<string, ListNumbering> {
  const { lists, numberings } = scanDefinitions(xml);
  const found = new Map<string, ListNumbering>();
  for (const [id, { list, overrides }] of numberings) {
    const key = linkedList(list, { lists, numberings, listOfStyle });
    const levels = new Map(lists.get(key)?.levels);
    const starts = new Map<number, number>();
    for (const [level, { start, definition }] of overrides) {
      if (definition !== undefined) levels.set(level, definition);
      if (start !== undefined) starts.set(level, start);
    }
    found.set(id, { list: key, levels, starts });
  }
  return found;
}

interface AbstractList {
  readonly levels: Map<number, ListLevel>;
  /** A style that the levels really stand in. */
  link: string | undefined;
}

interface Override {
  start: number | undefined;
  definition: ListLevel | undefined;
}

interface Numbering {
  list: string;
  readonly overrides: Map<number, Override>;
}

function scanDefinitions(xml: string) {
  const lists = new Map<string, AbstractList>();
  const numberings = new Map<string, Numbering>();
  let list: AbstractList | undefined;
  let numbering: Numbering | undefined;
  let override: Override | undefined;
  let level: ListLevel | undefined;
  scanXml(xml, {
    open(name, attributes) {
      const value = (): string => attribute(attributes, 'val') ?? '';
      switch (name) {
        case 'abstractNum':
          list = { levels: new Map(), link: undefined };
          lists.set(attribute(attributes, 'abstractNumId') ?? '', list);
          break;
        case 'numStyleLink':
          if (list !== undefined) list.link = value();
          break;
        case 'num':
          numbering = { list: '', overrides: new Map() };
          numberings.set(attribute(attributes, 'numId') ?? '', numbering);
          break;
        case 'abstractNumId':
          if (numbering !== undefined) numbering.list = value();
          break;
        case 'lvlOverride':
          override = { start: undefined, definition: undefined };
          numbering?.overrides.set(levelOf(attributes), override);
          break;
        case 'startOverride':
          if (override !== undefined) override.start = wholeNumber(value());
          break;
        case 'lvl':
          level = newLevel();
          if (override !== undefined) override.definition = level;
          else list?.levels.set(levelOf(attributes), level);
          break;
        default:
          if (level !== undefined) readLevel(level, name, attributes, value);
      }
    },
    close(name) {
      if (name === 'abstractNum') list = undefined;
      else if (name === 'num') numbering = undefined;
      else if (name === 'lvlOverride') override = undefined;
      else if (name === 'lvl') level = undefined;
    },
  });
  return { lists, numberings };
}

function newLevel(): ListLevel {
  return {
    start: 0,
    format: 'decimal',
    text: '',
    font: '',
    restart: undefined,
    legal: false,
    style: undefined,
  };
}

const MAX_TEXT = 200;

function readLevel(level: ListLevel, name: string, attributes: string, value: () => string): void {
  if (name === 'start') level.start = wholeNumber(value());
  else if (name === 'numFmt') level.format = value();
  else if (name === 'lvlText') level.text = value().slice(0, MAX_TEXT);
  else if (name === 'lvlRestart') level.restart = wholeNumber(value());
  else if (name === 'isLgl') level.legal = isOn(attributes);
  else if (name === 'pStyle') level.style = value();
  else if (name === 'rFonts')
    level.font = attribute(attributes, 'ascii') ?? attribute(attributes, 'hAnsi') ?? '';
}

function levelOf(attributes: string): number {
  return Number(attribute(attributes, 'ilvl') ?? 0);
}

function wholeNumber(text: string): number {
  const number = Math.trunc(Number(text));
  return number >= 0 && number <= 0x7fffffff ? number : 0;
}

/** The list that holds the levels, where lists refer to each other by styles; circles end where they began. */
function linkedList(
  from: string,
  {
    lists,
    numberings,
    listOfStyle,
  }: {
    lists: ReadonlyMap<string, AbstractList>;
    numberings: ReadonlyMap<string, Numbering>;
    listOfStyle: (style: string) => string | undefined;
  },
): string {
  let key = from;
  for (let steps = 0; steps < 10; steps++) {
    const link = lists.get(key)?.link;
    const numbering = link === undefined ? undefined : numberings.get(listOfStyle(link) ?? '');
    if (numbering === undefined) break;
    key = numbering.list;
  }
  return key;
}
