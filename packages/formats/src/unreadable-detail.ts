/**
 * Why a file cannot be read, in both languages: a part of the sentence «Файл не удалось прочитать: …».
 *
 * @module
 */
import type { Language } from '@orientir/core/foundation';
import { pluralRu } from '@orientir/core/foundation';

/** One reason. */
export type UnreadableDetail = Readonly<Record<Language, string>>;

const both = (en: string, ru: string): UnreadableDetail => ({ en, ru });
const cellsRu = (count: number) => `${count} ${pluralRu(count, 'ячейки', 'ячеек', 'ячеек')}`;

/** All reasons. Sizes are in megabytes; rows, lines and columns count from 1. */
export const DETAILS = {
  /* --- zip --- */
  noDirectory: () =>
    both(
      'no zip directory at the end of the file: it may be cut off',
      'в конце файла нет оглавления архива, возможно, файл обрезан',
    ),
  directory: () => both('zip directory', 'оглавление архива повреждено'),
  partDamaged: (part: string) => both(`${part} is damaged`, `часть ${part} повреждена`),
  partCutOff: (part: string) => both(`${part} is cut off`, `часть ${part} обрезана`),
  partChecksum: (part: string) =>
    both(`${part} is damaged (checksum)`, `часть ${part} повреждена: контрольная сумма не сходится`),
  /** `why` is what the program that unpacks says. */
  partPacked: (part: string, why: string) =>
    both(`${part}: ${why}`, `часть ${part} повреждена и не распаковывается`),
  partMethod: (part: string, method: number) =>
    both(`${part}: compression ${method}`, `часть ${part} сжата неизвестным способом ${method}`),
  partEncoding: (part: string, encoding: string) =>
    both(
      `${part} is in encoding ${encoding}, which is not read`,
      `часть ${part} в кодировке ${encoding}, она не читается`,
    ),
  partGrows: (part: string, size: number) =>
    both(`${part} grows to more than ${size} MB`, `часть ${part} при распаковке растёт больше ${size} МБ`),
  partLarge: (part: string, size: number) =>
    both(`${part} is larger than ${size} MB`, `часть ${part} больше ${size} МБ`),
  partRepeated: (part: string) =>
    both(`${part} is in it twice, with other contents`, `часть ${part} записана дважды и по-разному`),
  partMissing: (part: string) => both(`${part} is missing`, `нет части ${part}`),
  otherInside: () => both('neither .docx nor .xlsx inside', 'внутри не .docx и не .xlsx'),
  /* --- XML and text --- */
  encoding: (name: string) =>
    both(
      `its letters are in the encoding ${name}, which is not read (a .csv is saved as “CSV UTF-8”)`,
      `буквы в нём в кодировке ${name}, она не читается (.csv сохраняют как «CSV UTF-8»)`,
    ),
  documentType: () =>
    both('XML with a document type', 'внутри есть описание типа документа, такие файлы не читаются'),
  otherXml: () => both('XML of another kind', 'это файл разметки другого вида'),
  xmlDamaged: () => both('damaged XML', 'разметка повреждена'),
  tagMismatch: (closing: string, open: string) =>
    both(`</${closing}> closes <${open}>`, `разметка повреждена: </${closing}> закрывает <${open}>`),
  noMainPart: () => both('no document in the main part', 'в главной части нет документа'),
  documentCutOff: () => both('the document is cut off', 'документ обрезан'),
  /** `row`: the one before. */
  cellRepeated: (row: number, column: string) =>
    both(
      `after row ${row} a cell of column ${column} stands twice`,
      `после строки ${row} ячейка столбца ${column} записана дважды`,
    ),
  sheetCutOff: (row: number) => both(`sheet is cut off after row ${row}`, `лист обрезан после строки ${row}`),
  /** `why` is what the parser says; of it only the place is repeated, since it quotes the text. */
  notJson: (why: string) => {
    const at = /position \d+/.exec(why)?.[0];
    return both(at === undefined ? 'no JSON' : `no JSON at ${at}`, 'это не JSON');
  },
  nul: (line: number) => both(`line ${line}: NUL`, `в строке ${line} нулевой байт, это не текст`),
  quote: (line: number) =>
    both(`line ${line}: unclosed quote`, `в строке ${line} открыта и не закрыта кавычка`),
  /* --- limits --- */
  fileLarge: (size: number) => both(`more than ${size} MB`, `файл больше ${size} МБ`),
  pageLarge: (size: number) => both(`the page is larger than ${size} MB`, `страница больше ${size} МБ`),
  rowLong: (row: number, size: number) =>
    both(`row ${row} is longer than ${size} MB`, `строка ${row} длиннее ${size} МБ`),
  rowCells: (row: number, cells: number) =>
    both(`row ${row} has more than ${cells} cells`, `в строке ${row} больше ${cellsRu(cells)}`),
  textsLarge: (size: number) =>
    both(`shared texts are larger than ${size} MB`, `тексты книги занимают больше ${size} МБ`),
  textMissing: (index: number) =>
    both(`shared text ${index} is missing`, `нет текста с номером ${index}, на который ссылается ячейка`),
  column: (column: number) =>
    both(`column ${column}`, `столбец с номером ${column}, столько столбцов не бывает`),
  number: (value: number) => both(`number ${value}…`, `номер ${value}… слишком велик`),
  sheets: (most: number) => both(`more than ${most} sheets`, `листов больше ${most}`),
  rows: (most: number) => both(`more than ${most} rows`, `строк больше ${most}`),
  cells: (most: number) => both(`more than ${most} cells`, `ячеек больше ${most}`),
  paragraphs: (most: number) => both(`more than ${most} paragraphs`, `абзацев больше ${most}`),
  links: (most: number) => both(`more than ${most} links`, `ссылок больше ${most}`),
  elements: (most: number) => both(`more than ${most} elements`, `элементов разметки больше ${most}`),
  nested: (most: number) =>
    both(`more than ${most} elements inside one another`, `элементов разметки друг в друге больше ${most}`),
  nestedTables: (most: number) =>
    both(`more than ${most} tables inside one another`, `таблиц друг в друге больше ${most}`),
} as const satisfies Readonly<Record<string, (...parameters: never[]) => UnreadableDetail>>;
