//! Noise: random bytes, and good requests with something broken, at every route of the whole program.
//! The same noise comes again from the same seed.

use rand::{Rng as _, RngExt as _, SeedableRng as _, rngs::StdRng, seq::IndexedRandom as _};
use web::testing::both_databases;

use crate::{
    matrix::addresses,
    world::{Viewer, World},
};

/// How many requests each database gets.
const REQUESTS: usize = 5_000;

/// Values that break what reads them.
const SHARP: &[&str] = &[
    "",
    "%00",
    "%ff%fe",
    "%c0%af",
    "%e2%80%ae",
    "-1",
    "0",
    "99999999999999999999",
    "1e999",
    "NaN",
    "2026-02-30",
    "2026-13-01",
    "null",
    "true",
    "[]",
    "{}",
    "%3Cimg%20src=x%20onerror=alert(1)%3E",
    "'%20OR%20'1'='1",
    "..%2f..%2fetc%2fpasswd",
    "WzEsMl0",
    "W251bGwsbnVsbF0",
    "=1%2B1",
    "a%0d%0ab",
    "cmt_01arz3ndektsv4rrffq69g5fav",
    "per_00000000000000000000000001",
    "org_0",
    "{{7*7}}",
    "%",
];

/// Names that the product's forms, queries and bodies use.
const NAMES: &[&str] = &[
    "title",
    "due",
    "receiver",
    "promiser",
    "side",
    "origin",
    "why",
    "reason",
    "note",
    "value",
    "period",
    "numerator",
    "denominator",
    "finality",
    "revision",
    "once",
    "email",
    "password",
    "name",
    "language",
    "zone",
    "role",
    "organization",
    "person",
    "kind",
    "unit",
    "direction",
    "frequency",
    "layout",
    "only",
    "columns",
    "targets",
    "helps",
    "slows",
    "after",
    "q",
    "words",
    "status",
    "state",
    "view",
    "file",
    "content",
    "link",
    "since",
    "until",
    "skills",
    "area",
    "next",
];

/// What lists are asked for, forged: marks of `[1,2]`, `[1]`, `[null,null]` and `["x"]`, and others.
const LOOKING: &[&str] = &[
    "after=WzEsMl0",
    "after=WzFd",
    "after=W251bGwsbnVsbF0",
    "after=WyJ4Il0",
    "q=%00",
    "place=%00",
    "state=%ff",
];

const TYPES: &[&str] = &[
    "application/json",
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=e",
    "multipart/form-data",
    "text/plain",
    "",
    "application/json; charset=utf-16",
];

both_databases! {
    async fn no_noise_at_any_route_makes_a_fault(db) {
        let world = World::make(db).await;
        let partnership = world.partnerships[0].clone();
        let addresses = addresses(&world, &partnership).await;
        let viewers = world.viewers(&partnership);
        let routes: Vec<_> = world.app.routes().to_vec();
        let mut random = StdRng::seed_from_u64(20_260_512);
        let (mut faults, mut answers) = (Vec::new(), std::collections::BTreeMap::new());
        for n in 0..REQUESTS {
            let route = &routes[n % routes.len()];
            let paths = &addresses[&route.path];
            let path = paths.iter().nth(random.random_range(0..paths.len())).unwrap();
            let viewer = viewers.choose(&mut random).unwrap();
            let request = noise(&mut random, viewer, &route.method, path);
            let shown = format!("{n} {} {} {:?}", request.method(), request.uri(), request.headers());
            let seen = world.ask(request).await;
            *answers.entry(seen.status).or_insert(0_usize) += 1;
            let markup = seen.html && seen.text.contains("<img src=x onerror");
            if seen.status >= 500 || markup {
                faults.push(format!("{} for {shown}", seen.status));
            }
        }
        eprintln!("noise: {REQUESTS} requests at {} routes, answered {answers:?}", routes.len());
        assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
        assert!(answers.len() > 5, "noise that is always answered alike tests little: {answers:?}");
        world.end().await;
    }
}

