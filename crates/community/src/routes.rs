//! The addresses of this context.

use web::{NavItem, Routes};

pub(crate) const NAV: &[NavItem] = &[];

pub(crate) fn routes(_r: &mut Routes) {}
