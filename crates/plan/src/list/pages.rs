//! The board and the table of commitments.

use askama::Template;
use base::OrganizationId;
use store::Cx;
use web::{Failure, FormView, Input, Request, Response, Section, Shell};

use super::{
    Around, Column, Count, Due, Entry, Filter, Table, board,
    parse::{self, View},
    table,
};
use crate::{
    Goal, Shelf, Timing, access,
    follow_through::figure::{Figure, figure},
    words::{self, Choice, Status},
};

/// The list, as board or table.
#[derive(Template)]
#[template(path = "plan/list.html")]
struct ListPage {
    shell: Shell,
    form: FormView,
    base: String,
    short: String,
    choices: Choices,
    may_act: bool,
    only_mine: bool,
    mine_href: String,
    export_href: String,
    other_view_href: String,
    shown: Shown,
}

/// What can be chosen in the filters.
struct Choices {
    partners: Vec<Choice>,
    goals: Vec<Choice>,
    states: Vec<Choice>,
    dues: Vec<Choice>,
}

/// Either view.
enum Shown {
    Board { columns: Vec<ColumnView>, figure: Option<Figure> },
    Table { rows: Vec<Card>, first: Option<String>, next: Option<String>, filtered: bool },
}

struct ColumnView {
    due: Due,
    title: String,
    count: String,
    cards: Vec<Card>,
    all_href: Option<String>,
    all: String,
}

/// One commitment in either view.
struct Card {
    href: String,
    title: String,
    who: String,
    to: String,
    due: String,
    status: Status,
    goal: Option<String>,
    note: Option<String>,
    act_href: Option<String>,
}

web::page!(ListPage);

impl ListPage {
    fn to(&self, rest: &str) -> String {
        self.shell.href(&format!("{}{rest}", self.base))
    }

    fn follow_href(&self) -> String {
        self.shell.href(&self.base.replace("/commitments", "/follow-through"))
    }
}

/// `GET /p/{partnership}/commitments`
pub(crate) async fn list(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.query();
    let (filter, after) = parse::filter(&mut input, cx.person()?);
    let page = match parse::view(&mut input, &filter) {
        View::Board => board_page(&cx, &input, &filter).await?,
        View::Table => table_page(&cx, &input, &filter, after.as_deref()).await?,
    };
    web::page(&request, &page)
}

async fn board_page(cx: &Cx, input: &Input, filter: &Filter) -> Result<ListPage, Failure> {
    let board = board(cx, filter).await?;
    let around = &board.around;
    let shell = shell(cx, around);
    let base = format!("/p/{}/commitments", around.place.slug);
    let drawer = Drawer::of(&shell, around, &base);
    let columns =
        board.columns.iter().map(|column| drawer.column(column, input)).collect::<Vec<_>>();
    let figure = figure(&shell, &around.directory, &board.judged);
    Ok(page_of(shell, input, filter, around, base, Shown::Board { columns, figure }))
}

async fn table_page(
    cx: &Cx,
    input: &Input,
    filter: &Filter,
    after: Option<&str>,
) -> Result<ListPage, Failure> {
    let Table { around, page } = table(cx, filter, after).await?;
    let shell = shell(cx, &around);
    let base = format!("/p/{}/commitments", around.place.slug);
    let drawer = Drawer::of(&shell, &around, &base);
    let rows = page.items.iter().map(|entry| drawer.card(entry)).collect();
    let next = page.next.map(|mark| shell.href(&here(&base, input, &[("after", mark)])));
    let first = after.map(|_| shell.href(&here(&base, input, &[])));
    let filtered = *filter != Filter::default();
    let shown = Shown::Table { rows, first, next, filtered };
    Ok(page_of(shell, input, filter, &around, base, shown))
}

fn shell(cx: &Cx, around: &Around) -> Shell {
    let place = &around.place;
    let shell = Shell::new(cx, Some(place), "commitments-title", Section::Plan);
    let overview = shell.t("shell-section-overview").into_owned();
    shell.crumb(overview, &format!("/p/{}", place.slug)).live(&format!("/p/{}/live", place.slug))
}

fn page_of(
    shell: Shell,
    input: &Input,
    filter: &Filter,
    around: &Around,
    base: String,
    shown: Shown,
) -> ListPage {
    let only_mine = filter.in_charge.is_some();
    let mine = if only_mine { String::new() } else { "me".to_owned() };
    let other = match shown {
        Shown::Board { .. } => View::Table,
        Shown::Table { .. } => View::Board,
    };
    ListPage {
        form: FormView::filled(input.typed()),
        short: short(&shell, around),
        choices: choices(&shell, around),
        may_act: !access::acting_organizations(&around.place.standing).is_empty(),
        only_mine,
        mine_href: shell.href(&here(&base, input, &[("who", mine)])),
        export_href: shell.href(&here(&format!("{base}.csv"), input, &[])),
        other_view_href: other_view(&shell, &base, input, other),
        base,
        shell,
        shown,
    }
}

