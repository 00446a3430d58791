//! What a seat carries, on one page: for whoever takes it over, and for whoever looks for somebody.

use std::sync::Arc;

use ::store::{Cx, Place};
use futures_util::future::join_all;
use web::{
    Carried, Failure, FormView, Item, Registry, Request, Response, Seated, Section, Shell, page,
    redirect,
};

use super::{queries, seats, store};
use crate::{
    Charge, Error, Seat, SeatId, access, directory,
    forms::{self, Choice, choices, said},
};

/// A seat with what it carries.
pub(super) struct Sheet {
    pub(super) place: Arc<Place>,
    pub(super) seat: Seat,
    pub(super) body: String,
    pub(super) organization: String,
    pub(super) holder: Option<String>,
    pub(super) before: Option<String>,
    pub(super) lists: Vec<(&'static Carried, Vec<Item>)>,
}

#[derive(askama::Template)]
#[template(path = "partnership/handover.html")]
struct HandoverPage {
    shell: Shell,
    kicker: String,
    short: String,
    before: Option<String>,
    lists: Vec<(&'static str, Vec<Item>)>,
}

#[derive(askama::Template)]
#[template(path = "partnership/charge.html")]
struct ChargePage {
    shell: Shell,
    form: FormView,
    short: String,
    charges: Vec<Choice>,
    action: String,
    cancel: String,
}

web::page!(HandoverPage, ChargePage);

/// `GET /p/{partnership}/seats/{id}/handover`
pub(crate) async fn show(cx: Cx, request: Request) -> Result<Response, Failure> {
    let sheet = sheet(&cx, request.param("id")?).await?;
    let base = forms::base(&sheet.place);
    let shell = Shell::new(&cx, Some(&sheet.place), "seats-handover", Section::People);
    let all = shell.t("bodies-page").into_owned();
    let here = format!("{base}/bodies/{}", sheet.seat.body);
    let shell = shell
        .crumb(all, &format!("{base}/bodies"))
        .crumb(sheet.body.clone(), &here)
        .titled(sheet.seat.title.to_string());
    let charge = said(&shell, "word-charge", sheet.seat.charge);
    let holder = match &sheet.holder {
        Some(holder) => shell.t1("seats-handover-holder", "who", holder.as_str()),
        None => shell.t("seats-vacant").into_owned(),
    };
    let shown = HandoverPage {
        kicker: format!("{}. {}. {charge}", sheet.body, sheet.organization),
        short: holder,
        before: sheet.before.map(|who| shell.t1("seats-handover-before", "who", who)),
        lists: sheet.lists.into_iter().map(|(list, items)| (list.title, items)).collect(),
        shell,
    };
    page(&request, &shown)
}

/// Reads a seat with what it carries, each list by the reader's rights.
pub(super) async fn sheet(cx: &Cx, id: SeatId) -> Result<Sheet, Failure> {
    let tx = cx.read(access::BODIES).await?;
    let seat = store::seat(&tx, id).await?;
    if seat.is_closed() {
        return Err(Error::SeatClosed { id }.into());
    }
    let body = store::name_of(&tx, seat.body).await?.unwrap_or_default();
    let before = store::last_holder(&tx, id).await?;
    let holder = seat.holder();
    let people: Vec<_> = before.into_iter().chain(holder.map(|it| it.person)).collect();
    let people = directory::people(&tx, &people).await?;
    let organizations = directory::directory(&tx).await?;
    let place = tx.place()?;
    drop(tx);
    let seated = Seated {
        seat: id.to_string(),
        organization: seat.organization,
        before,
        holder: holder.map(|holder| holder.person),
        since: holder.map(|holder| holder.since),
    };
    let registry = cx.extension::<Registry>().unwrap_or_default();
    let loading = registry.carried().iter().map(|&list| {
        let (own, seated) = (cx.clone().declaring(std::slice::from_ref(&list.permission)), &seated);
        async move { (list, (list.load)(own, seated.clone()).await) }
    });
    let mut lists = Vec::new();
    for (list, items) in join_all(loading).await {
        match items {
            Ok(items) => lists.push((list, items)),
            Err(failure) if failure.is_refusal() => {}
            Err(failure) => return Err(failure),
        }
    }
    let name = |person| people.name(person).to_owned();
    Ok(Sheet {
        organization: organizations.name(seat.organization).to_owned(),
        holder: holder.map(|holder| name(holder.person)),
        before: before.map(name),
        place,
        seat,
        body,
        lists,
    })
}

/// `GET /p/{partnership}/seats/{id}/charge`
pub(crate) async fn ask(cx: Cx, request: Request) -> Result<Response, Failure> {
    queries::place(&cx).await?;
    let sheet = queries::seat(&cx, request.param("id")?).await?;
    let shell = Shell::new(&cx, Some(&sheet.place), "seats-charge", Section::People);
    let cancel = format!("{}/bodies/{}", forms::base(&sheet.place), sheet.body.id);
    let shown = ChargePage {
        form: FormView::filled([("charge", sheet.seat.charge.to_string())]),
        short: shell.t2(
            "seats-charge-short",
            "title",
            sheet.seat.title.as_str(),
            "body",
            sheet.body.plan.name.as_str(),
        ),
        charges: choices(&shell, "word-charge", Charge::ALL),
        action: request.path().to_owned(),
        cancel,
        shell,
    };
    page(&request, &shown)
}

/// `POST /p/{partnership}/seats/{id}/charge`
pub(crate) async fn entrust(cx: Cx, request: Request) -> Result<Response, Failure> {
    let charge = charge_from(&mut request.input()?)?;
    let seat = seats::entrust(&cx, request.param("id")?, charge).await?;
    let to = format!("/p/{}/bodies/{}", request.param_text("partnership"), seat.body);
    Ok(redirect(&cx, &to).notice("seats-charge-notice"))
}

/// What the holder is to the body, out of a form or a JSON body.
pub(super) fn charge_from(input: &mut web::Input) -> Result<Charge, Failure> {
    let charge = input.required("charge");
    input.check()?;
    charge.ok_or_else(|| input.invalid().into())
}
