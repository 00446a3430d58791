//! The addresses of this context.

use web::{NavItem, Routes, Section};

use crate::{announcement, calendar, disagreement, draft, gathering, meeting, talk};

pub(crate) const NAV: &[NavItem] = &[
    NavItem {
        section: Section::Meetings,
        label: "meetings-title",
        address: "/p/{partnership}/meetings",
    },
    NavItem {
        section: Section::Meetings,
        label: "calendar-title",
        address: "/p/{partnership}/calendar",
    },
    NavItem {
        section: Section::Meetings,
        label: "gatherings-title",
        address: "/p/{partnership}/events",
    },
    NavItem {
        section: Section::Meetings,
        label: "talk-title",
        address: "/p/{partnership}/discussions",
    },
    NavItem {
        section: Section::Meetings,
        label: "announcements-title",
        address: "/p/{partnership}/announcements",
    },
    NavItem {
        section: Section::Meetings,
        label: "disagreements-title",
        address: "/p/{partnership}/disagreements",
    },
    NavItem {
        section: Section::Meetings,
        label: "drafts-title",
        address: "/p/{partnership}/drafts",
    },
];

pub(crate) fn routes(r: &mut Routes) {
    meeting::routes::routes(r);
    calendar::routes::routes(r);
    gathering::routes::routes(r);
    talk::routes::routes(r);
    announcement::routes::routes(r);
    disagreement::routes::routes(r);
    draft::routes::routes(r);
}
