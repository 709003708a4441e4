/** Files of an archive by their path in the folder. */
export type ArchiveFiles = Map<string, string>;

export type Row = Record<string, unknown>;
