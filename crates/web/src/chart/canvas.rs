//! Writing SVG: numbers, texts, and the frame that screen readers meet.

use std::{borrow::Cow, fmt::Write as _};

/// blue-60v: what happened.
pub(super) const BLUE: &str = "#005ea2";
/// orange-40v: the target, or "look here".
pub(super) const ORANGE: &str = "#e66f0e";
/// gray-cool-60: plans and starts.
pub(super) const GRAY: &str = "#565c65";
/// gray-cool-10: lines behind.
pub(super) const FAINT: &str = "#dfe1e2";
/// gray-cool-70: notes.
pub(super) const INK: &str = "#3d4551";

/// The colors of the parts of a bar, in the order of the design, and whether text on them is white.
/// Blue, then light blue, then orange for what needs a look; five at most.
const PARTS: [(&str, bool); 5] = [
    ("#005ea2", true),
    ("#28a0cb", false),
    ("#e66f0e", false),
    ("#162e51", true),
    ("#71767a", true),
];

pub(super) fn part_color(at: usize) -> &'static str {
    PARTS.get(at).map_or("#71767a", |part| part.0)
}

pub(super) fn part_text(at: usize) -> Ink {
    if PARTS.get(at).is_none_or(|part| part.1) { Ink::White } else { Ink::Strong }
}

/// The two widths that every picture is drawn in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Size {
    /// For desks and paper.
    Wide,
    /// For phones.
    Narrow,
}

impl Size {
    pub(super) const fn width(self) -> f64 {
        match self {
            Self::Wide => 760.0,
            Self::Narrow => 370.0,
        }
    }

    const fn class(self) -> &'static str {
        match self {
            Self::Wide => "pw-wide-only",
            Self::Narrow => "pw-narrow",
        }
    }

    const fn suffix(self) -> &'static str {
        match self {
            Self::Wide => "w",
            Self::Narrow => "n",
        }
    }
}

/// How a text looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ink {
    /// Quiet.
    Plain,
    /// Dark and bold.
    Strong,
    /// Dark and bold, with a white edge that keeps it readable over lines.
    Edged,
    /// White and bold, on a dark ground.
    White,
}

/// Where a text begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Anchor {
    /// At its left end.
    Start,
    /// In its middle.
    Middle,
    /// At its right end.
    End,
}

/// A picture while it is drawn.
pub(super) struct Canvas {
    pub(super) width: f64,
    pub(super) height: f64,
    markup: String,
}

impl Canvas {
    /// A picture that says what it shows. `id` must be unique on the page.
    pub(super) fn new(size: Size, height: f64, id: &str, title: &str, description: &str) -> Self {
        let width = size.width();
        let (class, id) = (size.class(), format!("{}-{}", escaped(id), size.suffix()));
        let frame = format!("class=\"{class}\" viewBox=\"0 0 {} {}\"", n(width), n(height));
        Self::framed(&frame, (width, height), &id, title, description)
    }

    /// The same with a class of its own instead of two sizes.
    pub(super) fn small(
        class: &str,
        (width, height): (f64, f64),
        id: &str,
        title: &str,
        description: &str,
    ) -> Self {
        let frame = format!("class=\"{class}\" viewBox=\"0 0 {} {}\"", n(width), n(height));
        Self::framed(&frame, (width, height), &escaped(id), title, description)
    }

    fn framed(
        frame: &str,
        (width, height): (f64, f64),
        id: &str,
        title: &str,
        description: &str,
    ) -> Self {
        let markup = format!(
            "<svg {frame} role=\"img\" aria-labelledby=\"{id}-t {id}-d\">\
             <title id=\"{id}-t\">{}</title><desc id=\"{id}-d\">{}</desc>",
            escaped(title),
            escaped(description)
        );
        Self { width, height, markup }
    }

    pub(super) fn finish(mut self) -> String {
        self.markup.push_str("</svg>");
        self.markup
    }

    /// Puts a piece of markup in.
    fn put(&mut self, piece: std::fmt::Arguments<'_>) {
        // Writing to a String cannot fail.
        let _unfailing = self.markup.write_fmt(piece);
    }

    pub(super) fn line(&mut self, from: (f64, f64), to: (f64, f64), stroke: &str) {
        let ((x1, y1), (x2, y2)) = (from, to);
        self.put(format_args!(
            "<line x1=\"{}\" x2=\"{}\" y1=\"{}\" y2=\"{}\" {stroke}/>",
            n(x1),
            n(x2),
            n(y1),
            n(y2)
        ));
    }

