//! What a message can be given.

use std::borrow::Cow;

/// An argument of a message.
#[derive(Debug, Clone, PartialEq)]
pub enum Arg<'a> {
    /// A text, put in as it is.
    Text(Cow<'a, str>),
    /// A whole number, which chooses the plural.
    Whole(i64),
    /// A number with a fraction.
    Number(f64),
}

/// What a template can hand to a message: texts and numbers, owned or borrowed.
pub trait Argument {
    /// The argument.
    fn argument(&self) -> Arg<'_>;
}

impl<T: Argument + ?Sized> Argument for &T {
    fn argument(&self) -> Arg<'_> {
        (**self).argument()
    }
}

impl Argument for Arg<'_> {
    fn argument(&self) -> Arg<'_> {
        match self {
            Self::Text(text) => Arg::Text(Cow::Borrowed(text)),
            Self::Whole(number) => Arg::Whole(*number),
            Self::Number(number) => Arg::Number(*number),
        }
    }
}

macro_rules! texts {
    ($($text:ty),+) => { $(
        impl Argument for $text {
            fn argument(&self) -> Arg<'_> {
                Arg::Text(Cow::Borrowed(self.as_ref()))
            }
        }
    )+ };
}
texts!(str, String, Cow<'_, str>, Box<str>);

impl<const MAX: usize> Argument for base::Line<MAX> {
    fn argument(&self) -> Arg<'_> {
        Arg::Text(Cow::Borrowed(self.as_str()))
    }
}

macro_rules! numbers {
    ($($number:ty),+) => { $(
        impl Argument for $number {
            fn argument(&self) -> Arg<'_> {
                Arg::from(*self)
            }
        }

        impl From<$number> for Arg<'_> {
            fn from(number: $number) -> Self {
                Self::Whole(i64::try_from(number).unwrap_or(i64::MAX))
            }
        }
    )+ };
}
numbers!(i8, i16, i32, i64, u8, u16, u32, u64, usize);

impl Argument for f64 {
    fn argument(&self) -> Arg<'_> {
        Arg::Number(*self)
    }
}

impl From<f64> for Arg<'_> {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Arg<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl<'a> From<&'a String> for Arg<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl<'a> From<Cow<'a, str>> for Arg<'a> {
    fn from(text: Cow<'a, str>) -> Self {
        Self::Text(text)
    }
}
