//! *Data and purposes*: what the partnership calls things, what each party is to the law and keeps.

use askama::Template;
use base::{Line, OrganizationId};
use policy::{ClassKind, OrganizationKind, PurposeKind, Regime, Set};
use store::Cx;
use web::{Failure, FormView, Input, Request, Response, Section, Shell};

use super::{Ground, Holding, Named, Party, Sort, commands, queries};
use crate::{
    Name, access,
    agreement::words::{self, Choice},
};

/// The names of the partnership.
#[derive(Template)]
#[template(path = "agreements/names.html")]
struct NamesPage {
    shell: Shell,
    form: FormView,
    base: String,
    people: String,
    works: bool,
    may: bool,
    groups: Vec<Group>,
    parties: Vec<(String, String, Vec<String>)>,
    sorts: Vec<Choice>,
    organizations: Vec<Choice>,
    kinds: Vec<Choice>,
    classes: Vec<Choice>,
    laws: Vec<Choice>,
}

/// Names of one sort: what each is called, its word, its kind.
struct Group {
    title: String,
    names: Vec<(String, String, String)>,
}

web::page!(NamesPage);

/// `GET /p/{partnership}/agreements/names`
pub(crate) async fn show(cx: Cx, request: Request) -> Result<Response, Failure> {
    let ground = queries::ground(&cx).await?;
    web::page(&request, &page_of(shell(&cx, &ground), FormView::new(), &ground))
}

/// `POST /p/{partnership}/agreements/names`
pub(crate) async fn add(cx: Cx, request: Request) -> Result<Response, Failure> {
    taken(&cx, &request, |input| {
        let sort = sort(input);
        let (name, english) = (input.required::<Name>("name"), input.optional("english"));
        let spanish = input.optional("spanish");
        let named = Named { name: name?, sort: sort?, english, spanish };
        Some(Ground { names: vec![named], ..Ground::default() })
    })
    .await
}

/// `POST /p/{partnership}/agreements/names/parties`
pub(crate) async fn describe(cx: Cx, request: Request) -> Result<Response, Failure> {
    taken(&cx, &request, |input| {
        let organization = input.required::<OrganizationId>("organization");
        let kinds: Set<OrganizationKind> = input.all("kinds").into_iter().collect();
        let party = Party { organization: organization?, kinds };
        Some(Ground { parties: vec![party], ..Ground::default() })
    })
    .await
}

/// `POST /p/{partnership}/agreements/names/holdings`
pub(crate) async fn hold(cx: Cx, request: Request) -> Result<Response, Failure> {
    taken(&cx, &request, |input| {
        let (holder, class) = (input.required("holder"), input.required("class"));
        let laws: Vec<Line<64>> = input.all("laws");
        if laws.is_empty() {
            input.refuse("laws", "required", Vec::new());
        }
        let holding = Holding { holder: holder?, class: class?, laws };
        Some(Ground { holdings: vec![holding], ..Ground::default() })
    })
    .await
}

async fn taken(
    cx: &Cx,
    request: &Request,
    read: impl FnOnce(&mut Input) -> Option<Ground>,
) -> Result<Response, Failure> {
    let mut input = request.input()?;
    cx.admits(access::NAME).await?;
    let path = format!("/p/{}/agreements/names", request.param_text("partnership"));
    match lay(cx, &mut input, read).await {
        Ok(()) => Ok(web::redirect(cx, &path).notice("agreements-names-notice")),
        Err(failure) if failure.is_form() => {
            let ground = queries::ground(cx).await?;
            let mut shell = shell(cx, &ground);
            let form = FormView::refused(&mut shell, input.typed(), &failure.problems());
            Ok(web::page(request, &page_of(shell, form, &ground))?.with_status_of(&failure))
        }
        Err(failure) => Err(failure),
    }
}

async fn lay(
    cx: &Cx,
    input: &mut Input,
    read: impl FnOnce(&mut Input) -> Option<Ground>,
) -> Result<(), Failure> {
    let ground = crate::agreement::parse::given(input, read)?;
    Ok(commands::lay(cx, ground).await?)
}

