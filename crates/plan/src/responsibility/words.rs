//! How responsibilities are spoken of on pages.

use web::Shell;

use super::{Duty, StateName};
use crate::words::{self as plain, Status};

/// "Leads", "Supports", "Gives advice", "Is kept informed".
pub(crate) fn duty(shell: &Shell, duty: Duty) -> String {
    plain::said(shell, "responsibilities-duty", duty)
}

/// Where it stands, as icon, word and color.
pub(crate) fn mark(shell: &Shell, state: StateName) -> Status {
    let kind = match state {
        StateName::Proposed => "risk",
        StateName::Accepted => "ok",
        StateName::Declined | StateName::Withdrawn => "idle",
        StateName::Ended => "done",
    };
    Status { kind, text: plain::said(shell, "responsibilities-state", state) }
}