/// A request at an address, good but for what chance breaks.
fn noise(
    random: &mut StdRng,
    viewer: &Viewer,
    method: &str,
    path: &str,
) -> http::Request<axum::body::Body> {
    let mut path = path.to_owned();
    if random.random_ratio(1, 5) {
        let parts: Vec<&str> = path.split('/').collect();
        let at = random.random_range(1..parts.len().max(2));
        let sharp = SHARP.choose(random).unwrap();
        let parts: Vec<&str> = parts
            .iter()
            .enumerate()
            .map(|(n, part)| if n == at { *sharp } else { *part })
            .collect();
        path = parts.join("/").replace('\\', "%5c");
    }
    match random.random_range(0..4) {
        0 | 1 => path = format!("{path}?{}", pairs(random)),
        // Alone: what else is wrong with a query would be refused first.
        2 => {
            path = format!("{path}?{}", LOOKING.choose(random).unwrap());
        }
        _ => {}
    }
    let kind = TYPES.choose(random).unwrap();
    let mut request = http::Request::builder()
        .method(method)
        .uri(path)
        .header("host", "localhost")
        .header("content-type", *kind);
    if let Some(person) = viewer.person {
        request = request.header("x-test-person", format!("{person};Viewer"));
    }
    for name in ["if-match", "idempotency-key", "last-event-id", "content-encoding", "range"] {
        if random.random_ratio(1, 8) {
            let bytes: Vec<u8> = (0..random.random_range(0..20))
                .map(|_| random.random_range(0x20_u8..=0xff))
                .map(|byte| if byte == 0x7f { b'~' } else { byte })
                .collect();
            request = request.header(name, http::HeaderValue::from_bytes(&bytes).unwrap());
        }
    }
    let body = if method == "GET" { Vec::new() } else { body(random, kind) };
    request.body(axum::body::Body::from(body)).unwrap()
}

fn body(random: &mut StdRng, kind: &str) -> Vec<u8> {
    let mut body = match random.random_range(0..4) {
        0 => {
            let mut bytes = vec![0; random.random_range(0..300)];
            random.fill_bytes(&mut bytes);
            bytes
        }
        _ if kind.starts_with("application/json") => json(random).to_string().into_bytes(),
        _ if kind.starts_with("multipart") => {
            let mut parts = String::new();
            for _ in 0..random.random_range(0..4) {
                let (name, value) = (NAMES.choose(random).unwrap(), SHARP.choose(random).unwrap());
                let part = format!(
                    "--e\r\nContent-Disposition: form-data; name=\"{name}\"; filename=\"f\"\r\n\r\n{value}\r\n"
                );
                parts.push_str(&part);
            }
            (parts + "--e--\r\n").into_bytes()
        }
        _ => pairs(random).into_bytes(),
    };
    if random.random_ratio(1, 6) && !body.is_empty() {
        let at = random.random_range(0..body.len());
        body[at] = random.random();
    }
    body
}

fn pairs(random: &mut StdRng) -> String {
    let count = random.random_range(0..12);
    let pair = |random: &mut StdRng| {
        format!("{}={}", NAMES.choose(random).unwrap(), SHARP.choose(random).unwrap())
    };
    (0..count).map(|_| pair(random)).collect::<Vec<_>>().join("&")
}

fn json(random: &mut StdRng) -> serde_json::Value {
    use serde_json::{Value, json};
    let mut members = serde_json::Map::new();
    for _ in 0..random.random_range(0..8) {
        let text =
            SHARP.choose(random).unwrap().replace("%00", "\0").replace("%e2%80%ae", "\u{202e}");
        let value = match random.random_range(0..7) {
            0 => Value::Null,
            1 => json!(random.random::<i64>()),
            2 => json!(random.random::<f64>() * 1e300),
            3 => json!([text, 1, null]),
            4 => json!({"by": "2027-01-01", "value": text}),
            _ => Value::from(text),
        };
        members.insert((*NAMES.choose(random).unwrap()).to_owned(), value);
    }
    Value::Object(members)
}
