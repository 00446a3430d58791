//! Small sets of words, as bits: a decision is made of them and must not allocate for each.

use std::{fmt, marker::PhantomData};

/// A word that can be an element of a [`Set`].
pub trait Word: Copy + fmt::Display + 'static {
    /// Every word, in the order of the definition.
    const WORDS: &'static [Self];

    /// Its place among them.
    fn place(self) -> u32;
}

macro_rules! elements {
    ($($name:ty),+ $(,)?) => {
        $(impl $crate::set::Word for $name {
            const WORDS: &'static [Self] = Self::ALL;

            fn place(self) -> u32 {
                self as u32
            }
        })+
    };
}
pub(crate) use elements;

/// A set of words of one vocabulary.
pub struct Set<T>(u128, PhantomData<T>);

impl<T> Set<T> {
    /// Nothing.
    pub const EMPTY: Self = Self(0, PhantomData);

    /// The set that a column of bits stands for. Bits without a word stay, see [`Set::is_known`].
    #[must_use]
    pub const fn from_bits(bits: i64) -> Self {
        Self(bits.cast_unsigned() as u128, PhantomData)
    }

    /// Whether nothing is in it.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// What is in one of both.
    #[must_use]
    pub const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0, PhantomData)
    }

    /// What is in both.
    #[must_use]
    pub const fn intersection(self, other: Self) -> Self {
        Self(self.0 & other.0, PhantomData)
    }

    /// What is here and not there.
    #[must_use]
    pub const fn minus(self, other: Self) -> Self {
        Self(self.0 & !other.0, PhantomData)
    }

    /// Whether something is in both.
    #[must_use]
    pub const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// The set as a column of bits, the first word being the lowest; for vocabularies of at most 63.
    #[must_use]
    pub fn bits(self) -> i64 {
        i64::try_from(self.0).unwrap_or(i64::MIN)
    }
}

impl<T: Word> Set<T> {
    /// Every word of the vocabulary.
    #[must_use]
    pub fn all() -> Self {
        T::WORDS.iter().copied().collect()
    }

    /// The set of these.
    #[must_use]
    pub fn of(words: &[T]) -> Self {
        words.iter().copied().collect()
    }

    /// Whether it is in the set.
    #[must_use]
    pub fn has(self, word: T) -> bool {
        self.0 >> word.place() & 1 == 1
    }

    /// Adds one.
    pub fn insert(&mut self, word: T) {
        self.0 |= 1 << word.place();
    }

    /// Whether every bit has a word.
    #[must_use]
    pub fn is_known(self) -> bool {
        self.minus(Self::all()).is_empty()
    }

    /// What is in it, in the order of the definition.
    pub fn iter(self) -> impl Iterator<Item = T> {
        T::WORDS.iter().copied().filter(move |word| self.has(*word))
    }
}

impl<T: Word> FromIterator<T> for Set<T> {
    fn from_iter<I: IntoIterator<Item = T>>(words: I) -> Self {
        let mut set = Self::EMPTY;
        words.into_iter().for_each(|word| set.insert(word));
        set
    }
}

impl<T> Clone for Set<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Set<T> {}

impl<T> PartialEq for Set<T> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl<T> Eq for Set<T> {}

impl<T> Default for Set<T> {
    fn default() -> Self {
        Self::EMPTY
    }
}

impl<T: Word> fmt::Debug for Set<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter().map(|word| word.to_string())).finish()
    }
}
