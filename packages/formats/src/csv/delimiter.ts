/**
 * The delimiter that stands equally often in most of the first lines: header and rows agree in it, while titles and
 * decimal commas do not. Ties go to the one that stands more often. A bar, which also joins the values of a cell, must stand in
 * more lines than all others, and as often in the first.
 */
export function delimiterOf(text: string): string {
  const lines = countedLines(text);
  const scored = DELIMITERS.map((delimiter, d) => {
    const agreeing = new Map<number, number>();
    for (const counts of lines) {
      const count = counts[d] ?? 0;
      if (count > 0) agreeing.set(count, (agreeing.get(count) ?? 0) + 1);
    }
    const [count = 0, agree = 0] =
      [...agreeing].sort((one, other) => other[1] - one[1] || other[0] - one[0])[0] ?? [];
    const joins = delimiter === BAR && lines[0]?.[d] !== count;
    return { delimiter, count, agree: joins ? 0 : agree };
  });
  scored.sort(
    (one, other) =>
      other.agree - one.agree ||
      Number(one.delimiter === BAR) - Number(other.delimiter === BAR) ||
      other.count - one.count,
  );
  return scored[0]?.delimiter ?? ',';
}

const BAR = '|';
const DELIMITERS = [',', ';', '\t', BAR];
const SEARCHED_LINES = 20;

/** Whether most lines of a text have the same number of cells, at least three. Commas stand in letters too, so they must be more. */
export function hasColumns(text: string): boolean {
  const delimiter = delimiterOf(text);
  const least = delimiter === ',' ? 3 : 2;
  const d = DELIMITERS.indexOf(delimiter);
  const counts = countedLines(text).map((line) => line[d] ?? 0);
  return counts.some(
    (count) => count >= least && 2 * counts.filter((other) => other === count).length > counts.length,
  );
}

/** How often each delimiter stands in the first lines, outside quotes. */
function countedLines(text: string): readonly (readonly number[])[] {
  const lines: number[][] = [DELIMITERS.map(() => 0)];
  let quoted = false;
  // Quotes open where a cell begins; one right after the end of a quotation goes on with it.
  let mayOpen = true;
  for (const character of text.replace(/\r\n?/g, '\n')) {
    const line = lines.at(-1) ?? [];
    const isMark: boolean = character === '"' && (mayOpen || quoted);
    mayOpen = isMark && quoted;
    if (isMark) quoted = !quoted;
    else if (quoted) continue;
    else if (character === '\n') {
      if (lines.length >= SEARCHED_LINES) break;
      lines.push(DELIMITERS.map(() => 0));
      mayOpen = true;
    } else {
      const d = DELIMITERS.indexOf(character);
      if (d < 0) continue;
      line[d] = (line[d] ?? 0) + 1;
      mayOpen = true;
    }
  }
  return lines;
}
