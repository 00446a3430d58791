use standards::{About, Finality, Kind, Layout, Mapping, Options, Part, Unit, read};

use crate::{is_clean, numbers, told};

fn mapped(parts: &[(Part, &str)]) -> Options {
    let columns = parts.iter().map(|&(part, name)| (part, name.to_owned())).collect();
    Options { mapping: Mapping { columns, prefix: None }, ..Options::default() }
}

fn about(name: &str, unit: Option<Unit>) -> Options {
    let measure = Some(About { name: Some(name.to_owned()), unit, ..About::default() });
    Options { measure, ..Options::default() }
}

#[test]
fn the_column_order_and_the_way_names_are_written_do_not_matter() {
    let one = "coc_code,coc_name,overall_homeless_2018,overall_homeless_2017\nmo-501,x coc,5,6\n";
    let other = "\"Overall Homeless, 2017\";CoC Name;\"Overall Homeless, 2018\";CoC Number\n6;X CoC;5;MO-501\n";
    let read = |text: &str| read(text.as_bytes(), Layout::HudPit, &Options::default());
    assert_eq!(read(one).series, read(other).series);
    assert!(is_clean(&read(other).findings));
}

#[test]
fn a_sheet_of_one_year_is_read_when_the_year_is_said() {
    let text =
        "CoC Number,CoC Name,Overall Homeless,Homeless Veterans,Contact\nMO-501,X,949,136,Ann\n";
    let options = Options { period: "2018".parse().ok(), ..Options::default() };
    let reading = read(text.as_bytes(), Layout::HudPit, &options);
    assert_eq!(numbers(&reading, "homeless_veterans", "MO-501"), "2018=136");
    assert_eq!(told(&reading.findings.warnings), ["row 1 columns_left_out"]);
    let reading = read(text.as_bytes(), Layout::HudPit, &Options::default());
    assert_eq!(told(&reading.findings.refused), ["row 1 no_period_columns"]);
}

#[test]
fn what_a_point_in_time_file_says_beside_numbers_is_named() {
    let text = "coc_code,coc_name,is_problematic_coc,overall_homeless_2018,homeless_cats_2018\n\
                mo-501,a,TRUE,\"1,234\",*\n\
                mo-502,b,FALSE,12.5,-\n\
                mo-503,c,FALSE,-4,\n\
                xx501,d,FALSE,1,1\n\
                mo-501,e,FALSE,1234,7\n\
                Total,,,99,99\n\
                * CoCs with notes,,,,\n";
    let reading = read(text.as_bytes(), Layout::HudPit, &Options::default());
    assert_eq!(numbers(&reading, "overall_homeless", "MO-501"), "2018=1234");
    assert_eq!(
        told(&reading.findings.refused),
        [
            "row 3 [overall_homeless_2018] `12.5` count_wrong",
            "row 4 [overall_homeless_2018] `-4` count_wrong",
            "row 5 [coc_code] `xx501` place_wrong",
        ]
    );
    assert_eq!(
        told(&reading.findings.warnings),
        [
            "row 1 [homeless_cats_2018] name_made",
            "row 2 [is_problematic_coc] `TRUE` row_flagged",
            "row 2 [homeless_cats_2018] `*` suppressed",
            "row 3 [homeless_cats_2018] `-` not_available",
            "row 6 [overall_homeless_2018] `1234` number_twice",
            "row 7 [coc_code] `Total` row_is_note",
            "row 8 [coc_code] `* CoCs with notes` row_is_note",
            "row 4 [homeless_cats_2018] cells_blank",
        ]
    );
}

#[test]
fn a_wide_file_needs_only_its_periods_and_a_name() {
    let text = "Area;2023;Q1 2024;x\nNorth;1;2;y\n";
    let reading = read(text.as_bytes(), Layout::Wide, &about("Beds", Some(Unit::Beds)));
    // A year and a quarter of one measure cannot stand in one line.
    assert_eq!(told(&reading.findings.refused), ["row 2 [Q1 2024] `2` period_mixed"]);
    let text = "measure,Jan 2024,Feb 2024,2024-03\nNight calls,1,,3\nDay calls,4,5,6\n";
    let reading = read(text.as_bytes(), Layout::Wide, &Options::default());
    assert_eq!(numbers(&reading, "night_calls", ""), "2024-01=1 2024-03=3");
    assert_eq!(reading.series[0].names.english, "Night calls");
    assert_eq!(told(&reading.findings.warnings), ["row 2 [Feb 2024] cells_blank"]);
    let nameless = read(b"2023,2024\n1,2\n", Layout::Wide, &Options::default());
    assert_eq!(told(&nameless.findings.refused), ["file measure_missing"]);
}

#[test]
fn a_prefix_stands_before_the_periods() {
    let mut options = about("People", Some(Unit::People));
    options.mapping.prefix = Some("POPESTIMATE".to_owned());
    options.mapping.columns.insert(Part::Place, "CTYNAME".to_owned());
    let text = "CTYNAME,POPESTIMATE2018,POPESTIMATE2019,BIRTHS2019\nWeston,7,8,1\n";
    let reading = read(text.as_bytes(), Layout::Wide, &options);
    assert_eq!(numbers(&reading, "people", "Weston"), "2018=7 2019=8");
    assert_eq!(told(&reading.findings.warnings), ["row 1 columns_left_out"]);
}

