//! How a file is to be taken, as forms, queries and the API say it.

use base::{OrganizationId, Title};
use standards::{Direction, Kind, Layout, Part, Unit};
use web::Input;

use super::{Options, Whole};
use crate::measure::parse::When;

/// The most places that one file is narrowed to.
const MOST_PLACES: usize = 200;

/// The options that an input holds; what is wrong is noted in it.
pub(crate) fn options(input: &mut Input) -> Option<Options> {
    let layout = input.required::<Layout>("layout");
    let mut options = Options::of(layout?);
    let only: Vec<String> = input.all("only");
    options.only = only
        .iter()
        .flat_map(|text| text.split([',', ';', ' ', '\n']))
        .map(str::trim)
        .filter(|code| !code.is_empty())
        .map(|code| code.chars().take(60).collect())
        .take(MOST_PLACES)
        .collect();
    for &part in Part::ALL {
        let column = input.text(&format!("column_{part}"));
        let column = column.or_else(|| input.text(&format!("columns.{part}")));
        if let Some(column) = column.map(|column| column.chars().take(200).collect()) {
            options.columns.insert(part, column);
        }
    }
    options.prefix = input.text("prefix").map(|prefix| prefix.chars().take(60).collect());
    options.measure = input.optional::<Title>("measure");
    options.unit = input.optional::<Unit>("unit");
    options.kind = input.optional::<Kind>("kind");
    options.direction = input.optional::<Direction>("direction");
    options.period = input.optional::<When>("period").map(|When(period)| period);
    options.source = input.optional::<Title>("source");
    options.organization = input.optional::<OrganizationId>("organization");
    if input.flag("take_the_rest") {
        options.whole = Whole::TakeTheRest;
    }
    if input.is_fine() { Some(options) } else { None }
}

/// What a form shows, and sends on, of options that are there.
pub(crate) fn typed(options: &Options) -> Vec<(String, String)> {
    let mut pairs = vec![("layout".to_owned(), options.layout.to_string())];
    let mut add = |name: &str, value: Option<String>| {
        pairs.extend(value.map(|value| (name.to_owned(), value)));
    };
    let only = options.only.join(", ");
    add("only", Some(only).filter(|only| !only.is_empty()));
    add("prefix", options.prefix.clone());
    add("measure", options.measure.as_ref().map(ToString::to_string));
    add("unit", options.unit.map(|unit| unit.to_string()));
    add("kind", options.kind.map(|kind| kind.to_string()));
    add("direction", options.direction.map(|direction| direction.to_string()));
    add("period", options.period.map(|period| period.to_string()));
    add("source", options.source.as_ref().map(ToString::to_string));
    add("organization", options.organization.map(|organization| organization.to_string()));
    add(
        "take_the_rest",
        match options.whole {
            Whole::Required => None,
            Whole::TakeTheRest => Some("yes".to_owned()),
        },
    );
    for (part, column) in &options.columns {
        pairs.push((format!("column_{part}"), column.clone()));
    }
    pairs
}

/// The layout that a file's columns look like.
pub(crate) fn guessed(columns: &[String]) -> Layout {
    let keys: Vec<String> = columns.iter().map(|name| standards::table::key(name)).collect();
    let has = |wanted: &str| keys.iter().any(|key| key == wanted);
    let starts = |start: &str| keys.iter().any(|key| key.starts_with(start));
    let periods = columns.iter().filter(|name| name.parse::<standards::Period>().is_ok()).count();
    if has("coc_code") || (has("coc_number") && starts("overall_homeless")) {
        Layout::HudPit
    } else if starts("popestimate") && has("state") && has("county") {
        Layout::CountyPopulation
    } else if has("id") && has("rate") && keys.len() <= 3 {
        Layout::CountyUnemployment
    } else if periods > 0 {
        Layout::Wide
    } else {
        Layout::Long
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_layout_is_guessed_from_the_columns() {
        let guess = |names: &str| guessed(&names.split(',').map(str::to_owned).collect::<Vec<_>>());
        assert_eq!(guess("coc_code,coc_name,overall_homeless_2018"), Layout::HudPit);
        assert_eq!(guess("CoC Number,CoC Name,Overall Homeless 2018"), Layout::HudPit);
        assert_eq!(
            guess("SUMLEV,STATE,COUNTY,STNAME,CTYNAME,POPESTIMATE2010"),
            Layout::CountyPopulation
        );
        assert_eq!(guess("id,rate"), Layout::CountyUnemployment);
        assert_eq!(guess("measure,2023,2024"), Layout::Wide);
        assert_eq!(guess("measure,period,value"), Layout::Long);
    }
}
