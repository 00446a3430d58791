//! `concord config`: every setting, its value and who set it.

use crate::{
    configuration::{Configuration, Sources, effective},
    failure::Failure,
    out::{self, say},
};

/// Prints the settings as they hold, then refuses what can't be used.
pub(super) fn run(sources: &Sources, json: bool) -> Result<(), Failure> {
    let settings = effective(sources)?;
    if json {
        out::json(&settings)?;
    } else {
        let width = settings.iter().map(|setting| setting.key.len()).max().unwrap_or_default();
        for setting in &settings {
            let value = setting.value.as_deref().unwrap_or("(off)");
            say!("{:width$} = {value}  ({})", setting.key, setting.from)?;
        }
    }
    Configuration::read(sources).map(drop)
}
