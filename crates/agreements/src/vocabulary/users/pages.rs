//! *People who work with data*.

use askama::Template;
use base::{Date, Zone};
use store::Cx;
use web::{Failure, FormView, Input, Request, Response, Section, Shell};

use super::{Users, enter, remove, users};
use crate::{
    access,
    agreement::{
        parse::given,
        words::{self, Choice},
    },
    vocabulary::DataUser,
};

/// The list with its form.
#[derive(Template)]
#[template(path = "agreements/users.html")]
struct UsersPage {
    shell: Shell,
    form: FormView,
    base: String,
    may: bool,
    rows: Vec<Row>,
    people: Vec<Choice>,
    organizations: Vec<Choice>,
    roles: Vec<Choice>,
}

struct Row {
    name: String,
    organization: String,
    role: String,
    trained: String,
    medical: bool,
    remove: Option<String>,
}

web::page!(UsersPage);

/// `GET /p/{partnership}/agreements/people`
pub(crate) async fn show(cx: Cx, request: Request) -> Result<Response, Failure> {
    let users = users(&cx).await?;
    web::page(&request, &page_of(shell(&cx, &users), FormView::new(), &users))
}

/// `POST /p/{partnership}/agreements/people`
pub(crate) async fn add(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.input()?;
    cx.admits(access::USERS).await?;
    let users = users(&cx).await?;
    match keep(&cx, &mut input, &users.place.zone).await {
        Ok(()) => {
            let path = format!("/p/{}/agreements/people", request.param_text("partnership"));
            Ok(web::redirect(&cx, &path).notice("users-notice"))
        }
        Err(failure) if failure.is_form() => {
            let mut shell = shell(&cx, &users);
            let form = FormView::refused(&mut shell, input.typed(), &failure.problems());
            Ok(web::page(&request, &page_of(shell, form, &users))?.with_status_of(&failure))
        }
        Err(failure) => Err(failure),
    }
}

/// Keeps what a form or a program sent.
pub(crate) async fn keep(cx: &Cx, input: &mut Input, zone: &Zone) -> Result<(), Failure> {
    let user = given(input, |input| {
        let (person, of) = (input.required("person"), input.required("organization"));
        let trained = input.optional::<Date>("trained_until");
        let role = input.optional("role");
        Some(DataUser {
            person: person?,
            organization: Some(of?),
            role,
            is_medical: input.flag("is_medical"),
            trained_until: trained.map(|day| day.plus_days(1).start_in(zone)),
            client: None,
        })
    })?;
    Ok(enter(cx, user).await?)
}

/// `POST /p/{partnership}/agreements/people/{id}/remove`
pub(crate) async fn take_off(cx: Cx, request: Request) -> Result<Response, Failure> {
    remove(&cx, request.param("id")?).await?;
    let path = format!("/p/{}/agreements/people", request.param_text("partnership"));
    Ok(web::redirect(&cx, &path).notice("users-removed-notice"))
}

fn shell(cx: &Cx, users: &Users) -> Shell {
    let place = &users.place;
    let shell = Shell::new(cx, Some(place), "users-title", Section::Agreements);
    let list = shell.t("agreements-title").into_owned();
    shell.crumb(list, &format!("/p/{}/agreements", place.slug))
}

fn page_of(shell: Shell, form: FormView, users: &Users) -> UsersPage {
    let base = format!("/p/{}/agreements/people", users.place.slug);
    let row = |user: &DataUser| row(&shell, users, &base, user);
    let mine = |(of, _): &&(base::OrganizationId, partnership::PersonEntry)| {
        users.organizations.contains(of)
    };
    let person = |(of, one): &(base::OrganizationId, partnership::PersonEntry)| {
        (one.id.to_string(), format!("{}, {}", one.name(), users.directory.name(*of)))
    };
    UsersPage {
        may: !users.organizations.is_empty(),
        rows: users.users.iter().map(row).collect(),
        people: users.members.iter().filter(mine).map(person).collect(),
        organizations: users
            .organizations
            .iter()
            .map(|id| (id.to_string(), users.directory.name(*id).to_owned()))
            .collect(),
        roles: words::named(&shell, users.vocabulary.roles()),
        base,
        form,
        shell,
    }
}

fn row(shell: &Shell, users: &Users, base: &str, user: &DataUser) -> Row {
    let member = users.members.iter().find(|(_, one)| one.id == user.person);
    let mine = user.organization.is_some_and(|of| users.organizations.contains(&of));
    Row {
        name: member.map(|(_, one)| one.name().to_owned()).unwrap_or_default(),
        organization: user
            .organization
            .map(|of| users.directory.name(of).to_owned())
            .unwrap_or_default(),
        role: user
            .role
            .as_ref()
            .map(|role| users.vocabulary.role(role.as_str(), shell.language()))
            .unwrap_or_default(),
        trained: match user.trained_until {
            Some(until) => shell.date(shell.day_of(until.plus_seconds(-1))),
            None => shell.t("users-untrained").into_owned(),
        },
        medical: user.is_medical,
        remove: mine.then(|| shell.href(&format!("{base}/{}/remove", user.person))),
    }
}
