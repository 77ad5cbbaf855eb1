export const ANNOUNCE_HELP = `npm run announce: announcements to session files.

  npm run announce                           paste, then Ctrl-D (Ctrl-Z and Enter on Windows)
  npm run announce -- post.txt               read a file
  npm run announce -- --dry-run < post.txt   show what would be written, write nothing

It reads what a club posts ("📢 June 15 (Mon): TITLE", paragraphs, "This Monday, NAME (@handle, site)
will present their paper "…"") and what it mails ("Title:", "Time:", "Paper:", "Meeting link:",
"Abstract:"). A whole timeline may be pasted: copies count once, other posts are passed over with
the reason. What cannot be read is named with its line, and then nothing is written.

  --dry-run            print the files, write nothing
  --yes                write without asking
  --update             also change session files that are there, field by field: fills in what is
                       missing and takes a new date or time; every difference is shown
  --overwrite FIELDS   with --update: fields the announcement may replace although the file has
                       them (title,presenters,papers,join,abstract or all)
  --incomplete         with --yes: also write sessions of which there is only a cut copy
  --today YYYY-MM-DD   the day from which years are told (default: today)
  --json               print for programs; needs --dry-run or --yes
  --help               this text

DATA_DIR names another folder than data.
Exit code: 0 done, 1 something could not be read or written, 2 wrong options.
`;
