//! Numbers: not numbers, too large, below nothing, written in the way of another country.

use super::table::Row;

const NUMBER: &str = "Enter a number, such as 12.5";

pub(super) fn rows() -> Vec<Row> {
    let value = |name, value: &str| {
        Row::form(name, "{p}/measures/{measure}/numbers", format!("period=2025-Q3&value={value}"))
    };
    let json = |name, number: &str| {
        let body = format!(r#"{{"period":"2025-Q3","value":{number}}}"#);
        Row::json(name, "{api}/measures/{measure}/numbers", body)
    };
    let define = |name, rest: &str| {
        let body = format!("title=T&kind=how_much&unit=number&direction=up&frequency=year&{rest}");
        Row::form(name, "{p}/measures", body)
    };
    vec![
        value("a number in words", "many").answers(422, NUMBER),
        value("a number that is none", "NaN").answers(422, NUMBER),
        value("a number without end", "Infinity").answers(422, NUMBER),
        value("a number in hexadecimal", "0x1F").answers(422, NUMBER),
        value("a number with a comma for a point", "12,5").answers(422, "Write 12.5 with a point"),
        value("a number in Arabic digits", "%d9%a1%d9%a2").answers(422, NUMBER),
        value("a number with two signs", "--5").answers(422, NUMBER),
        value("a number of 400 digits", &"9".repeat(400)).answers(422, "fewer digits"),
        value("a number with an exponent", "1e400").answers(422, NUMBER),
        value("a number that is a formula", "%3D1%2B1").answers(422, NUMBER),
        value("a number that is markup", "%3Cimg%20src=x%20onerror=alert(1)%3E")
            .answers(422, NUMBER),
        value("an amount out of nothing", "5&denominator=0").answers(422, "Enter a number above 0"),
        value("an amount out of less than nothing", "5&denominator=-3")
            .answers(422, "Enter a number above 0"),
        json("a number that overflows", "1e999").answers(422, "This JSON can't be read"),
        json("a number in a text", "\"5\"").answers(422, "expected f64"),
        json("nothing for a number", "null").answers(422, "expected f64"),
        json("a number with a leading nought", "007").answers(422, "This JSON can't be read"),
        define("days below nothing", "due_days=-1").answers(422, "whole number"),
        define("days beyond all", "due_days=99999999999999999999").answers(422, "whole number"),
        define("days beyond two years", "due_days=731").answers(422, "Enter at most 730"),
        define("a small count below nothing", "small_count=-5").answers(422, "whole number"),
        define("a small count beyond all", "small_count=4294967295")
            .answers(422, "Enter at most 1,000"),
        define("a target in words", "target_1_by=2027-01-01&target_1_value=more")
            .answers(422, NUMBER),
        define("a target without a date", "target_1_value=5").answers(422, "Fill this in"),
    ]
}
