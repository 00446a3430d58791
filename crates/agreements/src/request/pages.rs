//! *Ask for data*: the form, one request, and a person's decision about one that waits.

use askama::Template;
use policy::{Answer, OrderKind};
use store::Cx;
use web::{Failure, FormView, Input, Request, Response, Section, Shell};

use super::{
    Asked, DataRequest, Papers, RequestId, State, Verdict, commands, parse,
    queries::{self, AskGround, Looked, Requests},
    rule,
};
use crate::{
    Error, access,
    agreement::{
        parse::given,
        words::{self, Choice, Status},
    },
};

/// The form of a request.
#[derive(Template)]
#[template(path = "agreements/ask.html")]
struct AskPage {
    shell: Shell,
    form: FormView,
    base: String,
    /// Nothing when nobody entered the reader as one who works with data.
    who: Option<String>,
    holders: Vec<Choice>,
    purposes: Vec<Choice>,
    classes: Vec<Choice>,
    papers: Vec<Choice>,
    orders: Vec<Choice>,
}

/// One's own requests, and those that wait.
#[derive(Template)]
#[template(path = "agreements/requests.html")]
struct RequestsPage {
    shell: Shell,
    form: FormView,
    base: String,
    emergency: String,
    duties: String,
    short: String,
    states: Vec<Choice>,
    held: Vec<Row>,
    rows: Vec<Row>,
    narrowed: bool,
    first: Option<String>,
    next: Option<String>,
}

struct Row {
    href: String,
    code: String,
    who: String,
    what: String,
    why: String,
    mark: Status,
    when: String,
}

/// One request.
#[derive(Template)]
#[template(path = "agreements/request.html")]
struct RequestPage {
    shell: Shell,
    mark: Status,
    short: String,
    facts: Vec<(String, String)>,
    receipt: String,
    client: Option<(String, String)>,
    decide: Option<String>,
    withdraw: Option<String>,
}

/// A person's decision.
#[derive(Template)]
#[template(path = "agreements/rule.html")]
struct RulePage {
    shell: Shell,
    form: FormView,
    action: String,
    back: String,
    facts: Vec<(String, String)>,
    lines: Vec<Line>,
    verdicts: Vec<Choice>,
    /// What an order can name; empty when there is none.
    scope: Vec<Choice>,
}

/// What the rules say of a class.
pub(crate) struct Line {
    pub(crate) goes: bool,
    pub(crate) class: String,
    pub(crate) said: String,
    pub(crate) source: &'static str,
}

web::page!(AskPage, RequestsPage, RequestPage, RulePage);

/// `GET /p/{partnership}/requests`
pub(crate) async fn list(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.query();
    let state = input.optional::<State>("state");
    let requests = queries::requests(&cx, state, input.text("after")).await?;
    web::page(&request, &list_page(&cx, &input, &requests))
}

fn list_page(cx: &Cx, input: &Input, requests: &Requests) -> RequestsPage {
    let place = &requests.place;
    let shell = Shell::new(cx, Some(place), "requests-title", Section::Agreements);
    let base = format!("/p/{}/requests", place.slug);
    let kept: Vec<(&str, String)> =
        input.text("state").map(|state| ("state", state.to_owned())).into_iter().collect();
    let to = |pairs: &[(&str, String)]| shell.href(&words::address(&base, pairs));
    let next = requests.page.next.as_ref().map(|mark| {
        let mut pairs = kept.clone();
        pairs.push(("after", mark.clone()));
        to(&pairs)
    });
    let held = requests.held.iter().map(|one| row(&shell, requests, &base, (one, true)));
    let rows = requests.page.items.iter().map(|one| row(&shell, requests, &base, (one, false)));
    RequestsPage {
        form: FormView::filled(input.typed()),
        emergency: shell.href(&format!("/p/{}/emergency", place.slug)),
        duties: shell.href(&format!("/p/{}/duties", place.slug)),
        short: shell.t1("requests-short", "held", requests.held.len()),
        states: words::choices(&shell, "requests-state", State::ALL),
        held: held.collect(),
        rows: rows.collect(),
        narrowed: !kept.is_empty(),
        first: input.text("after").map(|_| to(&kept)),
        next,
        base,
        shell,
    }
}

