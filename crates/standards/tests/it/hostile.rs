use proptest::prelude::*;
use standards::{About, Layout, Options, read};

fn options() -> Options {
    let measure = Some(About { name: Some("Beds".to_owned()), ..About::default() });
    Options { measure, ..Options::default() }
}

fn tables() -> impl Strategy<Value = String> {
    let cell = prop_oneof![
        Just("coc_code"),
        Just("MO-501"),
        Just("overall_homeless_2018"),
        Just("overall_homeless_2017"),
        Just("id"),
        Just("rate"),
        Just("STATE"),
        Just("COUNTY"),
        Just("STNAME"),
        Just("CTYNAME"),
        Just("POPESTIMATE2019"),
        Just("period"),
        Just("value"),
        Just("measure"),
        Just("2024"),
        Just("2024-Q1"),
        Just("Jan 2024"),
        Just("1,234"),
        Just("\"1,234\""),
        Just("*"),
        Just(".097"),
        Just("9.7%"),
        Just("\"a\nb\""),
        Just("\""),
        Just(""),
        Just("ñ\u{0}"),
    ];
    let row = proptest::collection::vec(cell, 0..7).prop_map(|cells| cells.join(","));
    proptest::collection::vec(row, 0..8).prop_map(|rows| rows.join("\n"))
}

proptest! {
    #[test]
    fn no_bytes_make_any_layout_panic(bytes in proptest::collection::vec(any::<u8>(), 0..600)) {
        for &layout in Layout::ALL {
            drop(read(&bytes, layout, &options()));
        }
    }

    #[test]
    fn every_file_gives_numbers_or_a_reason(text in tables()) {
        for &layout in Layout::ALL {
            let reading = read(text.as_bytes(), layout, &options());
            let said = !reading.findings.refused.is_empty() || !reading.findings.warnings.is_empty();
            prop_assert!(reading.points() > 0 || said, "{} said nothing of {:?}", layout, text);
            for series in &reading.series {
                prop_assert!(!series.code.is_empty() && !series.points.is_empty());
                prop_assert!(series.points.values().all(|point| point.value.is_finite()));
            }
        }
    }

    #[test]
    fn a_file_says_the_same_every_time(text in tables()) {
        for &layout in Layout::ALL {
            let (one, other) = (read(text.as_bytes(), layout, &options()), read(text.as_bytes(), layout, &options()));
            prop_assert_eq!(one, other);
        }
    }

    #[test]
    fn the_order_of_columns_does_not_change_a_point_in_time_series(
        values in proptest::collection::vec(0_u32..100_000, 8),
        order in Just((0..8_usize).collect::<Vec<_>>()).prop_shuffle(),
    ) {
        let file = |order: &[usize]| {
            let header: Vec<_> = order.iter().map(|at| format!("overall_homeless_{}", 2011 + at)).collect();
            let cells: Vec<_> = order.iter().map(|&at| values[at].to_string()).collect();
            format!("coc_code,{}\nMO-501,{}\n", header.join(","), cells.join(","))
        };
        let plain: Vec<usize> = (0..8).collect();
        let read = |text: String| read(text.as_bytes(), Layout::HudPit, &Options::default()).series;
        prop_assert_eq!(read(file(&plain)), read(file(&order)));
    }
}
