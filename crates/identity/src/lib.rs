//! The `identity` package.
