/** What a reader saw in a table: filled cells, sum of numbers, length of texts. Equal for readers that agree. */
export class Checksum {
  cells = 0;
  sum = 0;
  letters = 0;

  add(value) {
    if (value === undefined || value === null || value === '') return;
    this.cells++;
    if (typeof value === 'number') this.sum += value;
    else this.letters += String(value).length;
  }

  toString() {
    return `${this.cells} cells, ${this.sum}, ${this.letters} letters`;
  }
}