#[test]
fn a_long_file_finds_its_columns_by_their_usual_names() {
    let text = "quarter_start,value,denominator,status,note\n\
                2024-01-01,118,142,final,\n\
                2024-04-01,116,151,first count,\"cold, snow\"\n";
    let reading = read(text.as_bytes(), Layout::Long, &about("Median days", Some(Unit::Days)));
    assert!(is_clean(&reading.findings), "{:?}", reading.findings);
    assert_eq!(numbers(&reading, "median_days", ""), "2024-Q1=118 2024-Q2=116");
    let last = reading.series[0].points.values().last().unwrap();
    assert_eq!(last.denominator, Some(151.0));
    assert_eq!(last.finality, Some(Finality::First));
    assert_eq!(last.note.as_deref(), Some("cold, snow"));
}

#[test]
fn a_long_file_with_a_year_and_a_month_is_read_as_the_cdc_publishes_it() {
    let text = "State,State Name,Year,Month,Indicator,Data Value,Predicted Value\n\
                AK,Alaska,2015,January,Number of Deaths,4034,\n\
                AK,Alaska,2015,February,Number of Deaths,4084,\n\
                AL,Alabama,2015,January,Percent with drugs specified,98.9%,\n";
    let reading = read(text.as_bytes(), Layout::Long, &Options::default());
    assert_eq!(numbers(&reading, "number_of_deaths", "AK"), "2015-01=4034 2015-02=4084");
    let last = reading.series.last().unwrap();
    assert_eq!((last.unit, last.kind), (Some(Unit::Percent), Kind::Population));
    assert_eq!(last.place.as_ref().unwrap().name.as_deref(), Some("Alabama"));
    assert_eq!(told(&reading.findings.warnings), ["row 1 columns_left_out"]);
}

#[test]
fn what_a_long_file_says_wrong_is_named_by_row_and_column() {
    let text = "measure,place,period,value,unit,status\n\
                a,,2024,1,,\n\
                ,X,2024,1,,\n\
                a,X,,1,,\n\
                a,X,20x4,1,,\n\
                a,X,2024,abc,,\n\
                a,X,2024,\"12,5\",,\n\
                a,X,2024,9,stones,\n\
                a,X,2024,9,,perhaps\n\
                a,X,2024,9,,\n\
                a,X,2024,8,,\n\
                a,X,2025,10%,,\n\
                b,X,2024,10%,people,\n";
    let reading = read(text.as_bytes(), Layout::Long, &Options::default());
    assert_eq!(reading.rows_read, 12);
    assert_eq!(numbers(&reading, "a", "X"), "2024=9");
    assert_eq!(
        told(&reading.findings.refused),
        [
            "row 2 [place] `` place_missing",
            "row 3 [measure] `` measure_missing",
            "row 4 [period] `` period_missing",
            "row 5 [period] `20x4` period_wrong",
            "row 6 [value] `abc` number_wrong",
            "row 7 [value] `12,5` number_comma",
            "row 8 [unit] `stones` unit_wrong",
            "row 9 [status] `perhaps` status_wrong",
            "row 11 [value] `8` number_conflict",
            "row 12 [value] `10%` percent_mixed",
            "row 13 [value] `10%` percent_mixed",
        ]
    );
}

#[test]
fn a_mapping_that_names_no_column_says_which_there_are() {
    let options = mapped(&[(Part::Value, "Amount"), (Part::Measure, "What")]);
    let reading = read(b"What,Year,Sum\na,2024,1\n", Layout::Long, &options);
    let refused = reading.findings.refused.first().unwrap();
    assert_eq!(told(&reading.findings.refused), ["row 1 [Amount] column_missing"]);
    assert_eq!(refused.args[1], ("have", "What, Year, Sum".to_owned()));
    let mut mapping = Mapping::default();
    assert!(mapping.add("value = Data Value").is_ok());
    assert_eq!(mapping.columns[&Part::Value], "Data Value");
    assert!(mapping.add("value").is_err() && mapping.add("weight=x").is_err());
}

#[test]
fn wrong_counties_are_named() {
    let text =
        "id\trate\n1001\t.097\n101\t.1\n\t.1\n2901x\t.1\n29510\t1.2\n29189\t9.6%\n1001\t.097\n";
    let reading = read(text.as_bytes(), Layout::CountyUnemployment, &Options::default());
    assert_eq!(numbers(&reading, "unemployment_rate", "29189"), "2009=9.6");
    assert_eq!(
        told(&reading.findings.refused),
        [
            "row 3 [id] `101` place_wrong",
            "row 4 [id] `` place_missing",
            "row 5 [id] `2901x` place_wrong",
            "row 6 [rate] `1.2` rate_out_of_range",
        ]
    );
    assert_eq!(
        told(&reading.findings.warnings),
        ["file period_assumed", "row 8 [rate] `.097` number_twice"]
    );
}
