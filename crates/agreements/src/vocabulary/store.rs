//! Names, parties, holdings and people who work with data, in the database.

use base::{Line, OrganizationId, PersonId, Value};
use policy::{ClassKind, Identifiability, Label, OrganizationKind, PurposeKind, Regime, Set};
use store::{Row, Tx, WriteTx, statements, values};

use super::{DataUser, Holding, Named, Party, Sort, Vocabulary, commands::Ground};
use crate::{
    Error,
    record::store as records,
    terms::{Name, set, spaced, spaced_set},
};

statements! {
    NAMES = "SELECT sort, name, kind, english, spanish FROM data_names
        WHERE partnership = $1 ORDER BY sort, name";
    NAME = "INSERT INTO data_names (partnership, sort, name, kind, english, spanish)
        VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (partnership, sort, name) DO UPDATE SET
        kind = excluded.kind, english = excluded.english, spanish = excluded.spanish";
    PARTIES = "SELECT organization, kinds FROM legal_parties
        WHERE partnership = $1 ORDER BY organization";
    PARTY = "INSERT INTO legal_parties (partnership, organization, kinds) VALUES ($1, $2, $3)
        ON CONFLICT (partnership, organization) DO UPDATE SET kinds = excluded.kinds";
    HOLDINGS = "SELECT holder, class, laws FROM holdings
        WHERE partnership = $1 ORDER BY holder, class";
    HOLD = "INSERT INTO holdings (partnership, holder, class, laws) VALUES ($1, $2, $3, $4)
        ON CONFLICT (partnership, holder, class) DO UPDATE SET laws = excluded.laws";
    OPENED = "SELECT kind, class FROM emergency_classes WHERE partnership = $1 ORDER BY kind, class";
    OPEN = "INSERT INTO emergency_classes (partnership, kind, class) VALUES ($1, $2, $3)
        ON CONFLICT (partnership, kind, class) DO NOTHING";
    USER = "SELECT person, organization, role, is_medical, trained_until, client FROM data_users
        WHERE partnership = $1 AND person = $2";
    USERS = "SELECT person, organization, role, is_medical, trained_until, client FROM data_users
        WHERE partnership = $1 AND organization = $2 ORDER BY person LIMIT 500";
    UNUSE = "DELETE FROM data_users WHERE partnership = $1 AND person = $2";
    USE = "INSERT INTO data_users (partnership, person, organization, role, is_medical,
        trained_until, client) VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT (partnership, person) DO UPDATE SET organization = excluded.organization,
        role = excluded.role, is_medical = excluded.is_medical,
        trained_until = excluded.trained_until, client = excluded.client";
}

/// The bit of a law that has no word here.
const UNKNOWN_LAW: i64 = 1 << 40;

/// The names of the partnership.
pub(crate) async fn vocabulary(tx: &Tx) -> Result<Vocabulary, Error> {
    let rows = tx.query(&NAMES, Vec::new()).await?;
    Ok(Vocabulary::of(rows.iter().map(named).collect::<Result<_, Error>>()?))
}

/// What each party is to the law.
pub(crate) async fn parties(tx: &Tx) -> Result<Vec<policy::Organization>, Error> {
    let rows = tx.query(&PARTIES, Vec::new()).await?;
    let party = |row: &Row| -> Result<policy::Organization, Error> {
        let kinds: String = row.get("kinds")?;
        Ok(policy::Organization { id: row.get("organization")?, kinds: set(&kinds) })
    };
    rows.iter().map(party).collect()
}

/// What the parties keep.
pub(crate) async fn holdings(tx: &Tx) -> Result<Vec<Holding>, Error> {
    let rows = tx.query(&HOLDINGS, Vec::new()).await?;
    let holding = |row: &Row| -> Result<Holding, Error> {
        let laws: String = row.get("laws")?;
        Ok(Holding {
            holder: row.get("holder")?,
            class: row.get("class")?,
            laws: crate::terms::names(&laws)?,
        })
    };
    rows.iter().map(holding).collect()
}

/// What emergencies open.
pub(crate) async fn profiles(tx: &Tx, vocabulary: &Vocabulary) -> Result<policy::Profiles, Error> {
    let rows = tx.query(&OPENED, Vec::new()).await?;
    let mut profiles = (Vec::new(), Vec::new());
    for row in &rows {
        let (kind, class): (policy::EmergencyKind, String) = (row.get("kind")?, row.get("class")?);
        let Some(class) = vocabulary.names.class(&class) else { continue };
        match kind {
            policy::EmergencyKind::Medical => profiles.0.push(class),
            policy::EmergencyKind::Threat => profiles.1.push(class),
        }
    }
    Ok(policy::Profiles {
        medical: policy::Classes::of(profiles.0),
        threat: policy::Classes::of(profiles.1),
    })
}

/// A person who works with data.
pub(crate) async fn user(tx: &Tx, person: PersonId) -> Result<DataUser, Error> {
    read_user(&tx.optional(&USER, values![person]).await?.ok_or(Error::UserMissing)?)
}

