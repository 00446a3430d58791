//! Every page that a person can reach by links, as a reader would; and which addresses those are.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use web::testing::both_databases;

use crate::world::{Partnership, Viewer, World};

/// Addresses by the route that answers them.
pub(crate) type Addresses = BTreeMap<String, BTreeSet<String>>;

/// As many of each route as show what it does: more where records differ much by their state.
fn of_each(pattern: &str) -> usize {
    const DIFFER: &[&str] =
        &["/commitments/{id}", "/decisions/{id}", "/agreements/{id}", "/requests/{id}"];
    if DIFFER.iter().any(|end| pattern.ends_with(end)) { 4 } else { 2 }
}

/// Follows links and the addresses of forms from a few pages on.
pub(crate) async fn crawl(
    world: &World,
    viewer: &Viewer,
    from: &Partnership,
) -> (Addresses, Vec<String>) {
    let patterns: BTreeSet<String> =
        world.app.routes().iter().map(|route| route.path.clone()).collect();
    // Pages name the same addresses over and over.
    let mut routed: BTreeMap<String, Option<&String>> = BTreeMap::new();
    let mut found = Addresses::new();
    let mut broken = Vec::new();
    let mut read: BTreeMap<String, usize> = BTreeMap::new();
    let first = ["/me".to_owned(), format!("/p/{}", from.slug)];
    let mut known = BTreeSet::from(first.clone());
    let mut queue = VecDeque::from(first.map(|path| (path, "nowhere".to_owned())));
    let elsewhere: Vec<String> = world
        .partnerships
        .iter()
        .filter(|other| other.id != from.id)
        .map(|other| format!("/p/{}", other.slug))
        .collect();
    while let Some((path, before)) = queue.pop_front() {
        let seen = world.get(viewer, &path).await;
        if seen.status >= 400 {
            broken.push(format!("{} {path}, to which {before} leads", seen.status));
        }
        if !seen.html {
            continue;
        }
        if !seen.text.contains("<h1") {
            broken.push(format!("no heading on {path}"));
        }
        for (address, is_form) in links(&seen.text) {
            if elsewhere.iter().any(|other| address.starts_with(other.as_str())) {
                continue;
            }
            let bare = address.split(['?', '#']).next().unwrap_or_default().to_owned();
            let route = routed
                .entry(bare.clone())
                .or_insert_with(|| patterns.iter().find(|pattern| fits(pattern, &bare)));
            let Some(pattern) = *route else {
                if !bare.starts_with("/assets/") && bare != "/api/openapi.json" {
                    broken.push(format!("{path} leads to {address}, which no route answers"));
                }
                continue;
            };
            let of_it = found.entry(pattern.clone()).or_default();
            if of_it.len() < of_each(pattern) {
                of_it.insert(bare.clone());
                let page = address.split('#').next().unwrap_or_default().to_owned();
                // A calendar leads to the next month, and that to the next: of one page in its many
                // forms some are enough.
                let forms = read.entry(pattern.clone()).or_insert(0);
                let enough = *forms >= 2 * of_each(pattern);
                if !is_form && !enough && bare != "/sign-out" && known.insert(page.clone()) {
                    *forms += 1;
                    queue.push_back((page, path.clone()));
                }
            }
        }
    }
    (found, broken)
}

/// The own addresses in a page, and whether a form posts there.
fn links(html: &str) -> Vec<(String, bool)> {
    let mut all = Vec::new();
    for (mark, posts) in [("href=\"", false), ("action=\"", true)] {
        for part in html.split(mark).skip(1) {
            let address = part.split('"').next().unwrap_or_default().replace("&amp;", "&");
            let address = address.replace("&#38;", "&").replace("&#61;", "=");
            if address.starts_with('/') && !address.starts_with("//") && !address.starts_with("/es")
            {
                all.push((address, posts));
            }
        }
    }
    all
}

/// Whether a route's address could be this one.
pub(crate) fn fits(pattern: &str, path: &str) -> bool {
    let (pattern, path): (Vec<&str>, Vec<&str>) =
        (pattern.split('/').collect(), path.split('/').collect());
    pattern.len() == path.len()
        && pattern
            .iter()
            .zip(&path)
            .all(|(part, have)| part == have || (part.starts_with('{') && !have.is_empty()))
}

both_databases! {
    async fn every_link_of_the_county_leads_somewhere(db) {
        let world = World::make(db).await;
        for partnership in &world.partnerships {
            for viewer in world.viewers(partnership) {
                if !viewer.roles.contains_key(&partnership.id) {
                    continue;
                }
                let (found, broken) = crawl(&world, &viewer, partnership).await;
                assert!(found.len() > 15, "{} reaches only {}", viewer.name, found.len());
                assert!(broken.is_empty(), "{}: {}", viewer.name, broken.join("\n"));
            }
        }
        world.end().await;
    }
}
