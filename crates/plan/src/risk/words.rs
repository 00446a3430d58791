//! How risks and issues are spoken of on pages.

use web::Shell;

use super::{Grade, Level, Risk, State, Weight};
use crate::words::{self as plain, Choice, Status};

/// How much weight it has, or that it is over, as icon, word and color.
pub(crate) fn mark(shell: &Shell, risk: &Risk) -> Status {
    match risk.state {
        State::Closed => Status { kind: "done", text: shell.t("risks-state-closed").into_owned() },
        State::Open => {
            let level = risk.account.weight.level();
            let kind = match level {
                Level::High => "off",
                Level::Medium => "risk",
                Level::Low => "ok",
            };
            Status { kind, text: plain::said(shell, "risks-level", level) }
        }
    }
}

/// "Likely 3 of 5, effect 4 of 5".
pub(crate) fn weight(shell: &Shell, weight: Weight) -> String {
    let effect = weight.effect.number();
    match weight.likelihood {
        Some(likelihood) => {
            shell.t2("risks-weight", "likelihood", likelihood.number(), "effect", effect)
        }
        None => shell.t1("risks-weight-issue", "effect", effect),
    }
}

/// The five grades, each with what it means.
pub(crate) fn grades(shell: &Shell, of: &str) -> Vec<Choice> {
    let grades = (1..=5).filter_map(Grade::of).map(Grade::number);
    grades
        .map(|grade| (grade.to_string(), shell.t(&format!("{of}-{grade}")).into_owned()))
        .collect()
}
