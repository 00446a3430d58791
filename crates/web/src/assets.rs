//! The style sheets, scripts, fonts and pictures that pages name, carried inside the binary.
//!
//! A page names a file by [`asset`], whose address changes with the file, so that browsers may keep
//! it for ever. Files of other projects have brotli twins made by `tools/vendor-web-assets`.

use std::{borrow::Cow, collections::HashMap, fmt::Write as _, sync::LazyLock};

use http::{HeaderValue, Response, StatusCode, header};
use rust_embed::Embed;

#[derive(Embed)]
#[folder = "assets"]
struct Files;

/// The address of a file of `crates/web/assets`, such as `/assets/concord.css?v=1f0c77ab`.
#[must_use]
pub fn asset(path: &str) -> String {
    // A wrong name gives an address that answers 404; a test walks the templates for those.
    FILES.get(path).map_or_else(|| format!("/assets/{path}"), |file| file.address.clone())
}

/// Answers a request for `/assets/{path}`; `None` when there is no such file.
pub(crate) fn response(
    path: &str,
    query: Option<&str>,
    accept_encoding: Option<&str>,
    if_none_match: Option<&str>,
) -> Option<Response<Cow<'static, [u8]>>> {
    let file = FILES.get(path)?;
    let twin = if takes_brotli(accept_encoding) { Files::get(&format!("{path}.br")) } else { None };
    let encoded = twin.is_some();
    let etag = format!("\"{}{}\"", file.version, if encoded { "-br" } else { "" });
    let known = if_none_match.is_some_and(|known| known.split(',').any(|one| one.trim() == etag));
    let body = if known { Cow::Borrowed(&[][..]) } else { twin.or_else(|| Files::get(path))?.data };

    let mut response = Response::new(body);
    if known {
        *response.status_mut() = StatusCode::NOT_MODIFIED;
    }
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(file.media_type));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(file.keep(query)));
    headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    headers.insert(header::ETAG, HeaderValue::from_str(&etag).ok()?);
    if encoded {
        headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("br"));
    }
    Some(response)
}

/// What is known of a file before it is asked for.
struct File {
    /// The first 8 hexadecimal digits of its SHA-256.
    version: String,
    address: String,
    media_type: &'static str,
}

impl File {
    /// How long a browser may keep it: for ever under the address of this version, a day under
    /// the plain one, by which style sheets name fonts and pictures.
    fn keep(&self, query: Option<&str>) -> &'static str {
        if query.and_then(|query| query.strip_prefix("v=")) == Some(self.version.as_str()) {
            "public, max-age=31536000, immutable"
        } else {
            "public, max-age=86400"
        }
    }
}

static FILES: LazyLock<HashMap<String, File>> = LazyLock::new(|| {
    let mut files = HashMap::new();
    for path in Files::iter() {
        // Twins and the manifest are not served by their own names.
        let (Some(media_type), Some(file)) = (media_type(&path), Files::get(&path)) else {
            continue;
        };
        let mut version = String::with_capacity(8);
        for byte in file.metadata.sha256_hash().iter().take(4) {
            if write!(version, "{byte:02x}").is_err() {
                break;
            }
        }
        let address = format!("/assets/{path}?v={version}");
        files.insert(path.into_owned(), File { version, address, media_type });
    }
    files
});

fn media_type(path: &str) -> Option<&'static str> {
    Some(match path.rsplit_once('.')?.1 {
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" => "image/jpeg",
        "woff2" => "font/woff2",
        _ => return None,
    })
}

fn takes_brotli(accept_encoding: Option<&str>) -> bool {
    accept_encoding.is_some_and(|accepted| {
        accepted.split(',').any(|one| {
            let (coding, weight) = one.trim().split_once(';').unwrap_or((one.trim(), ""));
            coding.trim() == "br" && !matches!(weight.trim(), "q=0" | "q=0.0" | "q=0.00")
        })
    })
}

#[cfg(test)]
mod tests {
    use std::{collections::HashSet, io::Read as _};

    use sha2::{Digest as _, Sha256};

    use super::*;

    #[derive(serde::Deserialize)]
    struct Manifest {
        package: Vec<Package>,
    }

    #[derive(serde::Deserialize)]
    #[expect(dead_code, reason = "read to prove that each package names them")]
    struct Package {
        name: String,
        version: String,
        source: String,
        homepage: String,
        licence: String,
        file: Vec<Listed>,
    }

    #[derive(serde::Deserialize)]
    struct Listed {
        path: String,
        sha256: String,
    }