fn row(
    shell: &Shell,
    requests: &Requests,
    base: &str,
    (request, for_us): (&DataRequest, bool),
) -> Row {
    let state = if for_us { request.state } else { request.told() };
    let other = if for_us { request.organization } else { request.holder };
    let when = match request.due_at.filter(|_| state == State::Held) {
        Some(due) => shell.t1("requests-due", "when", shell.when(due)),
        None => shell.when(request.asked_at),
    };
    let classes = classes(shell, &requests.vocabulary, &request.classes);
    Row {
        href: shell.href(&format!("{base}/{}", request.id)),
        code: crate::receipt::code(request.receipt),
        who: requests.directory.name(other).to_owned(),
        what: classes,
        why: requests.vocabulary.purpose(request.purpose.as_str(), shell.language()),
        mark: mark(shell, state, request.is_late(requests.now)),
        when,
    }
}

/// The names of some classes.
pub(crate) fn classes(
    shell: &Shell,
    vocabulary: &crate::vocabulary::Vocabulary,
    classes: &[crate::Name],
) -> String {
    let name = |class: &crate::Name| vocabulary.class(class.as_str(), shell.language());
    words::listed(shell, &classes.iter().map(name).collect::<Vec<_>>())
}

fn mark(shell: &Shell, state: State, is_late: bool) -> Status {
    let kind = match state {
        State::Answered => "done",
        State::Held if is_late => "off",
        State::Held => "risk",
        State::Released => "ok",
        State::Refused => "off",
        State::Withdrawn => "idle",
    };
    Status { kind, text: words::said(shell, "requests-state", state) }
}

/// `GET /p/{partnership}/requests/new`
pub(crate) async fn new_form(cx: Cx, request: Request) -> Result<Response, Failure> {
    cx.admits(access::ASK).await?;
    let ground = queries::ask_ground(&cx).await?;
    let form = FormView::filled(request.query().typed());
    web::page(&request, &ask_page(ask_shell(&cx, &ground), form, &ground))
}

/// `POST /p/{partnership}/requests/new`
pub(crate) async fn ask(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.input()?;
    cx.admits(access::ASK).await?;
    match ask_it(&cx, &mut input).await {
        Ok(asked) => {
            let slug = request.param_text("partnership");
            let path = format!("/p/{slug}/receipts/{}", asked.receipt.id);
            Ok(web::redirect(&cx, &path).notice("requests-asked-notice"))
        }
        Err(failure) if failure.is_form() => {
            let ground = queries::ask_ground(&cx).await?;
            let mut shell = ask_shell(&cx, &ground);
            let form = FormView::refused(&mut shell, input.typed(), &failure.problems());
            Ok(web::page(&request, &ask_page(shell, form, &ground))?.with_status_of(&failure))
        }
        Err(failure) => Err(failure),
    }
}

async fn ask_it(cx: &Cx, input: &mut Input) -> Result<Asked, Failure> {
    let new = given(input, parse::request)?;
    Ok(commands::ask(cx, new).await?)
}

fn ask_shell(cx: &Cx, ground: &AskGround) -> Shell {
    let place = &ground.place;
    let shell = Shell::new(cx, Some(place), "requests-ask", Section::Agreements);
    let list = shell.t("requests-title").into_owned();
    shell.crumb(list, &format!("/p/{}/requests", place.slug))
}

fn ask_page(shell: Shell, form: FormView, ground: &AskGround) -> AskPage {
    let vocabulary = &ground.vocabulary;
    let own = ground.user.as_ref().and_then(|user| user.organization);
    AskPage {
        base: format!("/p/{}/requests", ground.place.slug),
        who: own.map(|of| ground.directory.name(of).to_owned()),
        holders: queries::askable(ground)
            .into_iter()
            .map(|(id, name)| (id.to_string(), name))
            .collect(),
        purposes: words::named(&shell, vocabulary.purposes()),
        classes: words::named(&shell, vocabulary.classes()),
        papers: words::choices(&shell, "requests-papers", Papers::ALL),
        orders: words::choices(&shell, "requests-order", OrderKind::ALL),
        form,
        shell,
    }
}

