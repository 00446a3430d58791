//! Texts of people, with Markdown in them, as a part of a page: nothing in them can run, load or
//! lead where it does not say.

use std::{collections::HashSet, sync::OnceLock};

use ammonia::{Builder, UrlRelative};
use pulldown_cmark::{
    CowStr, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd, TextMergeStream, html,
};

use crate::Html;

/// What a text may be made of; pictures, tables and HTML of one's own are not among it.
const TAGS: [&str; 17] = [
    "p",
    "br",
    "hr",
    "strong",
    "em",
    "del",
    "a",
    "ul",
    "ol",
    "li",
    "blockquote",
    "code",
    "pre",
    "h3",
    "h4",
    "h5",
    "h6",
];

/// The highest heading in a text: the page has the first, its parts the second.
const HIGHEST: usize = 3;

/// A text as a part of a page. `names` are written in it as they stand here, such as
/// `@Jo Lindqvist`, each with the address it leads to, the longest first.
#[must_use]
pub fn markdown(text: &str, names: &[(String, String)]) -> Html {
    let parser = Parser::new_ext(text, Options::ENABLE_STRIKETHROUGH);
    let mut state = State { names, heading: HIGHEST - 1, links: Vec::new(), plain: 0 };
    let mut events = Vec::new();
    for event in TextMergeStream::new(parser) {
        state.take(event, &mut events);
    }
    let mut made = String::with_capacity(text.len() * 2);
    html::push_html(&mut made, events.into_iter());
    Html::made(cleaner().clean(&made).to_string())
}

fn cleaner() -> &'static Builder<'static> {
    static CLEANER: OnceLock<Builder<'static>> = OnceLock::new();
    CLEANER.get_or_init(|| {
        let mut builder = Builder::default();
        builder
            .tags(HashSet::from(TAGS))
            .url_schemes(HashSet::from(["http", "https", "mailto"]))
            .url_relative(UrlRelative::PassThrough)
            .link_rel(Some("noopener noreferrer nofollow"));
        builder
    })
}

/// What is known of the text so far.
struct State<'n> {
    names: &'n [(String, String)],
    /// The level of the last heading.
    heading: usize,
    /// For each open link, whether it is shown.
    links: Vec<bool>,
    /// How many code blocks, links and pictures are open: names in them stay text.
    plain: usize,
}

impl State<'_> {
    fn take<'a>(&mut self, event: Event<'a>, out: &mut Vec<Event<'a>>) {
        match event {
            Event::Text(text) if self.plain == 0 => self.name(&text, out),
            Event::Html(text) | Event::InlineHtml(text) => out.push(Event::Text(text)),
            Event::SoftBreak => out.push(Event::HardBreak),
            Event::Start(tag) => self.open(tag, out),
            Event::End(tag) => self.close(tag, out),
            Event::Text(_)
            | Event::Code(_)
            | Event::InlineMath(_)
            | Event::DisplayMath(_)
            | Event::FootnoteReference(_)
            | Event::HardBreak
            | Event::Rule
            | Event::TaskListMarker(_) => out.push(event),
        }
    }

    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "the rest of a library's list passes as it is"
    )]
    fn open<'a>(&mut self, tag: Tag<'a>, out: &mut Vec<Event<'a>>) {
        match tag {
            Tag::Heading { level, .. } => {
                // No level is left out, whatever signs the writer chose.
                self.heading = (HIGHEST - 1 + level as usize).min(self.heading + 1).min(6);
                let level = level_of(self.heading);
                let (id, classes, attrs) = (None, Vec::new(), Vec::new());
                out.push(Event::Start(Tag::Heading { level, id, classes, attrs }));
            }
            Tag::Link { ref dest_url, .. } => {
                let shown = leads_somewhere(dest_url);
                self.links.push(shown);
                self.plain += 1;
                if shown {
                    out.push(Event::Start(tag));
                }
            }
            // A picture would be fetched from elsewhere: its words stand for it.
            Tag::Image { .. } => self.plain += 1,
            Tag::HtmlBlock => out.push(Event::Start(Tag::Paragraph)),
            Tag::CodeBlock(_) => {
                self.plain += 1;
                out.push(Event::Start(tag));
            }
            other => out.push(Event::Start(other)),
        }
    }

    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "the rest of a library's list passes as it is"
    )]
    fn close(&mut self, tag: TagEnd, out: &mut Vec<Event<'_>>) {
        match tag {
            TagEnd::Heading(_) => out.push(Event::End(TagEnd::Heading(level_of(self.heading)))),
            TagEnd::Link => {
                self.plain = self.plain.saturating_sub(1);
                if self.links.pop() == Some(true) {
                    out.push(Event::End(TagEnd::Link));
                }
            }
            TagEnd::Image => self.plain = self.plain.saturating_sub(1),
            TagEnd::HtmlBlock => out.push(Event::End(TagEnd::Paragraph)),
            TagEnd::CodeBlock => {
                self.plain = self.plain.saturating_sub(1);
                out.push(Event::End(TagEnd::CodeBlock));
            }
            other => out.push(Event::End(other)),
        }
    }

    /// A text in which names become links.
    fn name(&self, text: &str, out: &mut Vec<Event<'_>>) {
        let mut rest = text;
        'rest: while !rest.is_empty() {
            for (at, _) in rest.match_indices('@') {
                let (before, after) = rest.split_at(at);
                let found = self.names.iter().find(|(name, _)| after.starts_with(name.as_str()));
                let Some((name, href)) = found else { continue };
                out.push(Event::Text(CowStr::from(before.to_owned())));
                out.push(Event::Start(Tag::Link {
                    link_type: LinkType::Inline,
                    dest_url: CowStr::from(href.clone()),
                    title: CowStr::from(""),
                    id: CowStr::from(""),
                }));
                out.push(Event::Text(CowStr::from(name.clone())));
                out.push(Event::End(TagEnd::Link));
                rest = after.strip_prefix(name.as_str()).unwrap_or_default();
                continue 'rest;
            }
            out.push(Event::Text(CowStr::from(rest.to_owned())));
            return;
        }
    }
}

