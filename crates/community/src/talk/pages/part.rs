//! Posts as parts of pages, and what is said about a record on its page.

use askama::Template;
use store::{Cx, Subject};
use web::{Block, Failure, FormView, Html, Section, Shell};

use crate::talk::{
    PostState, Reaction, Reader, Ruling, Thread, ThreadId, access,
    lists::{Entry, Said},
    mention::{Mention, Target},
    queries::OfSubject,
    words,
};

/// One post.
pub(crate) struct PostView {
    /// Its place in addresses, as in `#p3`.
    pub(crate) mark: String,
    pub(crate) letters: String,
    pub(crate) person: String,
    pub(crate) about: String,
    /// What it says, when the reader may read it.
    pub(crate) html: Option<Html>,
    /// Why others cannot read it.
    pub(crate) gone: Option<String>,
    pub(crate) edited: Option<(String, String)>,
    pub(crate) reactions: Vec<ReactionView>,
    pub(crate) acts: Vec<(String, String)>,
}

/// What others say to a post without words.
pub(crate) struct ReactionView {
    pub(crate) label: String,
    pub(crate) count: i64,
    pub(crate) name: Reaction,
    pub(crate) mine: bool,
    /// Whether the reader may react so, or take it back.
    pub(crate) may: bool,
    pub(crate) action: String,
}

/// What posts are shown with.
pub(crate) struct Around<'a> {
    pub(crate) shell: &'a Shell,
    pub(crate) slug: &'a str,
    pub(crate) thread: &'a Thread,
    pub(crate) reader: Reader,
    pub(crate) may_write: bool,
    /// What was done to posts, with who did it.
    pub(crate) rulings: &'a [(Ruling, String)],
}

/// A post with all that can be done with it.
pub(crate) fn post(around: &Around<'_>, said: &Said) -> PostView {
    let Around { shell, slug, thread, reader, .. } = around;
    let post = &said.post;
    let base = format!("/p/{slug}/discussions/{}/posts/{}", thread.id, post.id);
    let body = post.readable(*reader);
    let when = shell.ago(post.by.at);
    PostView {
        mark: format!("p{}", post.number),
        letters: words::letters(&said.person),
        person: said.person.clone(),
        about: if said.organization.is_empty() {
            when
        } else {
            shell.t2("talk-by", "organization", said.organization.as_str(), "when", when)
        },
        html: body.map(|body| web::markdown(body.as_str(), &links(shell, slug, &said.named))),
        gone: words::gone(shell, post, around.rulings),
        edited: post.edited_at.filter(|_| body.is_some()).map(|at| {
            let text = shell.t1("talk-edited", "when", shell.ago(at));
            (text, shell.href(&format!("{base}/history")))
        }),
        reactions: if post.state == PostState::Shown {
            reactions(around, said, &base)
        } else {
            Vec::new()
        },
        acts: acts(around, said, &base),
    }
}

/// Names as they are written in a text, the longest first, each with its page.
pub(crate) fn links(shell: &Shell, slug: &str, named: &[Mention]) -> Vec<(String, String)> {
    let link = |mention: &Mention| {
        let path = match mention.target {
            Target::Person(id) => format!("/p/{slug}/people/{id}"),
            Target::Organization(id) => format!("/p/{slug}/organizations/{id}"),
        };
        (mention.name.clone(), shell.href(&path))
    };
    let mut all: Vec<(String, String)> = named.iter().map(link).collect();
    all.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
    all
}

fn reactions(around: &Around<'_>, said: &Said, base: &str) -> Vec<ReactionView> {
    let each = Reaction::ALL.iter().zip(said.post.reactions).zip(said.mine);
    let view = |((name, count), mine): ((&Reaction, i64), bool)| {
        let takes = said.post.takes(*name, around.reader.person).is_ok();
        ReactionView {
            label: words::said(around.shell, "talk-reaction", name),
            count,
            name: *name,
            mine,
            may: around.may_write && (takes || mine),
            action: around.shell.href(&format!("{base}/reactions")),
        }
    };
    each.map(view).filter(|one| one.may || one.count > 0).collect()
}

