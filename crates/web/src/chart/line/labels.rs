//! The levels with their names at the right, and the last value in large type.

use super::{
    Anchor, Canvas, Ink, LAST, LineChart, Mark, Plot, TEXT, canvas, drawable, fitted, text_width,
};

/// A rectangle that a text takes: left, top, right, bottom.
pub(super) type Taken = (f64, f64, f64, f64);

/// The two lines of a level's name need this much height.
const TWO_LINES: f64 = 36.0;

pub(super) fn levels(canvas: &mut Canvas, plot: &Plot, chart: &LineChart) {
    let target = "stroke-width=\"2.5\" stroke-dasharray=\"8 5\"";
    let baseline = "stroke-width=\"1.5\" opacity=\".55\"";
    let mut marks: Vec<(&Mark, f64, Ink)> = Vec::new();
    for (mark, color, stroke, ink) in [
        (&chart.baseline, canvas::GRAY, baseline, Ink::Plain),
        (&chart.target, canvas::ORANGE, target, Ink::Strong),
    ] {
        let Some((mark, value)) =
            mark.as_ref().and_then(|mark| Some((mark, drawable(mark.value)?)))
        else {
            continue;
        };
        let y = plot.scale.y(value);
        let stroke = format!("stroke=\"{color}\" {stroke}");
        canvas.line((plot.left, y), (plot.right, y), &stroke);
        marks.push((mark, y, ink));
    }
    marks.sort_by(|one, other| one.1.total_cmp(&other.1));
    let middles = apart(&marks.iter().map(|mark| mark.1).collect::<Vec<_>>(), plot);
    for ((mark, _, ink), y) in marks.into_iter().zip(middles) {
        let (x, room) = (plot.right + 8.0, plot.width - plot.right - 8.0);
        let label = fitted(&mark.label, TEXT, room);
        canvas.text((x, y - 3.0), TEXT, Anchor::Start, ink, &label);
        let text = fitted(&mark.text, TEXT, room);
        canvas.text((x, y + 14.0), TEXT, Anchor::Start, ink, &text);
    }
}

/// Moves sorted heights so far that two lines of text fit between each, within the plot.
fn apart(wanted: &[f64], plot: &Plot) -> Vec<f64> {
    let mut placed: Vec<f64> = Vec::with_capacity(wanted.len());
    for &y in wanted {
        let free = placed.last().map_or(plot.top, |last| last + TWO_LINES);
        placed.push(y.max(free));
    }
    let mut lowest = plot.bottom;
    for y in placed.iter_mut().rev() {
        *y = y.min(lowest);
        lowest = *y - TWO_LINES;
    }
    placed
}

/// Writes the last value beside its point; gives back what it takes.
pub(super) fn last(
    canvas: &mut Canvas,
    plot: &Plot,
    chart: &LineChart,
    points: &[(f64, f64)],
) -> Option<Taken> {
    let &(x, y) = points.last()?;
    let value = chart.observed.iter().rev().flatten().find_map(|value| drawable(*value))?;
    let text = if chart.last.is_empty() {
        format!("{}{}{}", chart.prefix, plot.scale.text_of(value), chart.suffix)
    } else {
        chart.last.clone()
    };
    let text = fitted(&text, LAST, plot.width * 0.4);
    let width = text_width(&text, LAST);
    // Right of the point and away from where the plan goes on; over or under the point, away from
    // where the line came from, when there is no room at the right.
    let rose = points.iter().rev().nth(1).is_some_and(|before| before.1 > y);
    let at_right = x + 11.0 + width <= plot.right;
    let below = rose == at_right && y + 30.0 < plot.bottom;
    let baseline = if below { y + 28.0 } else { (y - 13.0).max(18.0) };
    let x = if at_right { x + 11.0 } else { (plot.right - width).max(4.0) };
    canvas.text((x, baseline), LAST, Anchor::Start, Ink::Edged, &text);
    Some((x - 2.0, baseline - LAST, x + width, baseline + 4.0))
}
