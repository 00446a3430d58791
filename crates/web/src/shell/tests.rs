use base::{Language, PersonId, Private, Role, SignedIn};
use store::Access::Read;

use super::*;

const OWN: [(Language, &str); 2] = [
    (Language::English, include_str!("../../messages/en.ftl")),
    (Language::Spanish, include_str!("../../messages/es.ftl")),
];

const OF_ONE: &[Permission] = &[Permission::own("work.read", Read)];
const OF_GUESTS: &[Permission] = &[Permission::partnership("plan.read", Read, &[Role::Guest])];
const OF_LEADS: &[Permission] = &[Permission::partnership("log.read", Read, &[Role::Lead])];

pub(crate) fn visit(language: Language, path: &str, query: &str) -> Visit {
    let now = Instant::parse_rfc3339("2026-05-12T15:00:00Z").unwrap();
    let mut sources = OWN.to_vec();
    for language in [Language::English, Language::Spanish] {
        sources
            .push((language, "plan-kept-notice = Done & <b>kept</b>\nplan-title = Commitments\nerror-date-past = Enter a date after { $today }\n"));
    }
    let nav = [
        (Section::MyWork, "shell-section-my-work", "/me", OF_ONE),
        (Section::Overview, "shell-section-overview", "/p/{partnership}", OF_GUESTS),
        (Section::Plan, "plan-title", "/p/{partnership}/commitments", OF_GUESTS),
        (Section::Plan, "shell-section-plan", "/p/{partnership}/measures", OF_GUESTS),
        (Section::Plan, "shell-section-plan", "/p/{partnership}/receipts", OF_LEADS),
        (Section::Agreements, "shell-section-plan", "/p/{partnership}/log", OF_LEADS),
    ];
    let nav = nav.map(|(section, label, address, permissions)| {
        (NavItem { section, label, address }, permissions)
    });
    Visit {
        site: Arc::new(Site {
            name: "Concord".into(),
            official: None,
            demo: true,
            zone: Zone::utc(),
            nav: nav.into(),
        }),
        catalog: Arc::new(Catalog::new(&sources).unwrap()),
        language,
        actor: Actor::Person(SignedIn {
            person: "per_00000000000000000000000001".parse::<PersonId>().unwrap(),
            name: Private::new("Alicia Moreno".into()),
            language: None,
            session: None,
            authenticated_at: now,
            strong: true,
            partnership: None,
            scopes: None,
        }),
        now,
        path: path.into(),
        query: query.into(),
        bell: None,
    }
}

fn place() -> Arc<Place> {
    Arc::new(Place {
        partnership: "prt_00000000000000000000000001".parse().unwrap(),
        slug: "riverbend".into(),
        name: "Riverbend County Partnership for Housing Stability".into(),
        zone: Zone::named("America/Chicago").unwrap(),
        standing: store::Standing {
            grants: vec![("org_00000000000000000000000001".parse().unwrap(), Role::Guest)],
            system: false,
        },
        today: Date::new(2026, 5, 12).unwrap(),
        head: 0,
        touched: 0,
    })
}

fn at(visit: Visit) -> Shell {
    Shell::of(Arc::new(visit), Some(place()), "plan-title", Section::Plan)
}

pub(crate) fn shell(language: Language) -> Shell {
    at(visit(language, "/p/riverbend/commitments", ""))
}

fn date(text: &str) -> Date {
    text.parse().unwrap()
}

fn instant(text: &str) -> Instant {
    Instant::parse_rfc3339(text).unwrap()
}

#[test]
fn dates_are_written_as_each_language_writes_them() {
    let (english, spanish) = (shell(Language::English), shell(Language::Spanish));
    let day = date("2026-05-12");
    assert_eq!(english.date(day), "May 12, 2026");
    assert_eq!(spanish.date(day), "12 de mayo de 2026");
    assert_eq!(english.short_date(day), "Tue, May 12");
    assert_eq!(spanish.short_date(day), "mar, 12 de mayo");
    assert_eq!(english.long_date(day), "Tuesday, May 12, 2026");
    assert_eq!(spanish.month(day), "mayo de 2026");
    assert_eq!(english.short_date(date("2027-12-01")), "Wed, Dec 1, 2027");
    assert_eq!(spanish.short_date(date("2027-12-01")), "mié, 1 de diciembre de 2027");
}

#[test]
fn times_are_those_of_the_partnership() {
    let shell = shell(Language::English);
    assert_eq!(shell.when(instant("2026-05-13T03:30:00Z")), "May 12, 2026, 10:30 pm");
    assert_eq!(shell.time(instant("2026-05-12T17:05:00Z")), "12:05 pm");
    assert_eq!(shell.time(instant("2026-05-12T05:00:00Z")), "12:00 am");
    assert_eq!(shell.today(), date("2026-05-12"));
}

