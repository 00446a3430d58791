//! The partnership's own names for kinds of data, purposes and roles, as small numbers.

use std::collections::HashMap;

use crate::{ClassKind, PurposeKind};

/// A class of data that the partnership named.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Class(u16);

/// A purpose that the partnership named.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Purpose(u16);

/// A role that the partnership named.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Role(u16);

/// Which classes: all, or a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Classes {
    /// Every one.
    All,
    /// These, in order.
    These(Vec<Class>),
}

impl Classes {
    /// These, in whatever order they come.
    #[must_use]
    pub fn of(classes: impl IntoIterator<Item = Class>) -> Self {
        let mut these: Vec<Class> = classes.into_iter().collect();
        these.sort_unstable();
        these.dedup();
        Self::These(these)
    }

    /// Whether it is among them.
    #[must_use]
    pub fn has(&self, class: Class) -> bool {
        match self {
            Self::All => true,
            Self::These(these) => these.contains(&class),
        }
    }
}

impl Default for Classes {
    fn default() -> Self {
        Self::These(Vec::new())
    }
}

/// What the partnership calls its classes, purposes and roles, and what each is to the law.
#[derive(Debug, Clone, Default)]
pub struct Names {
    classes: Vec<(String, ClassKind)>,
    purposes: Vec<(String, PurposeKind)>,
    roles: Vec<String>,
    class_places: HashMap<String, Class>,
    purpose_places: HashMap<String, Purpose>,
    role_places: HashMap<String, Role>,
}

const LONGEST: usize = 64;

impl Names {
    /// Names a class; the one that has the name already, if there is one of the same kind. `None` when the
    /// name cannot be one, is taken for another kind, or there are too many.
    pub fn name_class(&mut self, name: &str, kind: ClassKind) -> Option<Class> {
        if let Some(class) = self.class(name) {
            return (self.class_kind(class) == Some(kind)).then_some(class);
        }
        let class = Class(place(name, self.classes.len())?);
        self.classes.push((name.to_owned(), kind));
        self.class_places.insert(name.to_owned(), class);
        Some(class)
    }

    /// Names a purpose, likewise.
    pub fn name_purpose(&mut self, name: &str, kind: PurposeKind) -> Option<Purpose> {
        if let Some(purpose) = self.purpose(name) {
            return (self.purpose_kind(purpose) == Some(kind)).then_some(purpose);
        }
        let purpose = Purpose(place(name, self.purposes.len())?);
        self.purposes.push((name.to_owned(), kind));
        self.purpose_places.insert(name.to_owned(), purpose);
        Some(purpose)
    }

    /// Names a role, likewise.
    pub fn name_role(&mut self, name: &str) -> Option<Role> {
        if let Some(role) = self.role_places.get(name) {
            return Some(*role);
        }
        let role = Role(place(name, self.roles.len())?);
        self.roles.push(name.to_owned());
        self.role_places.insert(name.to_owned(), role);
        Some(role)
    }

    /// The class of this name.
    #[must_use]
    pub fn class(&self, name: &str) -> Option<Class> {
        self.class_places.get(name).copied()
    }

    /// The purpose of this name.
    #[must_use]
    pub fn purpose(&self, name: &str) -> Option<Purpose> {
        self.purpose_places.get(name).copied()
    }

    /// The role of this name.
    #[must_use]
    pub fn role(&self, name: &str) -> Option<Role> {
        self.role_places.get(name).copied()
    }

    /// What the class is called.
    #[must_use]
    pub fn of_class(&self, class: Class) -> Option<&str> {
        self.classes.get(usize::from(class.0)).map(|(name, _)| name.as_str())
    }

    /// What the purpose is called.
    #[must_use]
    pub fn of_purpose(&self, purpose: Purpose) -> Option<&str> {
        self.purposes.get(usize::from(purpose.0)).map(|(name, _)| name.as_str())
    }

    pub(crate) fn class_kind(&self, class: Class) -> Option<ClassKind> {
        self.classes.get(usize::from(class.0)).map(|(_, kind)| *kind)
    }

    pub(crate) fn purpose_kind(&self, purpose: Purpose) -> Option<PurposeKind> {
        self.purposes.get(usize::from(purpose.0)).map(|(_, kind)| *kind)
    }

    /// The names of the classes of these kinds.
    pub(crate) fn classes_of(&self, kinds: &[ClassKind]) -> impl Iterator<Item = &str> {
        self.classes.iter().filter(|(_, kind)| kinds.contains(kind)).map(|(name, _)| name.as_str())
    }
}

/// The next place, when the name is one: small letters, digits and underscores.
fn place(name: &str, count: usize) -> Option<u16> {
    let is_name = (1..=LONGEST).contains(&name.len())
        && name.bytes().all(|sign| matches!(sign, b'a'..=b'z' | b'0'..=b'9' | b'_'));
    u16::try_from(count).ok().filter(|_| is_name)
}
