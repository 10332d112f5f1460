export interface HostileFile {
  readonly name: string;
  readonly bytes: () => Buffer;
  /** How many pupils it holds; 0 = it must be refused with a sentence that names it. */
  readonly pupils: number;
}
