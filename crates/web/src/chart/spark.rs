//! A quick look in a list: a small line with its target.

use super::{
    Svg,
    canvas::{self, Canvas},
    scale::drawable,
};

/// A small trend, with its number beside it on the page.
#[derive(Debug, Clone, Default)]
pub struct Sparkline {
    /// Unique on the page.
    pub id: String,
    /// What is shown, for those who cannot see it.
    pub title: String,
    /// The finding.
    pub description: String,
    /// The values; `None` where nothing was counted.
    pub values: Vec<Option<f64>>,
    /// Where we want to be.
    pub target: Option<f64>,
}

const WIDTH: f64 = 120.0;
const HEIGHT: f64 = 36.0;
/// Room for the thickness of the line and for the last point.
const EDGE: f64 = 5.0;

/// Draws a small trend, one size for all.
#[must_use]
pub fn sparkline(chart: &Sparkline) -> Svg {
    let size = (WIDTH, HEIGHT);
    let mut canvas = Canvas::small("pw-spark", size, &chart.id, &chart.title, &chart.description);
    let target = chart.target.and_then(drawable);
    let all: Vec<_> = chart.values.iter().flatten().copied().chain(target).collect();
    let all: Vec<_> = all.into_iter().filter_map(drawable).collect();
    let low = all.iter().copied().fold(f64::INFINITY, f64::min);
    let high = all.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let range = high - low;
    let y = |value: f64| {
        // Equal values run through the middle.
        let share = if range > 0.0 { (value - low) / range } else { 0.5 };
        canvas.height - EDGE - share * (canvas.height - 2.0 * EDGE)
    };
    let points = points(&chart.values, canvas.width, y);
    let target = target.map(y);
    if let Some(y) = target {
        let stroke =
            format!("stroke=\"{}\" stroke-width=\"2\" stroke-dasharray=\"5 4\"", canvas::ORANGE);
        canvas.line((0.0, y), (WIDTH, y), &stroke);
    }
    let stroke = format!(
        "stroke=\"{}\" stroke-width=\"2.5\" stroke-linejoin=\"round\" stroke-linecap=\"round\"",
        canvas::BLUE
    );
    for run in points.split(Option::is_none) {
        let run: Vec<_> = run.iter().flatten().copied().collect();
        match run.as_slice() {
            [] => {}
            [one] => canvas.circle(*one, 1.5, &format!("fill=\"{}\"", canvas::BLUE)),
            several => canvas.polyline(several, &stroke),
        }
    }
    if let Some(last) = points.iter().rev().flatten().next() {
        canvas.circle(*last, 4.0, &format!("fill=\"{}\"", canvas::BLUE));
    }
    Svg(canvas.finish())
}

#[expect(clippy::cast_precision_loss, reason = "values are few")]
fn points(values: &[Option<f64>], width: f64, y: impl Fn(f64) -> f64) -> Vec<Option<(f64, f64)>> {
    let steps = values.len().saturating_sub(1).max(1) as f64;
    values
        .iter()
        .enumerate()
        .map(|(at, value)| {
            let x = EDGE + (width - 2.0 * EDGE) * at as f64 / steps;
            Some((x, y(value.and_then(drawable)?)))
        })
        .collect()
}
