//! The list of measures: how each stands, at a glance.

use ::store::Cx;
use askama::Template;
use base::OrganizationId;
use standards::Kind;
use web::{
    Failure, FormView, Input, Request, Response, Section, Shell,
    chart::{Sparkline, Svg, sparkline},
};

use super::{Filter, Line, Listed, list};
use crate::{
    Error, Status,
    measure::may_keep,
    table,
    words::{self, Choice, StatusView},
};

/// The list.
#[derive(Template)]
#[template(path = "measures/list.html")]
struct ListPage {
    shell: Shell,
    form: FormView,
    base: String,
    short: String,
    statuses: Vec<Choice>,
    kinds: Vec<Choice>,
    organizations: Vec<Choice>,
    may_define: bool,
    out_of_use: bool,
    filtered: bool,
    rows: Vec<RowView>,
    first: Option<String>,
    next: Option<String>,
    other_href: String,
    export_href: String,
}

web::page!(ListPage);

/// One measure.
struct RowView {
    href: String,
    title: String,
    place: String,
    who: String,
    spark: Option<Svg>,
    now: String,
    period: String,
    target: String,
    status: StatusView,
    late: Option<String>,
}

impl ListPage {
    fn to(&self, rest: &str) -> String {
        self.shell.href(&format!("{}{rest}", self.base))
    }
}

/// `GET /p/{partnership}/measures`
pub(crate) async fn all(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.query();
    let (filter, after) = filter(&mut input)?;
    let listed = list(&cx, &filter, after.as_deref()).await?;
    let shell = Shell::new(&cx, Some(&listed.place), "measures-title", Section::Plan);
    let overview = shell.t("shell-section-overview").into_owned();
    let home = format!("/p/{}", listed.place.slug);
    let shell = shell.crumb(overview, &home).live(&format!("{home}/live"));
    web::page(&request, &page_of(shell, &input, &filter, after.as_deref(), &listed))
}

/// `GET /p/{partnership}/measures.csv`: every measure that the filters leave.
pub(crate) async fn export(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.query();
    let (filter, _) = filter(&mut input)?;
    let mut sheet = table::Sheet::new(&[
        "slug",
        "title",
        "place",
        "place_name",
        "kind",
        "unit",
        "direction",
        "frequency",
        "organization",
        "status",
        "latest_period",
        "latest_value",
        "target_by",
        "target_value",
        "numbers",
        "next_due",
    ])?;
    let mut after = None;
    let name = loop {
        let listed = list(&cx, &filter, after.as_deref()).await?;
        for line in &listed.page.items {
            sheet.line(&cells(line, &listed)).map_err(Error::from)?;
        }
        after = listed.page.next;
        if after.is_none() {
            break format!("{}-measures.csv", listed.place.slug);
        }
    };
    Ok(web::csv(&name, sheet.finish()?))
}

fn cells(line: &Line, listed: &Listed) -> Vec<String> {
    let number = |value: Option<f64>| value.map(|value| value.to_string()).unwrap_or_default();
    vec![
        line.slug.clone(),
        line.title.to_string(),
        line.place.clone(),
        line.place_name.clone().unwrap_or_default(),
        line.kind.to_string(),
        line.unit.to_string(),
        line.direction.to_string(),
        line.frequency.to_string(),
        line.organization.map(|of| listed.directory.name(of).to_owned()).unwrap_or_default(),
        line.status.to_string(),
        line.latest.map(|(period, _)| period.to_string()).unwrap_or_default(),
        number(line.latest.and_then(|(_, value)| value)),
        line.target.map(|target| target.by.to_string()).unwrap_or_default(),
        number(line.target.map(|target| target.value)),
        line.observed.to_string(),
        line.next_due.map(|due| due.to_string()).unwrap_or_default(),
    ]
}

/// What the query asks for, and the mark of the page.
pub(crate) fn filter(input: &mut Input) -> Result<(Filter, Option<String>), Failure> {
    let filter = Filter {
        status: input.optional::<Status>("status"),
        kind: input.optional::<Kind>("kind"),
        organization: input.optional::<OrganizationId>("owner"),
        place: input.optional::<base::Line<60>>("place").map(|place| place.to_string()),
        words: input.optional::<base::Line<100>>("q").map(|words| words.to_string()),
        out_of_use: input.text("state") == Some("retired"),
    };
    input.check()?;
    Ok((filter, input.text("after").map(str::to_owned)))
}