    pub(super) fn polyline(&mut self, points: &[(f64, f64)], stroke: &str) {
        self.put(format_args!("<polyline fill=\"none\" {stroke} points=\""));
        for (at, (x, y)) in points.iter().enumerate() {
            let space = if at == 0 { "" } else { " " };
            self.put(format_args!("{space}{},{}", n(*x), n(*y)));
        }
        self.put(format_args!("\"/>"));
    }

    pub(super) fn circle(&mut self, (x, y): (f64, f64), radius: f64, paint: &str) {
        let (x, y, radius) = (n(x), n(y), n(radius));
        self.put(format_args!("<circle cx=\"{x}\" cy=\"{y}\" r=\"{radius}\" {paint}/>"));
    }

    pub(super) fn bar(&mut self, (x, y): (f64, f64), (width, height): (f64, f64), fill: &str) {
        let (x, y, width, height) = (n(x), n(y), n(width), n(height));
        self.put(format_args!(
            "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" rx=\"2\" fill=\"{fill}\"/>"
        ));
    }

    pub(super) fn text(
        &mut self,
        (x, y): (f64, f64),
        size: f64,
        anchor: Anchor,
        ink: Ink,
        text: &str,
    ) {
        let anchor = match anchor {
            Anchor::Start => "",
            Anchor::Middle => " text-anchor=\"middle\"",
            Anchor::End => " text-anchor=\"end\"",
        };
        let class = match ink {
            Ink::Plain => "",
            Ink::Strong => " class=\"pw-t-strong\"",
            Ink::Edged => {
                " class=\"pw-t-strong\" stroke=\"#fff\" stroke-width=\"4\" \
                 paint-order=\"stroke\" stroke-linejoin=\"round\""
            }
            Ink::White => " class=\"pw-t-inv\"",
        };
        self.put(format_args!(
            "<text x=\"{}\" y=\"{}\" font-size=\"{}\"{anchor}{class}>{}</text>",
            n(x),
            n(y),
            n(size),
            escaped(text)
        ));
    }
}

/// A coordinate: one digit after the point, none when it is zero. In whole tenths, since a picture has
/// hundreds, and to write out a fraction takes as long as forty whole numbers.
pub(super) fn n(value: f64) -> String {
    #[expect(clippy::cast_possible_truncation, reason = "no picture is so large")]
    let tenths = (value * 10.0).round() as i64;
    let (whole, tenth) = (tenths / 10, (tenths % 10).unsigned_abs());
    match tenth {
        0 => whole.to_string(),
        _ if tenths < 0 && whole == 0 => format!("-0.{tenth}"),
        _ => format!("{whole}.{tenth}"),
    }
}

/// A text as it stands in markup, without characters that XML forbids.
pub(super) fn escaped(text: &str) -> Cow<'_, str> {
    // Most texts are words.
    if text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b" _-.,:".contains(&byte)) {
        return Cow::Borrowed(text);
    }
    let mut escaped = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            sign if sign.is_control() => escaped.push(' '),
            sign => escaped.push(sign),
        }
    }
    Cow::Owned(escaped)
}

/// How wide a text will be, a little more rather than less: the fonts of the design average half
/// the font size a letter.
pub(super) fn text_width(text: &str, size: f64) -> f64 {
    let units: f64 = text
        .chars()
        .map(|sign| match sign {
            'i' | 'j' | 'l' | 'I' | '.' | ',' | '\'' | ':' | ' ' | '1' | '(' | ')' => 0.35,
            'm' | 'w' | 'M' | 'W' | '%' | '–' => 0.85,
            sign if sign.is_uppercase() => 0.65,
            _ => 0.54,
        })
        .sum();
    units * size
}

/// The text, cut with an ellipsis when it is wider than there is room.
pub(super) fn fitted(text: &str, size: f64, room: f64) -> String {
    if text_width(text, size) <= room {
        return text.to_owned();
    }
    let mut cut = String::new();
    for sign in text.chars() {
        cut.push(sign);
        if text_width(&cut, size) > room - size {
            cut.pop();
            break;
        }
    }
    format!("{}…", cut.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_coordinate_is_the_number_to_a_tenth_without_a_zero_at_the_end() {
        for (value, text) in [
            (0.0, "0"),
            (-0.04, "0"),
            (-0.46, "-0.5"),
            (-1.0, "-1"),
            (-13.26, "-13.3"),
            (7.04, "7"),
            (759.96, "760"),
            (99.94, "99.9"),
        ] {
            assert_eq!(n(value), text, "{value}");
        }
        for step in -20_000..20_000 {
            let value = f64::from(step) * 0.037;
            let read: f64 = n(value).parse().unwrap();
            assert!((read - value).abs() <= 0.05 + 1e-9, "{value} is written {read}");
        }
    }
}
