/** A file with its path inside what was dropped or chosen. */
export interface PathFile {
  readonly path: string
  readonly file: File
}

/** So many entries of folders are looked at. */
const MOST = 5_000

/**
 * The files of a drop, those in its folders included (File and Directory Entries API §3). Call it while the drop is
 * handled: afterwards the browser forgets what was dropped. A folder that cannot be read is left out.
 */
export async function droppedFiles(transfer: DataTransfer | null): Promise<PathFile[]> {
  const entries = [...(transfer?.items ?? [])].flatMap((item) => item.webkitGetAsEntry() ?? [])
  if (entries.length === 0) return namedFiles(transfer?.files ?? [])
  const found: PathFile[] = []
  let seen = 0
  async function take(entry: FileSystemEntry): Promise<void> {
    seen += 1
    if (seen > MOST) return
    try {
      if (isFile(entry)) found.push({ path: entry.fullPath.replace(/^\//, ''), file: await fileOf(entry) })
      else if (isDirectory(entry)) for (const child of await childrenOf(entry)) await take(child)
    } catch {
      // The file or folder is gone, or may not be read.
    }
  }
  for (const entry of entries) await take(entry)
  return found
}

/** The files of a file field, with their paths where a folder was chosen. */
export function namedFiles(files: Iterable<File>): PathFile[] {
  return [...files].map((file) => ({ path: file.webkitRelativePath || file.name, file }))
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile
const isDirectory = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => {
    entry.file(resolve, reject)
  })
}

async function childrenOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader()
  const all: FileSystemEntry[] = []
  // A reader gives some entries at a time, and none at the end.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject)
    })
    if (some.length === 0 || all.length > MOST) return all
    all.push(...some)
  }
}
