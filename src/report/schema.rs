//! JSON Schema of the results, for programs that read them.

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde_json::Value;

use crate::hindsight::Backtest;
use crate::study::Study;
use crate::study::ledger::Ledger;

/// The schema of the result of many runs.
#[must_use]
pub fn result() -> Value {
    of::<Study>()
}

/// The schema of the ledger of one run.
#[must_use]
pub fn ledger() -> Value {
    of::<Ledger>()
}

/// The schema of the result of a backtest.
#[must_use]
pub fn backtest() -> Value {
    of::<Backtest>()
}

fn of<T: JsonSchema>() -> Value {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    settings.into_generator().into_root_schema_for::<T>().to_value()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The committed copies are what scripts were written against: a change here
    /// is a change of the interface. Written anew with `UPDATE_EXPECTED=1`.
    #[test]
    fn the_schemas_are_the_committed_ones() {
        for (name, schema) in [("result", result()), ("ledger", ledger()), ("backtest", backtest())]
        {
            let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/report");
            let path = format!("{folder}/{name}.schema.json");
            let text = format!("{schema:#}\n");
            if std::env::var_os("UPDATE_EXPECTED").is_some() {
                std::fs::write(&path, &text).unwrap();
            }
            assert_eq!(std::fs::read_to_string(&path).unwrap(), text, "{name}");
        }
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