/// The other view of the same partner and goal; the board has its own parts.
fn other_view(shell: &Shell, base: &str, input: &Input, other: View) -> String {
    let drop = [("state", String::new()), ("due", String::new()), ("q", String::new())];
    let mut change = vec![("view", other.to_string())];
    if other == View::Board {
        change.extend(drop);
    }
    shell.href(&here(base, input, &change))
}

/// This address with some values changed; an empty one is dropped, and so is the page.
fn here(base: &str, input: &Input, change: &[(&str, String)]) -> String {
    const KEPT: [&str; 8] = ["view", "partner", "to", "who", "goal", "state", "due", "q"];
    let value = |name: &str| match change.iter().find(|(changed, _)| *changed == name) {
        Some((_, value)) => Some(value.clone()),
        None => input.text(name).map(str::to_owned),
    };
    let pairs: Vec<(&str, String)> = KEPT
        .iter()
        .map(|name| (*name, value(name)))
        .chain(
            change.iter().filter(|(name, _)| *name == "after").map(|(n, v)| (*n, Some(v.clone()))),
        )
        .filter_map(|(name, value)| value.filter(|value| !value.is_empty()).map(|v| (name, v)))
        .collect();
    words::address(base, &pairs)
}

/// The numbers that matter, in words.
fn short(shell: &Shell, around: &Around) -> String {
    let what = shell.t("commitments-short");
    let kept = match around.kept.finding() {
        crate::follow_through::Finding::Rate(rate) => {
            shell.t1("commitments-short-kept", "share", shell.percent(rate.share))
        }
        crate::follow_through::Finding::TooFew | crate::follow_through::Finding::Nothing => {
            String::new()
        }
    };
    let open = shell.t2(
        "commitments-short-open",
        "overdue",
        around.open.overdue,
        "soon",
        around.open.soon,
    );
    [what.as_ref(), &kept, &open]
        .into_iter()
        .filter(|text| !text.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

fn choices(shell: &Shell, around: &Around) -> Choices {
    let goal = |goal: &Goal| (goal.to_string(), goal.to_string());
    Choices {
        partners: words::partners(&around.directory),
        goals: around.goals.iter().map(goal).collect(),
        states: words::choices(shell, "commitments-shelf", Shelf::ALL),
        dues: words::choices(shell, "commitments-part", Due::ALL),
    }
}

/// Draws entries, with what every one of them needs.
struct Drawer<'a> {
    shell: &'a Shell,
    around: &'a Around,
    base: &'a str,
    own: Vec<OrganizationId>,
}

impl<'a> Drawer<'a> {
    fn of(shell: &'a Shell, around: &'a Around, base: &'a str) -> Self {
        let own = access::acting_organizations(&around.place.standing);
        Self { shell, around, base, own }
    }

    fn column(&self, column: &Column, input: &Input) -> ColumnView {
        let shown = i64::try_from(column.entries.len()).unwrap_or(i64::MAX);
        let (number, count) = match column.count {
            Count::Exactly(number) => (number, self.shell.number(number)),
            Count::MoreThan(number) => {
                (number + 1, self.shell.t1("commitments-more-than", "count", number))
            }
        };
        let due = column.due.to_string();
        let change = [("due", due), ("view", View::Table.to_string())];
        let all = here(self.base, input, &change);
        ColumnView {
            due: column.due,
            title: words::said(self.shell, "commitments-part", column.due),
            all: self.shell.t1("commitments-see-all", "count", count.as_str()),
            count,
            cards: column.entries.iter().map(|entry| self.card(entry)).collect(),
            all_href: (number > shown).then(|| self.shell.href(&all)),
        }
    }

    fn card(&self, entry: &Entry) -> Card {
        let shell = self.shell;
        let timing = entry.timing(self.around.place.today);
        let directory = &self.around.directory;
        let href = shell.href(&format!("{}/{}", self.base, entry.id));
        let mine = self.own.contains(&entry.promiser)
            && matches!(timing, Timing::Late { .. } | Timing::Ahead { .. });
        let due = match entry.done_on.filter(|_| matches!(timing, Timing::Kept { .. })) {
            Some(day) => shell.t2(
                "commitments-due-kept",
                "date",
                shell.short_date(entry.deadline),
                "kept",
                shell.short_date(day),
            ),
            None => words::due_words(shell, entry.due, entry.deadline),
        };
        Card {
            title: entry.title.as_str().to_owned(),
            who: words::partner_name(shell, directory, entry.promiser, &self.own),
            to: words::receiver_name(shell, directory, entry.receiver),
            due,
            status: words::status(shell, entry.state, timing),
            goal: entry.goal.as_ref().map(ToString::to_string),
            note: self.note(entry),
            act_href: mine.then(|| href.clone()),
            href,
        }
    }

    /// What was said: thanks, or why the date was moved.
    fn note(&self, entry: &Entry) -> Option<String> {
        if let Some(thanks) = &entry.thanks {
            return Some(self.shell.t1("commitments-thanks-said", "text", thanks.as_str()));
        }
        let (from, why) = entry.last_move.as_ref()?;
        let args = [
            ("count", entry.moves.into()),
            ("from", self.shell.short_date(from).into()),
            ("why", why.as_str().into()),
        ];
        Some(self.shell.tn("commitments-moved-note", &args))
    }
}
