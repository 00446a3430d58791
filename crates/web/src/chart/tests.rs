use proptest::prelude::*;

use super::*;

fn quarters(count: usize) -> Vec<Period> {
    (0..count)
        .map(|at| Period { label: format!("Q{}", at % 4 + 1), group: (2024 + at / 4).to_string() })
        .collect()
}

fn wait() -> LineChart {
    let observed = [118, 116, 109, 113, 108, 101, 92, 88, 84];
    let planned = (0..16).map(|at| Some(118.0 - 58.0 * f64::from(at) / 15.0));
    LineChart {
        id: "wait".into(),
        title: "Median days from first contact to move-in, by quarter".into(),
        description: "The line falls from 118 days to 84 days.".into(),
        periods: quarters(16),
        observed: observed.into_iter().map(|value| Some(f64::from(value))).collect(),
        planned: planned.collect(),
        target: Some(Mark { value: 60.0, label: "Target".into(), text: "60 days".into() }),
        baseline: Some(Mark { value: 118.0, label: "Start".into(), text: "118".into() }),
        notes: vec![1, 3, 5],
        last: "84".into(),
        ..LineChart::default()
    }
}

fn promises() -> StackedBars {
    let row = |label: &str, parts: [u32; 3], end: &str| BarRow {
        label: label.into(),
        parts: parts.into(),
        end: end.into(),
    };
    StackedBars {
        id: "kept".into(),
        title: "Promises due in the last 12 months, by partner".into(),
        description: "44 of 51 were kept on time.".into(),
        rows: vec![
            row("Riverbend Housing Authority", [11, 1, 1], "85%"),
            row("Social Services", [9, 0, 0], "100%"),
            row("Riverbend County Department of Behavioral Health", [0, 0, 0], "none due"),
        ],
    }
}

/// One element on each line, so that a change can be read.
fn lines(svg: &Svg) -> String {
    svg.markup().replace("><", ">\n<")
}

#[test]
fn a_trend_with_everything() {
    insta::assert_snapshot!("line", lines(&line(&wait())));
}

#[test]
fn a_year_of_which_one_month_shows_does_not_drop_every_other_year() {
    // From December 2021 on.
    let month = |at: usize| {
        let since_2021 = at + 11;
        Period {
            label: format!("M{}", since_2021 % 12),
            group: (2021 + since_2021 / 12).to_string(),
        }
    };
    let chart = LineChart {
        id: "months".into(),
        periods: (0..49).map(month).collect(),
        observed: (0..49).map(|at| Some(f64::from(at))).collect(),
        ..LineChart::default()
    };
    let svg = line(&chart);
    for year in ["2022", "2023", "2024", "2025"] {
        assert_eq!(svg.markup().matches(&format!(">{year}<")).count(), 2, "{year}");
    }
    assert!(!svg.markup().contains(">2021<"), "December alone has no room for its year");
}

#[test]
fn follow_through_of_three_partners() {
    insta::assert_snapshot!("stacked_bars", lines(&stacked_bars(&promises())));
}

#[test]
fn a_small_trend_and_a_legend() {
    let spark = sparkline(&Sparkline {
        id: "s1".into(),
        title: "Days to move in".into(),
        description: "Down from 118 to 84".into(),
        values: vec![Some(118.0), Some(113.0), None, Some(92.0), Some(84.0)],
        target: Some(60.0),
    });
    let legend = legend(&[(Key::Observed, "What happened"), (Key::Part(2), "Overdue")]);
    insta::assert_snapshot!("small", lines(&spark) + "\n" + &lines(&legend));
}

