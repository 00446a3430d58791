//! The forms that write an agreement: the agreement itself, and its clauses.

use askama::Template;
use base::FieldProblem;
use partnership::Directory;
use policy::{ClassKind, Identifiability, OrganizationKind};
use store::Cx;
use web::{Failure, FormView, Input, Request, Response, Section, Shell};

use super::{base_of, shell};
use crate::{
    AgreementId, Classes, Error, Terms, access,
    agreement::{
        Agreement, Kind, Record, Target, commands, parse,
        queries::{self, Filter, Register},
        starts::Start,
        words::{self, Choice},
    },
    vocabulary::{Sort, Vocabulary},
};

/// The form of an agreement, new or being written.
#[derive(Template)]
#[template(path = "agreements/write.html")]
struct WritePage {
    shell: Shell,
    form: FormView,
    action: String,
    back: String,
    /// Nothing when it is new.
    revision: Option<String>,
    kinds: Vec<Choice>,
    uppers: Vec<Choice>,
    parties: Vec<Choice>,
    forms: Vec<Choice>,
    /// The first clause of a new agreement.
    clause: Option<ClauseChoices>,
}

/// What can be chosen in a clause.
struct ClauseChoices {
    parties: Vec<Choice>,
    purposes: Vec<Choice>,
    classes: Vec<Choice>,
    roles: Vec<Choice>,
    kinds: Vec<Choice>,
}

/// The form of one clause.
#[derive(Template)]
#[template(path = "agreements/clause.html")]
struct ClausePage {
    shell: Shell,
    form: FormView,
    action: String,
    back: String,
    revision: String,
    gives: bool,
    choices: ClauseChoices,
}

web::page!(WritePage, ClausePage);

/// `GET /p/{partnership}/agreements/new`
pub(crate) async fn new_form(cx: Cx, request: Request) -> Result<Response, Failure> {
    cx.admits(access::DRAFT).await?;
    let register = queries::register(&cx, &Filter::default(), None).await?;
    let mut input = request.query();
    let start = input.optional::<Start>("start");
    let form = match start {
        Some(start) => FormView::filled(start.filled().fields()),
        None => FormView::filled(input.typed()),
    };
    web::page(&request, &new_page(new_shell(&cx, &register), form, &register))
}

/// `POST /p/{partnership}/agreements/new`
pub(crate) async fn add(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.input()?;
    match add_it(&cx, &mut input).await {
        Ok(agreement) => {
            let path =
                format!("/p/{}/agreements/{}", request.param_text("partnership"), agreement.id);
            Ok(web::redirect(&cx, &path).notice("agreements-added-notice"))
        }
        Err(failure) if failure.is_form() => {
            let register = queries::register(&cx, &Filter::default(), None).await?;
            let mut shell = new_shell(&cx, &register);
            let form = FormView::refused(&mut shell, input.typed(), &failure.problems());
            let page = web::page(&request, &new_page(shell, form, &register))?;
            Ok(page.with_status_of(&failure))
        }
        Err(failure) => Err(failure),
    }
}

async fn add_it(cx: &Cx, input: &mut Input) -> Result<Agreement, Failure> {
    let new = parse::given(input, parse::new_agreement)?;
    Ok(commands::draft(cx, new).await?)
}

fn new_shell(cx: &Cx, register: &Register) -> Shell {
    let place = &register.place;
    let shell = Shell::new(cx, Some(place), "agreements-add", Section::Agreements);
    let list = shell.t("agreements-title").into_owned();
    shell.crumb(list, &format!("/p/{}/agreements", place.slug))
}

fn new_page(shell: Shell, form: FormView, register: &Register) -> WritePage {
    let base = format!("/p/{}/agreements", register.place.slug);
    let upper = |entry: &queries::Entry| {
        let kind = words::said(&shell, "agreements-kind", entry.kind);
        (entry.id.to_string(), format!("{kind}: {}", entry.title))
    };
    let stands_above =
        |entry: &&queries::Entry| Kind::ALL.iter().any(|kind| kind.below().contains(&entry.kind));
    WritePage {
        action: format!("{base}/new"),
        revision: None,
        kinds: super::kinds(&shell),
        uppers: register.page.items.iter().filter(stands_above).map(upper).collect(),
        parties: words::partners(&register.directory),
        forms: forms(&shell),
        clause: Some(choices(&shell, &register.directory, &register.vocabulary)),
        back: base,
        form,
        shell,
    }
}

