"""
Backup and restore: everything a newsroom holds but its keys.

A backup is a folder: the database at one moment, the media folder as it was
right after (files are named by their content and never change, so every file
the database names is there), and `manifest.json` with their checksums.

A restore is made ready beside the newsroom and then takes its place in two
steps: first the database, in one act of the file system or of PostgreSQL, then
the media folder, by its name. A journal in DATA_DIR tells whoever finds a dead
restore which of the two has happened: before the first everything is put back,
after it everything is finished (`restoring.settle`).
"""
