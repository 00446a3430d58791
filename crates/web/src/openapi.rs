//! The description of the API in OpenAPI 3.1, made from the routes.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::OnceLock,
};

use http::Method;
use serde_json::{Map, Value, json};
use store::Scope;
use utoipa::openapi::{RefOr, Schema};

use crate::{
    Context,
    app::all_routes,
    routes::{Route, RouteKind},
};

/// What one route of the API takes and gives, described when somebody asks.
#[derive(Default)]
pub(crate) struct Operation {
    pub(crate) summary: &'static str,
    pub(crate) takes: Option<fn() -> Described>,
    pub(crate) gives: Option<(u16, fn() -> Described)>,
    pub(crate) status: Option<u16>,
}

/// The description of an installation, made when somebody first asks for it: most servers never
/// need it, and it takes more memory than all their routes. Kept with the store.
pub(crate) struct Description {
    made: OnceLock<Value>,
    contexts: Vec<Context>,
    base_url: String,
}

impl Description {
    pub(crate) fn of(contexts: &[Context], base_url: &str) -> Self {
        let (contexts, base_url) = (contexts.to_vec(), base_url.to_owned());
        Self { made: OnceLock::new(), contexts, base_url }
    }

    pub(crate) fn value(&self) -> &Value {
        self.made.get_or_init(|| openapi_of(&self.contexts, &self.base_url))
    }
}

/// The description of these contexts' API, without an installation.
#[must_use]
pub fn openapi_of(contexts: &[Context], base_url: &str) -> Value {
    describe(&all_routes(contexts).list, base_url)
}

/// The names that stand for more than one type of these contexts' API: a program that reads the description
/// would take one for the other. `#[schema(as = …)]` tells them apart.
#[must_use]
pub fn openapi_clashes(contexts: &[Context]) -> BTreeSet<String> {
    let mut known = BTreeMap::new();
    let mut clashes = BTreeSet::new();
    for route in all_routes(contexts).list {
        let gives = route.operation.gives.map(|(_, describe)| describe);
        for describe in route.operation.takes.into_iter().chain(gives) {
            for (name, schema) in describe().named {
                let schema = serde_json::to_value(schema).unwrap_or_default();
                if known.entry(name.clone()).or_insert_with(|| schema.clone()) != &schema {
                    clashes.insert(name);
                }
            }
        }
    }
    clashes
}

/// A type with all that it refers to.
pub(crate) struct Described {
    schema: Value,
    named: Vec<(String, RefOr<Schema>)>,
}

impl Described {
    pub(crate) fn of<T: utoipa::ToSchema>() -> Self {
        let mut named = Vec::new();
        T::schemas(&mut named);
        let name = T::name().into_owned();
        // Names of generics and of the standard library's types name no component.
        let simple = name.chars().all(char::is_alphanumeric) && !BUILT_IN.contains(&name.as_str());
        if simple {
            named.push((name.clone(), T::schema()));
            return Self { schema: reference(&name), named };
        }
        Self { schema: serde_json::to_value(T::schema()).unwrap_or_default(), named }
    }

    pub(crate) fn listing<T: utoipa::ToSchema>() -> Self {
        let Self { schema, named } = Self::of::<T>();
        let schema = json!({
            "type": "object",
            "required": ["items", "next"],
            "properties": {
                "items": {"type": "array", "items": schema},
                "next": {"type": ["string", "null"], "description": "The mark of the next page: ask with `after`"},
            },
        });
        Self { schema, named }
    }
}

const BUILT_IN: &[&str] = &["String", "str", "Vec", "Value", "bool", "i64", "f64", "u32", "u64"];

fn reference(name: &str) -> Value {
    json!({"$ref": format!("#/components/schemas/{name}")})
}

/// The whole description.
fn describe(routes: &[Route], base_url: &str) -> Value {
    let mut paths: BTreeMap<&str, Map<String, Value>> = BTreeMap::new();
    let mut schemas = BTreeMap::new();
    schemas.insert("Problem".to_owned(), problem());
    for route in routes.iter().filter(|route| route.kind == RouteKind::Api) {
        let body = route.operation.takes.map(|describe| describe());
        let answer = route.operation.gives.map(|(status, describe)| (status, describe()));
        let described = body.iter().chain(answer.iter().map(|(_, given)| given));
        for (name, schema) in described.flat_map(|described| &described.named) {
            if !schemas.contains_key(name) {
                schemas.insert(name.clone(), serde_json::to_value(schema).unwrap_or_default());
            }
        }
        paths
            .entry(route.path.as_str())
            .or_default()
            .insert(route.method.as_str().to_ascii_lowercase(), operation(route, body, answer));
    }
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Concord",
            "version": env!("CARGO_PKG_VERSION"),
            "description": "Everything that a page can do, for programs.",
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "servers": [{"url": base_url}],
        "paths": paths,
        "components": {
            "schemas": schemas,
            "securitySchemes": {
                "token": {"type": "http", "scheme": "bearer", "description": "A token made on the page of your account"},
            },
        },
        "security": [{"token": []}],
    })
}

