//! Is it getting better? What happened, the planned path, the start, the target, and notes.

mod axis;
mod labels;
mod notes;

use super::{
    Svg,
    canvas::{self, Anchor, Canvas, Ink, Size, fitted, text_width},
    scale::{Scale, drawable},
};

/// A trend over periods.
#[derive(Debug, Clone, Default)]
pub struct LineChart {
    /// Unique on the page.
    pub id: String,
    /// What is shown, for those who cannot see it.
    pub title: String,
    /// The finding, in a sentence or two.
    pub description: String,
    /// Every period of the axis, also those to come.
    pub periods: Vec<Period>,
    /// What happened, from the first period on; `None` where nothing was counted.
    pub observed: Vec<Option<f64>>,
    /// The planned path, from the first period on; drawn through the values that are there.
    pub planned: Vec<Option<f64>>,
    /// Where we want to be.
    pub target: Option<Mark>,
    /// Where it started.
    pub baseline: Option<Mark>,
    /// The periods with a note, as places in `periods`: they get the letters A, B, C … in this order.
    pub notes: Vec<usize>,
    /// The last value as it is written, such as "84"; made from the value when empty.
    pub last: String,
    /// What stands before the numbers of the axis, such as "$".
    pub prefix: String,
    /// What stands after them, such as "%".
    pub suffix: String,
}

/// A period on the axis.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Period {
    /// Its name within the group, such as "Q1" or "May".
    pub label: String,
    /// What it belongs to, such as the year; written where it changes. May be empty.
    pub group: String,
}

/// A level with a name.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Mark {
    /// The level.
    pub value: f64,
    /// Its name, such as "Target".
    pub label: String,
    /// The level in words, such as "60 days".
    pub text: String,
}

/// Draws a trend, for desks and for phones.
#[must_use]
pub fn line(chart: &LineChart) -> Svg {
    Svg(draw(chart, Size::Wide) + &draw(chart, Size::Narrow))
}

/// The size of texts in the picture.
const TEXT: f64 = 15.0;
const LAST: f64 = 20.0;

/// Where things are on the picture.
struct Plot {
    scale: Scale,
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
    width: f64,
    periods: usize,
    ticks: Vec<(f64, String)>,
}

impl Plot {
    fn new(chart: &LineChart, size: Size, values: &[f64]) -> Self {
        let (height, wanted) = match size {
            Size::Wide => (380.0, 4.0),
            Size::Narrow => (320.0, 4.0),
        };
        let (top, bottom) = (34.0, height - 46.0);
        let scale = Scale::new(values, (top, bottom), wanted);
        let widest = |texts: &mut dyn Iterator<Item = &str>| {
            texts.map(|text| text_width(text, TEXT)).fold(0.0, f64::max)
        };
        let ticks: Vec<_> = scale
            .ticks()
            .into_iter()
            .map(|(value, text)| (value, format!("{}{text}{}", chart.prefix, chart.suffix)))
            .collect();
        let left =
            widest(&mut ticks.iter().map(|(_, text)| text.as_str())).clamp(24.0, 110.0) + 12.0;
        let marks = [&chart.target, &chart.baseline].into_iter().flatten();
        let mut ends = marks.flat_map(|mark| [mark.label.as_str(), mark.text.as_str()]);
        let room = widest(&mut ends).clamp(16.0, size.width() * 0.26) + 12.0;
        let (right, width) = (size.width() - room, size.width());
        Self { scale, left, right, top, bottom, width, periods: count(chart), ticks }
    }

    fn height(&self) -> f64 {
        self.bottom + 46.0
    }

    #[expect(clippy::cast_precision_loss, reason = "periods are few")]
    fn x(&self, at: usize) -> f64 {
        if self.periods < 2 {
            return f64::midpoint(self.left, self.right);
        }
        self.left + (self.right - self.left) * at as f64 / (self.periods - 1) as f64
    }

    /// The distance between two periods.
    fn pitch(&self) -> f64 {
        self.x(1) - self.x(0)
    }

    fn point(&self, at: usize, value: f64) -> (f64, f64) {
        (self.x(at), self.scale.y(value))
    }
}

fn draw(chart: &LineChart, size: Size) -> String {
    let plot = Plot::new(chart, size, &values(chart));
    let mut canvas = Canvas::new(size, plot.height(), &chart.id, &chart.title, &chart.description);
    axis::draw(&mut canvas, &plot, &chart.periods);
    planned(&mut canvas, &plot, &chart.planned);
    labels::levels(&mut canvas, &plot, chart);
    let runs = runs(&plot, &chart.observed);
    observed(&mut canvas, &plot, &runs);
    let points: Vec<_> = runs.into_iter().flatten().collect();
    let last = labels::last(&mut canvas, &plot, chart, &points);
    notes::draw(&mut canvas, &plot, &chart.notes, &points, last);
    canvas.finish()
}

/// How many periods the axis has: those named, or more when values go further.
fn count(chart: &LineChart) -> usize {
    chart.periods.len().max(chart.observed.len()).max(chart.planned.len())
}

/// Everything that the axis must hold.
fn values(chart: &LineChart) -> Vec<f64> {
    let levels = [&chart.target, &chart.baseline].into_iter().flatten().map(|mark| mark.value);
    let series = chart.observed.iter().chain(&chart.planned).copied().flatten();
    series.chain(levels).filter_map(drawable).collect()
}

/// The points of what happened, in runs without a gap.
fn runs(plot: &Plot, observed: &[Option<f64>]) -> Vec<Vec<(f64, f64)>> {
    let mut runs = vec![Vec::new()];
    for (at, value) in observed.iter().enumerate() {
        match value.and_then(drawable) {
            Some(value) => {
                if let Some(run) = runs.last_mut() {
                    run.push(plot.point(at, value));
                }
            }
            None => runs.push(Vec::new()),
        }
    }
    runs.retain(|run| !run.is_empty());
    runs
}

fn planned(canvas: &mut Canvas, plot: &Plot, planned: &[Option<f64>]) {
    let path: Vec<_> = planned
        .iter()
        .enumerate()
        .filter_map(|(at, value)| Some(plot.point(at, value.and_then(drawable)?)))
        .collect();
    if path.len() > 1 {
        let stroke = format!(
            "stroke=\"{}\" stroke-width=\"2\" stroke-dasharray=\"2 5\" stroke-linecap=\"round\"",
            canvas::GRAY
        );
        canvas.polyline(&path, &stroke);
    }
}

fn observed(canvas: &mut Canvas, plot: &Plot, runs: &[Vec<(f64, f64)>]) {
    let stroke = format!(
        "stroke=\"{}\" stroke-width=\"3.5\" stroke-linejoin=\"round\" stroke-linecap=\"round\"",
        canvas::BLUE
    );
    // Where points stand close, circles would hide the line.
    let sparse = plot.periods < 2 || plot.pitch() >= 11.0;
    let paint = format!("fill=\"#fff\" stroke=\"{}\" stroke-width=\"2.5\"", canvas::BLUE);
    for run in runs {
        if run.len() > 1 {
            canvas.polyline(run, &stroke);
        }
        for point in run {
            if sparse || run.len() == 1 {
                canvas.circle(*point, if sparse { 4.0 } else { 2.5 }, &paint);
            }
        }
    }
    if let Some(last) = runs.last().and_then(|run| run.last()) {
        let paint = format!("fill=\"{0}\" stroke=\"{0}\" stroke-width=\"2.5\"", canvas::BLUE);
        canvas.circle(*last, 6.5, &paint);
    }
}
