/** A document and the teacher or offer that it is about. */
export interface SupportDocument {
  /** For the name of a file: without characters that file systems refuse; unique in its list. */
  readonly name: string;
  /** Made when it is asked for: there may be ten thousand. */
  readonly docx: () => Uint8Array;
}

/** Names of files from ids: two ids that would get the same name are told apart. */
export function fileNames(): (id: string) => string {
  const used = new Set<string>();
  return (id) => {
    const clean = id.replace(/[\p{Cc}\\/:*?"<>|\s.]+/gu, '-').slice(0, 80) || '-';
    let name = clean;
    for (let n = 2; used.has(name.toLowerCase()); n++) name = `${clean}--${n}`;
    used.add(name.toLowerCase());
    return name;
  };
}
