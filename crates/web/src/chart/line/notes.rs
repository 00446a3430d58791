//! Letters at the points that have a note below the picture.

use super::{Anchor, Canvas, Ink, Plot, TEXT, canvas, labels::Taken};

const RADIUS: f64 = 11.0;

/// How far from the line a letter may stand, nearest first; minus is above.
const AWAY: [f64; 8] = [-34.0, 34.0, -58.0, 58.0, -82.0, 82.0, -106.0, 106.0];

pub(super) fn draw(
    canvas: &mut Canvas,
    plot: &Plot,
    notes: &[usize],
    points: &[(f64, f64)],
    last: Option<Taken>,
) {
    let mut placed: Vec<(f64, f64)> = Vec::new();
    for (letter, &at) in ('A'..='Z').zip(notes) {
        if at >= plot.periods {
            continue;
        }
        let x = plot.x(at);
        let Some(y) = nearest(points, x) else { continue };
        let free = |away: &&f64| is_free((x, y + **away), plot, &placed, points, last);
        // Where nothing is free, a letter over the line is better than no letter.
        let away = AWAY.iter().find(free).copied().unwrap_or(-34.0);
        let middle = (y + away).clamp(RADIUS + 1.0, plot.bottom - RADIUS);
        let stroke = format!("stroke=\"{}\" stroke-width=\"1.5\"", canvas::INK);
        let (from, to) =
            if middle < y { (middle + 10.0, y - 7.0) } else { (middle - 10.0, y + 7.0) };
        if (to - from).abs() > 2.0 {
            canvas.line((x, from), (x, to), &stroke);
        }
        canvas.circle((x, middle), RADIUS, &format!("fill=\"{}\"", canvas::INK));
        let mut text = [0; 4];
        let text = letter.encode_utf8(&mut text);
        canvas.text((x, middle + 5.0), TEXT, Anchor::Middle, Ink::White, text);
        placed.push((x, middle));
    }
}

/// The height of the line at a place: of its point, or the nearest one where there is a gap.
fn nearest(points: &[(f64, f64)], x: f64) -> Option<f64> {
    let distance = |point: &&(f64, f64)| (point.0 - x).abs();
    points
        .iter()
        .min_by(|one, other| distance(one).total_cmp(&distance(other)))
        .map(|point| point.1)
}

fn is_free(
    (x, y): (f64, f64),
    plot: &Plot,
    placed: &[(f64, f64)],
    points: &[(f64, f64)],
    last: Option<Taken>,
) -> bool {
    let far = |others: &[(f64, f64)], apart: f64| {
        others.iter().all(|other| (other.0 - x).hypot(other.1 - y) >= apart)
    };
    let clear_of_last = last.is_none_or(|(left, top, right, bottom)| {
        x + RADIUS < left || x - RADIUS > right || y + RADIUS < top || y - RADIUS > bottom
    });
    y - RADIUS >= 2.0
        && y + RADIUS <= plot.bottom - 2.0
        && far(placed, RADIUS * 2.0 + 3.0)
        && far(points, RADIUS + 8.0)
        && clear_of_last
}
