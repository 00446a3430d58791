//! Which items of the plan a list shows.

use base::{Date, OrganizationId, Title};
use web::Input;

use super::{Item, ItemId, Layer, Outline, Status};
use crate::search_words;

/// What must hold of every item that is shown.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Filter {
    /// Of this layer.
    pub layer: Option<Layer>,
    /// This organization answers for it.
    pub owner: Option<OrganizationId>,
    /// It stands so.
    pub status: Option<Status>,
    /// It serves this item, or is it.
    pub under: Option<ItemId>,
    /// With all these words.
    pub words: Vec<String>,
    /// Only goals whose review is due.
    pub review: bool,
    /// What was reached or dropped too.
    pub closed: bool,
}

impl Filter {
    /// Reads `layer`, `owner`, `status`, `under`, `q`, `review` and `closed`.
    pub(crate) fn read(input: &mut Input) -> Self {
        let words = input.optional::<Title>("q");
        Self {
            layer: input.optional("layer"),
            owner: input.optional("owner"),
            status: input.optional("status"),
            under: input.optional("under"),
            words: words.map(|text| search_words([text.as_str()])).unwrap_or_default(),
            review: input.text("review") == Some("due"),
            closed: input.text("closed") == Some("yes"),
        }
    }

    /// Whether anything must hold.
    #[must_use]
    pub(crate) fn narrows(&self) -> bool {
        *self != Self { closed: self.closed, ..Self::default() }
    }

    /// The items that it shows, in the plan's order.
    #[must_use]
    pub(crate) fn find<'a>(&self, outline: &'a Outline, today: Date) -> Vec<&'a Item> {
        let below = self.under.map(|under| outline.below(under));
        outline
            .all()
            .filter(|item| self.closed || item.is_open() || self.status == Some(Status::Done))
            .filter(|item| self.layer.is_none_or(|layer| layer == item.layer))
            .filter(|item| self.owner.is_none_or(|owner| owner == item.aim.owner))
            .filter(|item| below.as_ref().is_none_or(|below| below.contains(&item.id)))
            .filter(|item| !self.review || item.wants_review(today))
            .filter(|item| self.has_words(item))
            .filter(|item| {
                let stands = || outline.standing(item, today).status();
                self.status.is_none_or(|status| stands() == status)
            })
            .collect()
    }

    fn has_words(&self, item: &Item) -> bool {
        if self.words.is_empty() {
            return true;
        }
        let aim = &item.aim;
        let details = aim.details.as_ref().map(super::Details::as_str);
        let yardstick = aim.yardstick.as_ref().map(super::Yardstick::as_str);
        let texts = [Some(aim.title.as_str()), details, yardstick];
        let has = search_words(texts.into_iter().flatten());
        self.words.iter().all(|word| has.contains(word))
    }
}
