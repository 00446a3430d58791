//! Who kept their word? Bars of counted parts, one under the other.

use super::{
    Svg,
    canvas::{self, Anchor, Canvas, Ink, Size, fitted, text_width},
};

/// Bars made of the same parts.
#[derive(Debug, Clone, Default)]
pub struct StackedBars {
    /// Unique on the page.
    pub id: String,
    /// What is shown, for those who cannot see it.
    pub title: String,
    /// The finding, or the numbers in words.
    pub description: String,
    /// The bars, a dozen at most; more belong into a table with sorting.
    pub rows: Vec<BarRow>,
}

/// One bar.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct BarRow {
    /// Whose it is.
    pub label: String,
    /// The parts, each drawn in its own color.
    pub parts: Vec<u32>,
    /// What stands at its end, such as "86%".
    pub end: String,
}

/// Draws bars, for desks and for phones. Bars begin at zero.
#[must_use]
pub fn stacked_bars(chart: &StackedBars) -> Svg {
    Svg(draw(chart, Size::Wide) + &draw(chart, Size::Narrow))
}

const TEXT: f64 = 15.0;
const COUNT: f64 = 15.0;
const THICK: f64 = 22.0;
/// Between two parts of a bar.
const SEAM: f64 = 2.0;

fn draw(chart: &StackedBars, size: Size) -> String {
    let widest = |texts: &mut dyn Iterator<Item = &str>| {
        texts.map(|text| text_width(text, TEXT)).fold(0.0, f64::max)
    };
    let labels = widest(&mut chart.rows.iter().map(|row| row.label.as_str()));
    let ends = widest(&mut chart.rows.iter().map(|row| row.end.as_str()));
    // On a phone the names stand above their bars; there is no room beside them.
    let (left, pitch, drop) = match size {
        Size::Wide => (labels.clamp(60.0, 260.0) + 14.0, 36.0, 10.0),
        Size::Narrow => (0.0, 54.0, 26.0),
    };
    let room = size.width() - left - ends.clamp(20.0, size.width() * 0.4) - 12.0;
    let unit = unit(chart, room);
    let height = chart.rows.iter().fold(8.0, |height, _| height + pitch);
    let mut canvas = Canvas::new(size, height, &chart.id, &chart.title, &chart.description);
    let mut top = 0.0;
    for row in &chart.rows {
        let y = top + drop;
        match size {
            Size::Wide => beside(&mut canvas, &row.label, left - 10.0, y + 17.0),
            Size::Narrow => {
                let label = fitted(&row.label, TEXT, size.width() - 8.0);
                canvas.text((0.0, y - 7.0), TEXT, Anchor::Start, Ink::Plain, &label);
            }
        }
        let x = parts(&mut canvas, &row.parts, (left, y), unit);
        let end = fitted(&row.end, TEXT, size.width() - x - 8.0);
        canvas.text((x + 8.0, y + 17.0), TEXT, Anchor::Start, Ink::Strong, &end);
        top += pitch;
    }
    canvas.finish()
}

/// Writes a name beside its bar, in two lines when it is long.
fn beside(canvas: &mut Canvas, label: &str, room: f64, y: f64) {
    let mut lines = [String::new(), String::new()];
    let [first, second] = &mut lines;
    for word in label.split_whitespace() {
        let space = if first.is_empty() { "" } else { " " };
        if second.is_empty() && text_width(&format!("{first}{space}{word}"), TEXT) <= room {
            first.push_str(space);
            first.push_str(word);
        } else {
            second.push_str(if second.is_empty() { "" } else { " " });
            second.push_str(word);
        }
    }
    let [first, second] = lines.map(|line| fitted(&line, TEXT, room));
    let first_at = if second.is_empty() { y } else { y - 8.0 };
    for (line, y) in [(first, first_at), (second, y + 8.0)] {
        if !line.is_empty() {
            canvas.text((0.0, y), TEXT, Anchor::Start, Ink::Plain, &line);
        }
    }
}

/// How wide one is, so that the longest bar and its seams fit.
fn unit(chart: &StackedBars, room: f64) -> f64 {
    let seams = chart.rows.iter().map(|row| row.parts.len()).max().unwrap_or(0);
    let seams = SEAM * f64::from(u32::try_from(seams).unwrap_or(0));
    let sum = |row: &BarRow| row.parts.iter().map(|&part| f64::from(part)).sum::<f64>();
    let longest = chart.rows.iter().map(sum).fold(0.0, f64::max);
    if longest > 0.0 { (room - seams).max(1.0) / longest } else { 0.0 }
}

/// Draws the parts of a bar; gives back where it ends.
fn parts(canvas: &mut Canvas, parts: &[u32], (left, y): (f64, f64), unit: f64) -> f64 {
    let mut x = left;
    for (at, &part) in parts.iter().enumerate() {
        if part == 0 {
            continue;
        }
        let width = f64::from(part) * unit;
        canvas.bar((x, y), (width, THICK), canvas::part_color(at));
        let text = part.to_string();
        if text_width(&text, COUNT) + 4.0 <= width {
            let ink = canvas::part_text(at);
            canvas.text((x + width / 2.0, y + 16.0), COUNT, Anchor::Middle, ink, &text);
        }
        x += width + SEAM;
    }
    if x > left { x - SEAM } else { left }
}
