/** Files of a drop, folders opened. Names are paths with `/`. */
export async function droppedFiles(transfer: DataTransfer): Promise<readonly { name: string; file: File }[]> {
  const entries = Array.from(transfer.items, (item) => item.webkitGetAsEntry()).filter(
    (entry) => entry !== null,
  );
  if (entries.length === 0) return namedFiles(transfer.files);
  return (await Promise.all(entries.map(filesOf))).flat();
}

/** Files of an input, named by their path inside a chosen folder. */
export function namedFiles(files: FileList | null): readonly { name: string; file: File }[] {
  return Array.from(files ?? [], (file) => ({ name: file.webkitRelativePath || file.name, file })).filter(
    isWanted,
  );
}

async function filesOf(entry: FileSystemEntry): Promise<readonly { name: string; file: File }[]> {
  if (entry instanceof FileSystemDirectoryEntry) {
    const inside: FileSystemEntry[] = [];
    const reader = entry.createReader();
    while (true) {
      const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
        reader.readEntries(resolve, reject),
      );
      if (some.length === 0) break;
      inside.push(...some);
    }
    return (await Promise.all(inside.map(filesOf))).flat();
  }
  if (!(entry instanceof FileSystemFileEntry)) return [];
  const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
  return [{ name: entry.fullPath.replace(/^\//, ''), file }].filter(isWanted);
}

function isWanted({ name }: { readonly name: string }): boolean {
  return /\.(xlsx|xlsm|xls|ods|csv|tsv|json)$/i.test(name) && !/(^|\/)(\.|~\$)/.test(name);
}
