//! The authorization matrix: every route × method × role × relation, taken from the router
//! itself, over a world in which every free text of every party is marked.

use std::collections::BTreeMap;

use base::Role;
use store::Scope;
use web::{RouteEntry, testing::both_databases};

use crate::{
    crawl::{Addresses, crawl, fits},
    marks::Marks,
    world::{Partnership, Viewer, World},
};

/// What was tried and what came of it.
#[derive(Default)]
struct Tally {
    probes: usize,
    leaks: Vec<String>,
    wrong: Vec<String>,
    faults: Vec<String>,
}

both_databases! {
    async fn nobody_reads_what_they_may_not_and_nobody_changes_it(db) {
        let world = World::make(db).await;
        let marks = Marks::put(&world).await;
        assert!(marks.fields() > 25, "only {} fields are marked", marks.fields());
        world.index().await;
        let mut tally = Tally::default();
        let mut neighbours = 0;
        for partnership in &world.partnerships {
            let addresses = addresses(&world, partnership).await;
            for viewer in world.viewers(partnership) {
                neighbours += usize::from(viewer.name == "other partnership");
                probe(&world, &marks, partnership, &addresses, &viewer, &mut tally).await;
            }
        }
        eprintln!(
            "authorization matrix: {} probes, {} fields marked, {} leaks",
            tally.probes, marks.fields(), tally.leaks.len()
        );
        assert!(neighbours > 0, "nobody is of another partnership only");
        assert!(tally.probes > 3000, "{}", tally.probes);
        assert!(tally.leaks.is_empty(), "{}", tally.leaks.join("\n"));
        assert!(tally.wrong.is_empty(), "{}", tally.wrong.join("\n"));
        assert!(tally.faults.is_empty(), "{}", tally.faults.join("\n"));
        world.end().await;
    }

    async fn nobody_finds_what_they_may_not(db) {
        let world = World::make(db).await;
        let marks = Marks::put(&world).await;
        world.index().await;
        let mut found = 0;
        for partnership in &world.partnerships {
            for viewer in world.viewers(partnership) {
                // Every mark begins so; the words beside it are those of the county.
                for words in ["zq", "zq housing", "p0", "p1", "p2", "riverbend", "a"] {
                    for address in ["/search", "/es/search", "/api/v1/search"] {
                        let path = format!("{address}?q={}", words.replace(' ', "%20"));
                        let seen = world.get(&viewer, &path).await;
                        let leaks = marks.leaks(&viewer, &seen.text);
                        assert!(leaks.is_empty(), "{path} as {}: {leaks:?}", viewer.name);
                        let refused = seen.status == 401 || seen.location.contains("/sign-in");
                        assert_eq!(viewer.person.is_none(), refused, "{path} as {}", viewer.name);
                        if viewer.roles.is_empty() && !refused {
                            let nothing = ["Nothing found", "No se encontró nada", "\"items\":[]"];
                            assert!(nothing.iter().any(|no| seen.text.contains(no)), "{path}: {}", seen.text);
                        }
                        found += seen.text.matches("<mark>").count();
                    }
                }
            }
        }
        assert!(found > 100, "only {found} words were found at all");
        world.end().await;
    }

    async fn the_matrix_sees_a_check_that_is_missing(db) {
        let world = World::make(db).await;
        let marks = Marks::put(&world).await;
        let partnership = world.partnerships[0].clone();
        let addresses = addresses(&world, &partnership).await;
        let stranger = world.viewers(&partnership).remove(1);
        for permission in ["commitments.read", "people.read", "measures.read"] {
            world.store.skip_check(permission);
            let mut tally = Tally::default();
            probe(&world, &marks, &partnership, &addresses, &stranger, &mut tally).await;
            assert!(!tally.leaks.is_empty(), "without `{permission}` nothing leaked");
            assert!(!tally.wrong.is_empty(), "without `{permission}` nobody was let in");
        }
        world.end().await;
    }
}

/// The list of routes that the matrix walks through: what tidy looks a refusal test up in.
#[test]
fn the_matrix_walks_through_every_route() {
    let mut routes: Vec<String> = web::routes_of(concord::contexts::ALL)
        .iter()
        .map(|route| format!("{} {}", route.method, route.path))
        .collect();
    routes.sort();
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/matrix/routes.txt");
    let text = routes.join("\n") + "\n";
    if std::env::var_os("INSTA_UPDATE").is_some_and(|how| how == "always") {
        std::fs::write(file, &text).unwrap();
    }
    assert_eq!(
        std::fs::read_to_string(file).unwrap_or_default(),
        text,
        "INSTA_UPDATE=always writes it anew"
    );
}