#[test]
fn what_is_near_is_said_in_words() {
    let shell = shell(Language::English);
    let ago = |text| shell.ago(instant(text));
    assert_eq!(ago("2026-05-12T14:59:30Z"), "Just now");
    assert_eq!(ago("2026-05-12T14:48:00Z"), "12 minutes ago");
    assert_eq!(ago("2026-05-12T12:00:00Z"), "Today at 7:00 am");
    assert_eq!(ago("2026-05-11T21:41:00Z"), "Yesterday at 4:41 pm");
    assert_eq!(ago("2026-05-04T21:41:00Z"), "Mon, May 4 at 4:41 pm");
    assert_eq!(ago("2026-05-13T21:41:00Z"), "Wed, May 13 at 4:41 pm");
    let due = |text| shell.due(date(text));
    assert_eq!(due("2026-05-12"), "today");
    assert_eq!(due("2026-05-13"), "tomorrow");
    assert_eq!(due("2026-05-29"), "in 17 days");
    assert_eq!(due("2026-05-11"), "1 day late");
}

#[test]
fn shares_come_with_their_counts() {
    let shell = shell(Language::English);
    assert_eq!(shell.share(44, 51), "44 of 51 (86%)");
    assert_eq!(shell.share(0, 0), "0 of 0");
    assert_eq!(shell.number(12_345), "12,345");
    assert_eq!(shell.number(3.75), "3.75");
    assert_eq!(shell.percent(0.857), "86%");
}

#[test]
fn the_other_language_is_the_same_page() {
    let query = "view=table&done=plan-kept-notice";
    let english = at(visit(Language::English, "/p/riverbend/commitments", query));
    assert_eq!(english.other_href(), "/es/p/riverbend/commitments?view=table");
    let spanish = at(visit(Language::Spanish, "/p/riverbend/commitments", query));
    assert_eq!(spanish.other_href(), "/p/riverbend/commitments?view=table");
    assert_eq!(spanish.here(), "/es/p/riverbend/commitments?view=table");
    assert_eq!((spanish.lang(), spanish.other_name()), ("es", "English"));
    let next = "/es/sign-in?next=/p/riverbend/commitments%3Fview%3Dtable";
    assert_eq!(spanish.sign_in_href(), next);
}

#[test]
fn only_what_its_reader_may_open_is_in_the_navigation() {
    let shell = shell(Language::English);
    let nav: Vec<_> = shell.nav().into_iter().map(|link| (link.href, link.current)).collect();
    assert_eq!(
        nav,
        [
            ("/me".to_owned(), ""),
            ("/p/riverbend".to_owned(), ""),
            ("/p/riverbend/commitments".to_owned(), "page"),
        ]
    );
    let inside = at(visit(Language::Spanish, "/p/riverbend/measures/wait", ""));
    let subnav: Vec<_> =
        inside.subnav().into_iter().map(|link| (link.href, link.current)).collect();
    assert_eq!(
        subnav,
        [
            ("/es/p/riverbend/commitments".to_owned(), ""),
            ("/es/p/riverbend/measures".to_owned(), "true"),
        ]
    );
}

#[test]
fn nobody_sees_no_sections_and_a_page_of_no_partnership_only_the_own_ones() {
    let mut nobody = visit(Language::English, "/sign-in", "");
    nobody.actor = Actor::Nobody;
    let nobody = Shell::of(Arc::new(nobody), None, "plan-title", Section::Nowhere);
    assert_eq!((nobody.nav(), nobody.subnav()), (vec![], vec![]));
    let mine = Arc::new(visit(Language::English, "/me", ""));
    let mine = Shell::of(mine, None, "shell-section-my-work", Section::MyWork);
    assert_eq!(mine.nav().len(), 1);
    assert_eq!(mine.page_title(), "My work | Concord");
}

#[test]
fn a_notice_says_only_what_is_meant_for_notices() {
    let notice = |query| at(visit(Language::English, "/p/riverbend/commitments", query)).notice();
    let undo = "/p/riverbend/commitments/cmt_1/keeping/undo";
    let told = notice("done=plan-kept-notice&undo=/p/riverbend/commitments/cmt_1/keeping/undo");
    assert_eq!(told, Some(Notice { text: "Done & <b>kept</b>".into(), undo: Some(undo.into()) }));
    assert_eq!(notice("done=plan-kept-notice&undo=//evil.example/undo").unwrap().undo, None);
    assert_eq!(notice("done=plan-title"), None);
    assert_eq!(notice("done=nothing-notice"), None);
    assert_eq!(notice(""), None);
}