/// `GET /p/{partnership}/requests/{id}`
pub(crate) async fn show(cx: Cx, request: Request) -> Result<Response, Failure> {
    let looked = queries::request(&cx, request.param("id")?).await?;
    let shell = one_shell(&cx, &looked);
    web::page(&request, &request_page(shell, &looked))
}

fn one_shell(cx: &Cx, looked: &Looked) -> Shell {
    let place = &looked.place;
    let shell = Shell::new(cx, Some(place), "requests-title", Section::Agreements);
    let list = shell.t("requests-title").into_owned();
    let title = shell.t1("requests-one", "code", crate::receipt::code(looked.request.receipt));
    shell.titled(title).crumb(list, &format!("/p/{}/requests", place.slug))
}

fn request_page(shell: Shell, looked: &Looked) -> RequestPage {
    let (request, place) = (&looked.request, &looked.place);
    let state = if looked.is_holder { request.state } else { request.told() };
    let base = format!("/p/{}/requests/{}", place.slug, request.id);
    let names = [
        ("who", looked.directory.name(request.organization).into()),
        ("from", looked.directory.name(request.holder).into()),
    ];
    let client = looked.client.as_ref().map(|client| {
        let number = client.file_number.as_ref().map_or_else(String::new, ToString::to_string);
        let href = shell.href(&format!("/p/{}/clients/{}", place.slug, client.id));
        (number, href)
    });
    RequestPage {
        mark: mark(&shell, state, looked.is_holder && request.is_late(looked.now)),
        short: shell.tn("requests-one-short", &names),
        facts: facts(&shell, looked, state),
        receipt: shell.href(&format!("/p/{}/receipts/{}", place.slug, request.receipt)),
        client,
        decide: looked.may_rule.then(|| shell.href(&format!("{base}/decide"))),
        withdraw: (looked.is_mine && request.told() == State::Held)
            .then(|| shell.href(&format!("{base}/withdraw"))),
        shell,
    }
}

fn facts(shell: &Shell, looked: &Looked, state: State) -> Vec<(String, String)> {
    let request = &looked.request;
    let label = |key: &str| shell.t(key).into_owned();
    let person = |id| looked.people.name(id).to_owned();
    let mut facts = vec![
        (label("requests-asker"), person(request.asker)),
        (label("agreements-what"), classes(shell, &looked.vocabulary, &request.classes)),
        (
            label("agreements-why"),
            looked.vocabulary.purpose(request.purpose.as_str(), shell.language()),
        ),
        (label("requests-when"), shell.when(request.asked_at)),
    ];
    if let Some(words) = &request.words {
        facts.push((label("requests-words"), words.to_string()));
    }
    if let Some(number) = &request.file_number {
        facts.push((label("requests-number"), number.to_string()));
    }
    if let Some((papers, _)) = request.papers {
        facts.push((label("requests-court"), words::said(shell, "requests-papers", papers)));
    }
    if request.is_relative {
        facts.push((label("requests-relative"), label("agreements-yes")));
    }
    if state == State::Held {
        let owner = request.owner.map_or_else(|| label("requests-owner-none"), person);
        facts.push((label("requests-owner"), owner));
        facts.extend(request.due_at.map(|due| (label("requests-by"), shell.when(due))));
    }
    if let Some(decided) = &request.decided {
        facts.push((label("requests-decided-by"), person(decided.by)));
        facts.push((label("requests-decided-at"), shell.when(decided.at)));
        if looked.is_holder {
            facts.push((label("requests-reason"), decided.reason.to_string()));
            facts
                .extend(decided.basis.as_ref().map(|at| (label("requests-basis"), at.to_string())));
        }
    }
    facts
}

