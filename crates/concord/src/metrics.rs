//! What Prometheus reads: counts and times of requests, background work, and the process.

use std::{
    collections::BTreeMap,
    sync::{Mutex, PoisonError},
};

mod process;
mod text;

pub use process::Process;
use text::Page;

/// The upper ends of the buckets of the time histogram, in seconds.
const BUCKETS: [f64; 12] =
    [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0];

/// What was counted since the start.
#[derive(Debug, Default)]
pub struct Metrics {
    requests: Mutex<BTreeMap<(String, String), Route>>,
}

/// What was counted of one method of one route.
#[derive(Debug, Default)]
struct Route {
    by_status: BTreeMap<u16, u64>,
    /// Requests that took at most as long as the bucket of the same place, and no shorter one.
    buckets: [u64; BUCKETS.len()],
    count: u64,
    seconds: f64,
}

/// What is looked up at the moment somebody asks.
#[derive(Debug, Default)]
pub struct Now {
    /// Whether the database answered.
    pub database_up: bool,
    /// Jobs by state.
    pub jobs: Vec<(String, i64)>,
    /// Pages that listen for changes.
    pub live_connections: usize,
    /// Connections to the database by state.
    pub database_connections: Vec<(&'static str, usize)>,
    /// The process, where the system tells.
    pub process: Option<Process>,
}

impl Metrics {
    /// Counts one answered request. `route` is the pattern, never the address that was asked for:
    /// addresses name people and records, and there is no end of them.
    pub fn count(&self, method: &str, route: &str, status: u16, seconds: f64) {
        let mut requests = self.requests.lock().unwrap_or_else(PoisonError::into_inner);
        let one = requests.entry((route.to_owned(), method.to_owned())).or_default();
        *one.by_status.entry(status).or_default() += 1;
        one.count += 1;
        one.seconds += seconds;
        let bucket = BUCKETS.iter().position(|most| seconds <= *most);
        if let Some(count) = bucket.and_then(|at| one.buckets.get_mut(at)) {
            *count += 1;
        }
    }

    /// Everything in Prometheus' text format.
    #[must_use]
    pub fn text(&self, now: &Now) -> String {
        let mut page = Page::default();
        page.begin("concord_build_info", "gauge", "The version that runs.");
        page.value("concord_build_info", &[("version", env!("CARGO_PKG_VERSION"))], 1.0);
        self.write_requests(&mut page);
        now.write(&mut page);
        page.finish()
    }

    fn write_requests(&self, page: &mut Page) {
        let requests = self.requests.lock().unwrap_or_else(PoisonError::into_inner);
        let name = "concord_http_requests_total";
        page.begin(name, "counter", "Requests that were answered.");
        for ((route, method), one) in requests.iter() {
            for (status, count) in &one.by_status {
                let status = status.to_string();
                page.count(
                    name,
                    &[("method", method), ("route", route), ("status", &status)],
                    *count,
                );
            }
        }
        let name = "concord_http_request_duration_seconds";
        page.begin(name, "histogram", "How long answers took to begin.");
        for ((route, method), one) in requests.iter() {
            let labels = [("method", method.as_str()), ("route", route.as_str())];
            page.histogram(name, &labels, &BUCKETS, &one.buckets, one.count, one.seconds);
        }
    }
}

impl Now {
    fn write(&self, page: &mut Page) {
        page.begin("concord_database_up", "gauge", "1 when the database answers.");
        page.value("concord_database_up", &[], if self.database_up { 1.0 } else { 0.0 });
        page.begin(
            "concord_jobs",
            "gauge",
            "Background jobs by state; dead ones wait for a person.",
        );
        for state in ["waiting", "dead"] {
            // A series that is there from the start: an alert needs its zero.
            let count = self.jobs.iter().find(|(found, _)| found == state).map_or(0, |one| one.1);
            page.count("concord_jobs", &[("state", state)], count.unsigned_abs());
        }
        page.begin("concord_live_connections", "gauge", "Open pages that listen for changes.");
        page.count("concord_live_connections", &[], self.live_connections as u64);
        if !self.database_connections.is_empty() {
            let name = "concord_database_connections";
            page.begin(name, "gauge", "Connections to the database by state.");
            for (state, count) in &self.database_connections {
                page.count(name, &[("state", state)], *count as u64);
            }
        }
        if let Some(process) = &self.process {
            process.write(page);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn requests_are_counted_by_route_and_status_with_their_times() {
        let metrics = Metrics::default();
        metrics.count("GET", "/p/{partnership}/commitments", 200, 0.004);
        metrics.count("GET", "/p/{partnership}/commitments", 200, 0.3);
        metrics.count("GET", "/p/{partnership}/commitments", 404, 20.0);
        let text = metrics.text(&Now::default());
        let labels = "method=\"GET\",route=\"/p/{partnership}/commitments\"";
        for line in [
            format!("concord_http_requests_total{{{labels},status=\"200\"}} 2"),
            format!("concord_http_requests_total{{{labels},status=\"404\"}} 1"),
            format!("concord_http_request_duration_seconds_bucket{{{labels},le=\"0.0025\"}} 0"),
            format!("concord_http_request_duration_seconds_bucket{{{labels},le=\"0.005\"}} 1"),
            format!("concord_http_request_duration_seconds_bucket{{{labels},le=\"10\"}} 2"),
            format!("concord_http_request_duration_seconds_bucket{{{labels},le=\"+Inf\"}} 3"),
            format!("concord_http_request_duration_seconds_count{{{labels}}} 3"),
        ] {
            assert!(text.lines().any(|one| one == line), "no `{line}` in\n{text}");
        }
    }

    #[test]
    fn every_line_is_one_that_prometheus_can_read() {
        let metrics = Metrics::default();
        metrics.count("POST", "/a\"b\\c\nd", 303, 0.1);
        let now = Now {
            database_up: true,
            jobs: vec![("dead".to_owned(), 2)],
            live_connections: 3,
            database_connections: vec![("idle", 4)],
            process: Process::own(),
        };
        let text = metrics.text(&now);
        assert!(text.contains(r#"route="/a\"b\\c\nd""#), "{text}");
        assert!(text.contains("concord_jobs{state=\"dead\"} 2"));
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let (name, value) = line.rsplit_once(' ').unwrap();
            assert!(value.parse::<f64>().is_ok(), "{line}");
            assert!(name.starts_with("concord_") || name.starts_with("process_"), "{line}");
        }
    }
}
