//! The one list that every context stands in. Its order is that of their places in the navigation.

use store::Migration;

/// Every context of the program.
pub const ALL: &[web::Context] = &[
    identity::CONTEXT,
    partnership::CONTEXT,
    notices::CONTEXT,
    agreements::CONTEXT,
    plan::CONTEXT,
    measures::CONTEXT,
    community::CONTEXT,
    record::CONTEXT,
    search::CONTEXT,
];

/// The contexts of an installation: all, and the demo's own pages where everything is made up.
#[must_use]
pub fn of(demo: bool) -> Vec<web::Context> {
    let extra = demo.then_some(crate::demo::CONTEXT);
    ALL.iter().copied().chain(extra).collect()
}

/// Every table of the program, in the order of the migrations' names.
#[must_use]
pub fn migrations() -> Vec<Migration> {
    let contexts = ALL.iter().flat_map(|context| context.migrations);
    let mut all: Vec<Migration> = store::MIGRATIONS.iter().chain(contexts).copied().collect();
    all.sort_by_key(|migration| migration.name);
    all
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn no_two_migrations_have_one_name() {
        let names: Vec<&str> = migrations().iter().map(|migration| migration.name).collect();
        let mut unique = names.clone();
        unique.dedup();
        assert_eq!(names, unique);
    }

    #[test]
    fn every_name_in_the_description_of_the_api_stands_for_one_type() {
        assert_eq!(web::openapi_clashes(ALL), BTreeSet::new());
    }
}
