//! What is generated or told: the page of the law, and the sentences in both languages.

use base::Date;
use fluent_bundle::{FluentBundle, FluentResource};
use policy::{Answer, Basis, Effect, Explained, Obligation, Reason, Rule, Step};

#[test]
fn the_page_of_the_law_is_the_table() {
    let page = include_str!("../../../../docs/law.md");
    let made = policy::law_page();
    if page != made {
        let place = std::env::temp_dir().join("law.md");
        std::fs::write(&place, made).unwrap();
        panic!("docs/law.md is not what the table says; put {} in its place", place.display());
    }
}

#[test]
fn every_rule_can_be_read_and_has_a_source_and_a_day_of_review() {
    for rule in Rule::ALL {
        let article = rule.article();
        assert!(article.says.ends_with('.') && article.says.len() > 10, "{rule}");
        assert!(!article.source.is_empty() && !article.says.contains('|'), "{rule}");
        assert!(article.review_by().is_some(), "{rule}");
    }
    let steps: Vec<Step> = Rule::ALL.iter().map(|rule| rule.article().step).collect();
    assert!(steps.is_sorted(), "the rules stand in the order of their steps");
    assert_eq!(policy::overdue(Date::new(2026, 11, 24).unwrap()).count(), 0);
    assert_eq!(policy::overdue(Date::new(2030, 1, 1).unwrap()).count(), Rule::ALL.len());
}

#[test]
fn every_reason_and_basis_is_given_by_some_rule() {
    let effects: Vec<Effect> = Rule::ALL.iter().map(|rule| rule.article().effect).collect();
    for reason in Reason::ALL {
        let gives = [Effect::Withhold(*reason), Effect::Hold(*reason)];
        assert!(gives.iter().any(|effect| effects.contains(effect)), "{reason}");
    }
    for basis in Basis::ALL {
        assert!(effects.contains(&Effect::Allow(*basis)), "{basis}");
    }
}

#[test]
fn every_word_has_a_sentence_in_both_languages() {
    let keys: Vec<String> = Answer::ALL
        .iter()
        .map(Explained::message_key)
        .chain(Basis::ALL.iter().map(Explained::message_key))
        .chain(Reason::ALL.iter().map(Explained::message_key))
        .chain(Obligation::ALL.iter().map(Explained::message_key))
        .collect();
    for catalog in [include_str!("../../messages/en.ftl"), include_str!("../../messages/es.ftl")] {
        let resource = FluentResource::try_new(catalog.to_owned()).unwrap();
        let mut bundle = FluentBundle::default();
        bundle.add_resource(resource).unwrap();
        for key in &keys {
            let message = bundle.get_message(key).unwrap_or_else(|| panic!("{key} is missing"));
            let mut errors = Vec::new();
            let text = bundle.format_pattern(message.value().unwrap(), None, &mut errors);
            assert!(errors.is_empty());
            // A sixth-grader's sentence is short: at most 25 words.
            assert!(text.split(' ').count() <= 25 && text.ends_with('.'), "{key}: {text}");
        }
        let count = catalog.lines().filter(|line| line.starts_with("policy-")).count();
        assert_eq!(count, keys.len(), "a sentence is left over");
    }
}
