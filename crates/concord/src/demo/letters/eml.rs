//! Reads the mails that we laid down ourselves: headers, and the plain part of two.

use base::Instant;
use data_encoding::BASE64;

use super::Letter;

/// The mail, when it has a receiver and a plain part.
pub(super) fn read(text: &str, at: Instant) -> Option<Letter> {
    let text = text.replace("\r\n", "\n");
    let (head, body) = text.split_once("\n\n")?;
    let plain = plain_part(head, body);
    Some(Letter {
        to: words(&header(head, "to")?),
        subject: words(&header(head, "subject").unwrap_or_default()),
        text: plain,
        at,
    })
}

/// A header's value, its folded lines joined.
fn header(head: &str, name: &str) -> Option<String> {
    let mut lines = head.lines().skip_while(|line| {
        line.split_once(':').is_none_or(|(found, _)| !found.eq_ignore_ascii_case(name))
    });
    let (_, first) = lines.next()?.split_once(':')?;
    let folded = lines.take_while(|line| line.starts_with([' ', '\t']));
    Some(folded.fold(first.trim().to_owned(), |all, line| format!("{all} {}", line.trim())))
}

/// The first `text/plain` part, or the whole body when it has no parts.
fn plain_part(head: &str, body: &str) -> String {
    let kind = header(head, "content-type").unwrap_or_default();
    if let Some((_, rest)) = kind.split_once("boundary=") {
        let mark = rest.trim_start_matches('"').split(['"', ';']).next().unwrap_or_default();
        let mark = format!("--{mark}");
        let parts = body.split(&mark).map(str::trim_start);
        let found = parts.filter_map(|part| part.split_once("\n\n")).find(|(head, _)| {
            header(head, "content-type").is_none_or(|kind| kind.starts_with("text/plain"))
        });
        return found.map(|(head, body)| decoded(head, body)).unwrap_or_default();
    }
    decoded(head, body)
}

fn decoded(head: &str, body: &str) -> String {
    let encoding = header(head, "content-transfer-encoding").unwrap_or_default();
    match encoding.to_ascii_lowercase().as_str() {
        "quoted-printable" => quoted(&body.replace("=\n", ""), false),
        "base64" => base64(body),
        _ => body.to_owned(),
    }
}

fn base64(text: &str) -> String {
    let packed: String = text.chars().filter(|sign| !sign.is_whitespace()).collect();
    let bytes = BASE64.decode(packed.as_bytes()).unwrap_or_default();
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Quoted-printable (RFC 2045); in headers an underscore is a blank (RFC 2047).
fn quoted(text: &str, in_header: bool) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        let hex =
            |byte: u8| char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
        match byte {
            b'=' => {
                let (high, low) = (rest.next().and_then(hex), rest.next().and_then(hex));
                bytes.extend(high.zip(low).map(|(high, low)| high << 4 | low));
            }
            b'_' if in_header => bytes.push(b' '),
            other => bytes.push(other),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// A header's text with its encoded words decoded (RFC 2047).
fn words(text: &str) -> String {
    let decode = |word: &str| -> Option<String> {
        let inner = word.strip_prefix("=?")?.strip_suffix("?=")?;
        let (_charset, rest) = inner.split_once('?')?;
        let (encoding, data) = rest.split_once('?')?;
        match encoding {
            "b" | "B" => Some(base64(data)),
            "q" | "Q" => Some(quoted(data, true)),
            _ => None,
        }
    };
    let mut all = String::new();
    let mut after_encoded = false;
    for word in text.split(' ') {
        let plain = decode(word);
        // Blanks between two encoded words are none.
        if !(all.is_empty() || after_encoded && plain.is_some()) {
            all.push(' ');
        }
        after_encoded = plain.is_some();
        all.push_str(plain.as_deref().unwrap_or(word));
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    const MAIL: &str = "From: Concord <concord@localhost.localdomain>\r\n\
        To: \"Tom Reyes\" <tom.reyes@harbor.riverbend.example>\r\n\
        Subject: =?utf-8?b?UHJvbWVzYTog?= =?utf-8?b?YcOxbw==?=\r\n\
        MIME-Version: 1.0\r\n\
        Content-Type: multipart/alternative;\r\n boundary=\"abc\"\r\n\r\n\
        --abc\r\nContent-Type: text/plain; charset=utf-8\r\n\
        Content-Transfer-Encoding: quoted-printable\r\n\r\n\
        Hola Tom,\r\n\r\nma=C3=B1ana es el d=C3=ADa de la prome=\r\nsa.\r\n\
        --abc\r\nContent-Type: text/html\r\n\r\n<p>no</p>\r\n--abc--\r\n";

    #[test]
    fn a_mail_of_two_parts_is_read_as_its_plain_one() {
        let letter = read(MAIL, Instant::from_micros(1)).unwrap();
        assert_eq!(letter.to, "\"Tom Reyes\" <tom.reyes@harbor.riverbend.example>");
        assert_eq!(letter.subject, "Promesa: año");
        assert_eq!(letter.text.trim(), "Hola Tom,\n\nmañana es el día de la promesa.");
    }

    #[test]
    fn what_is_no_mail_is_none() {
        assert_eq!(read("", Instant::from_micros(1)), None);
        assert_eq!(read("Subject: x\n\nno receiver", Instant::from_micros(1)), None);
    }
}
