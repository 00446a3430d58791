//! Problems as their readers meet them: a page in words, or problem details (RFC 9457).

use std::sync::Arc;

use askama::Template;
use axum::body::Body as HttpBody;
use base::{Actor, Kind, Language};
use http::{HeaderValue, StatusCode, header};
use store::{Cx, Place};

use crate::{
    Failure, Response, Section, Shell, Visit,
    app::Inner,
    response::{encode, whole},
};

#[derive(Template)]
#[template(path = "error.html")]
struct ErrorPage {
    shell: Shell,
    heading: String,
    text: String,
    detail: Option<String>,
    reference: Option<String>,
    sign_in: bool,
}
crate::page!(ErrorPage);

/// The answer to a request that no route took.
pub(crate) fn failed(
    app: &Inner,
    language: Language,
    path: &str,
    query: &str,
    failure: &Failure,
) -> http::Response<HttpBody> {
    render(app, language, path, query, failure, "")
}

pub(crate) fn render(
    app: &Inner,
    language: Language,
    path: &str,
    query: &str,
    failure: &Failure,
    reference: &str,
) -> http::Response<HttpBody> {
    let visit = Visit {
        site: Arc::clone(&app.site),
        catalog: Arc::clone(&app.catalog),
        language,
        actor: Actor::Nobody,
        now: app.store.clock().now(),
        path: path.to_owned(),
        query: query.to_owned(),
        bell: None,
    };
    let name = kind_name(failure.kind());
    let title = format!("failure-{name}");
    let shell = Shell::of(Arc::new(visit), None, &title, Section::Nowhere);
    if path.starts_with("/api/") {
        return problem_details(&shell, failure, reference);
    }
    let next = match failure.kind() {
        Kind::SignIn => Some("/sign-in"),
        Kind::StepUp => Some("/step-up"),
        Kind::Missing
        | Kind::Invalid
        | Kind::Conflict
        | Kind::Stale
        | Kind::Forbidden
        | Kind::TooMany
        | Kind::TooLarge
        | Kind::Unavailable
        | Kind::Fault => None,
    };
    if let Some(page) = next {
        let prefix = language.prefix();
        let back = if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") };
        let location = format!("{prefix}{page}?next={}", encode(&back));
        let mut response = http::Response::new(HttpBody::empty());
        *response.status_mut() = StatusCode::SEE_OTHER;
        if let Ok(location) = HeaderValue::from_str(&location) {
            response.headers_mut().insert(header::LOCATION, location);
        }
        return response;
    }
    let fault = matches!(failure.kind(), Kind::Fault | Kind::Unavailable);
    let problems: Vec<String> =
        failure.problems().iter().map(|problem| shell.problem(problem)).collect();
    let page = ErrorPage {
        heading: shell.t(&title).into_owned(),
        text: shell.t(&format!("{title}-text")).into_owned(),
        detail: if fault { None } else { Some(problems.join(" ")) },
        reference: if fault { Some(reference.to_owned()) } else { None },
        sign_in: false,
        shell,
    };
    let html = whole(&page).unwrap_or_default();
    let mut response = Response::new(failure.status(), "text/html; charset=utf-8", html).0;
    retry_after(failure, &mut response);
    response
}

fn retry_after(failure: &Failure, response: &mut http::Response<HttpBody>) {
    if matches!(failure.kind(), Kind::Unavailable | Kind::TooMany) {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("5"));
    }
}

/// Problem details, RFC 9457.
fn problem_details(shell: &Shell, failure: &Failure, reference: &str) -> http::Response<HttpBody> {
    let problem = failure.problem();
    let fault = matches!(failure.kind(), Kind::Fault | Kind::Unavailable);
    let mut body = serde_json::json!({
        "type": format!("urn:concord:error:{}", problem.code()),
        "title": shell.t(&format!("failure-{}", kind_name(failure.kind()))),
        "status": failure.status().as_u16(),
        "detail": shell.error(problem.code(), &problem.args()),
        "code": problem.code(),
    });
    if let Some(members) = body.as_object_mut() {
        if fault {
            members.insert("reference".to_owned(), reference.into());
        }
        let fields: Vec<_> = problem
            .fields()
            .iter()
            .map(|field| {
                serde_json::json!({
                    "field": field.field, "code": field.code, "message": shell.problem(field),
                })
            })
            .collect();
        if !fields.is_empty() {
            members.insert("errors".to_owned(), fields.into());
        }
    }
    let text = body.to_string();
    let mut response = Response::new(failure.status(), "application/problem+json", text).0;
    if failure.kind() == Kind::SignIn {
        response.headers_mut().insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
    }
    retry_after(failure, &mut response);
    response
}

const fn kind_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Missing => "missing",
        Kind::Invalid => "invalid",
        Kind::Conflict => "conflict",
        Kind::Stale => "stale",
        Kind::Forbidden => "forbidden",
        Kind::SignIn => "sign-in",
        Kind::StepUp => "step-up",
        Kind::TooMany => "too-many",
        Kind::TooLarge => "too-large",
        Kind::Unavailable => "unavailable",
        Kind::Fault => "fault",
    }
}

impl Shell {
    /// The shell of a page that answers a request.
    #[must_use]
    pub fn new(cx: &Cx, place: Option<&Arc<Place>>, title: &str, section: Section) -> Self {
        let visit = cx.extension::<Visit>().unwrap_or_else(|| Arc::new(Visit::of_command(cx)));
        Self::of(visit, place.cloned(), title, section)
    }
}