#[test]
fn texts_cannot_become_markup() {
    let mut chart = wait();
    chart.title = "<script>alert(1)</script> & \"x\"".into();
    chart.periods[0].label = "<b>".into();
    let svg = line(&chart).markup().to_owned();
    assert!(!svg.contains("<script") && !svg.contains("<b>"));
    assert!(svg.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;x&quot;"));
}

#[test]
fn a_gap_breaks_the_line_and_a_lone_point_is_still_seen() {
    let mut chart = LineChart { id: "g".into(), periods: quarters(7), ..LineChart::default() };
    let some = Some;
    chart.observed = vec![some(1.0), some(2.0), None, some(3.0), None, some(4.0), some(5.0)];
    let svg = draw_wide(&chart);
    assert_eq!(svg.matches("<polyline").count(), 2);
    assert_eq!(svg.matches("<circle").count(), 6);
}

fn draw_wide(chart: &LineChart) -> String {
    line(chart).markup().split("</svg>").next().unwrap().to_owned()
}

#[test]
fn one_point_and_no_points_make_a_picture() {
    let mut chart = LineChart { id: "one".into(), periods: quarters(1), ..LineChart::default() };
    check(&line(&chart));
    chart.observed = vec![Some(84.0)];
    let svg = line(&chart);
    check(&svg);
    assert!(svg.markup().contains(">84<"));
}

#[test]
fn three_hundred_points_stay_apart() {
    let mut chart = wait();
    chart.periods = quarters(300);
    chart.observed = (0..300).map(|at| Some(f64::from(at % 17) - 8.0)).collect();
    chart.notes = (0..26).map(|at| at * 11).collect();
    let svg = line(&chart);
    check(&svg);
    assert!(svg.markup().len() < 40_000, "{}", svg.markup().len());
}

/// What holds for every picture: numbers are numbers, everything is on the picture, no text is
/// small, and there is no style.
fn check(svg: &Svg) {
    let text = svg.markup();
    for word in ["NaN", "inf", "style=", "e+", "e-"] {
        let words = text.split(['"', ' ', ',', '<', '>']);
        assert!(words.into_iter().all(|part| part != word), "{word}: {text}");
    }
    for picture in text.split("</svg>").filter(|picture| !picture.is_empty()) {
        let (_, rest) = picture.split_once("viewBox=\"0 0 ").unwrap();
        let (size, rest) = rest.split_once('"').unwrap();
        let (width, height) = size.split_once(' ').unwrap();
        let (width, height): (f64, f64) = (width.parse().unwrap(), height.parse().unwrap());
        for element in rest.split('<').skip(1) {
            inside(element, width, height);
        }
    }
}

/// 15 of 370 are still 11 pixels on the narrowest phone, 320 wide with its margins.
fn inside(element: &str, width: f64, height: f64) {
    let attribute = |name: &str| -> Option<f64> {
        let (_, rest) = element.split_once(&format!(" {name}=\""))?;
        rest.split('"').next()?.parse().ok()
    };
    let check = |value: f64, most: f64| {
        assert!((-0.05..=most + 0.05).contains(&value), "{value} of {most}: {element}");
    };
    for name in ["x", "x1", "x2", "cx"] {
        if let Some(x) = attribute(name) {
            check(x, width);
        }
    }
    for name in ["y", "y1", "y2", "cy"] {
        if let Some(y) = attribute(name) {
            check(y, height);
        }
    }
    if element.starts_with("rect") {
        check(attribute("x").unwrap_or(0.0) + attribute("width").unwrap(), width);
    }
    if let Some((_, points)) = element.split_once(" points=\"") {
        for point in points.split('"').next().unwrap().split(' ') {
            let (x, y) = point.split_once(',').unwrap();
            check(x.parse().unwrap(), width);
            check(y.parse().unwrap(), height);
        }
    }
    if element.starts_with("text") {
        assert!(attribute("font-size").unwrap() >= 15.0, "{element}");
        assert!(attribute("x").is_some() && attribute("y").is_some(), "{element}");
    }
}

fn value() -> impl Strategy<Value = Option<f64>> {
    prop_oneof![
        6 => (-2000.0..2000.0_f64).prop_map(Some),
        1 => any::<f64>().prop_map(Some),
        1 => Just(Some(7.0)),
        2 => Just(None),
    ]
}

fn mark() -> impl Strategy<Value = Option<Mark>> {
    let text = "[ -~]{0,40}";
    proptest::option::of((any::<f64>(), text, text))
        .prop_map(|mark| mark.map(|(value, label, text)| Mark { value, label, text }))
}

prop_compose! {
    fn trend()(
        periods in prop::collection::vec(("\\PC{0,12}", "[0-9]{0,4}"), 0..40),
        observed in prop::collection::vec(value(), 0..60),
        planned in prop::collection::vec(value(), 0..60),
        target in mark(),
        baseline in mark(),
        notes in prop::collection::vec(0..70_usize, 0..12),
        last in "\\PC{0,30}",
    ) -> LineChart {
        let periods = periods.into_iter().map(|(label, group)| Period { label, group }).collect();
        let id = "p".into();
        LineChart { id, periods, observed, planned, target, baseline, notes, last, ..LineChart::default() }
    }
}

proptest! {
    #[test]
    fn every_trend_stays_on_its_picture(chart in trend()) {
        check(&line(&chart));
    }

    #[test]
    fn every_bar_stays_on_its_picture(
        rows in prop::collection::vec(
            ("\\PC{0,60}", prop::collection::vec(prop_oneof![0..40_u32, any::<u32>()], 0..6), "\\PC{0,30}"),
            0..14,
        )
    ) {
        let rows = rows.into_iter().map(|(label, parts, end)| BarRow { label, parts, end }).collect();
        check(&stacked_bars(&StackedBars { id: "b".into(), rows, ..StackedBars::default() }));
    }

    #[test]
    fn every_small_trend_stays_on_its_picture(
        values in prop::collection::vec(value(), 0..400),
        target in proptest::option::of(any::<f64>()),
    ) {
        check(&sparkline(&Sparkline { id: "s".into(), values, target, ..Sparkline::default() }));
    }
}