/// `GET /p/{partnership}/agreements/{id}/edit`
pub(crate) async fn edit_form(cx: Cx, request: Request) -> Result<Response, Failure> {
    cx.admits(access::DRAFT).await?;
    let record = queries::agreement(&cx, request.param("id")?).await?;
    let form = FormView::filled(filled(&written(&record)?));
    web::page(&request, &edit_page(shell(&cx, &record), form, &record))
}

/// `POST /p/{partnership}/agreements/{id}/edit`
pub(crate) async fn edit(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.input()?;
    cx.admits(access::DRAFT).await?;
    let record = queries::agreement(&cx, request.param("id")?).await?;
    match rewrite(&cx, &request, &mut input, &record).await {
        Ok(_) => {
            let back = web::redirect(&cx, &base_of(&record));
            Ok(back.notice("agreements-edit-notice"))
        }
        Err(failure) if failure.is_form() => {
            let mut shell = shell(&cx, &record);
            let form = FormView::refused(&mut shell, input.typed(), &failure.problems());
            Ok(web::page(&request, &edit_page(shell, form, &record))?.with_status_of(&failure))
        }
        Err(failure) => Err(failure),
    }
}

async fn rewrite(
    cx: &Cx,
    request: &Request,
    input: &mut Input,
    record: &Record,
) -> Result<Agreement, Failure> {
    let kept = written(record)?;
    let kind = Some(record.agreement.kind);
    let terms = parse::given(input, |input| parse::terms(input, kind, Some(&kept)))?;
    Ok(commands::revise(cx, parse::target(request)?, terms).await?)
}

/// The terms that are being written.
pub(crate) fn written(record: &Record) -> Result<Terms, Error> {
    record.agreement.clone().writes()?;
    record.next().map(|next| next.terms.clone()).ok_or(Error::NoDraft)
}

fn edit_page(shell: Shell, form: FormView, record: &Record) -> WritePage {
    let base = base_of(record);
    let title = record.agreement.title.to_string();
    let heading = shell.t("agreements-verb-edit").into_owned();
    WritePage {
        action: format!("{base}/edit"),
        revision: Some(record.agreement.revision.to_string()),
        kinds: Vec::new(),
        uppers: Vec::new(),
        parties: words::partners(&record.directory),
        forms: forms(&shell),
        clause: None,
        form,
        shell: shell.crumb(title, &base).titled(heading),
        back: base,
    }
}

fn filled(terms: &Terms) -> Vec<(&'static str, String)> {
    let text = |text: Option<String>| text.unwrap_or_default();
    let mut all = vec![
        ("title", terms.title.to_string()),
        ("summary", terms.summary.to_string()),
        ("effective", terms.effective.to_string()),
        ("ends", text(terms.ends.map(|ends| ends.to_string()))),
        ("only_if", text(terms.only_if.as_ref().map(ToString::to_string))),
        ("basis", text(terms.basis.as_ref().map(ToString::to_string))),
        ("body", text(terms.body.as_ref().map(ToString::to_string))),
        ("identifiability", terms.identifiability.to_string()),
        ("keeps_days", text(terms.keeps_days.map(|days| days.to_string()))),
        ("breach_hours", text(terms.breach_hours.map(|hours| hours.to_string()))),
        ("review_months", text(terms.review_months.map(|months| months.to_string()))),
    ];
    all.extend(terms.parties.iter().map(|party| ("parties", party.to_string())));
    if terms.wants_training {
        all.push(("wants_training", "yes".to_owned()));
    }
    if terms.suppresses_small_cells {
        all.push(("suppresses_small_cells", "yes".to_owned()));
    }
    all
}

/// `GET` of the form of a clause: the last part of the address says which sort.
pub(crate) async fn clause_form(cx: Cx, request: Request) -> Result<Response, Failure> {
    cx.admits(access::DRAFT).await?;
    let record = queries::agreement(&cx, request.param("id")?).await?;
    written(&record)?;
    let page = clause_page(shell(&cx, &record), FormView::new(), &record, gives(&request));
    web::page(&request, &page)
}

