//! From the address of a list to its filter.

use base::{OrganizationId, PersonId, Title};
use web::Input;

use super::{Due, Filter};
use crate::{Goal, Shelf, search_words};

base::words! {
    /// How a list is shown.
    pub enum View {
        /// Columns of cards.
        Board = "board",
        /// Rows.
        Table = "table",
    }
}

/// Reads `partner`, `to`, `who`, `goal`, `state`, `due`, `q` and the mark `after`. What cannot be
/// read is noted, so that a program learns of it; a page shows what it could read.
pub(crate) fn filter(input: &mut Input, me: PersonId) -> (Filter, Option<String>) {
    let in_charge = match input.text("who") {
        Some("me") => Some(me),
        _ => input.optional::<PersonId>("who"),
    };
    let words = input.optional::<Title>("q");
    let words = words.as_ref().map(|text| search_words([text.as_str()])).unwrap_or_default();
    let filter = Filter {
        partner: input.optional::<OrganizationId>("partner"),
        to: input.optional::<OrganizationId>("to"),
        in_charge,
        goal: input.optional::<Goal>("goal"),
        state: input.optional::<Shelf>("state"),
        due: input.optional::<Due>("due"),
        words,
    };
    (filter, input.text("after").map(str::to_owned))
}

/// The view that an address asks for: the board, unless rows are wanted or a page of rows is
/// meant by the filter.
pub(crate) fn view(input: &mut Input, filter: &Filter) -> View {
    let asked = input.optional::<View>("view");
    let narrowed = filter.state.is_some() || filter.due.is_some() || !filter.words.is_empty();
    match asked {
        Some(View::Board) | None if narrowed || input.text("after").is_some() => View::Table,
        Some(view) => view,
        None => View::Board,
    }
}
