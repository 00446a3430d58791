//! Uploads and tables: without a boundary, without a name, not what they say, with too much inside.

use super::table::{MARKUP, Row, Who};

const IMPORTS: &str = "{p}/measures/imports";
const UNREADABLE: &str = "What was sent could not be read";

pub(super) fn rows() -> Vec<Row> {
    [parts(), tables(), cells(), evidence()].into_iter().flatten().collect()
}

fn parts() -> Vec<Row> {
    let good = "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\nmeasure,2024\nx,1\n\r\n--edge--\r\n";
    let part = |name| Row::file(name, IMPORTS, "a.csv", b"measure,2024\nx,1\n");
    vec![
        part("parts without a boundary")
            .header("content-type", "multipart/form-data")
            .answers(400, UNREADABLE),
        part("parts with an empty boundary")
            .header("content-type", "multipart/form-data; boundary=")
            .answers(400, UNREADABLE),
        part("parts with another boundary")
            .header("content-type", "multipart/form-data; boundary=other")
            .answers(400, UNREADABLE),
        part("parts that break off").body(&good.as_bytes()[..60]).answers(400, UNREADABLE),
        part("parts with nothing in them").body("").answers(400, UNREADABLE),
        part("parts without a name")
            .body(good.replace("name=\"file\"; ", ""))
            .answers(422, "Choose a file"),
        part("parts with heads of 100 kB")
            .body(good.replace("form-data;", &format!("form-data; x=\"{}\";", "y".repeat(100_000))))
            .and_is_taken(303, ""),
        part("a thousand parts")
            .body(
                good.replace(
                    "--edge--",
                    &"--edge\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb\r\n"
                        .repeat(1_000),
                ) + "--edge--\r\n",
            )
            .and_is_taken(303, ""),
        part("parts in a type within parts")
            .header("content-type", "multipart/mixed; boundary=edge")
            .answers(415, "Send this as a form"),
        Row::form("a form without its file", IMPORTS, "file=a.csv").answers(422, "Choose a file"),
        Row::file("a file without bytes", IMPORTS, "a.csv", b"").answers(422, "This file is empty"),
        Row::file(
            "a file whose name is a way out",
            IMPORTS,
            "../../../etc/passwd",
            b"measure,2024\nx,1\n",
        )
        .and_is_taken(303, ""),
        Row::file("a file whose name is markup", IMPORTS, MARKUP, b"measure,2024\nx,1\n")
            .and_is_taken(303, ""),
        Row::file(
            "a file whose name has 5,000 letters",
            IMPORTS,
            &"n".repeat(5_000),
            b"measure,2024\nx,1\n",
        )
        .and_is_taken(303, ""),
        Row::get("the file whose name is markup", IMPORTS).and_is_taken(200, MARKUP),
        Row::file("a file of 22 megabytes", IMPORTS, "a.csv", &vec![b'x'; 22 * 1024 * 1024])
            .answers(413, "Send at most 21 MB"),
        Row::file("a file by a guest", IMPORTS, "a.csv", b"measure,2024\nx,1\n")
            .by(Who::Guest)
            .answers(403, "Your role does not allow this"),
        Row::file("a file by a stranger", IMPORTS, "a.csv", b"measure,2024\nx,1\n")
            .by(Who::Stranger)
            .answers(404, "nothing here"),
    ]
}