/// Addresses of each route in one partnership: those its coordinator can reach, and for those that
/// no link leads to, the same identifiers under the other names.
pub(crate) async fn addresses(world: &World, partnership: &Partnership) -> Addresses {
    let coordinator = world
        .viewers(partnership)
        .into_iter()
        .find(|viewer| viewer.name == Role::Coordinator.to_string())
        .expect("every partnership has a coordinator");
    let (mut found, _) = crawl(world, &coordinator, partnership).await;
    let mut known: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (pattern, paths) in &found {
        for path in paths {
            let parts: Vec<(&str, &str)> = pattern.split('/').zip(path.split('/')).collect();
            for pair in parts.windows(2) {
                let [(before, _), (name, value)] = pair else { continue };
                if name.starts_with('{') {
                    known.entry(format!("{before}/{name}")).or_default().push((*value).to_owned());
                }
            }
        }
    }
    for route in world.app.routes() {
        if found.get(&route.path).is_none_or(std::collections::BTreeSet::is_empty) {
            found.entry(route.path.clone()).or_default().insert(fill(
                &route.path,
                partnership,
                &known,
            ));
        }
    }
    found
}

fn fill(pattern: &str, partnership: &Partnership, known: &BTreeMap<String, Vec<String>>) -> String {
    let mut before = "";
    let mut parts = Vec::new();
    for part in pattern.split('/') {
        if part == "{partnership}" {
            parts.push(partnership.slug.clone());
        } else if part.starts_with('{') {
            let values = known.get(&format!("{before}/{part}"));
            let value = values.and_then(|values| values.first().cloned());
            parts.push(value.unwrap_or_else(|| "unknown".to_owned()));
        } else {
            parts.push(part.to_owned());
        }
        before = part;
    }
    parts.join("/")
}

async fn probe(
    world: &World,
    marks: &Marks,
    partnership: &Partnership,
    addresses: &Addresses,
    viewer: &Viewer,
    tally: &mut Tally,
) {
    for route in world.app.routes() {
        let paths = addresses.iter().filter(|(pattern, _)| **pattern == route.path);
        for path in paths.flat_map(|(_, paths)| paths) {
            debug_assert!(fits(&route.path, path), "{} {path}", route.path);
            for prefix in ["", "/es"] {
                let json = route.path.starts_with("/api/").then_some("{}");
                let path = format!("{prefix}{path}");
                // Who may change it would change it: only the refusal is of interest.
                if route.method != "GET" && !refused(route, partnership, viewer) {
                    continue;
                }
                let seen = world.send(viewer, &route.method, &path, json).await;
                tally.probes += 1;
                let what = format!("{} {path} as {}: {}", route.method, viewer.name, seen.status);
                for leak in marks.leaks(viewer, &seen.text) {
                    if is_public(world, partnership, route, &leak) {
                        continue;
                    }
                    tally.leaks.push(format!("{what} shows {leak}"));
                }
                if seen.status >= 500 {
                    tally.faults.push(what.clone());
                }
                let sent_away = seen.status == 303 && seen.location.contains("/sign-in");
                let turned_back = sent_away || matches!(seen.status, 401 | 403 | 404);
                if refused(route, partnership, viewer) && !turned_back {
                    tally.wrong.push(what);
                }
            }
        }
    }
}

/// What public pages say of their own partnership, where it shows that part to everybody: names of
/// organizations and witnesses, never of people, and the titles of what it shows.
const SHOWN: &[&str] = &[
    "partnerships-name",
    "partnership-profiles-vision",
    "organizations-name",
    "witnesses-name",
    "plan-items-title",
    "decisions-title",
    "measures-title",
    "public-stories-title",
];

fn is_public(world: &World, partnership: &Partnership, route: &RouteEntry, leak: &str) -> bool {
    let path = route.path.strip_prefix("/api/v1").unwrap_or(&route.path);
    let at = world.partnerships.iter().position(|one| one.id == partnership.id);
    let own = at.is_some_and(|at| leak.starts_with(&format!("zq-p{at}-")));
    path.starts_with("/public/")
        && (own || leak.starts_with("zq-org-"))
        && SHOWN.iter().any(|field| leak.ends_with(&format!("-{field}-qz")))
}

/// Whether the permissions that the route declares must keep this viewer out.
fn refused(route: &RouteEntry, partnership: &Partnership, viewer: &Viewer) -> bool {
    let held = viewer.roles.get(&partnership.id);
    let lacks = |permission: &store::Permission| match permission.scope {
        Scope::Installation | Scope::Public(_) => false,
        Scope::Own => viewer.person.is_none(),
        Scope::Partnership => {
            held.is_none_or(|held| !held.iter().any(|role| permission.roles.contains(role)))
        }
    };
    if route.method != "GET" && route.writes {
        let writes = route.declared.iter().filter(|one| one.access == store::Access::Write);
        return writes.into_iter().all(lacks);
    }
    !route.declared.is_empty() && route.declared.iter().all(lacks)
}