/// What the reader can do with a post: their own, as a coordinator another's.
fn acts(around: &Around<'_>, said: &Said, base: &str) -> Vec<(String, String)> {
    let (post, reader) = (&said.post, around.reader);
    let own = post.by.person == reader.person;
    let mut names = Vec::new();
    match post.state {
        PostState::Shown => {
            if own && around.may_write {
                names.push("edit");
            }
            if own {
                names.push("take-back");
            }
            if reader.coordinates && !own {
                names.push("hide");
            }
        }
        PostState::Hidden => {
            if own && !post.appealed {
                names.push("appeal");
            }
            if own {
                names.push("take-back");
            }
            if reader.coordinates {
                names.push("review");
            }
        }
        PostState::TakenBack => {}
    }
    let act = |name: &str| {
        (words::said(around.shell, "talk-act", name), around.shell.href(&format!("{base}/{name}")))
    };
    names.into_iter().map(act).collect()
}

/// What is said about a record, on its page.
#[derive(Template)]
#[template(path = "community/talk_block.html")]
struct TalkBlock {
    shell: Shell,
    form: FormView,
    lead: String,
    threads: Vec<ThreadView>,
    all: Option<String>,
    may_write: bool,
    action: String,
    about: String,
    once: String,
    disagree: Option<String>,
}

/// One thread on the page of its record.
pub(crate) struct ThreadView {
    pub(crate) href: String,
    pub(crate) place: Option<String>,
    pub(crate) quote: Option<String>,
    pub(crate) title: Option<String>,
    pub(crate) closed: bool,
    pub(crate) first: Option<PostView>,
    pub(crate) answers: Vec<PostView>,
    /// How many answers stand between, and are not shown here.
    pub(crate) between: i64,
}

pub(crate) fn block(cx: &Cx, subject: &Subject, talk: &OfSubject) -> Result<Block, Failure> {
    let slug = talk.place.slug.as_str();
    let shell = Shell::new(cx, Some(&talk.place), "talk-title", Section::Meetings);
    let key = format!("{}:{}", subject.kind, subject.id);
    let base = format!("/p/{slug}/discussions");
    let speaks = access::speaks_for(&talk.place.standing, None).is_some();
    let may_write = talk.may_write && speaks;
    let view = |(entry, posts): &(Entry, Vec<Said>)| {
        let around = Around {
            shell: &shell,
            slug,
            thread: &entry.thread,
            reader: talk.reader,
            may_write,
            rulings: &[],
        };
        thread(&around, posts)
    };
    let threads: Vec<ThreadView> = talk.threads.iter().map(view).collect();
    let lead = match (threads.len(), may_write) {
        (0, true) => shell.t("talk-none-yet").into_owned(),
        (0, false) => shell.t("talk-none").into_owned(),
        (count, true) => shell.t1("talk-lead", "count", count),
        (count, false) => shell.t1("talk-lead-read", "count", count),
    };
    // On the page of a disagreement nobody needs a second one about it.
    let may_disagree = !access::is_guest(&talk.place.standing) && subject.kind != "disagreement";
    let disagree = format!("/p/{slug}/disagreements/new?about={key}");
    let parts = TalkBlock {
        lead,
        threads,
        all: talk.more.then(|| shell.href(&format!("{base}?about={key}"))),
        may_write,
        action: shell.href(&format!("{base}/new")),
        disagree: may_disagree.then(|| shell.href(&disagree)),
        about: key,
        once: cx.new_id::<ThreadId>().to_string(),
        form: FormView::new(),
        shell,
    };
    let title = parts.shell.t("talk-block").into_owned();
    Ok(Block { id: "talk", title, html: Html::of(&parts)? })
}

/// A thread with the posts that are shown of it.
fn thread(around: &Around<'_>, posts: &[Said]) -> ThreadView {
    let Around { shell, slug, thread, .. } = around;
    let mut shown = posts.iter().map(|said| post(around, said));
    let first = shown.next();
    let answers: Vec<PostView> = shown.collect();
    let readable = posts.first().is_some_and(|said| said.post.state == PostState::Shown);
    let count = i64::try_from(answers.len()).unwrap_or_default();
    ThreadView {
        href: shell.href(&format!("/p/{slug}/discussions/{}", thread.id)),
        place: words::place(shell, thread),
        quote: thread
            .anchor
            .as_ref()
            .and_then(|anchor| anchor.quote.as_ref().map(ToString::to_string)),
        title: thread.title.as_ref().filter(|_| readable).map(ToString::to_string),
        closed: thread.closed.is_some(),
        between: thread.posts - 1 - count,
        first,
        answers,
    }
}
