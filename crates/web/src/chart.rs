//! Pictures of numbers, made on the server as inline SVG.
//!
//! Each function turns plain data into markup. The rules are those of the design: a series keeps
//! its color and its shape, text never falls under 11 pixels, attributes only and no styles, and
//! `role="img"` with a title and a description that tells the finding. A table with the same
//! numbers always stands beside the picture; that is the page's part.
//!
//! Every picture is drawn twice, 760 wide for desks and paper and 370 for phones; the style sheet
//! shows one of them.

mod bars;
mod canvas;
mod line;
mod scale;
mod spark;

pub use bars::{BarRow, StackedBars, stacked_bars};
pub use line::{LineChart, Mark, Period, line};
pub use spark::{Sparkline, sparkline};

/// Markup that is safe to put into a page as it is: only this module makes it, and it escapes
/// every text that it is given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Svg(String);

impl Svg {
    /// An icon of the design system's sprite.
    pub(crate) fn icon(name: &str) -> Self {
        use std::sync::LazyLock;
        static SPRITE: LazyLock<String> =
            LazyLock::new(|| crate::assets::asset("uswds/img/sprite.svg"));
        let before = "<svg class=\"usa-icon\" aria-hidden=\"true\" focusable=\"false\" role=\"img\"><use href=\"";
        Self([before, SPRITE.as_str(), "#", &canvas::escaped(name), "\"></use></svg>"].concat())
    }

    /// The markup, which a template writes with `|safe`.
    #[must_use]
    pub fn markup(&self) -> &str {
        &self.0
    }
}

/// How a series is drawn, for its line in the legend.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    /// What happened: a thick blue line.
    Observed,
    /// The planned path: gray dots.
    Planned,
    /// The target: orange dashes.
    Target,
    /// Where it started: a thin gray line.
    Baseline,
    /// The nth part of a bar, from 0.
    Part(usize),
}

/// The legend of a picture: each series with its name.
#[must_use]
pub fn legend(entries: &[(Key, &str)]) -> Svg {
    let mut list = String::from("<ul class=\"pw-legend\" aria-hidden=\"true\">");
    for (key, name) in entries {
        list.push_str("<li><svg viewBox=\"0 0 24 14\" focusable=\"false\">");
        list.push_str(&key.sample());
        list.push_str("</svg>");
        list.push_str(&canvas::escaped(name));
        list.push_str("</li>");
    }
    list.push_str("</ul>");
    Svg(list)
}

impl Key {
    fn sample(self) -> String {
        let line = |color: &str, width: &str, dashes: &str| {
            format!(
                "<line x1=\"0\" x2=\"24\" y1=\"7\" y2=\"7\" stroke=\"{color}\" \
                 stroke-width=\"{width}\"{dashes}/>"
            )
        };
        match self {
            Self::Observed => line(canvas::BLUE, "3.5", ""),
            Self::Planned => line(canvas::GRAY, "2.5", " stroke-dasharray=\"2 4\""),
            Self::Target => line(canvas::ORANGE, "3", " stroke-dasharray=\"7 4\""),
            Self::Baseline => line(canvas::GRAY, "1.5", " opacity=\".55\""),
            Self::Part(at) => {
                let color = canvas::part_color(at);
                format!("<rect y=\"1\" width=\"24\" height=\"12\" rx=\"2\" fill=\"{color}\"/>")
            }
        }
    }
}

#[cfg(test)]
mod tests;
