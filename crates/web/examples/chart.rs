//! Draws the trend of the design's measure and writes both sizes as SVG:
//! `cargo run -p web --example chart > trend.svg`

use std::io::Write as _;

use web::chart::{LineChart, Mark, Period, line};

fn main() -> std::io::Result<()> {
    let observed = [118.0, 116.0, 109.0, 113.0, 108.0, 101.0, 92.0, 88.0, 84.0];
    let quarters = (2024..2028).flat_map(|year| (1..5).map(move |quarter| (year, quarter)));
    let chart = LineChart {
        id: "wait".into(),
        title: "Median days from first contact to move-in, by quarter".into(),
        description: "The line falls from 118 days to 84 days. The target is 60.".into(),
        periods: quarters
            .map(|(year, quarter)| Period { label: format!("Q{quarter}"), group: year.to_string() })
            .collect(),
        observed: observed.map(Some).into(),
        planned: (0..16).map(|at| Some(118.0 - 58.0 * f64::from(at) / 15.0)).collect(),
        target: Some(Mark { value: 60.0, label: "Target".into(), text: "60 days".into() }),
        baseline: Some(Mark { value: 118.0, label: "Start".into(), text: "118".into() }),
        notes: vec![1, 3, 5],
        last: "84".into(),
        ..LineChart::default()
    };
    writeln!(std::io::stdout(), "{}", line(&chart).markup())
}
