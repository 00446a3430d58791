//! From a form or a JSON body to an item of an agenda.

use web::{Failure, Input, Request};

use super::{About, Topic, commands::OnItem};

/// Which item a request is for, and how its caller last saw it.
pub(crate) fn on_item(request: &Request) -> Result<OnItem, Failure> {
    Ok(OnItem {
        meeting: request.param("id")?,
        id: request.param("item")?,
        seen: request.revision()?,
    })
}

/// What somebody wants talked about. A page that it is about is one of this partnership.
pub(crate) fn topic(input: &mut Input, slug: &str) -> Option<Topic> {
    let title = input.required("title");
    let (length, presenter) = (input.optional("length"), input.optional("presenter"));
    let why = input.optional("why");
    let about = input.optional::<About>("about");
    if about.as_ref().is_some_and(|about| !is_own(about.as_str(), slug)) {
        input.refuse("about", "meeting_about", Vec::new());
    }
    let topic = Topic { title: title?, length, presenter, why, about };
    input.is_fine().then_some(topic)
}

/// Whether a path leads to a page of this partnership and nowhere else.
fn is_own(path: &str, slug: &str) -> bool {
    let inside = path.strip_prefix("/p/").and_then(|rest| rest.strip_prefix(slug));
    let sign = |sign: u8| sign.is_ascii_alphanumeric() || b"/-_.~".contains(&sign);
    inside.is_some_and(|rest| {
        rest.starts_with('/')
            && rest.bytes().all(sign)
            && !rest.contains("//")
            && !rest.contains("..")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_item_is_about_a_page_of_its_own_partnership() {
        assert!(is_own("/p/riverbend/commitments/cmt_1", "riverbend"));
        for path in [
            "/p/riverbend",
            "/p/northfork/commitments/cmt_1",
            "/p/riverbend-east/commitments/1",
            "https://evil.example/p/riverbend/x",
            "//evil.example",
            "/p/riverbend//evil.example",
            "/p/riverbend/../../me",
            "/p/riverbend/x?next=y",
            "javascript:alert(1)",
        ] {
            assert!(!is_own(path, "riverbend"), "{path}");
        }
    }
}
