use base::Id;
use standards::{Layout, Options, read};

use super::*;

fn terms(may_keep: &dyn Fn(Option<OrganizationId>) -> bool) -> Terms<'_> {
    Terms {
        spanish: false,
        source: Some("HUD Point-in-Time count".parse().unwrap()),
        organization: None,
        about: None,
        small_count: 0,
        why: None,
        by: "test",
        now: Instant::from_micros(0),
        today: Date::new(2026, 5, 12).unwrap(),
        may_keep,
    }
}

fn series(text: &str, layout: Layout) -> Vec<Series> {
    let reading = read(text.as_bytes(), layout, &Options::default());
    assert!(reading.findings.refused.is_empty(), "{:?}", reading.findings);
    reading.series
}

fn ids() -> impl FnMut() -> MeasureId {
    let mut n = 0;
    move || {
        n += 1;
        MeasureId::from_bits(n)
    }
}

/// What is there after a first import.
fn after(first: Outcome) -> Present {
    let mut numbers: HashMap<MeasureId, Vec<Observation>> = HashMap::new();
    for (measure, number) in first.entered {
        numbers.entry(measure).or_default().push(number);
    }
    let slugs = first.made.iter().map(|measure| measure.slug.clone()).collect();
    Present { measures: first.made, numbers, slugs, ..Present::default() }
}

const FILE: &str = "coc_code,coc_name,overall_homeless_2017,overall_homeless_2018,homeless_veterans_2018\n\
                    mo-501,x,1336,949,136\nmo-500,y,1,2,3\n";

#[test]
fn a_second_import_of_a_file_changes_nothing() {
    let all = |_: Option<OrganizationId>| true;
    let first = reconcile(&series(FILE, Layout::HudPit), Present::default(), &terms(&all), ids());
    assert_eq!((first.made.len(), first.entered.len()), (4, 6));
    assert_eq!(first.made[0].slug, "overall-homeless-mo-501");
    let again = reconcile(&series(FILE, Layout::HudPit), after(first), &terms(&all), ids());
    assert_eq!((again.made.len(), again.touched.len(), again.entered.len()), (0, 0, 0));
    assert_eq!((again.corrected.len(), again.unchanged), (0, 6));
    assert!(again.counts.is_empty());
}

#[test]
fn a_changed_number_is_a_correction_and_keeps_what_the_file_does_not_say() {
    let all = |_: Option<OrganizationId>| true;
    let first = reconcile(&series(FILE, Layout::HudPit), Present::default(), &terms(&all), ids());
    let mut present = after(first);
    for number in present.numbers.values_mut().flatten() {
        number.note = Some("checked by hand".parse().unwrap());
        number.denominator = Some(5000.0);
    }
    let changed = FILE.replace(",949,", ",\"1,001\",");
    let again = reconcile(&series(&changed, Layout::HudPit), present, &terms(&all), ids());
    assert_eq!((again.corrected.len(), again.unchanged, again.touched.len()), (1, 5, 1));
    let (_, number) = &again.corrected[0];
    assert_eq!((number.revision, number.value.to_bits()), (1, 1001_f64.to_bits()));
    assert_eq!(number.denominator, Some(5000.0));
    assert!(number.note.is_some());
}

#[test]
fn series_that_do_not_fit_a_measure_are_refused_by_name() {
    let all = |_: Option<OrganizationId>| true;
    let file = "measure,2023,2024\nDays,1,2\n";
    let first = reconcile(&series(file, Layout::Wide), Present::default(), &terms(&all), ids());
    let mut present = after(first);
    let refused = |present: Present, file: &str, keep: bool| {
        let may = |_: Option<OrganizationId>| keep;
        let outcome = reconcile(&series(file, Layout::Wide), present, &terms(&may), ids());
        outcome.refused.first().map(|(refusal, ..)| *refusal)
    };
    let again = |present: &Present| Present {
        measures: present.measures.clone(),
        numbers: present.numbers.clone(),
        slugs: present.slugs.clone(),
        ..Present::default()
    };
    assert_eq!(refused(again(&present), file, false), Some(Refusal::NotYours));
    let monthly = "measure,2023-01\nDays,1\n";
    assert_eq!(refused(again(&present), monthly, true), Some(Refusal::FrequencyDiffers));
    let percent = "measure,2023\nDays,1%\n";
    assert_eq!(refused(again(&present), percent, true), Some(Refusal::UnitDiffers));
    present.measures[0].retire("merged".parse().unwrap(), Instant::from_micros(0)).unwrap();
    assert_eq!(refused(present, file, true), Some(Refusal::OutOfUse));
}

#[test]
fn a_place_gets_its_name_from_another_measure() {
    let all = |_: Option<OrganizationId>| true;
    let people = "SUMLEV,STATE,COUNTY,STNAME,CTYNAME,POPESTIMATE2019\n50,29,510,Missouri,St. Louis city,300576\n";
    let series_of = |text, layout| series(text, layout);
    let people = series_of(people, Layout::CountyPopulation);
    let first = reconcile(&people, Present::default(), &terms(&all), ids());
    let rates = series_of("id\trate\n29510\t.111\n", Layout::CountyUnemployment);
    let second = reconcile(&rates, after(first), &terms(&all), ids());
    let place = second.made[0].definition.place.clone().unwrap();
    assert_eq!(place.name.unwrap().as_str(), "St. Louis city, Missouri");
}
