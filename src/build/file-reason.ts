/** What the system says of a file, in words for the person who named it. */

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file or folder",
  EEXIST: "is there already",
  EISDIR: "is a folder, expected a file",
  ENOTDIR: "is or lies in a file, expected a folder",
  ENOTEMPTY: "is a folder that is not empty",
  EACCES: "you have no right to it",
  EPERM: "you have no right to it",
  EROFS: "lies where nothing can be written",
  ENOSPC: "the disk is full",
  EDQUOT: "the disk is full for you",
  EMFILE: "too many files are open on this machine",
  ENAMETOOLONG: "the name is too long",
  ELOOP: "is a link to itself",
  EXDEV: "lies on another disk",
  EBUSY: "is in use",
};

/**
 * One line that begins with the path: "notes.txt: there is no such file or folder".
 *
 * @param path as the person knows it, else the one that the error names
 * @returns null for an error that is about no file
 */
export function toFileReason(error: NodeJS.ErrnoException, path = error.path): string | null {
  const reason = REASONS[error.code ?? ""];
  return reason === undefined || path === undefined ? null : `${path}: ${reason}`;
}

/** Hand a failure on under the path that a person knows; for promises of files. */
export function blameOn(path: string): (error: unknown) => never {
  return (error) => {
    const reason = error instanceof Error ? toFileReason(error, path) : null;
    throw reason === null ? error : new Error(reason, { cause: error });
  };
}
