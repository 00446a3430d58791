//! The page on which one chooses how to be told.

use std::collections::BTreeMap;

use ::store::Cx;
use askama::Template;
use base::{Date, PartnershipId};
use web::{Failure, FormView, Input, Request, Response, Section, Shell, page, redirect};

use super::{
    Choices, Way, Ways, commands,
    queries::{self, Chosen},
};
use crate::{
    Kind, answer,
    notice::pages::{said, words},
};

type Choice = (String, String);

#[derive(Template)]
#[template(path = "notices/choices.html")]
struct ChoicesPage {
    shell: Shell,
    form: FormView,
    everywhere: Vec<Field>,
    partnerships: Vec<(String, Vec<Field>)>,
    links: i64,
}

/// The choice for one kind.
struct Field {
    name: String,
    label: String,
    hint: String,
    options: Vec<Choice>,
}

web::page!(ChoicesPage);

/// `GET /me/notices/choices`
pub(crate) async fn edit(cx: Cx, request: Request) -> Result<Response, Failure> {
    let chosen = queries::mine(&cx).await?;
    let form = FormView::filled(filled(&chosen));
    let shell = Shell::new(&cx, None, "notices-choices-page", Section::MyWork);
    page(&request, &page_of(shell, form, &chosen))
}

/// `POST /me/notices/choices`
pub(crate) async fn save(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.input()?;
    let chosen = queries::mine(&cx).await?;
    let failure = match choices_from(&mut input, &chosen) {
        Ok(choices) => {
            commands::choose(&cx, &choices).await?;
            return Ok(redirect(&cx, "/me/notices").notice("notices-choices-notice"));
        }
        Err(failure) => failure,
    };
    let mut shell = Shell::new(&cx, None, "notices-choices-page", Section::MyWork);
    let form = FormView::refused(&mut shell, input.typed(), &failure.problems());
    Ok(page(&request, &page_of(shell, form, &chosen))?.with_status_of(&failure))
}

/// `POST /me/notices/links/end`
pub(crate) async fn end_links(cx: Cx, _request: Request) -> Result<Response, Failure> {
    answer::commands::end_links(&cx).await?;
    Ok(redirect(&cx, "/me/notices/choices").notice("notices-links-ended-notice"))
}

/// What a person chooses, out of a form or a JSON body.
pub(super) fn choices_from(input: &mut Input, chosen: &Chosen) -> Result<Choices, Failure> {
    let everywhere = ways_from(input, "everywhere");
    let mut partnerships: BTreeMap<PartnershipId, Ways> = BTreeMap::new();
    for (id, slug, _) in &chosen.partnerships {
        let ways = ways_from(input, &format!("partnerships.{slug}"));
        if ways != Ways::default() {
            partnerships.insert(*id, ways);
        }
    }
    let paused_until = input.optional::<Date>("paused_until");
    input.check()?;
    Ok(Choices { everywhere, partnerships, paused_until })
}

fn ways_from(input: &mut Input, prefix: &str) -> Ways {
    let mut ways = Ways::default();
    for kind in Kind::ALL {
        ways.set(*kind, input.optional::<Way>(&format!("{prefix}.{kind}")));
    }
    ways
}

fn page_of(shell: Shell, form: FormView, chosen: &Chosen) -> ChoicesPage {
    let field = |prefix: &str, kind: Kind| Field {
        name: format!("{prefix}.{kind}"),
        label: said(&shell, "notices-kind", kind.as_str()),
        hint: said(&shell, "notices-kind-hint", kind.as_str()),
        options: words(&shell, "notices-way", Way::ALL),
    };
    let fields = |prefix: &str| Kind::ALL.iter().map(|kind| field(prefix, *kind)).collect();
    let partnership = |(_, slug, name): &(PartnershipId, String, String)| {
        (name.clone(), fields(&format!("partnerships.{slug}")))
    };
    ChoicesPage {
        everywhere: fields("everywhere"),
        partnerships: chosen.partnerships.iter().map(partnership).collect(),
        links: chosen.links,
        form,
        shell,
    }
}

fn filled(chosen: &Chosen) -> Vec<(String, String)> {
    let Choices { everywhere, partnerships, paused_until } = &chosen.choices;
    let mut values = Vec::new();
    for kind in Kind::ALL {
        let way = everywhere.of(*kind).unwrap_or(Way::usual(*kind));
        values.push((format!("everywhere.{kind}"), way.to_string()));
        for (id, slug, _) in &chosen.partnerships {
            let own = partnerships.get(id).and_then(|ways| ways.of(*kind));
            values.extend(own.map(|way| (format!("partnerships.{slug}.{kind}"), way.to_string())));
        }
    }
    values.extend(paused_until.map(|until| ("paused_until".to_owned(), until.to_string())));
    values
}