/// A sort with its kind, sent as one word such as `class.address`.
fn sort(input: &mut Input) -> Option<Sort> {
    let text = input.required::<Line<60>>("sort")?;
    let read = match text.as_str().split_once('.') {
        Some(("class", kind)) => kind.parse().map(Sort::Class),
        Some(("purpose", kind)) => kind.parse().map(Sort::Purpose),
        _ if text.as_str() == "role" => Ok(Sort::Role),
        _ => {
            input.refuse("sort", "choice_unknown", Vec::new());
            return None;
        }
    };
    match read {
        Ok(sort) => Some(sort),
        Err(_unknown) => {
            input.refuse("sort", "choice_unknown", Vec::new());
            None
        }
    }
}

fn shell(cx: &Cx, ground: &queries::Laid) -> Shell {
    let place = &ground.place;
    let shell = Shell::new(cx, Some(place), "agreements-names", Section::Agreements);
    let list = shell.t("agreements-title").into_owned();
    shell.crumb(list, &format!("/p/{}/agreements", place.slug))
}

fn page_of(shell: Shell, form: FormView, ground: &queries::Laid) -> NamesPage {
    let vocabulary = &ground.vocabulary;
    let line = |named: &Named| {
        let kind = match named.sort {
            Sort::Class(kind) => words::said(&shell, "agreements-class", kind),
            Sort::Purpose(kind) => words::said(&shell, "agreements-purpose", kind),
            Sort::Role => String::new(),
        };
        (named.label(shell.language()), named.name.to_string(), kind)
    };
    let group = |key: &str, names: Vec<(String, String, String)>| Group {
        title: shell.t(key).into_owned(),
        names,
    };
    let groups = vec![
        group("agreements-classes", vocabulary.classes().map(line).collect()),
        group("agreements-purposes", vocabulary.purposes().map(line).collect()),
        group("agreements-roles-group", vocabulary.roles().map(line).collect()),
    ];
    let mut sorts: Vec<Choice> = ClassKind::ALL
        .iter()
        .map(|kind| (format!("class.{kind}"), words::said(&shell, "agreements-class", kind)))
        .collect();
    sorts.extend(
        PurposeKind::ALL.iter().map(|kind| {
            (format!("purpose.{kind}"), words::said(&shell, "agreements-purpose", kind))
        }),
    );
    sorts.push(("role".to_owned(), shell.t("agreements-role").into_owned()));
    let laws =
        Regime::ALL.iter().map(|law| (law.to_string(), words::said(&shell, "agreements-law", law)));
    NamesPage {
        base: format!("/p/{}/agreements/names", ground.place.slug),
        people: format!("/p/{}/agreements/people", ground.place.slug),
        works: !access::serving(&ground.place.standing).is_empty(),
        may: access::drafts_for(&ground.place.standing).is_some(),
        groups,
        parties: parties(&shell, ground),
        sorts,
        organizations: words::partners(&ground.directory),
        kinds: words::choices(&shell, "agreements-party", OrganizationKind::ALL),
        classes: words::named(&shell, vocabulary.classes()),
        laws: laws.collect(),
        form,
        shell,
    }
}

/// Each party with what it is and keeps.
fn parties(shell: &Shell, ground: &queries::Laid) -> Vec<(String, String, Vec<String>)> {
    let of = |entry: &partnership::DirectoryEntry| {
        let kinds: Vec<String> = super::store::kinds_of(&ground.parties, entry.id)
            .iter()
            .map(|kind| words::said(shell, "agreements-party", kind))
            .collect();
        let held = ground.holdings.iter().filter(|held| held.holder == entry.id);
        let held = held.map(|held| {
            let class = ground.vocabulary.class(held.class.as_str(), shell.language());
            let laws: Vec<String> = held
                .laws
                .iter()
                .map(|law| match law.as_str().parse::<Regime>() {
                    Ok(law) => words::said(shell, "agreements-law", law),
                    Err(_unknown) => law.to_string(),
                })
                .collect();
            let laws = words::listed(shell, &laws);
            shell.t2("agreements-held", "class", class.as_str(), "laws", laws.as_str())
        });
        (entry.name.clone(), words::listed(shell, &kinds), held.collect())
    };
    ground.directory.current().map(of).collect()
}