/// Whether a link goes to the web, to a mailbox or to a page of ours.
fn leads_somewhere(address: &str) -> bool {
    let lower = address.to_ascii_lowercase();
    ["https://", "http://", "mailto:"].iter().any(|start| lower.starts_with(start))
        || (address.starts_with('/') && !address.starts_with("//") && !address.starts_with("/\\"))
}

const fn level_of(level: usize) -> HeadingLevel {
    match level {
        0..=3 => HeadingLevel::H3,
        4 => HeadingLevel::H4,
        5 => HeadingLevel::H5,
        _ => HeadingLevel::H6,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn made(text: &str) -> String {
        markdown(text, &[]).markup().to_owned()
    }

    #[test]
    fn people_write_lists_lines_and_emphasis() {
        assert_eq!(made("One **two**\nthree"), "<p>One <strong>two</strong><br>\nthree</p>\n");
        assert_eq!(made("- a\n- b"), "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n");
    }

    #[test]
    fn html_stays_text_and_nothing_runs() {
        let hostile = [
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "[a](javascript:alert(1))",
            "[a](JaVaScRiPt:alert(1))",
            "[a](data:text/html,x)",
            "[a](//evil.example)",
            "![a](https://evil.example/pixel.png)",
            "<a href=\"javascript:alert(1)\">x</a>",
            "<https://ok.example/\"onmouseover=\"alert(1)>",
        ];
        for text in hostile {
            let html = made(text);
            // What stands in text, with its angle brackets escaped, does nothing.
            for bad in [
                "<script",
                "<img",
                "<a href=\"javascript",
                "<a href=\"data",
                "<a href=\"//",
                " onmouseover",
            ] {
                assert!(!html.to_ascii_lowercase().contains(bad), "{text}: {html}");
            }
        }
        assert!(made("<b>x</b>").contains("&lt;b&gt;x&lt;/b&gt;"));
    }

    #[test]
    fn headings_begin_below_those_of_the_page_and_leave_no_level_out() {
        let html = made("# One\n\n#### Two\n\n## Three");
        for part in ["<h3>One</h3>", "<h4>Two</h4>", "<h4>Three</h4>"] {
            assert!(html.contains(part), "{html}");
        }
    }

    #[test]
    fn names_become_links_but_not_in_code() {
        let names = [("@Jo Lindqvist".to_owned(), "/p/x/people/1".to_owned())];
        let html = markdown("Ask @Jo Lindqvist, `@Jo Lindqvist`", &names).markup().to_owned();
        assert!(html.contains("Ask <a href=\"/p/x/people/1\""), "{html}");
        assert!(html.contains("<code>@Jo Lindqvist</code>"), "{html}");
    }

    proptest! {
        #[test]
        fn no_text_makes_a_tag_that_was_not_asked_for(text in "\\PC{0,200}") {
            let html = made(&text).to_ascii_lowercase();
            for part in html.split('<').skip(1) {
                let name: String = part.trim_start_matches('/').chars()
                    .take_while(char::is_ascii_alphanumeric).collect();
                prop_assert!(TAGS.contains(&name.as_str()), "{html}");
            }
        }
    }
}
