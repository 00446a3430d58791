//! Problems on their way out: to a status, a page or problem details.

use base::{FieldProblem, Kind, Problem};
use http::StatusCode;

/// Anything that kept a request from being answered as asked.
#[derive(Debug)]
pub struct Failure(Box<dyn Problem>);

impl<P: Problem> From<P> for Failure {
    fn from(problem: P) -> Self {
        Self(Box::new(problem))
    }
}

impl Failure {
    /// The problem.
    #[must_use]
    pub fn problem(&self) -> &dyn Problem {
        &*self.0
    }

    /// The problem's kind.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.0.kind()
    }

    /// Whether the form that was sent should be shown again, with what was typed and what is wrong.
    #[must_use]
    pub fn is_form(&self) -> bool {
        matches!(self.kind(), Kind::Invalid | Kind::Conflict | Kind::Stale | Kind::TooMany)
    }

    /// Whether the reader may simply not see it.
    #[must_use]
    pub fn is_refusal(&self) -> bool {
        matches!(self.kind(), Kind::Missing | Kind::Forbidden | Kind::SignIn | Kind::StepUp)
    }

    /// What is wrong, field by field; a problem of the whole stands under the empty name.
    #[must_use]
    pub fn problems(&self) -> Vec<FieldProblem> {
        let fields = self.0.fields();
        if fields.is_empty() {
            let whole =
                FieldProblem { field: String::new(), code: self.0.code(), args: self.0.args() };
            return vec![whole];
        }
        fields.to_vec()
    }

    /// The status code: the only place that names one for an error.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        // What HTTP has a status of its own for.
        match self.0.code() {
            "no_method" => return StatusCode::METHOD_NOT_ALLOWED,
            "body_unreadable" | "text_not_utf8" => return StatusCode::BAD_REQUEST,
            "media_type" | "media_type_json" | "body_packed" => {
                return StatusCode::UNSUPPORTED_MEDIA_TYPE;
            }
            _ => {}
        }
        match self.kind() {
            Kind::Missing => StatusCode::NOT_FOUND,
            Kind::Invalid => StatusCode::UNPROCESSABLE_ENTITY,
            Kind::Conflict => StatusCode::CONFLICT,
            Kind::Stale => StatusCode::PRECONDITION_FAILED,
            Kind::Forbidden | Kind::StepUp => StatusCode::FORBIDDEN,
            Kind::SignIn => StatusCode::UNAUTHORIZED,
            Kind::TooMany => StatusCode::TOO_MANY_REQUESTS,
            Kind::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Kind::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
            Kind::Fault => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// Whether the same request may pass when it is run again at once.
    pub(crate) fn is_contended(&self) -> bool {
        let mut cause: Option<&(dyn std::error::Error + 'static)> = Some(&*self.0);
        while let Some(error) = cause {
            if error.downcast_ref::<store::Error>().is_some_and(store::Error::is_contended) {
                return true;
            }
            cause = error.source();
        }
        false
    }

    /// Writes a fault down with its sources, once, here at the edge.
    pub(crate) fn log(&self, route: &str, reference: &str) {
        if !matches!(self.kind(), Kind::Fault | Kind::Unavailable) {
            return;
        }
        let mut sources = self.0.to_string();
        let mut cause = self.0.source();
        while let Some(error) = cause {
            sources.push_str(": ");
            sources.push_str(&error.to_string());
            cause = error.source();
        }
        tracing::error!(route, reference, error = %sources, "a request could not be answered");
    }
}

/// Input that cannot be taken; each field says why.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{} of the fields cannot be taken", fields.len())]
pub struct Invalid {
    pub(crate) fields: Vec<FieldProblem>,
}

impl Invalid {
    /// One field that cannot be taken.
    #[must_use]
    pub fn field(field: &str, code: &'static str) -> Self {
        Self { fields: vec![FieldProblem { field: field.to_owned(), code, args: Vec::new() }] }
    }
}

impl Problem for Invalid {
    fn kind(&self) -> Kind {
        let codes = || self.fields.iter().map(|field| field.code);
        if codes().any(|code| code == "file_too_large" || code == "request_too_large") {
            return Kind::TooLarge;
        }
        Kind::Invalid
    }

    fn code(&self) -> &'static str {
        "invalid"
    }

    fn fields(&self) -> &[FieldProblem] {
        &self.fields
    }
}

/// Problems of the edge itself.
#[derive(Debug, thiserror::Error)]
pub(crate) enum EdgeError {
    #[error("there is no page at this address")]
    NoPage,
    #[error("this address does not take this method")]
    NoMethod,
    #[error("the request is larger than {limit} bytes")]
    TooLarge { limit: usize },
    #[error("the body could not be read")]
    Body,
    #[error("the body is neither a form nor JSON")]
    MediaType,
    #[error("the body is not JSON")]
    NotJson,
    #[error("the body is packed")]
    Packed,
    #[error("the text is not UTF-8")]
    NotUtf8,
    #[error("the request came from another site")]
    CrossSite,
    #[error("the key was used for another request")]
    KeyReused,
    #[error("the request was carried out, but its answer was not kept")]
    AnswerLost,
    #[error("the page could not be written")]
    Template(#[from] askama::Error),
    #[error("the request panicked")]
    Panic,
}

impl Problem for EdgeError {
    fn kind(&self) -> Kind {
        match self {
            Self::NoPage | Self::NoMethod => Kind::Missing,
            Self::TooLarge { .. } => Kind::TooLarge,
            Self::Body | Self::MediaType | Self::NotJson | Self::Packed | Self::NotUtf8 => {
                Kind::Invalid
            }
            Self::CrossSite => Kind::Forbidden,
            Self::KeyReused | Self::AnswerLost => Kind::Conflict,
            Self::Template(_) | Self::Panic => Kind::Fault,
        }
    }

    fn code(&self) -> &'static str {
        match self {
            Self::NoPage => "no_page",
            Self::NoMethod => "no_method",
            Self::TooLarge { .. } => "request_too_large",
            Self::Body => "body_unreadable",
            Self::MediaType => "media_type",
            Self::NotJson => "media_type_json",
            Self::Packed => "body_packed",
            Self::NotUtf8 => "text_not_utf8",
            Self::CrossSite => "cross_site",
            Self::KeyReused => "key_reused",
            Self::AnswerLost => "answer_lost",
            Self::Template(_) | Self::Panic => "fault",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::TooLarge { limit } => vec![("megabytes", (limit / 1_048_576).to_string())],
            Self::NoPage
            | Self::NoMethod
            | Self::Body
            | Self::MediaType
            | Self::NotJson
            | Self::Packed
            | Self::NotUtf8
            | Self::CrossSite
            | Self::KeyReused
            | Self::AnswerLost
            | Self::Template(_)
            | Self::Panic => Vec::new(),
        }
    }
}