fn operation(route: &Route, body: Option<Described>, answer: Option<(u16, Described)>) -> Value {
    let area = route.permissions.first().map_or("", |permission| permission.area());
    let scopes: Vec<String> = route
        .permissions
        .iter()
        .map(|permission| format!("`{}`", permission.token_scope()))
        .collect();
    let is_listed =
        answer.as_ref().is_some_and(|(_, given)| given.schema.get("properties").is_some());
    let mut responses = Map::new();
    match (answer, route.operation.status) {
        (Some((status, given)), _) => responses.insert(
            status.to_string(),
            json!({"description": "Done", "content": {"application/json": {"schema": given.schema}}}),
        ),
        (None, status) => {
            responses.insert(status.unwrap_or(204).to_string(), json!({"description": "Done"}))
        }
    };
    let failed = json!({
        "description": "A problem (RFC 9457)",
        "content": {"application/problem+json": {"schema": reference("Problem")}},
    });
    responses.insert("4XX".to_owned(), failed.clone());
    responses.insert("5XX".to_owned(), failed);
    let mut operation = json!({
        "operationId": operation_id(route),
        "summary": route.operation.summary,
        "description": format!("Token scope: {}.", scopes.join(", ")),
        "tags": [area],
        "parameters": parameters(route, is_listed),
        "responses": responses,
    });
    let Some(members) = operation.as_object_mut() else { return operation };
    if let Some(taken) = body {
        let body = json!({
            "required": true,
            "content": {"application/json": {"schema": taken.schema}},
        });
        members.insert("requestBody".to_owned(), body);
    }
    let is_anybodys = |scope: Scope| matches!(scope, Scope::Installation | Scope::Public(_));
    if route.permissions.iter().all(|permission| is_anybodys(permission.scope)) {
        members.insert("security".to_owned(), json!([{}, {"token": []}]));
    }
    operation
}

fn operation_id(route: &Route) -> String {
    let words: Vec<&str> = route
        .path
        .split(['/', '{', '}', '-', '_', '.'])
        .filter(|word| !word.is_empty())
        .skip(2)
        .collect();
    format!("{}_{}", route.method.as_str().to_ascii_lowercase(), words.join("_"))
}

fn parameters(route: &Route, is_listed: bool) -> Vec<Value> {
    let mut all: Vec<Value> = route
        .path
        .split('/')
        .filter_map(|part| part.strip_prefix('{')?.strip_suffix('}'))
        .map(|name| json!({"name": name, "in": "path", "required": true, "schema": {"type": "string"}}))
        .collect();
    if route.method == Method::GET {
        if is_listed {
            all.push(json!({"name": "after", "in": "query", "required": false,
                "description": "The mark `next` of the page before", "schema": {"type": "string"}}));
        }
    } else {
        all.push(json!({"name": "Idempotency-Key", "in": "header", "required": false,
            "description": "A name for this request, so that a repeat is not carried out again",
            "schema": {"type": "string", "maxLength": 200}}));
        all.push(json!({"name": "If-Match", "in": "header", "required": false,
            "description": "The `ETag` that you saw, so that you change nothing that somebody else just changed",
            "schema": {"type": "string"}}));
    }
    all
}

fn problem() -> Value {
    json!({
        "type": "object",
        "required": ["type", "title", "status", "code"],
        "properties": {
            "type": {"type": "string", "format": "uri-reference"},
            "title": {"type": "string"},
            "status": {"type": "integer"},
            "detail": {"type": "string"},
            "code": {"type": "string", "description": "A stable word, listed in docs/errors.md"},
            "reference": {"type": "string", "description": "Tell this to the operator"},
            "errors": {"type": "array", "items": {
                "type": "object",
                "required": ["field", "code", "message"],
                "properties": {
                    "field": {"type": "string"},
                    "code": {"type": "string"},
                    "message": {"type": "string"},
                },
            }},
        },
    })
}