fn page_of(
    shell: Shell,
    input: &Input,
    filter: &Filter,
    after: Option<&str>,
    listed: &Listed,
) -> ListPage {
    let base = format!("/p/{}/measures", listed.place.slug);
    let here = |state: &str, after: &str| {
        let value = |name: &str| input.text(name).unwrap_or_default().to_owned();
        let (status, kind, owner) = (value("status"), value("kind"), value("owner"));
        let (place, q) = (value("place"), value("q"));
        let pairs: [(&str, &str); 7] = [
            ("status", &status),
            ("kind", &kind),
            ("owner", &owner),
            ("place", &place),
            ("q", &q),
            ("state", state),
            ("after", after),
        ];
        pairs.map(|(name, value)| (name.to_owned(), value.to_owned()))
    };
    let address = |path: &str, pairs: [(String, String); 7]| {
        let pairs: Vec<_> = pairs.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        shell.href(&words::address(path, &pairs))
    };
    let state = if filter.out_of_use { "retired" } else { "" };
    let other_state = if filter.out_of_use { "" } else { "retired" };
    let organizations = listed.directory.current();
    let all_organizations =
        organizations.map(|one| (one.id.to_string(), one.name.clone())).collect();
    let standing = &listed.place.standing;
    let mine = standing.organizations().into_iter().any(|of| may_keep(standing, Some(of)));
    ListPage {
        form: FormView::filled(input.typed()),
        short: short(&shell, &listed.counts),
        statuses: words::choices(Status::ALL, |one| words::status_word(&shell, one)),
        kinds: words::choices(Kind::ALL, |one| words::kind(&shell, one)),
        organizations: all_organizations,
        may_define: mine || may_keep(standing, None),
        out_of_use: filter.out_of_use,
        filtered: *filter != Filter { out_of_use: filter.out_of_use, ..Filter::default() },
        rows: listed.page.items.iter().map(|line| row(&shell, &base, listed, line)).collect(),
        first: after.map(|_| address(&base, here(state, ""))),
        next: listed.page.next.as_ref().map(|next| address(&base, here(state, next))),
        other_href: address(&base, here(other_state, "")),
        export_href: address(&format!("{base}.csv"), here(state, "")),
        base,
        shell,
    }
}

/// How many stand how, in words.
fn short(shell: &Shell, counts: &[(Status, i64)]) -> String {
    let of = |wanted: &[Status]| -> i64 {
        counts.iter().filter(|(status, _)| wanted.contains(status)).map(|(_, count)| count).sum()
    };
    let all = of(Status::ALL);
    if all == 0 {
        return shell.t("measures-short-no-measures").into_owned();
    }
    let targeted = of(&[Status::Reached, Status::OnTrack, Status::AtRisk, Status::OffTrack]);
    let good = of(&[Status::Reached, Status::OnTrack]);
    let mut texts = vec![shell.t1("measures-short-count", "count", all)];
    if targeted > 0 {
        texts.push(shell.t2("measures-short-good", "good", good, "targeted", targeted));
        let off = of(&[Status::OffTrack]);
        if off > 0 {
            texts.push(shell.t1("measures-short-off", "count", off));
        }
    }
    texts.join(" ")
}

fn row(shell: &Shell, base: &str, listed: &Listed, line: &Line) -> RowView {
    let now = match line.latest {
        Some((_, Some(value))) => words::amount(shell, value, line.unit),
        Some((_, None)) => shell.t("measures-hidden").into_owned(),
        None => shell.t("measures-no-number").into_owned(),
    };
    let target = line.target.map_or_else(String::new, |target| {
        let amount = words::amount(shell, target.value, line.unit);
        shell.t2("measures-target-by", "amount", amount, "by", words::by(shell, target.by))
    });
    let late = line.next_due.filter(|due| *due < listed.place.today && !line.retired);
    RowView {
        href: shell.href(&format!("{base}/{}", line.slug)),
        title: line.title.to_string(),
        place: line.place_name.clone().unwrap_or_else(|| line.place.clone()),
        who: line.organization.map(|of| listed.directory.name(of).to_owned()).unwrap_or_default(),
        spark: if line.spark.len() > 1 { Some(spark(shell, line)) } else { None },
        now,
        period: line.latest.map_or_else(String::new, |(period, _)| words::period(shell, period)),
        target,
        status: words::status(shell, line.status),
        late: late.map(|due| shell.t1("measures-late", "due", shell.due(due))),
    }
}

fn spark(shell: &Shell, line: &Line) -> Svg {
    let shown: Vec<f64> = line.spark.iter().copied().flatten().collect();
    let title = shell.t1("measures-spark", "title", line.title.as_str());
    let description = match (shown.first(), shown.last()) {
        (Some(first), Some(last)) => shell.t2(
            "measures-spark-text",
            "first",
            words::amount(shell, *first, line.unit),
            "last",
            words::amount(shell, *last, line.unit),
        ),
        _ => String::new(),
    };
    sparkline(&Sparkline {
        id: format!("spark-{}", line.slug),
        title,
        description,
        values: line.spark.clone(),
        target: line.target.map(|target| target.value),
    })
}