/// `POST` of a clause: it is added to what is being written.
pub(crate) async fn add_clause(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.input()?;
    cx.admits(access::DRAFT).await?;
    let record = queries::agreement(&cx, request.param("id")?).await?;
    match with_clause(&cx, &request, &mut input, &record).await {
        Ok(_) => {
            let back = web::redirect(&cx, &base_of(&record));
            Ok(back.notice("agreements-edit-notice"))
        }
        Err(failure) if failure.is_form() => {
            let mut shell = shell(&cx, &record);
            let problems: Vec<FieldProblem> = failure.problems();
            let form = FormView::refused(&mut shell, input.typed(), &problems);
            let page = clause_page(shell, form, &record, gives(&request));
            Ok(web::page(&request, &page)?.with_status_of(&failure))
        }
        Err(failure) => Err(failure),
    }
}

async fn with_clause(
    cx: &Cx,
    request: &Request,
    input: &mut Input,
    record: &Record,
) -> Result<Agreement, Failure> {
    let mut terms = written(record)?;
    if gives(request) {
        let kind = record.agreement.kind;
        terms.grants.push(parse::given(input, |input| parse::grant(input, kind))?);
    } else {
        terms.clauses.push(parse::given(input, parse::clause)?);
    }
    Ok(commands::revise(cx, parse::target(request)?, terms).await?)
}

/// `POST` that takes a clause out of what is being written.
pub(crate) async fn drop_clause(cx: Cx, request: Request) -> Result<Response, Failure> {
    let record = without_clause(&cx, &request).await?;
    Ok(web::redirect(&cx, &base_of(&record)).notice("agreements-edit-notice"))
}

pub(crate) async fn without_clause(cx: &Cx, request: &Request) -> Result<Record, Failure> {
    cx.admits(access::DRAFT).await?;
    let id: AgreementId = request.param("id")?;
    let record = queries::agreement(cx, id).await?;
    let mut terms = written(&record)?;
    let place = parse::place(request)?;
    let is_there = if request.path().contains("/grants/") {
        place < terms.grants.len() && {
            terms.grants.remove(place);
            true
        }
    } else {
        place < terms.clauses.len() && {
            terms.clauses.remove(place);
            true
        }
    };
    if !is_there {
        return Err(Error::Missing.into());
    }
    let target: Target = parse::target(request)?;
    commands::revise(cx, target, terms).await?;
    Ok(queries::agreement(cx, id).await?)
}

/// Whether the clause of an address gives, or withholds.
pub(crate) fn gives(request: &Request) -> bool {
    request.path().contains("/grants")
}

fn clause_page(shell: Shell, form: FormView, record: &Record, gives: bool) -> ClausePage {
    let base = base_of(record);
    let rest = if gives { "grants" } else { "clauses" };
    let heading = if gives { "agreements-add-grant" } else { "agreements-add-clause" };
    let heading = shell.t(heading).into_owned();
    ClausePage {
        action: format!("{base}/{rest}/new"),
        revision: record.agreement.revision.to_string(),
        gives,
        choices: choices(&shell, &record.directory, &record.vocabulary),
        form,
        shell: shell.crumb(record.agreement.title.to_string(), &base).titled(heading),
        back: base,
    }
}

fn choices(shell: &Shell, directory: &Directory, vocabulary: &Vocabulary) -> ClauseChoices {
    let record = |named: &&crate::vocabulary::Named| named.sort != Sort::Class(ClassKind::Report);
    ClauseChoices {
        parties: words::partners(directory),
        purposes: words::named(shell, vocabulary.purposes()),
        classes: words::named(shell, vocabulary.classes().filter(record)),
        roles: words::named(shell, vocabulary.roles()),
        kinds: words::choices(shell, "agreements-party", OrganizationKind::ALL),
    }
}

fn forms(shell: &Shell) -> Vec<Choice> {
    words::choices(shell, "agreements-form", Identifiability::ALL)
}

/// The classes of a clause by name, for the API.
pub(crate) fn names_of(classes: &Classes) -> Vec<String> {
    match classes {
        Classes::All => vec!["*".to_owned()],
        Classes::These(names) => names.iter().map(ToString::to_string).collect(),
    }
}
