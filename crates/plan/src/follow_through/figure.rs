//! The picture of who keeps their word, its finding in words and its table.

use partnership::Directory;
use web::{
    Shell,
    chart::{BarRow, Key, StackedBars, Svg, legend, stacked_bars},
};

use super::{Finding, FollowThrough, Judged, Rate};

/// The bars that a picture shows at most; more belong into the table alone.
const BARS: usize = 12;
/// The share of promises that counts as a kept word, in the finding.
const MOST: f64 = 0.8;

/// A picture with its finding and its table.
pub(crate) struct Figure {
    pub(crate) caption: String,
    pub(crate) span: String,
    pub(crate) legend: Svg,
    pub(crate) picture: Svg,
    pub(crate) rows: Vec<FigureRow>,
}

/// A line of the table.
pub(crate) struct FigureRow {
    pub(crate) name: String,
    pub(crate) cells: Vec<(&'static str, String)>,
}

/// The picture of all partners; none when nothing was due.
pub(crate) fn figure(shell: &Shell, directory: &Directory, judged: &Judged) -> Option<Figure> {
    let mut partners: Vec<(&str, &FollowThrough)> = judged
        .each
        .iter()
        .filter(|(_, figures)| figures.due() + figures.renegotiated > 0)
        .map(|(organization, figures)| (directory.name(*organization), figures))
        .collect();
    if partners.is_empty() {
        return None;
    }
    // Most promises first: a long bar says more than a high share of a few.
    partners.sort_by_key(|(name, figures)| (std::cmp::Reverse(figures.due()), *name));
    let caption = caption(shell, &partners);
    let bars = partners.iter().take(BARS).map(|(name, figures)| bar(shell, name, figures));
    let description = partners
        .iter()
        .take(BARS)
        .map(|(name, figures)| {
            let args = [
                ("name", (*name).into()),
                ("onTime", i64::from(figures.on_time).into()),
                ("late", i64::from(figures.late).into()),
                ("overdue", i64::from(figures.overdue).into()),
                ("broken", i64::from(figures.broken).into()),
            ];
            shell.tn("follow-through-line", &args)
        })
        .collect::<Vec<_>>()
        .join(" ");
    let picture = stacked_bars(&StackedBars {
        id: "follow-through".to_owned(),
        title: caption.clone(),
        description,
        rows: bars.collect(),
    });
    let [on_time, late, overdue, broken] = [
        "follow-through-on-time",
        "follow-through-late",
        "follow-through-overdue",
        "follow-through-broken",
    ]
    .map(|key| shell.t(key));
    let legend = legend(&[
        (Key::Part(0), &on_time),
        (Key::Part(1), &late),
        (Key::Part(2), &overdue),
        (Key::Part(3), &broken),
    ]);
    let all = shell.t("follow-through-all").into_owned();
    let rows = partners
        .iter()
        .map(|(name, figures)| row(shell, (*name).to_owned(), figures))
        .chain([row(shell, all, &judged.all)]);
    let span = shell.t("follow-through-span").into_owned();
    Some(Figure { caption, span, legend, picture, rows: rows.collect() })
}

/// "86% (likely 74% to 93%)", "4 of 5: too few for a percentage", "nothing was due".
pub(crate) fn finding(shell: &Shell, figures: &FollowThrough) -> String {
    match figures.finding() {
        Finding::Nothing => shell.t("follow-through-nothing").into_owned(),
        Finding::TooFew => shell.t2(
            "follow-through-too-few",
            "kept",
            i64::from(figures.on_time),
            "due",
            i64::from(figures.due()),
        ),
        Finding::Rate(rate) => likely(shell, &rate),
    }
}

fn likely(shell: &Shell, rate: &Rate) -> String {
    let args = [
        ("share", shell.percent(rate.share).into()),
        ("low", shell.percent(rate.low).into()),
        ("high", shell.percent(rate.high).into()),
    ];
    shell.tn("follow-through-likely", &args)
}

fn bar(shell: &Shell, name: &str, figures: &FollowThrough) -> BarRow {
    let end = match figures.finding() {
        Finding::Rate(rate) => shell.percent(rate.share),
        Finding::TooFew | Finding::Nothing => shell.t("follow-through-few").into_owned(),
    };
    let parts = vec![figures.on_time, figures.late, figures.overdue, figures.broken];
    BarRow { label: name.to_owned(), parts, end }
}

fn row(shell: &Shell, name: String, figures: &FollowThrough) -> FigureRow {
    let count = |key: &'static str, count: u32| (key, shell.number(i64::from(count)));
    let cells = vec![
        count("follow-through-on-time", figures.on_time),
        count("follow-through-late", figures.late),
        count("follow-through-overdue", figures.overdue),
        count("follow-through-broken", figures.broken),
        count("follow-through-moved", figures.renegotiated),
        ("follow-through-rate", finding(shell, figures)),
    ];
    FigureRow { name, cells }
}

/// "6 of 7 partners keep at least 8 of 10 promises on time", of those with enough to say so.
fn caption(shell: &Shell, partners: &[(&str, &FollowThrough)]) -> String {
    let rates: Vec<f64> = partners
        .iter()
        .filter_map(|(_, figures)| match figures.finding() {
            Finding::Rate(rate) => Some(rate.share),
            Finding::TooFew | Finding::Nothing => None,
        })
        .collect();
    if rates.is_empty() {
        return shell.t("follow-through-caption-few").into_owned();
    }
    let good = rates.iter().filter(|share| **share >= MOST).count();
    let number = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    shell.t2("follow-through-caption", "good", number(good), "all", number(rates.len()))
}
