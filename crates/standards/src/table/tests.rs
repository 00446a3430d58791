use proptest::prelude::*;

use super::*;

fn read(bytes: &[u8]) -> (Table, Findings) {
    let mut findings = Findings::default();
    let table = Table::read(bytes, &mut findings);
    (table, findings)
}

fn refusal(bytes: &[u8]) -> Code {
    let (table, findings) = read(bytes);
    assert!(table.rows().is_empty() || findings.refused.len() == 1, "{findings:?}");
    findings.refused.first().map(|finding| finding.code).unwrap()
}

fn cells(table: &Table) -> Vec<Vec<&str>> {
    let columns = table.names().count();
    table.rows().iter().map(|row| (0..columns).map(|at| row.cell(at)).collect()).collect()
}

#[test]
fn the_sign_between_cells_is_found() {
    for text in ["a,b;c\n1,2", "a\tb;c\n1\t2", "a|b;c\n1|2", "\"x,y,z\nq\";b\n1;2"] {
        let (table, findings) = read(text.as_bytes());
        assert_eq!(cells(&table), [["1", "2"]], "{text}");
        assert_eq!(findings, Findings::default(), "{text}");
    }
}

#[test]
fn every_encoding_that_spreadsheets_write_is_read() {
    let text = "name,n\nDoña Ana – “south”,1\n";
    let utf16 = |unit: fn(u16) -> [u8; 2], mark: &[u8]| -> Vec<u8> {
        mark.iter().copied().chain(text.encode_utf16().flat_map(unit)).collect()
    };
    let windows = b"name,n\nDo\xf1a Ana \x96 \x93south\x94,1\n".to_vec();
    let marked = [b"\xef\xbb\xbf", text.as_bytes()].concat();
    for bytes in [
        text.as_bytes().to_vec(),
        marked,
        utf16(u16::to_le_bytes, b"\xff\xfe"),
        utf16(u16::to_be_bytes, b"\xfe\xff"),
        windows.clone(),
    ] {
        let (table, findings) = read(&bytes);
        assert_eq!(table.names().collect::<Vec<_>>(), ["name", "n"]);
        assert_eq!(cells(&table), [["Doña Ana – “south”", "1"]]);
        let guessed = bytes == windows;
        let warned = findings.warnings.iter().any(|f| f.code == Code::ReadAsWindows1252);
        assert_eq!(guessed, warned);
    }
}

#[test]
fn what_is_no_table_is_named() {
    assert_eq!(refusal(b""), Code::FileEmpty);
    assert_eq!(refusal(b"\n\n , \n"), Code::FileEmpty);
    assert_eq!(refusal(b"a,b\n"), Code::NoRows);
    assert_eq!(refusal(b"PK\x03\x04rest of a workbook"), Code::Workbook);
    assert_eq!(refusal(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01"), Code::NotText);
    assert_eq!(refusal(b"\xff\xfea"), Code::NotText);
    assert_eq!(refusal(b"a\0,\0b\0\n\0x\0,\0y\0"), Code::NotText);
    assert_eq!(refusal("a,".repeat(20_000).as_bytes()), Code::TooManyColumns);
    assert_eq!(refusal(b"a,b\n1,\"2\n3,4\n5,6\n"), Code::QuoteNotClosed);
}

#[test]
fn a_wrong_row_is_named_by_its_row_and_column_and_the_others_are_read() {
    let text = format!("a,b\n1,2\n\n1,2,3\n4\n\"x\ny\",5\n\"{}\",1\n6,\u{1}\n", "z".repeat(40_000));
    let (table, findings) = read(text.as_bytes());
    assert_eq!(cells(&table), [["1", "2"], ["4", ""], ["x\ny", "5"]]);
    let refused: Vec<_> =
        findings.refused.iter().map(|f| (f.row.unwrap(), f.column.as_deref(), f.code)).collect();
    // The quoted line break makes row 6 two lines tall: a spreadsheet shows the next as row 7.
    let expected = [
        (4, None, Code::RowTooLong),
        (7, Some("a"), Code::CellTooLong),
        (8, Some("b"), Code::ControlCharacter),
    ];
    assert_eq!(refused, expected);
    assert_eq!(findings.warnings.first().map(|f| (f.row, f.code)), Some((Some(5), Code::RowShort)));
}

#[test]
fn columns_are_found_in_whatever_signs_they_are_written() {
    let (table, _) = read(b" Data  Value ,CoC Number,a,A,b,b\n1,2,3,4,5,6\n");
    assert_eq!(table.column("data_value").unwrap(), Some(0));
    assert_eq!(table.column("coc-number").unwrap(), Some(1));
    assert_eq!(table.column("A").unwrap(), Some(3));
    assert_eq!(table.column("c").unwrap(), None);
    assert_eq!(table.column("b").unwrap_err().code, Code::ColumnTwice);
}

proptest! {
    #[test]
    fn no_bytes_make_reading_panic(bytes in proptest::collection::vec(any::<u8>(), 0..2000)) {
        drop(read(&bytes));
    }

    #[test]
    fn no_text_makes_reading_panic(text in "[a-z0-9,;\t\"\n\r\u{0}ñ€. -]{0,400}") {
        drop(read(text.as_bytes()));
    }

    #[test]
    fn what_a_csv_writer_wrote_is_read_back(
        rows in proptest::collection::vec(proptest::collection::vec("[a-zñ,;\"\n 0-9]{0,12}x", 3), 1..20),
    ) {
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.write_record(["one", "two", "three"]).unwrap();
        for row in &rows { writer.write_record(row).unwrap(); }
        let bytes = writer.into_inner().unwrap();
        let (table, findings) = read(&bytes);
        prop_assert!(findings.refused.is_empty());
        let trimmed: Vec<Vec<&str>> =
            rows.iter().map(|row| row.iter().map(|cell| cell.trim()).collect()).collect();
        prop_assert_eq!(cells(&table), trimmed);
    }
}
