//! Closed vocabularies: enums that are written as words in the database, the API and forms.

/// A text that is not a word of the vocabulary.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{word}` is not one of {choices}")]
pub struct UnknownWord {
    /// What was given.
    pub word: String,
    /// The words that would do, with commas.
    pub choices: String,
}

/// Makes an enum whose variants are stored, sent and typed as fixed words.
///
/// ```
/// base::words! {
///     /// Which way is better.
///     pub enum Direction {
///         /// More is better.
///         Up = "up",
///         /// Less is better.
///         Down = "down",
///     }
/// }
/// assert_eq!("down".parse(), Ok(Direction::Down));
/// assert_eq!(Direction::Up.as_str(), "up");
/// ```
#[macro_export]
macro_rules! words {
    ($(#[$meta:meta])* $vis:vis enum $name:ident {
        $($(#[$variant_meta:meta])* $variant:ident = $word:literal),+ $(,)?
    }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        $vis enum $name { $($(#[$variant_meta])* $variant),+ }

        impl $name {
            /// Every word, in the order of the definition.
            $vis const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word as it is stored and sent.
            #[must_use]
            $vis const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl ::std::str::FromStr for $name {
            type Err = $crate::UnknownWord;

            fn from_str(text: &str) -> ::std::result::Result<Self, Self::Err> {
                match text {
                    $($word => Ok(Self::$variant),)+
                    other => Err($crate::UnknownWord {
                        word: other.chars().take(40).collect(),
                        choices: [$($word),+].join(", "),
                    }),
                }
            }
        }

        impl $crate::ToValue for $name {
            fn to_value(&self) -> $crate::Value {
                $crate::Value::Text(self.as_str().to_owned())
            }
        }

        impl $crate::FromValue for $name {
            fn from_value(
                value: $crate::ValueRef<'_>,
            ) -> ::std::result::Result<Self, $crate::ValueError> {
                let text = value.text()?;
                text.parse().map_err(|_unknown: $crate::UnknownWord| {
                    $crate::ValueError { expected: stringify!($name), found: text.to_owned() }
                })
            }
        }

        impl $crate::__serde::Serialize for $name {
            fn serialize<S: $crate::__serde::Serializer>(
                &self, serializer: S,
            ) -> ::std::result::Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> $crate::__serde::Deserialize<'de> for $name {
            fn deserialize<D: $crate::__serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::std::result::Result<Self, D::Error> {
                let text = <String as $crate::__serde::Deserialize>::deserialize(deserializer)?;
                text.parse().map_err($crate::__serde::de::Error::custom)
            }
        }
    };
}
