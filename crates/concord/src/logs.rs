//! The log: sentences with fields, on standard error. It holds no personal data: what is personal
//! prints as dots, and requests are named by the pattern of their route, never by their query.

use tracing_subscriber::{filter::Targets, fmt, layer::SubscriberExt, util::SubscriberInitExt};

use crate::{
    configuration::{Configuration, LogFormat},
    failure::Failure,
};

/// Begins to log as the settings say.
///
/// # Errors
/// When the filter can't be read or a log was begun before.
pub fn begin(configuration: &Configuration) -> Result<(), Failure> {
    let filter: Targets = configuration
        .log_level
        .parse()
        .map_err(Failure::because("the setting `log_level` can't be used"))?;
    let lines = fmt::layer().with_writer(std::io::stderr);
    let registry = tracing_subscriber::registry().with(filter);
    match configuration.log_format {
        LogFormat::Pretty => registry.with(lines.with_target(false)).try_init(),
        LogFormat::Json => registry.with(lines.json().flatten_event(true)).try_init(),
    }
    .map_err(Failure::because("the log can't be begun"))
}
