//! The description of the API as a page: what there is, what each takes and gives.

use std::collections::BTreeMap;

use askama::Template;
use serde_json::Value;
use store::{Access, Cx, Permission};

use crate::{Failure, Request, Response, Routes, Section, Shell, openapi::Description};

const READ: Permission = Permission::installation("api.describe", Access::Read);

pub(crate) fn routes(r: &mut Routes) {
    r.page("/api", &[READ], show);
}

#[derive(Template)]
#[template(path = "api.html")]
struct ApiPage {
    shell: Shell,
    areas: Vec<Area>,
}
crate::page!(ApiPage);

struct Area {
    name: String,
    operations: Vec<Shown>,
}

struct Shown {
    method: String,
    path: String,
    summary: String,
    scopes: String,
    members: Vec<Member>,
    statuses: String,
}

struct Member {
    name: String,
    kind: String,
    required: bool,
    about: String,
}

async fn show(cx: Cx, request: Request) -> Result<Response, Failure> {
    drop(cx.read(READ).await?);
    let description = cx.extension::<Description>();
    let areas =
        description.as_deref().map_or_else(Vec::new, |description| areas(description.value()));
    let shell = Shell::new(&cx, None, "api-title", Section::Nowhere);
    crate::page(&request, &ApiPage { shell, areas })
}

const BODY: &str = "/requestBody/content/application~1json/schema";

/// The text at a JSON pointer, empty when there is none.
fn text(value: &Value, pointer: &str) -> String {
    value.pointer(pointer).and_then(Value::as_str).unwrap_or_default().to_owned()
}

fn areas(description: &Value) -> Vec<Area> {
    let mut areas: BTreeMap<String, Vec<Shown>> = BTreeMap::new();
    let paths = description.get("paths").and_then(Value::as_object).into_iter().flatten();
    for (path, methods) in paths {
        for (method, operation) in methods.as_object().into_iter().flatten() {
            let area = text(operation, "/tags/0");
            areas.entry(area).or_default().push(shown(description, path, method, operation));
        }
    }
    areas.into_iter().map(|(name, operations)| Area { name, operations }).collect()
}

fn shown(description: &Value, path: &str, method: &str, operation: &Value) -> Shown {
    let responses = operation.get("responses").and_then(Value::as_object);
    let statuses = responses.into_iter().flat_map(|all| all.keys().cloned());
    Shown {
        method: method.to_ascii_uppercase(),
        path: path.to_owned(),
        summary: text(operation, "/summary"),
        scopes: text(operation, "/description"),
        members: operation
            .pointer(BODY)
            .map_or_else(Vec::new, |schema| members(description, schema)),
        statuses: statuses.collect::<Vec<_>>().join(", "),
    }
}

/// The members of a body; a schema that is only named is looked up.
fn members(description: &Value, schema: &Value) -> Vec<Member> {
    let named = schema.get("$ref").and_then(Value::as_str).and_then(|name| name.strip_prefix('#'));
    let schema = named.and_then(|pointer| description.pointer(pointer)).unwrap_or(schema);
    let required = schema.get("required").and_then(Value::as_array);
    let required: Vec<&str> = required.into_iter().flatten().filter_map(Value::as_str).collect();
    let member = |(name, about): (&String, &Value)| Member {
        required: required.contains(&name.as_str()),
        name: name.clone(),
        kind: match about.get("type") {
            Some(Value::String(kind)) => kind.clone(),
            Some(Value::Array(kinds)) => {
                kinds.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(" | ")
            }
            Some(_) | None => "object".to_owned(),
        },
        about: text(about, "/description"),
    };
    schema.get("properties").and_then(Value::as_object).into_iter().flatten().map(member).collect()
}
