//! `partnership add`, `person add` and `person sign-in-link`: what must be possible before
//! anybody can sign in, and when mail does not work.

use base::{Actor, EmailAddress, Language, OrganizationId, PersonId, Role};
use identity::{NewAccount, Use};
use partnership::{Appoint, Entry, Found, Foundation, OrganizationKind, Sector};
use store::{Access, Cx, Permission};

use crate::{
    arguments::{PartnershipAdd, PersonAdd},
    configuration::Configuration,
    failure::{Failure, told},
    installation,
    out::say,
};

/// Reads the organizations of a partnership: the operator only.
const FIND_ORGANIZATION: Permission =
    Permission::partnership("operator.find_organization", Access::Read, &[]);

/// How long a link lives that is handed over by hand.
const LINK_SECONDS: i64 = 900;

/// Founds a partnership.
pub(super) async fn add_partnership(
    configuration: &Configuration,
    given: &PartnershipAdd,
) -> Result<(), Failure> {
    let foundation = Foundation {
        name: read("--name", &given.name)?,
        zone: read("--zone", &given.zone)?,
        language: Language::English,
        purpose: None,
        vision: None,
        charter: None,
        areas: Vec::new(),
    };
    let slug: base::Slug = read("SLUG", &given.slug)?;
    let backbone = backbone(&given.organization)?;
    let account = account("--coordinator", &given.coordinator, &given.coordinator_name)?;

    let cx = operator(configuration).await?;
    let coordinator = find_or_make(&cx, account).await?;
    let found = Found { slug: slug.clone(), foundation, backbone, coordinator };
    partnership::found(&cx, found)
        .await
        .map_err(Failure::because("the partnership was not added"))?;
    say!("{slug} is there: {}/p/{slug}", configuration.base_url)?;
    print_link(&cx, coordinator, "its coordinator signs in").await
}

/// Makes the organization's entry from its name; its people fill in the rest.
fn backbone(name: &str) -> Result<Entry, Failure> {
    let initials: String =
        name.split_whitespace().filter_map(|word| word.chars().next()).take(16).collect();
    Ok(Entry {
        name: read("--organization", name)?,
        short_name: read("--organization", &initials.to_uppercase())?,
        kind: OrganizationKind::Local,
        sector: Sector::Other,
        state: None,
        tribe: None,
        website: None,
        about: None,
    })
}

/// Puts a person into a partnership.
pub(super) async fn add_person(
    configuration: &Configuration,
    given: &PersonAdd,
) -> Result<(), Failure> {
    let slug: base::Slug = read("--partnership", &given.partnership)?;
    let role: Role = read("--role", &given.role)?;
    let account = account("EMAIL", &given.email, &given.name)?;

    let cx = operator(configuration).await?;
    let inside = cx.clone().in_partnership(slug.as_str());
    let organization = organization_named(&inside, slug.as_str(), &given.organization).await?;
    let person = find_or_make(&cx, account).await?;
    partnership::appoint(&inside, Appoint { person, organization, roles: vec![role] })
        .await
        .map_err(Failure::because("the person was not added"))?;
    say!("{} is {role} in {slug}", given.name)?;
    print_link(&cx, person, "they sign in").await
}

/// The member of a partnership with this name or short name, without regard to case.
async fn organization_named(cx: &Cx, slug: &str, name: &str) -> Result<OrganizationId, Failure> {
    let tx = cx.read(FIND_ORGANIZATION).await.map_err(|error| {
        Failure::Unusable(format!("there is no partnership `{slug}`: {}", told(&error)))
    })?;
    let directory = partnership::directory(&tx)
        .await
        .map_err(Failure::because("the organizations can't be read"))?;
    let wanted = name.to_lowercase();
    let found = directory
        .current()
        .find(|one| one.name.to_lowercase() == wanted || one.short_name.to_lowercase() == wanted);
    found.map(|one| one.id).ok_or_else(|| {
        let names: Vec<&str> = directory.current().map(|one| one.name.as_str()).collect();
        Failure::Unusable(format!(
            "`{slug}` has no organization `{name}`; it has {}",
            names.join(", ")
        ))
    })
}

/// Prints a link that signs a person in once.
pub(super) async fn sign_in_link(
    configuration: &Configuration,
    email: &str,
) -> Result<(), Failure> {
    let address: EmailAddress = read("EMAIL", email)?;
    let cx = operator(configuration).await?;
    let account = identity::account_of(&cx, &address)
        .await
        .map_err(Failure::because("the accounts can't be read"))?
        .ok_or_else(|| Failure::Unusable(format!("nobody has the address `{address}`")))?;
    print_link(&cx, account.id, "whoever opens it first is signed in").await
}

async fn print_link(cx: &Cx, person: PersonId, what: &str) -> Result<(), Failure> {
    let link = identity::issue_sign_in_link(cx, person, Use::Once, LINK_SECONDS)
        .await
        .map_err(Failure::because("no link was made"))?;
    say!("with this link {what}; it ends in {} minutes:", LINK_SECONDS / 60)?;
    say!("{}", link.address)?;
    Ok(())
}

/// The operator at this moment, over data that is ready.
async fn operator(configuration: &Configuration) -> Result<Cx, Failure> {
    let store = installation::open_ready(configuration).await?;
    installation::keep_identity(configuration, &store)?;
    let now = store.clock().now();
    Ok(Cx::new(store, Actor::System("operator"), now))
}

async fn find_or_make(cx: &Cx, account: NewAccount) -> Result<PersonId, Failure> {
    let known = identity::account_of(cx, &account.email)
        .await
        .map_err(Failure::because("the accounts can't be read"))?;
    match known {
        Some(account) => Ok(account.id),
        None => identity::create_account(cx, account)
            .await
            .map_err(Failure::because("the account was not made")),
    }
}

fn account(argument: &str, email: &str, name: &str) -> Result<NewAccount, Failure> {
    Ok(NewAccount { email: read(argument, email)?, name: read("--name", name)?, language: None })
}

/// Reads an argument into the type that a command wants.
fn read<T>(argument: &str, text: &str) -> Result<T, Failure>
where
    T: std::str::FromStr,
    T::Err: std::fmt::Display,
{
    text.parse()
        .map_err(|error| Failure::Unusable(format!("{argument} can't be `{text}`: {error}")))
}
