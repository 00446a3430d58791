//! The addresses of this context.

use web::{NavItem, Routes, Section};

use crate::talk;

pub(crate) const NAV: &[NavItem] = &[NavItem {
    section: Section::Meetings,
    label: "talk-title",
    address: "/p/{partnership}/discussions",
}];

pub(crate) fn routes(r: &mut Routes) {
    talk::routes::routes(r);
}
