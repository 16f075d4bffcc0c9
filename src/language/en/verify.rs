//! `verify`.

use crate::language::Verify;

pub const VERIFY: Verify = Verify {
    holds: "holds",
    missing: "missing",
    changed: "differs: it is not the file of the manifest, by its SHA-256",
    line: |line, here, again| format!("differs in line {line}: {here}, and run again {again}"),
    byte: |byte| format!("differs from byte {byte} on"),
    nothing: "nothing",
    unknown: "not checked",
    all_hold: |files| format!("The evidence pack holds: {files} files, byte by byte."),
};
