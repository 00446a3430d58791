//! Prometheus' text format, version 0.0.4.

/// A page of metrics as it is written.
#[derive(Debug, Default)]
pub(super) struct Page(Vec<String>);

type Labels<'a> = [(&'a str, &'a str)];

impl Page {
    /// Begins a metric with what it means.
    pub(super) fn begin(&mut self, name: &str, kind: &str, help: &str) {
        self.line(format_args!("# HELP {name} {help}\n# TYPE {name} {kind}"));
    }

    /// One value.
    pub(super) fn value(&mut self, name: &str, labels: &Labels<'_>, value: f64) {
        let labels = written(labels);
        self.line(format_args!("{name}{labels} {value}"));
    }

    /// One count.
    pub(super) fn count(&mut self, name: &str, labels: &Labels<'_>, count: u64) {
        let labels = written(labels);
        self.line(format_args!("{name}{labels} {count}"));
    }

    /// A histogram; `within` counts what fell into each bucket, and the format wants running sums.
    pub(super) fn histogram(
        &mut self,
        name: &str,
        labels: &Labels<'_>,
        most: &[f64],
        within: &[u64],
        count: u64,
        sum: f64,
    ) {
        let bucket = format!("{name}_bucket");
        let mut running = 0;
        for (most, within) in most.iter().zip(within) {
            running += within;
            let most = most.to_string();
            self.count(&bucket, &with(labels, ("le", &most)), running);
        }
        self.count(&bucket, &with(labels, ("le", "+Inf")), count);
        self.value(&format!("{name}_sum"), labels, sum);
        self.count(&format!("{name}_count"), labels, count);
    }

    pub(super) fn finish(self) -> String {
        let mut text = self.0.join("\n");
        text.push('\n');
        text
    }

    fn line(&mut self, text: std::fmt::Arguments<'_>) {
        self.0.push(text.to_string());
    }
}

fn with<'a>(labels: &Labels<'a>, one: (&'a str, &'a str)) -> Vec<(&'a str, &'a str)> {
    labels.iter().copied().chain([one]).collect()
}

fn written(labels: &Labels<'_>) -> String {
    if labels.is_empty() {
        return String::new();
    }
    let one = |(name, value): &(&str, &str)| format!("{name}=\"{}\"", escaped(value));
    format!("{{{}}}", labels.iter().map(one).collect::<Vec<_>>().join(","))
}

fn escaped(value: &str) -> String {
    value.replace('\\', r"\\").replace('"', r#"\""#).replace('\n', r"\n")
}
