//! The JSON Schema of a scenario file, for editors.

use serde_json::{Map, Value, json};

use super::field::{Field, Group, Need, Shape};
use super::fields;
use crate::distribution::Domain;
use crate::organisation::limits;

/// JSON Schema of a scenario file, made from the table that the loader reads
/// with. What a file must hold is not in it, for it may stand in a base file.
#[must_use]
pub fn schema() -> Value {
    let mut root = group(&fields::SCENARIO);
    root["$schema"] = json!("https://json-schema.org/draft/2020-12/schema");
    root["title"] = json!("orgodds scenario");
    let domains = [Domain::Probability, Domain::Positive, Domain::NonNegative, Domain::Real];
    let definitions: Map<String, Value> =
        domains.iter().map(|&domain| (definition(domain).to_owned(), factor(domain))).collect();
    root["$defs"] = definitions.into();
    root
}

fn definition(domain: Domain) -> &'static str {
    match domain {
        Domain::Probability => "probability",
        Domain::Positive => "positive",
        Domain::NonNegative => "non-negative",
        Domain::Real => "real",
    }
}

/// A number, or text in the factor notation.
fn factor(domain: Domain) -> Value {
    let mut number = json!({ "type": "number" });
    match domain {
        Domain::Probability => {
            number["minimum"] = json!(0);
            number["maximum"] = json!(1);
        }
        Domain::Positive => number["exclusiveMinimum"] = json!(0),
        Domain::NonNegative => number["minimum"] = json!(0),
        Domain::Real => {}
    }
    let notation = json!({
        "type": "string",
        "description": "A distribution: \"18 to 30\" (90 % interval), uniform(a, b), \
            triangular(min, mode, max), pert(min, mode, max), normal(mean, sd), \
            lognormal(mean, sd), gamma(mean, sd), beta(a, b), choice(v1: w1, v2: w2), \
            data(file.csv, column), truncate(DISTRIBUTION, low, high)",
        "examples": ["18 to 30"],
    });
    json!({ "anyOf": [number, notation] })
}

fn group(group: &Group) -> Value {
    let properties: Map<String, Value> =
        group.fields.iter().map(|field| (field.key.to_owned(), property(field))).collect();
    json!({
        "type": "object",
        "description": group.title,
        "properties": properties,
        "additionalProperties": false,
    })
}

/// A field with its meaning, whether it must be given, and its default.
fn property(field: &Field) -> Value {
    let mut property = shape(field);
    let needed =
        if field.need == Need::Required { " Required, here or in a base file." } else { "" };
    property["description"] = json!(format!("{}{needed}", field.says));
    if let Need::Default(value) = field.need {
        let whole = matches!(field.shape, Shape::Whole(..));
        #[expect(clippy::cast_possible_truncation, reason = "defaults of whole numbers are small")]
        let default = if whole { json!(value as i64) } else { json!(value) };
        property["default"] = default;
    }
    property
}

fn shape(field: &Field) -> Value {
    match field.shape {
        Shape::Text | Shape::File => json!({ "type": "string" }),
        Shape::Name => json!({ "type": "string", "minLength": 1 }),
        Shape::OneOf(words) => json!({ "enum": words }),
        Shape::Whole(least, most) => {
            json!({ "type": "integer", "minimum": least, "maximum": most })
        }
        Shape::Share => json!({ "type": "number", "minimum": 0, "maximum": 1 }),
        Shape::Rho => {
            json!({ "type": "number", "exclusiveMinimum": -1, "exclusiveMaximum": 1 })
        }
        Shape::Seasonality => json!({
            "type": "array", "minItems": 1, "items": { "type": "number", "minimum": 0 },
        }),
        Shape::Headcount => headcount(),
        Shape::Names => json!({ "type": "array", "items": { "type": "string", "minLength": 1 } }),
        Shape::Pair => json!({
            "type": "array", "minItems": 2, "maxItems": 2, "items": { "type": "string" },
        }),
        Shape::Factor(domain) => json!({ "$ref": format!("#/$defs/{}", definition(domain)) }),
        Shape::Table(inner) => group(inner),
        Shape::Each(inner, some) => json!({
            "type": "object",
            "minProperties": usize::from(some),
            "maxProperties": limits::ENTRIES,
            "additionalProperties": group(inner),
        }),
        Shape::List(inner, some) => json!({
            "type": "array",
            "minItems": usize::from(some),
            "maxItems": limits::ENTRIES,
            "items": group(inner),
        }),
    }
}

fn headcount() -> Value {
    let seats = json!({ "type": "integer", "minimum": 0, "maximum": limits::SEATS });
    let month = json!({ "type": "integer", "minimum": 1, "maximum": limits::MONTHS });
    json!({ "anyOf": [seats, {
        "type": "array",
        "minItems": 1,
        "items": { "type": "array", "prefixItems": [month, seats], "minItems": 2, "maxItems": 2 },
    }] })
}
