//! People as JSON, and as a file.

use base::{OrganizationId, PersonId, Role};
use serde::{Deserialize, Serialize};
use store::Cx;
use web::{Failure, Request, Response};

use super::{
    MOST_KNOWN,
    commands::{self, DescribeMe},
    me, pages,
    queries::{self, Card},
};
use crate::{Directory, Knowledge, PersonEntry, Profile, Work, forms};

/// A person of a partnership.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct PersonView {
    #[schema(value_type = String, example = "per_01j9x8m2c0k4q6r8t0v2x4z6a8")]
    id: PersonId,
    name: String,
    works: Vec<WorkView>,
    skills: Vec<String>,
    languages: Vec<String>,
    expertise: Vec<String>,
}

/// A person's place in an organization.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = PersonWorkView)]
pub(crate) struct WorkView {
    #[schema(value_type = String)]
    organization: OrganizationId,
    organization_name: String,
    title: Option<String>,
    #[schema(value_type = Vec<String>)]
    roles: Vec<Role>,
}

/// One person with what they say of themselves.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct PersonSheetView {
    #[serde(flatten)]
    person: PersonView,
    about: Option<String>,
    contact: Option<String>,
    /// Whether they left the partnership.
    gone: bool,
}

/// One's own profile.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct ProfileView {
    #[schema(value_type = String)]
    person: PersonId,
    contact: Option<String>,
    about: Option<String>,
    skills: Vec<String>,
    languages: Vec<String>,
    expertise: Vec<String>,
    titles: Vec<TitleView>,
    revision: i64,
}

/// One's title in an organization.
#[derive(Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct TitleView {
    #[schema(value_type = String)]
    organization: OrganizationId,
    title: String,
}

/// One's own profile, as it is sent.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "read through the input, which tells of every wrong field at once")]
pub(crate) struct ProfileBody {
    contact: Option<String>,
    about: Option<String>,
    #[serde(default)]
    skills: Vec<String>,
    #[serde(default)]
    languages: Vec<String>,
    #[serde(default)]
    expertise: Vec<String>,
    /// Titles by organization.
    #[serde(default)]
    titles: std::collections::BTreeMap<String, String>,
    revision: Option<i64>,
}

impl PersonView {
    fn of(directory: &Directory, entry: &PersonEntry, known: &[(Knowledge, String)]) -> Self {
        let of = |kind: Knowledge| {
            let items = known.iter().filter(|(found, _)| *found == kind);
            items.map(|(_, item)| item.clone()).collect()
        };
        let work = |work: &Work| WorkView {
            organization: work.organization,
            organization_name: directory.name(work.organization).to_owned(),
            title: work.title.clone(),
            roles: work.roles.clone(),
        };
        Self {
            id: entry.id,
            name: entry.name().to_owned(),
            works: entry.works.iter().map(work).collect(),
            skills: of(Knowledge::Skill),
            languages: of(Knowledge::Language),
            expertise: of(Knowledge::Expertise),
        }
    }
}

pub(crate) async fn list(cx: Cx, request: Request) -> Result<Response, Failure> {
    let (wanted, _) = pages::wanted(&request)?;
    let listed = queries::page(&cx, &wanted).await?;
    let view = |card: Card| PersonView::of(&listed.directory, &card.entry, &card.known);
    web::listing(&request, &listed.page.map(view))
}

pub(crate) async fn show(cx: Cx, request: Request) -> Result<Response, Failure> {
    let sheet = queries::sheet(&cx, request.param("id")?).await?;
    let about = &sheet.profile.about;
    let known: Vec<(Knowledge, String)> = about
        .known()
        .into_iter()
        .flat_map(|(kind, items)| items.iter().map(move |item| (kind, item.to_string())))
        .collect();
    web::json(&PersonSheetView {
        person: PersonView::of(&sheet.directory, &sheet.entry, &known),
        about: about.text.as_ref().map(ToString::to_string),
        contact: about.contact.as_ref().map(|it| it.expose().to_string()),
        gone: sheet.entry.gone,
    })
}

pub(crate) async fn my_profile(cx: Cx, _request: Request) -> Result<Response, Failure> {
    profile(&queries::mine(&cx).await?.0)
}

pub(crate) async fn describe_me(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.json::<ProfileBody>()?;
    let seen = forms::seen(&request)?;
    let (_, organizations) = queries::mine(&cx).await?;
    let ids: Vec<OrganizationId> = organizations.into_iter().map(|(id, _)| id).collect();
    let about = me::about_from(&mut input, &ids)?;
    profile(&commands::describe_me(&cx, DescribeMe { about, seen }).await?)
}

fn profile(profile: &Profile) -> Result<Response, Failure> {
    let about = &profile.about;
    let texts = |items: &[crate::Known]| items.iter().map(ToString::to_string).collect();
    let title = |it: &crate::Affiliation| TitleView {
        organization: it.organization,
        title: it.title.to_string(),
    };
    let view = ProfileView {
        person: profile.person,
        contact: about.contact.as_ref().map(|it| it.expose().to_string()),
        about: about.text.as_ref().map(ToString::to_string),
        skills: texts(&about.skills),
        languages: texts(&about.languages),
        expertise: texts(&about.expertise),
        titles: about.titles.iter().map(title).collect(),
        revision: profile.revision.0,
    };
    Ok(web::json(&view)?.etag(profile.revision))
}

/// The members as a table: one row for each organization of each person.
pub(crate) async fn export(cx: Cx, request: Request) -> Result<Response, Failure> {
    let (people, directory) = queries::everybody(&cx).await?;
    let mut table = csv::Writer::from_writer(Vec::new());
    let written = write(&mut table, &people, &directory);
    let bytes =
        written.and_then(|()| table.into_inner().map_err(|error| error.into_error().into()));
    let bytes = bytes.map_err(|error: csv::Error| store::Error::fault(error.to_string()))?;
    let body = String::from_utf8_lossy(&bytes).into_owned();
    Ok(web::csv(&format!("{}-members.csv", request.param_text("partnership")), body))
}

fn write(
    table: &mut csv::Writer<Vec<u8>>,
    people: &[Card],
    directory: &Directory,
) -> Result<(), csv::Error> {
    table.write_record([
        "person",
        "name",
        "organization",
        "title",
        "roles",
        "skills",
        "languages",
        "expertise",
    ])?;
    for card in people {
        let of = |kind: Knowledge| {
            let items = card.known.iter().filter(|(found, _)| *found == kind);
            items.map(|(_, item)| item.as_str()).take(MOST_KNOWN).collect::<Vec<_>>().join("; ")
        };
        for work in &card.entry.works {
            let roles: Vec<&str> = work.roles.iter().map(|role| role.as_str()).collect();
            let cells = [
                card.entry.id.to_string(),
                card.entry.name().to_owned(),
                directory.name(work.organization).to_owned(),
                work.title.clone().unwrap_or_default(),
                roles.join("; "),
                of(Knowledge::Skill),
                of(Knowledge::Language),
                of(Knowledge::Expertise),
            ];
            table.write_record(cells.map(|cell| forms::cell(&cell)))?;
        }
    }
    Ok(())
}