fn table(name: &'static str, layout: &str, text: &str) -> Row {
    let text = serde_json::Value::from(text).to_string();
    let body = format!(r#"{{"file":"t.csv","layout":"{layout}","content":{text}}}"#);
    Row::json(name, "{api}/measure-imports", body)
}

/// Tables for programs: the report says row, field and reason; nothing of a table that is wrong in
/// part is taken.
fn tables() -> Vec<Row> {
    vec![
        table("a table that is empty", "long", "").answers(200, "The file is empty"),
        table("a table of a header", "long", "measure,period,value\n")
            .answers(200, "There is a header and no row below it"),
        table("a table in a layout that is none", "tall", "a")
            .answers(422, "Choose one from the list"),
        table("a table that is a page", "long", "<!doctype html><html></html>")
            .answers(200, "There is"),
        table("a workbook", "long", "PK\u{3}\u{4}xl/workbook.xml")
            .answers(200, "This is an Excel workbook"),
        table("a quotation mark that never closes", "long", "measure,period,value\nx,2024,\"1\n")
            .answers(200, "never closes"),
        table("a row with too many cells", "long", "measure,period,value\nx,2024,1,2,3\n")
            .answers(200, "The row has 5 cells"),
        table("two columns of one name", "long", "measure,period,value,value\nx,2024,1,2\n")
            .answers(200, "Two columns have this name"),
    ]
}

/// What stands in the cells.
fn cells() -> Vec<Row> {
    vec![
        table("a number in words in a table", "long", "measure,period,value\nx,2024,many\n")
            .answers(200, "This is not a number"),
        table("a formula in a table", "long", "measure,period,value\nx,2024,=1+1\n")
            .answers(200, "This is not a number"),
        table("a period that is none", "long", "measure,period,value\nx,February 30,1\n")
            .answers(200, "This is not a period"),
        table("a day that is none", "long", "measure,period,value\nx,2026-02-30,1\n")
            .answers(200, "This is not a period"),
        table("two numbers for one period", "long", "measure,period,value\nx,2024,1\nx,2024,2\n")
            .answers(200, "has another number"),
        table("a cell with NUL", "long", "measure,period,value\nx\u{0},2024,1\n")
            .answers(200, "not text"),
        table(
            "a cell of 40,000 letters",
            "long",
            &format!("measure,period,value\n{},2024,1\n", "x".repeat(40_000)),
        )
        .answers(200, "longer than"),
        table(
            "a name of 300 letters",
            "long",
            &format!("measure,period,value\n{},2024,1\n", "x".repeat(300)),
        )
        .answers(200, "longer than"),
        table("20,000 columns", "wide", &format!("measure{}\nx\n", ",c".repeat(20_000)))
            .answers(200, "There are more than"),
        table("a table without periods", "wide", "measure,value\nx,1\n")
            .answers(200, "No column name holds a year"),
        table("periods of two lengths", "wide", "measure,2024,2024-Q1\nx,1,2\n")
            .answers(200, "longer or shorter"),
        Row::json(
            "a table without its text",
            "{api}/measure-imports",
            r#"{"file":"t.csv","layout":"long"}"#,
        )
        .answers(422, "missing field `content`"),
        Row::json(
            "a table whose name is blank",
            "{api}/measure-imports",
            r#"{"file":" ","layout":"long","content":"a"}"#,
        )
        .answers(422, "Fill this in"),
    ]
}

fn evidence() -> Vec<Row> {
    let path = "{p}/commitments/{commitment}/evidence";
    // Evidence has a name beside its file.
    let file = |name, file: &str, bytes: &[u8]| {
        let mut row = Row::file(name, path, file, bytes).by(Who::Alicia);
        let label = b"--edge\r\nContent-Disposition: form-data; name=\"label\"\r\n\r\nA\r\n";
        row.body.splice(..0, label.iter().copied());
        row
    };
    vec![
        file("a program for evidence", "run.exe", b"MZ\x90\0\x03")
            .answers(422, "This kind of file"),
        file("a page for evidence", "page.html", b"<!doctype html><script>alert(1)</script>")
            .answers(422, "This kind of file"),
        file("a picture that is a page", "cat.png", b"<!doctype html><script>alert(1)</script>")
            .answers(422, "This kind of file"),
        file(
            "a drawing that runs",
            "cat.svg",
            b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
        )
        .answers(422, "This kind of file"),
        file("a picture of nothing", "cat.png", b"").answers(422, "Choose another"),
        file("evidence of 40 megabytes", "a.pdf", &vec![b'x'; 40 * 1024 * 1024])
            .answers(413, "Send at most"),
    ]
}