/// `POST /p/{partnership}/requests/{id}/withdraw`
pub(crate) async fn withdraw(cx: Cx, request: Request) -> Result<Response, Failure> {
    let id: RequestId = request.param("id")?;
    commands::withdraw(&cx, id).await?;
    let path = format!("/p/{}/requests/{id}", request.param_text("partnership"));
    Ok(web::redirect(&cx, &path).notice("requests-withdrawn-notice"))
}

/// `GET /p/{partnership}/requests/{id}/decide`
pub(crate) async fn rule_form(cx: Cx, request: Request) -> Result<Response, Failure> {
    cx.admits(access::RULE).await?;
    let looked = queries::request(&cx, request.param("id")?).await?;
    may_rule(&looked)?;
    web::page(&request, &rule_page(one_shell(&cx, &looked), FormView::new(), &looked))
}

/// `POST /p/{partnership}/requests/{id}/decide`
pub(crate) async fn decide(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.input()?;
    cx.admits(access::RULE).await?;
    let id: RequestId = request.param("id")?;
    match decide_it(&cx, &mut input, id).await {
        Ok(receipt) => {
            let path = format!("/p/{}/receipts/{receipt}", request.param_text("partnership"));
            Ok(web::redirect(&cx, &path).notice("requests-ruled-notice"))
        }
        Err(failure) if failure.is_form() => {
            let looked = queries::request(&cx, id).await?;
            may_rule(&looked)?;
            let mut shell = one_shell(&cx, &looked);
            let form = FormView::refused(&mut shell, input.typed(), &failure.problems());
            Ok(web::page(&request, &rule_page(shell, form, &looked))?.with_status_of(&failure))
        }
        Err(failure) => Err(failure),
    }
}

async fn decide_it(
    cx: &Cx,
    input: &mut Input,
    id: RequestId,
) -> Result<crate::receipt::ReceiptId, Failure> {
    let ruling = given(input, parse::ruling)?;
    Ok(rule::rule(cx, id, ruling).await?.id)
}

fn may_rule(looked: &Looked) -> Result<(), Error> {
    use super::RequestError;
    if looked.may_rule {
        return Ok(());
    }
    Err(match (looked.is_mine, looked.is_holder) {
        (true, _) => RequestError::OwnRequest.into(),
        (false, false) => RequestError::Missing.into(),
        (false, true) if looked.request.state != State::Held => {
            RequestError::NotHeld { state: looked.request.state }.into()
        }
        (false, true) => RequestError::NotYours.into(),
    })
}

fn rule_page(shell: Shell, form: FormView, looked: &Looked) -> RulePage {
    let base = format!("/p/{}/requests/{}", looked.place.slug, looked.request.id);
    let parts = looked.outcome.iter().flat_map(|outcome| &outcome.parts);
    let line = |part: &crate::receipt::Part| Line {
        goes: part.goes,
        class: part.class.as_ref().map_or_else(
            || shell.t("agreements-unknown-class").into_owned(),
            |class| looked.vocabulary.class(class.as_str(), shell.language()),
        ),
        said: shell.t(&part.key).into_owned(),
        source: part.rule.article().source,
    };
    let is_order = matches!(looked.request.papers, Some((Papers::Order | Papers::Both, _)));
    let named = |class: &crate::Name| {
        (class.to_string(), looked.vocabulary.class(class.as_str(), shell.language()))
    };
    RulePage {
        facts: facts(&shell, looked, looked.request.state),
        lines: parts.map(line).collect(),
        verdicts: words::choices(&shell, "requests-verdict", Verdict::ALL),
        scope: if is_order {
            looked.request.classes.iter().map(named).collect()
        } else {
            Vec::new()
        },
        action: format!("{base}/decide"),
        back: base,
        form,
        shell,
    }
}

/// How an answer looks, as icon, word and color.
pub(crate) fn answer(shell: &Shell, answer: Answer) -> Status {
    let kind = match answer {
        Answer::Permit => "ok",
        Answer::PermitPartial | Answer::Hold => "risk",
        Answer::Deny => "off",
    };
    Status { kind, text: words::said(shell, "agreements-answer", answer) }
}
