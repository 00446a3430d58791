//! The two gates, on both databases.

mod gates;
