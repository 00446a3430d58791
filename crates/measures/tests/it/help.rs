use measures::{Definition, Entry, Target};
use partnership::testing::{County, county};
use standards::{Direction, Finality, Frequency, Kind, Unit};
use web::testing::TestApp;

/// The program with a county.
pub(crate) async fn start(db: store::testing::Db) -> (TestApp, County) {
    let contexts = [
        identity::CONTEXT,
        notices::CONTEXT,
        partnership::CONTEXT,
        plan::CONTEXT,
        measures::CONTEXT,
    ];
    let app = TestApp::start(db, &contexts).await;
    let county = county(&app).await;
    (app, county)
}

/// Days to move in, from the design: kept by Housing, 60 by the end of 2027.
pub(crate) fn days_to_move_in(county: &County) -> Definition {
    Definition {
        title: "Days from first contact to move-in".parse().unwrap(),
        code: "days_to_move_in".parse().unwrap(),
        place: None,
        kind: Kind::HowWell,
        unit: Unit::Days,
        direction: Direction::Down,
        frequency: Frequency::Quarter,
        about: Some("Half wait less, half wait more.".parse().unwrap()),
        numerator: None,
        denominator: None,
        source: Some("Intake form and housing records".parse().unwrap()),
        limits: None,
        organization: Some(county.housing),
        keeper: Some(county.alicia.id),
        due_days: Some(15),
        small_count: 11,
        baseline: None,
        targets: vec![Target { by: "2027-12-31".parse().unwrap(), value: 60.0 }],
    }
}

pub(crate) fn entry(period: &str, value: f64, households: f64) -> Entry {
    Entry {
        period: period.parse().unwrap(),
        value,
        numerator: None,
        denominator: Some(households),
        finality: Finality::Final,
        source: None,
        note: None,
    }
}

/// The measure of the design with its nine quarters.
pub(crate) async fn with_quarters(app: &TestApp, county: &County) -> String {
    let cx = app.cx(&county.alicia, &county.p);
    let measure = measures::define(&cx, days_to_move_in(county)).await.unwrap();
    let numbers = [
        ("2024-Q1", 118.0, 142.0),
        ("2024-Q2", 116.0, 151.0),
        ("2024-Q3", 109.0, 149.0),
        ("2024-Q4", 113.0, 160.0),
        ("2025-Q1", 108.0, 158.0),
        ("2025-Q2", 101.0, 171.0),
        ("2025-Q3", 92.0, 176.0),
        ("2025-Q4", 88.0, 183.0),
        ("2026-Q1", 84.0, 179.0),
    ];
    for (period, value, households) in numbers {
        measures::enter(&cx, &measure.slug, entry(period, value, households)).await.unwrap();
    }
    measure.slug
}

/// A published file that the repository keeps.
pub(crate) fn vendored(name: &str) -> Vec<u8> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../third_party/data");
    std::fs::read(format!("{folder}/{name}")).unwrap()
}
