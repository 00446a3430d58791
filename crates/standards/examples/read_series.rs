//! Reads a file of numbers and tells what is in it:
//! `cargo run -p standards --example read_series -- hud-pit third_party/data/hud-pit-by-coc-2011-2018.csv MO-501`

use std::{error::Error, io::Write};

use standards::{Layout, Options, read};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(layout), Some(path)) = (arguments.next(), arguments.next()) else {
        return Err("expected a layout, a file and places".into());
    };
    let options = Options { only: arguments.collect(), ..Options::default() };
    let reading = read(&std::fs::read(path)?, layout.parse::<Layout>()?, &options);
    let mut out = std::io::stdout().lock();
    writeln!(out, "{} rows, {} series", reading.rows_read, reading.series.len())?;
    for series in reading.series.iter().take(20) {
        let place = series.place.as_ref().map_or("", |place| place.code.as_str());
        write!(out, "{place} {}:", series.names.english)?;
        for (period, point) in &series.points {
            write!(out, " {period}={}", point.value)?;
        }
        writeln!(out)?;
    }
    for finding in reading.findings.refused.iter().chain(&reading.findings.warnings).take(20) {
        writeln!(out, "{:?} {:?} {}", finding.row, finding.column, finding.code)?;
    }
    Ok(())
}
