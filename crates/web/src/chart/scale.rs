//! From values to places on the picture, with round numbers at the ticks.

use crate::catalog::number;

/// A vertical axis.
#[derive(Debug, Clone)]
pub(super) struct Scale {
    low: f64,
    high: f64,
    step: f64,
    top: f64,
    bottom: f64,
}

impl Scale {
    /// An axis from `top` to `bottom` on the picture that holds all values, with round ends and
    /// about `wanted` steps. It starts at zero when the values are not far from it.
    pub(super) fn new(values: &[f64], (top, bottom): (f64, f64), wanted: f64) -> Self {
        let mut low = values.iter().copied().fold(f64::INFINITY, f64::min);
        let mut high = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        if low > high {
            (low, high) = (0.0, 1.0);
        }
        let widest = low.abs().max(high.abs());
        if high - low <= widest * 1e-6 {
            // One value, or the same again and again: room on both sides, but none below zero
            // for what cannot be negative.
            let room = if widest > 0.0 { widest * 0.25 } else { 1.0 };
            let positive = low >= 0.0;
            (low, high) = (low - room, high + room);
            if positive {
                low = low.max(0.0);
            }
        }
        if low > 0.0 && low < high * 0.4 {
            low = 0.0;
        }
        if high < 0.0 && high > low * 0.4 {
            high = 0.0;
        }
        let step = round_step((high - low) / wanted);
        let lowest = low;
        let (mut low, high) = ((low / step).floor() * step, (high / step).ceil() * step);
        if low != 0.0 && lowest - low < step * 0.2 {
            // Names of levels need some air above the names of the periods.
            low -= step;
        }
        Self { low, high, step, top, bottom }
    }

    pub(super) fn y(&self, value: f64) -> f64 {
        let share = (value - self.low) / (self.high - self.low);
        self.bottom - share.clamp(0.0, 1.0) * (self.bottom - self.top)
    }

    /// The ticks from below, each with its text.
    pub(super) fn ticks(&self) -> Vec<(f64, String)> {
        let decimals = decimals_of(self.step);
        let mut ticks = Vec::new();
        let mut value = self.low;
        // At most a dozen by construction; the bound keeps rounding from adding one.
        while value <= self.high + self.step * 0.5 && ticks.len() < 16 {
            ticks.push((value, number(value, decimals)));
            value = self.low + self.step * f64::from(u32::try_from(ticks.len()).unwrap_or(16));
        }
        ticks
    }

    /// The value for the one place on the picture where it matters most.
    pub(super) fn text_of(&self, value: f64) -> String {
        number(value, decimals_of(self.step) + 1)
    }
}

/// The nearest of 1, 2, 2.5, 5, 10 times a power of ten.
fn round_step(rough: f64) -> f64 {
    let power = 10_f64.powf(rough.log10().floor());
    let share = rough / power;
    let steps = [(1.4, 1.0), (2.3, 2.0), (3.5, 2.5), (7.0, 5.0)];
    let round = steps.into_iter().find(|step| share <= step.0).map_or(10.0, |step| step.1);
    round * power
}

fn decimals_of(step: f64) -> usize {
    (0..=9)
        .find(|&decimals: &i32| {
            let scaled = step * 10_f64.powi(decimals);
            (scaled - scaled.round()).abs() < scaled * 1e-6
        })
        .and_then(|decimals| usize::try_from(decimals).ok())
        .unwrap_or(9)
}

/// A value that can be drawn: finite, and not so large that arithmetic on it overflows.
pub(super) fn drawable(value: f64) -> Option<f64> {
    let smallest = 1e-9;
    let value = if value.abs() < smallest { 0.0 } else { value };
    (value.is_finite() && value.abs() < 1e15).then_some(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ticks(values: &[f64]) -> Vec<String> {
        let scale = Scale::new(values, (0.0, 100.0), 4.0);
        scale.ticks().into_iter().map(|(_, text)| text).collect()
    }

    #[test]
    fn ticks_are_round_numbers() {
        assert_eq!(ticks(&[118.0, 60.0, 84.0]), ["40", "60", "80", "100", "120"]);
        assert_eq!(ticks(&[0.12, 0.31]), ["0", "0.1", "0.2", "0.3", "0.4"]);
        assert_eq!(ticks(&[0.22, 0.31]), ["0.2", "0.22", "0.24", "0.26", "0.28", "0.3", "0.32"]);
        assert_eq!(ticks(&[3.0, 97.0]), ["0", "25", "50", "75", "100"]);
        assert_eq!(ticks(&[-8.0, 13.0]), ["−10", "−5", "0", "5", "10", "15"]);
        assert_eq!(
            ticks(&[120_000.0, 1_940_000.0]),
            ["0", "500,000", "1,000,000", "1,500,000", "2,000,000"]
        );
    }

    #[test]
    fn one_value_or_equal_values_have_room_around_them() {
        assert_eq!(ticks(&[84.0]), ["60", "70", "80", "90", "100", "110"]);
        assert_eq!(ticks(&[0.0, 0.0]), ["0", "0.25", "0.5", "0.75", "1"]);
        assert_eq!(ticks(&[]), ["0", "0.25", "0.5", "0.75", "1"]);
    }
}
