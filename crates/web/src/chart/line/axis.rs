//! The lines behind, the ticks, and the names of the periods.

use super::{Anchor, Canvas, Ink, Period, Plot, TEXT, canvas, fitted, text_width};

/// Free space between two labels.
const APART: f64 = 8.0;

pub(super) fn draw(canvas: &mut Canvas, plot: &Plot, periods: &[Period]) {
    for (value, text) in &plot.ticks {
        let y = plot.scale.y(*value);
        let stroke = format!("stroke=\"{}\"", canvas::FAINT);
        canvas.line((plot.left, y), (plot.right, y), &stroke);
        let text = fitted(text, TEXT, plot.left - 8.0);
        canvas.text((plot.left - 8.0, y + 5.0), TEXT, Anchor::End, Ink::Plain, &text);
    }
    let names: Vec<_> = periods.iter().map(|period| period.label.as_str()).enumerate().collect();
    let groups = groups(periods);
    let (first, second) = (plot.bottom + 20.0, plot.bottom + 37.0);
    if all_fit(plot, &names) {
        row(canvas, plot, &names, first, Ink::Plain);
        row(canvas, plot, &groups, second, Ink::Strong);
    } else if groups.len() > 1 {
        row(canvas, plot, &groups, first, Ink::Plain);
    } else {
        row(canvas, plot, &names, first, Ink::Plain);
        row(canvas, plot, &groups, second, Ink::Strong);
    }
}

/// The places where another group begins.
fn groups(periods: &[Period]) -> Vec<(usize, &str)> {
    let mut groups: Vec<(usize, &str)> = Vec::new();
    for (at, period) in periods.iter().enumerate() {
        let changed = groups.last().is_none_or(|last| last.1 != period.group);
        if changed && !period.group.is_empty() {
            groups.push((at, &period.group));
        }
    }
    groups
}

fn all_fit(plot: &Plot, names: &[(usize, &str)]) -> bool {
    let widest = names.iter().map(|name| text_width(name.1, TEXT)).fold(0.0, f64::max);
    names.len() < 2 || widest + APART <= plot.pitch()
}

/// Writes the names under their periods, leaving out evenly those that would touch. The first of
/// them often stands for the end of a year only, close to the next: then it alone is left out.
fn row(canvas: &mut Canvas, plot: &Plot, names: &[(usize, &str)], y: f64, ink: Ink) {
    let rest = names.get(1..).unwrap_or_default();
    let shown =
        if !fits(plot, names, 1) && rest.len() > 1 && fits(plot, rest, 1) { rest } else { names };
    let skip =
        (1..=shown.len()).find(|&skip| fits(plot, shown, skip)).unwrap_or(shown.len().max(1));
    for (at, name) in shown.iter().step_by(skip) {
        let name = fitted(name, TEXT, plot.width - 8.0);
        canvas.text((middle(plot, *at, &name), y), TEXT, Anchor::Middle, ink, &name);
    }
}

fn fits(plot: &Plot, names: &[(usize, &str)], skip: usize) -> bool {
    let mut end = f64::NEG_INFINITY;
    names.iter().step_by(skip).all(|(at, name)| {
        let (x, half) = (middle(plot, *at, name), text_width(name, TEXT) / 2.0);
        let free = x - half >= end + APART;
        end = x + half;
        free
    })
}

/// The middle of a name, moved so far that the name stays on the picture.
fn middle(plot: &Plot, at: usize, name: &str) -> f64 {
    let half = (text_width(name, TEXT) / 2.0).min(plot.width / 2.0 - 4.0);
    plot.x(at).clamp(half + 2.0, plot.width - half - 2.0)
}
