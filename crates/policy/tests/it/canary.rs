//! A canary for each rule: without the rule, the tests would notice. The worlds are those that the
//! second evaluator answers every day, so a difference in one of them fails there.

use std::collections::BTreeSet;

use policy::{Decision, Effect, Request, Rule, World, decide, filter};

use crate::{
    generate::Chance,
    read::{self, said},
    second::EVERY_DAY,
};

fn refuses(rule: Rule) -> bool {
    !matches!(rule.article().effect, Effect::Allow(_))
}

/// Rules that name the reason earlier or better: without them a later one refuses, for another reason.
const NAMES_ONLY: &[Rule] = &[
    Rule::ProceedingsWithoutOrder,
    Rule::ReportOriginal,
    Rule::SubpoenaAlone,
    Rule::EmergencyVawa,
    Rule::ThreatPart2,
    Rule::ThreatVawa,
    Rule::FerpaUnopened,
];

#[test]
fn no_rule_can_be_taken_away_unnoticed() {
    let mut unnoticed: BTreeSet<Rule> =
        Rule::ALL.iter().copied().filter(|rule| refuses(*rule)).collect();
    let mut harmless = unnoticed.clone();
    let mut idle: BTreeSet<Rule> =
        Rule::ALL.iter().copied().filter(|rule| !refuses(*rule)).collect();
    for seed in 0..EVERY_DAY {
        let read = read::case(&Chance::seeded(seed).case()).unwrap();
        let names = read.world.names();
        let decision = decide(&read.world, &read.request);
        for rule in decision.released.iter().flat_map(|released| &released.rules) {
            idle.remove(rule);
        }
        // Only a rule that refused something here can be missed here.
        let spoke = decision.withheld.iter().map(|withheld| withheld.rule);
        for rule in spoke.filter(|rule| harmless.contains(rule)).collect::<BTreeSet<Rule>>() {
            let less = read.world.clone().without(rule);
            let without = decide(&less, &read.request);
            the_filter_lacks_it_too(&less, &read.request);
            if said(&without, names) != said(&decision, names) {
                unnoticed.remove(&rule);
            }
            if gives_more(&decision, &without) {
                harmless.remove(&rule);
            }
        }
    }
    assert!(unnoticed.is_empty(), "nobody would miss {unnoticed:?}");
    assert!(idle.is_empty(), "nothing ever went by {idle:?}");
    harmless.retain(|rule| !NAMES_ONLY.contains(rule));
    assert!(harmless.is_empty(), "taking these away lets nothing more go: {harmless:?}");
}

/// Without a rule, too, the list has what the decision lets go.
fn the_filter_lacks_it_too(world: &World, request: &Request) {
    let condition = filter(world, &request.pattern);
    for label in &request.labels {
        let one = Request { pattern: request.pattern.clone(), labels: vec![label.clone()] };
        let goes = !decide(world, &one).released.is_empty();
        assert_eq!(goes, condition.holds(&|column| column.of(label, world)), "{condition:?}");
    }
}

fn gives_more(decision: &Decision, without: &Decision) -> bool {
    without.released.len() > decision.released.len()
}