    #[test]
    fn the_manifest_tells_every_file_of_others_and_its_sum() {
        let text = Files::get("MANIFEST.toml").unwrap();
        let manifest: Manifest = toml::from_str(std::str::from_utf8(&text.data).unwrap()).unwrap();
        let mut listed = HashSet::from(["MANIFEST.toml".to_owned()]);
        for own in [
            "agreements.css",
            "concord.css",
            "concord.js",
            "mark.svg",
            "minutes.js",
            "roadmap.css",
            "talk.css",
        ] {
            listed.insert(own.to_owned());
        }
        for file in manifest.package.iter().flat_map(|package| &package.file) {
            let body = Files::get(&file.path).unwrap_or_else(|| panic!("no {}", file.path));
            let sum = data_encoding::HEXLOWER.encode(&Sha256::digest(&body.data));
            assert_eq!(sum, file.sha256, "{}", file.path);
            listed.insert(file.path.clone());
        }
        let unlisted: Vec<_> =
            Files::iter().filter(|path| !listed.contains(path.trim_end_matches(".br"))).collect();
        assert!(unlisted.is_empty(), "not in MANIFEST.toml: {unlisted:?}");
    }

    #[test]
    fn each_twin_opens_to_its_file() {
        let twins: Vec<_> = Files::iter().filter(|path| path.ends_with(".br")).collect();
        assert!(twins.len() > 30, "{}", twins.len());
        for twin in twins {
            let packed = Files::get(&twin).unwrap();
            let mut body = Vec::new();
            brotli::Decompressor::new(&*packed.data, 4096).read_to_end(&mut body).unwrap();
            let file = Files::get(twin.trim_end_matches(".br")).unwrap();
            assert!(body == *file.data, "{twin}");
        }
    }

    #[test]
    fn what_the_style_sheets_and_templates_name_is_there() {
        let templates = concat!(env!("CARGO_MANIFEST_DIR"), "/templates");
        let mut named = 0;
        for entry in std::fs::read_dir(templates).unwrap() {
            let text = std::fs::read_to_string(entry.unwrap().path()).unwrap();
            for part in text.split("shell.asset(\"").skip(1) {
                let path = part.split('"').next().unwrap();
                assert!(FILES.contains_key(path), "{path}");
                named += 1;
            }
        }
        assert!(named >= 5, "{named}");
        let css = Files::get("uswds/css/uswds.min.css").unwrap();
        for part in std::str::from_utf8(&css.data).unwrap().split("url(../").skip(1) {
            let path = format!("uswds/{}", part.split(')').next().unwrap());
            assert!(FILES.contains_key(&path), "{path}");
        }
    }

    #[test]
    fn a_file_is_kept_for_ever_only_under_the_address_of_its_version() {
        let address = asset("concord.css");
        let (_, query) = address.split_once('?').unwrap();
        let kept = |query| {
            let answer = response("concord.css", query, None, None).unwrap();
            answer.headers()[header::CACHE_CONTROL].to_str().unwrap().to_owned()
        };
        assert!(kept(Some(query)).contains("immutable"));
        assert!(!kept(Some("v=00000000")).contains("immutable"));
        assert!(!kept(None).contains("immutable"));
    }

    #[test]
    fn the_twin_goes_only_to_those_who_take_it() {
        let path = "uswds/css/uswds.min.css";
        let packed = response(path, None, Some("gzip, br;q=0.9"), None).unwrap();
        assert_eq!(packed.headers()[header::CONTENT_ENCODING], "br");
        for accepted in [None, Some("gzip"), Some("br;q=0, gzip"), Some("brotli")] {
            let plain = response(path, None, accepted, None).unwrap();
            assert!(plain.headers().get(header::CONTENT_ENCODING).is_none(), "{accepted:?}");
            assert!(plain.body().len() > packed.body().len());
        }
    }

    #[test]
    fn a_browser_that_has_the_file_gets_no_body() {
        let first = response("concord.js", None, None, None).unwrap();
        let etag = first.headers()[header::ETAG].to_str().unwrap().to_owned();
        let again =
            response("concord.js", None, None, Some(&format!("\"other\", {etag}"))).unwrap();
        assert_eq!(again.status(), StatusCode::NOT_MODIFIED);
        assert!(again.body().is_empty());
    }

    #[test]
    fn nothing_else_is_served() {
        for path in
            ["MANIFEST.toml", "uswds/css/uswds.min.css.br", "../Cargo.toml", "", "uswds", "x.css"]
        {
            assert!(response(path, None, None, None).is_none(), "{path}");
        }
    }
}
