//! What a measure serves in the plan: it says how goals, objectives and strategies stand. The plan
//! is told within the transaction that changes a number, a target or the measure's state.

pub(crate) mod api;
pub(crate) mod commands;
pub(crate) mod pages;

use ::store::WriteTx;
use plan::goal::{self, Reading, Stand};

pub use self::commands::{serve, serve_no_longer};
use crate::{Error, Measure, Observation, Path, State, Status, path};

/// What a measure with these numbers, the earliest first, says of itself to the plan.
#[must_use]
pub(crate) fn reading(measure: &Measure, numbers: &[Observation]) -> Reading {
    let definition = &measure.definition;
    let path = Path::of(definition, numbers);
    let latest = numbers.last().and_then(|last| Some((last.period, definition.shown(last)?)));
    let target = definition.targets.last();
    Reading {
        measure: measure.id.to_string(),
        title: definition.title.clone(),
        stand: stand(path::status(definition, numbers)),
        way_percent: path.and_then(|path| path.way_percent(latest?.1)),
        start: path::baseline(definition, numbers).map(|start| start.value),
        latest: latest.map(|(_, value)| value),
        period: latest.map(|(period, _)| period.to_string()),
        target: target.map(|target| target.value),
        by: target.map(|target| target.by),
        retired: measure.state != State::Active,
    }
}

/// Tells the plan what a measure says of itself now.
pub(crate) async fn tell(
    tx: &mut WriteTx,
    measure: &Measure,
    numbers: &[Observation],
) -> Result<(), Error> {
    goal::tell(tx, &[reading(measure, numbers)]).await?;
    Ok(())
}

const fn stand(status: Status) -> Stand {
    match status {
        Status::Reached => Stand::Reached,
        Status::OnTrack => Stand::OnTrack,
        Status::AtRisk => Stand::AtRisk,
        Status::OffTrack => Stand::OffTrack,
        Status::NotStarted => Stand::NotStarted,
        Status::NoTarget => Stand::NoTarget,
    }
}

#[cfg(test)]
mod tests {
    use ::base::{Id as _, Instant, Revision};

    use super::*;
    use crate::{
        MeasureId, Summary, measure::tests::days_to_move_in, observation::tests::observation,
    };

    fn measure() -> Measure {
        let definition = days_to_move_in();
        Measure {
            id: MeasureId::from_bits(1),
            slug: "days".to_owned(),
            summary: Summary::of(&definition, &[], "2024-01-01".parse().unwrap()),
            definition,
            state: State::Active,
            since: Instant::from_micros(0),
            revision: Revision::FIRST,
        }
    }

    #[test]
    fn a_measure_says_how_much_of_its_way_is_done() {
        let numbers = [observation("2024-Q1", 118.0), observation("2026-Q1", 84.0)];
        let said = reading(&measure(), &numbers);
        // 34 of 58 days.
        assert_eq!((said.way_percent, said.stand), (Some(58), Stand::OnTrack));
        assert_eq!((said.start, said.latest, said.target), (Some(118.0), Some(84.0), Some(60.0)));
        let worse =
            reading(&measure(), &[observation("2024-Q1", 118.0), observation("2026-Q1", 130.0)]);
        assert_eq!((worse.way_percent, worse.stand), (Some(0), Stand::OffTrack));
        let there =
            reading(&measure(), &[observation("2024-Q1", 118.0), observation("2026-Q1", 55.0)]);
        assert_eq!((there.way_percent, there.stand), (Some(100), Stand::Reached));
    }

    #[test]
    fn what_is_too_small_to_be_shown_is_not_told_by_another_name() {
        let mut measure = measure();
        measure.definition.unit = standards::Unit::People;
        measure.definition.small_count = 11;
        let said = reading(&measure, &[observation("2024-Q1", 118.0), observation("2026-Q1", 7.0)]);
        assert_eq!((said.latest, said.way_percent, said.stand), (None, None, Stand::NoTarget));
    }
}