/// The people of an organization who work with data.
pub(crate) async fn users(tx: &Tx, of: OrganizationId) -> Result<Vec<DataUser>, Error> {
    tx.query(&USERS, values![of]).await?.iter().map(read_user).collect()
}

/// Takes a person off the list of those who work with data; whether they were on it.
pub(crate) async fn remove_user(tx: &mut WriteTx, person: PersonId) -> Result<bool, Error> {
    Ok(tx.execute(&UNUSE, values![person]).await? > 0)
}

fn read_user(row: &Row) -> Result<DataUser, Error> {
    Ok(DataUser {
        person: row.get("person")?,
        organization: row.get("organization")?,
        role: row.get("role")?,
        is_medical: row.get("is_medical")?,
        trained_until: row.get("trained_until")?,
        client: row.get("client")?,
    })
}

/// The classes that an emergency of a kind opens.
pub(crate) async fn opened(tx: &Tx, kind: policy::EmergencyKind) -> Result<Vec<Name>, Error> {
    let rows = tx.query(&OPENED, Vec::new()).await?;
    let mut classes = Vec::new();
    for row in &rows {
        if row.get::<policy::EmergencyKind>("kind")? == kind {
            classes.push(row.get("class")?);
        }
    }
    Ok(classes)
}

/// Stores names.
pub(crate) async fn name(tx: &mut WriteTx, names: &[Named]) -> Result<(), Error> {
    let row = |named: &Named| {
        let (sort, kind) = match named.sort {
            Sort::Class(kind) => ("class", Some(kind.as_str())),
            Sort::Purpose(kind) => ("purpose", Some(kind.as_str())),
            Sort::Role => ("role", None),
        };
        let (sort, kind) = (sort.to_owned(), kind.map(str::to_owned));
        values![sort, named.name, kind, named.english, named.spanish]
    };
    tx.execute_many(&NAME, names.iter().map(row).collect()).await?;
    Ok(())
}

/// Stores the rest of the ground.
pub(crate) async fn describe(tx: &mut WriteTx, ground: &Ground) -> Result<(), Error> {
    let party = |party: &Party| values![party.organization, spaced_set(party.kinds)];
    let holding = |held: &Holding| values![held.holder, held.class, spaced(&held.laws)];
    let opened = |opened: &super::Opened| values![opened.kind, opened.class];
    let user = |user: &DataUser| {
        values![
            user.person,
            user.organization,
            user.role,
            user.is_medical,
            user.trained_until,
            user.client,
        ]
    };
    let rows: Vec<Vec<Value>> = ground.parties.iter().map(party).collect();
    tx.execute_many(&PARTY, rows).await?;
    tx.execute_many(&HOLD, ground.holdings.iter().map(holding).collect()).await?;
    for held in &ground.holdings {
        // A law more on a class rides on what was entered, and on copies of it, from now on.
        let laws = laws(held.laws.iter().map(Line::as_str));
        records::grow(tx, (held.holder, &held.class), laws).await?;
    }
    tx.execute_many(&OPEN, ground.opened.iter().map(opened).collect()).await?;
    tx.execute_many(&USE, ground.users.iter().map(user).collect()).await?;
    Ok(())
}

/// The laws of these words; one that is not known becomes a mark that no rule knows.
pub(crate) fn laws<'a>(words: impl IntoIterator<Item = &'a str>) -> Set<Regime> {
    let law = |word: &str| match word.parse::<Regime>() {
        Ok(law) => Set::of(&[law]),
        Err(_) => Set::from_bits(UNKNOWN_LAW),
    };
    words.into_iter().map(law).fold(Set::EMPTY, Set::union)
}

/// The label of what a holder keeps itself.
pub(crate) fn own_label(
    vocabulary: &Vocabulary,
    holdings: &[Holding],
    (holder, class): (OrganizationId, &str),
) -> Label {
    let held = holdings.iter().find(|held| held.holder == holder && held.class.as_str() == class);
    Label {
        class: vocabulary.names.class(class),
        holder: Some(holder),
        origin: Some(holder),
        regimes: held.map(|held| laws(held.laws.iter().map(Line::as_str))),
        identifiability: Some(Identifiability::Identified),
        ..Label::default()
    }
}

fn named(row: &Row) -> Result<Named, Error> {
    let (sort, kind): (String, Option<String>) = (row.get("sort")?, row.get("kind")?);
    let kind = kind.as_deref().unwrap_or_default();
    let wrong = |_unknown: base::UnknownWord| Error::Stored;
    Ok(Named {
        name: row.get::<Name>("name")?,
        sort: match sort.as_str() {
            "class" => Sort::Class(kind.parse::<ClassKind>().map_err(wrong)?),
            "purpose" => Sort::Purpose(kind.parse::<PurposeKind>().map_err(wrong)?),
            _ => Sort::Role,
        },
        english: row.get("english")?,
        spanish: row.get("spanish")?,
    })
}

/// The words of the kinds of a party, for pages.
pub(crate) fn kinds_of(
    parties: &[policy::Organization],
    organization: OrganizationId,
) -> Set<OrganizationKind> {
    let party = parties.iter().find(|party| party.id == organization);
    party.map_or(Set::EMPTY, |party| party.kinds)
}
