//! *Check a receipt*: by its number, or by its file.

use store::Cx;
use web::{Failure, Input, Request, Response, Shell};

use super::{page_of, whole_number};
use crate::log::{check::Paper, queries, queries::Checked};

/// What came of a check, in words.
pub(super) struct Verdict {
    pub holds: bool,
    pub title: String,
    pub text: String,
    pub ticks: Vec<(bool, String)>,
    /// The event of a receipt that holds, as it says it of itself.
    pub event: Option<String>,
}

/// So large may a receipt be: an event with its proof.
pub(crate) const MOST_BYTES: usize = 1 << 20;

/// `GET /public/{partnership}/log/check?receipt=`
pub(crate) async fn number(cx: Cx, request: Request) -> Result<Response, Failure> {
    let query = request.query();
    let number = query.text("receipt").map(|text| text.chars().take(80).collect::<String>());
    let slug = request.param_text("partnership");
    let checked = match &number {
        Some(number) => {
            let code = query.text("code");
            Some(queries::check_number(&cx, slug, number, code).await?)
        }
        None => None,
    };
    let view = queries::view(&cx, slug).await?;
    let page = page_of(&cx, &view, number.unwrap_or_default(), checked.as_ref()).await?;
    web::page(&request, &page)
}

/// `POST /public/{partnership}/log/check`
pub(crate) async fn file(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.input()?;
    let slug = request.param_text("partnership");
    let bytes = given(&mut input);
    let checked = queries::check_file(&cx, slug, &bytes).await?;
    let view = queries::view(&cx, slug).await?;
    let page = page_of(&cx, &view, String::new(), Some(&checked)).await?;
    web::page(&request, &page)
}

/// The file, or the text that was pasted instead.
fn given(input: &mut Input) -> Vec<u8> {
    if let Some(upload) = input.file("file").filter(|upload| !upload.bytes.is_empty()) {
        return upload.bytes.clone();
    }
    input.text("text").unwrap_or_default().as_bytes().to_vec()
}

pub(super) fn verdict_of(shell: &Shell, checked: &Checked) -> Verdict {
    let t = |key: &str| shell.t(key).into_owned();
    match checked {
        Checked::Known(known) => Verdict {
            holds: true,
            title: t("log-check-known"),
            text: at(shell, known.place),
            ticks: ticks(shell, known, Vec::new()),
            event: None,
        },
        Checked::Holds { paper, known } => {
            let (title, first, event) = match &**paper {
                Paper::Receipt { proof, opening } => (
                    t("log-check-holds"),
                    shell.t1("log-check-matches", "place", whole_number(proof.index)),
                    Some(pretty(opening.event.as_str())),
                ),
                Paper::Kept(_) => (t("log-check-kept"), t("log-check-kept-text"), None),
            };
            let signed = (true, t("log-check-signed"));
            Verdict {
                holds: true,
                title,
                text: at(shell, known.place),
                ticks: ticks(shell, known, vec![(true, first), signed]),
                event,
            }
        }
        Checked::Waits => refused(shell, "log-check-waits"),
        Checked::Unknown => refused(shell, "log-check-unknown"),
        Checked::OtherCode => refused(shell, "log-check-other-code"),
        Checked::Wrong(wrong) => {
            refused(shell, &format!("log-check-wrong-{}", wrong.as_str().replace('_', "-")))
        }
    }
}

fn refused(shell: &Shell, key: &str) -> Verdict {
    Verdict {
        holds: false,
        title: shell.t(key).into_owned(),
        text: shell.t(&format!("{key}-text")).into_owned(),
        ticks: Vec::new(),
        event: None,
    }
}

fn at(shell: &Shell, place: Option<u64>) -> String {
    let at = |place| shell.t1("log-check-place", "place", whole_number(place));
    place.map(at).unwrap_or_default()
}

fn ticks(
    shell: &Shell,
    known: &queries::Known,
    mut ticks: Vec<(bool, String)>,
) -> Vec<(bool, String)> {
    if known.place.is_some() {
        let steps = i64::try_from(known.steps).unwrap_or(i64::MAX);
        let entries = shell.number(whole_number(known.size));
        ticks.push((true, shell.t2("log-check-steps", "steps", steps, "entries", entries)));
    }
    let witnesses = if known.witnesses.is_empty() {
        (false, shell.t("log-check-no-witness").into_owned())
    } else {
        (true, shell.t1("log-check-witnesses", "names", known.witnesses.join(", ")))
    };
    ticks.push(witnesses);
    ticks
}

/// An event with a line for each of its fields.
pub(super) fn pretty(event: &str) -> String {
    let value: Result<serde_json::Value, _> = serde_json::from_str(event);
    value
        .and_then(|value| serde_json::to_string_pretty(&value))
        .unwrap_or_else(|_unreadable| event.to_owned())
}
