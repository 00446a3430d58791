//! How fast a log is checked, proved and appended to, beside the bare hash in the same run.

fn main() {}
