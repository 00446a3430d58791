use standards::{Direction, Layout, Options, Unit, read};

use crate::{numbers, told};

fn vendored(name: &str) -> Vec<u8> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../third_party/data");
    std::fs::read(format!("{folder}/{name}")).unwrap()
}

fn only(place: &str) -> Options {
    Options { only: vec![place.to_owned()], ..Options::default() }
}

#[test]
fn the_point_in_time_file_gives_one_continuum_every_measure_and_year() {
    let file = vendored("hud-pit-by-coc-2011-2018.csv");
    let reading = read(&file, Layout::HudPit, &only("MO-501"));
    assert_eq!((reading.rows_read, reading.series.len(), reading.points()), (384, 80, 478));
    assert!(reading.findings.refused.is_empty());
    assert_eq!(told(&reading.findings.warnings), ["file rows_left_out"]);
    assert_eq!(
        numbers(&reading, "overall_homeless", "MO-501"),
        "2011=1344 2012=1506 2013=1423 2014=1354 2015=1312 2016=1248 2017=1336 2018=949"
    );
    // Veterans in shelters were first counted in 2014; the year 2016 is not published for youth in havens.
    assert_eq!(numbers(&reading, "sheltered_es_homeless_veterans", "MO-501").split(' ').count(), 5);
    let years = numbers(&reading, "sheltered_sh_homeless_unaccompanied_youth_under_18", "MO-501");
    let starts = ["2015=", "2017=", "2018="];
    assert!(years.split(' ').zip(starts).all(|(year, start)| year.starts_with(start)), "{years}");
    let all = reading.series.first().unwrap();
    assert_eq!(all.names.english, "People experiencing homelessness, on one night");
    assert_eq!(all.place.as_ref().unwrap().name.as_deref(), Some("St.Louis City CoC"));
    assert_eq!((all.unit, all.direction), (Some(Unit::People), Direction::Down));
    let made = reading.series.iter().filter(|series| series.names.spanish.is_none());
    assert_eq!(made.count(), 0, "every measure of the file has words in both languages");
}

#[test]
fn the_point_in_time_file_is_taken_whole() {
    let file = vendored("hud-pit-by-coc-2011-2018.csv");
    let reading = read(&file, Layout::HudPit, &Options::default());
    assert_eq!((reading.series.len(), reading.points()), (384 * 80, 183_552));
    assert!(crate::is_clean(&reading.findings));
}

#[test]
fn a_code_is_found_in_small_letters_and_without_its_dash() {
    let file = vendored("hud-pit-by-coc-2011-2018.csv");
    for code in ["mo-501", "MO501", " Mo-501 "] {
        assert_eq!(read(&file, Layout::HudPit, &only(code)).series.len(), 80, "{code}");
    }
    let reading = read(&file, Layout::HudPit, &only("MO-599"));
    assert!(reading.series.is_empty());
    let refused = reading.findings.refused.first().unwrap();
    assert_eq!(told(&reading.findings.refused), ["file `MO-599` only_not_found"]);
    assert_eq!(refused.args, [("near", "MO-500, MO-501, MO-503, MO-600, MO-602".to_owned())]);
}

#[test]
fn the_unemployment_file_gives_percentages_for_the_year_its_publisher_names() {
    let file = vendored("county-unemployment.tsv");
    let reading = read(&file, Layout::CountyUnemployment, &Options::default());
    assert_eq!((reading.rows_read, reading.series.len(), reading.points()), (3218, 3218, 3218));
    assert_eq!(told(&reading.findings.warnings), ["file period_assumed"]);
    assert_eq!(numbers(&reading, "unemployment_rate", "01001"), "2009=9.7");
    assert_eq!(numbers(&reading, "unemployment_rate", "29510"), "2009=11.1");
    let one = Options { period: "2010".parse().ok(), ..only("1001") };
    let reading = read(&file, Layout::CountyUnemployment, &one);
    assert_eq!(numbers(&reading, "unemployment_rate", "01001"), "2010=9.7");
}

#[test]
fn the_population_file_gives_counties_and_states_ten_years() {
    let file = vendored("county-population-2010-2019.csv");
    let reading = read(&file, Layout::CountyPopulation, &Options::default());
    assert_eq!((reading.rows_read, reading.series.len(), reading.points()), (3193, 3193, 31_930));
    assert!(reading.findings.refused.is_empty());
    assert_eq!(told(&reading.findings.warnings), ["row 1 columns_left_out"]);
    assert!(numbers(&reading, "population", "29510").ends_with("2018=303419 2019=300576"));
    let name = |code: &str| {
        let of = |s: &&standards::Series| s.place.as_ref().is_some_and(|place| place.code == code);
        reading.series.iter().find(of).and_then(|s| s.place.as_ref()?.name.clone())
    };
    assert_eq!(name("35013").as_deref(), Some("Dona Ana County, New Mexico"));
    assert_eq!(name("29").as_deref(), Some("Missouri"));
    // The District of Columbia is a state and a county of the same name.
    assert_eq!(
        (name("11").as_deref(), name("11001").as_deref()),
        (Some("District of Columbia"), Some("District of Columbia"))
    );
}

#[test]
fn the_population_file_is_read_in_the_encoding_that_the_bureau_uses() {
    let text = String::from_utf8(vendored("county-population-2010-2019.csv")).unwrap();
    let text = text.replace("Dona Ana", "Doña Ana");
    let latin: Vec<u8> = text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    let reading = read(&latin, Layout::CountyPopulation, &only("35013"));
    let place = reading.series.first().and_then(|series| series.place.clone()).unwrap();
    assert_eq!(place.name.as_deref(), Some("Doña Ana County, New Mexico"));
    let warned = ["file read_as_windows_1252", "row 1 columns_left_out", "file rows_left_out"];
    assert_eq!(told(&reading.findings.warnings), warned);
}
