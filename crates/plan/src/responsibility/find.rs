//! Which lines the responsibility matrix shows, and where nobody carries anything.

use std::collections::BTreeMap;

use base::OrganizationId;
use web::Input;

use super::{Duty, Responsibility, StateName};
use crate::goal::{Item, ItemId, Layer, Outline};

/// Lines on a page.
pub(crate) const PAGE: usize = 50;

base::words! {
    /// Which lines of the matrix want somebody's attention.
    pub(crate) enum Want {
        /// Nobody leads.
        Lead = "lead",
        /// Nobody has any part.
        Anybody = "anybody",
        /// Somebody was asked and has not answered.
        Answer = "answer",
    }
}

/// What must hold of every line that is shown.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Filter {
    /// It serves this item, or is it.
    pub under: Option<ItemId>,
    /// Of this layer.
    pub layer: Option<Layer>,
    /// This organization, or one of its seats, has a part in it.
    pub partner: Option<OrganizationId>,
    /// With this duty.
    pub duty: Option<Duty>,
    /// What is missing.
    pub want: Option<Want>,
}

/// An item with those who have a part in it, in the order of their names' identifiers.
#[derive(Debug, Clone)]
pub(crate) struct Line<'a> {
    pub item: &'a Item,
    pub roles: Vec<&'a Responsibility>,
}

impl Filter {
    /// The values that stand in an address.
    pub(crate) const NAMES: [&'static str; 5] = ["goal", "layer", "partner", "duty", "want"];

    /// Reads them, and the mark `after`.
    pub(crate) fn read(input: &mut Input) -> (Self, Option<ItemId>) {
        let filter = Self {
            under: input.optional("goal"),
            layer: input.optional("layer"),
            partner: input.optional("partner"),
            duty: input.optional("duty"),
            want: input.optional("want"),
        };
        (filter, input.optional("after"))
    }

    /// The lines that it shows, in the plan's order; only what is open is carried.
    pub(crate) fn find<'a>(
        &self,
        outline: &'a Outline,
        roles: &'a [Responsibility],
    ) -> Vec<Line<'a>> {
        let mut by_item: BTreeMap<ItemId, Vec<&Responsibility>> = BTreeMap::new();
        for role in roles {
            by_item.entry(role.item).or_default().push(role);
        }
        let below = self.under.map(|under| outline.below(under));
        outline
            .all()
            .filter(|item| item.is_open())
            .filter(|item| self.layer.is_none_or(|layer| layer == item.layer))
            .filter(|item| below.as_ref().is_none_or(|below| below.contains(&item.id)))
            .map(|item| Line { item, roles: by_item.remove(&item.id).unwrap_or_default() })
            .filter(|line| self.shows(line))
            .collect()
    }

    fn shows(&self, line: &Line<'_>) -> bool {
        let theirs = |role: &&Responsibility| {
            self.partner.is_none_or(|partner| partner == role.organization)
                && self.duty.is_none_or(|duty| duty == role.duty)
        };
        let named = self.partner.is_none() && self.duty.is_none();
        (named || line.roles.iter().any(theirs))
            && match self.want {
                None => true,
                Some(Want::Lead) => !line.is_led(),
                Some(Want::Anybody) => line.roles.is_empty(),
                Some(Want::Answer) => line.waits(),
            }
    }
}

impl<'a> Line<'a> {
    /// Whether somebody leads, and has agreed to.
    pub(crate) fn is_led(&self) -> bool {
        let leads = |role: &&Responsibility| {
            role.duty == Duty::Lead && role.state().name() == StateName::Accepted
        };
        self.roles.iter().any(leads)
    }

    fn waits(&self) -> bool {
        self.roles.iter().any(|role| role.state().name() == StateName::Proposed)
    }

    /// Those with one duty.
    pub(crate) fn with(&self, duty: Duty) -> impl Iterator<Item = &'a Responsibility> {
        self.roles.iter().copied().filter(move |role| role.duty == duty)
    }
}
