//! The tables `notice_choices` and `notice_pauses`.

use ::store::{Tx, WriteTx, installation_statements, statements, values};
use base::{Date, PartnershipId, PersonId};

use super::{Choices, Way, Ways};
use crate::{Error, Kind};

statements! {
    // Of the signed-in person.
    MY_CHOICES = "SELECT partnership, kind, way FROM notice_choices
        WHERE person = $1 ORDER BY partnership, kind";
    MY_PAUSE = "SELECT paused_until FROM notice_pauses WHERE partnership = '' AND person = $1";
    FORGET = "DELETE FROM notice_choices WHERE person = $1";
    CHOOSE = "INSERT INTO notice_choices (person, partnership, kind, way) VALUES ($1, $2, $3, $4)";
    PAUSE = "INSERT INTO notice_pauses (person, partnership, paused_until, summed_on)
        VALUES ($1, '', $2, NULL)
        ON CONFLICT (partnership, person) DO UPDATE SET paused_until = excluded.paused_until";
}

installation_statements! {
    // For jobs, which send to many and are in nobody's name.
    CHOICES_OF = "SELECT partnership, kind, way FROM notice_choices
        WHERE person = $1 ORDER BY partnership, kind";
    PAUSE_OF = "SELECT paused_until FROM notice_pauses WHERE partnership = '' AND person = $1";
    // One summary a day, whichever server and partnership comes first.
    CLAIM_SUMMARY = "INSERT INTO notice_pauses (person, partnership, paused_until, summed_on)
        VALUES ($1, '', NULL, $2)
        ON CONFLICT (partnership, person) DO UPDATE SET summed_on = excluded.summed_on
        WHERE notice_pauses.summed_on IS NULL OR notice_pauses.summed_on < excluded.summed_on";
    RELEASE_SUMMARY = "UPDATE notice_pauses SET summed_on = NULL
        WHERE partnership = '' AND person = $1 AND summed_on = $2";
}

/// What the signed-in person chose.
pub(super) async fn mine(tx: &Tx) -> Result<Choices, Error> {
    let rows = tx.query(&MY_CHOICES, values![]).await?;
    let pause = tx.optional(&MY_PAUSE, values![]).await?;
    choices(&rows, pause.as_ref())
}

/// What a person chose.
pub(crate) async fn of(tx: &Tx, person: PersonId) -> Result<Choices, Error> {
    let rows = tx.query(&CHOICES_OF, values![person]).await?;
    let pause = tx.optional(&PAUSE_OF, values![person]).await?;
    choices(&rows, pause.as_ref())
}

/// Keeps what the signed-in person chose.
pub(super) async fn save(tx: &mut WriteTx, choices: &Choices) -> Result<(), Error> {
    tx.execute(&FORGET, values![]).await?;
    let mut rows = Vec::new();
    let everywhere = std::iter::once((String::new(), &choices.everywhere));
    let single = choices.partnerships.iter().map(|(id, ways)| (id.to_string(), ways));
    for (partnership, ways) in everywhere.chain(single) {
        for kind in Kind::ALL {
            rows.extend(ways.of(*kind).map(|way| values![partnership, *kind, way]));
        }
    }
    tx.execute_many(&CHOOSE, rows).await?;
    tx.execute(&PAUSE, values![choices.paused_until]).await?;
    Ok(())
}

/// Claims the person's summary of a day; whether nobody had.
pub(crate) async fn claim_summary(
    tx: &mut WriteTx,
    person: PersonId,
    today: Date,
) -> Result<bool, Error> {
    Ok(tx.execute(&CLAIM_SUMMARY, values![person, today]).await? > 0)
}

/// Gives a claim back: the summary did not go out.
pub(crate) async fn release_summary(
    tx: &mut WriteTx,
    person: PersonId,
    today: Date,
) -> Result<(), Error> {
    tx.execute(&RELEASE_SUMMARY, values![person, today]).await?;
    Ok(())
}

fn choices(rows: &[::store::Row], pause: Option<&::store::Row>) -> Result<Choices, Error> {
    let mut choices = Choices::default();
    for row in rows {
        let (kind, way): (Kind, Way) = (row.get("kind")?, row.get("way")?);
        let partnership: String = row.get("partnership")?;
        match partnership.parse::<PartnershipId>() {
            Ok(id) => {
                choices.partnerships.entry(id).or_insert_with(Ways::default).set(kind, Some(way));
            }
            Err(_everywhere) => choices.everywhere.set(kind, Some(way)),
        }
    }
    if let Some(row) = pause {
        choices.paused_until = row.get("paused_until")?;
    }
    Ok(choices)
}
