//! JSON Schema of the result, for programs that read it.

use schemars::generate::SchemaSettings;
use serde_json::Value;

use crate::study::Study;

/// The schema of what [`json`](super::json) writes.
#[must_use]
pub fn result() -> Value {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    settings.into_generator().into_root_schema_for::<Study>().to_value()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The committed copy is what scripts were written against: a change here
    /// is a change of the interface. Written anew with `ORGODDS_BLESS=1`.
    #[test]
    fn the_schema_is_the_committed_one() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/src/report/result.schema.json");
        let text = format!("{:#}\n", result());
        if std::env::var_os("ORGODDS_BLESS").is_some() {
            std::fs::write(path, &text).unwrap();
        }
        assert_eq!(std::fs::read_to_string(path).unwrap(), text);
    }

    #[test]
    fn what_can_be_absent_is_not_required() {
        let schema = result();
        let required = schema["required"].as_array().unwrap();
        assert!(required.contains(&"runs".into()));
        assert!(!required.contains(&"currency".into()));
        assert!(schema["properties"].get("metric").is_none());
    }
}
