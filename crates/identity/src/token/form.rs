//! What a form or a JSON body says to make a token of, and what a page offers.

use base::{Date, PartnershipId, Zone};
use store::{Access, Cx};
use web::{FieldError, Input, Registry};

use super::{NewToken, NoScope, TokenScope};

/// How long a token lasts when nothing else is said, in days.
pub(crate) const USUAL_DAYS: i64 = 90;

/// Every scope that a token may have, in alphabetic order.
pub(crate) fn scopes(cx: &Cx) -> Vec<TokenScope> {
    let registry = cx.extension::<Registry>().unwrap_or_default();
    let mut scopes = Vec::new();
    for area in registry.areas() {
        // What guards the account itself is never a program's.
        if area.name == "security" {
            continue;
        }
        if area.reads {
            scopes.push(TokenScope::of(area.name, Access::Read));
        }
        if area.writes {
            scopes.push(TokenScope::of(area.name, Access::Write));
        }
    }
    scopes
}

/// Reads what a token is to be.
pub(crate) fn token_from(cx: &Cx, input: &mut Input) -> Option<NewToken> {
    let name = input.required("name");
    let chosen: Vec<TokenScope> = input.all("scopes");
    let known = scopes(cx);
    if let Some(unknown) = chosen.iter().find(|scope| !known.contains(scope)) {
        let args = vec![("scope", unknown.to_string())];
        input.refuse("scopes", "scope_unknown", args);
    } else if chosen.is_empty() && input.is_fine() {
        input.refuse("scopes", "scope_required", Vec::new());
    }
    let partnership: Option<PartnershipId> = input.optional("partnership");
    let last_day: Option<Date> = input.optional("last_day");
    // A day counts to its end, wherever its owner is: twelve hours behind Greenwich.
    let ends_at = last_day.map(|day| day.plus_days(1).start_in(&Zone::utc()).plus_seconds(43_200));
    if ends_at.is_some_and(|end| end <= cx.now()) {
        let today = cx.now().date_in(&Zone::utc()).to_string();
        input.refuse("last_day", "last_day_past", vec![("today", today)]);
    }
    if !input.is_fine() {
        return None;
    }
    let scopes = known.into_iter().filter(|scope| chosen.contains(scope)).collect();
    Some(NewToken { name: name?, scopes, partnership, ends_at })
}

impl FieldError for NoScope {
    fn problem(&self) -> (&'static str, Vec<(&'static str, String)>) {
        ("scope_form", Vec::new())
    }
}
