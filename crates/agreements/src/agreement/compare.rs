//! Two versions side by side: the legal text of each, line by line, with what went and what came.

pub(crate) mod api;

use askama::Template;
use similar::{Algorithm, DiffOp, capture_diff_slices};
use store::Cx;
use web::{Failure, FormView, Input, Request, Response, Shell};

use super::{
    DraftError,
    pages::{base_of, shell},
    queries::{self, Record},
    words::Choice,
};
use crate::Error;

/// A line of both versions, or of one of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Pair {
    /// The line of the older version, when it has one here.
    pub(crate) left: Option<String>,
    /// The line of the newer one.
    pub(crate) right: Option<String>,
}

impl Pair {
    fn is_same(&self) -> bool {
        self.left == self.right
    }
}

/// Lays two texts side by side.
pub(crate) fn pairs(left: &str, right: &str) -> Vec<Pair> {
    let (old, new): (Vec<&str>, Vec<&str>) = (left.lines().collect(), right.lines().collect());
    let line = |lines: &[&str], at: usize| lines.get(at).map(|line| (*line).to_owned());
    let mut all = Vec::new();
    for op in capture_diff_slices(Algorithm::Myers, &old, &new) {
        let (old_range, new_range) = (op.old_range(), op.new_range());
        if let DiffOp::Equal { .. } = op {
            let both = old_range.zip(new_range);
            all.extend(both.map(|(o, n)| Pair { left: line(&old, o), right: line(&new, n) }));
            continue;
        }
        let most = old_range.len().max(new_range.len());
        for at in 0..most {
            let (o, n) = (old_range.start + at, new_range.start + at);
            let left = (o < old_range.end).then(|| line(&old, o)).flatten();
            let right = (n < new_range.end).then(|| line(&new, n)).flatten();
            all.push(Pair { left, right });
        }
    }
    all
}

/// The page.
#[derive(Template)]
#[template(path = "agreements/compare.html")]
struct ComparePage {
    shell: Shell,
    form: FormView,
    title: String,
    action: String,
    versions: Vec<Choice>,
    left: i64,
    right: i64,
    changes: usize,
    pairs: Vec<Pair>,
}

web::page!(ComparePage);

/// `GET /p/{partnership}/agreements/{id}/compare`
pub(crate) async fn show(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.query();
    let record = queries::agreement(&cx, request.param("id")?).await?;
    let (left, right, pairs) = laid(&record, &mut input)?;
    let base = base_of(&record);
    let title = record.agreement.title.to_string();
    let shell = shell(&cx, &record);
    let heading = shell.t("agreements-compare").into_owned();
    let typed = vec![("from", left.to_string()), ("to", right.to_string())];
    let versions = record.versions.iter().map(|version| {
        let number = version.number;
        (number.to_string(), shell.t1("agreements-version", "number", number))
    });
    let page = ComparePage {
        form: FormView::filled(typed),
        versions: versions.collect(),
        changes: pairs.iter().filter(|pair| !pair.is_same()).count(),
        shell: shell.crumb(title.clone(), &base).titled(heading),
        action: format!("{base}/compare"),
        title,
        left,
        right,
        pairs,
    };
    web::page(&request, &page)
}

/// The two versions that are asked for, or else the last two.
fn laid(record: &Record, input: &mut Input) -> Result<(i64, i64, Vec<Pair>), Failure> {
    let (from, to) = (input.optional("from"), input.optional("to"));
    input.check()?;
    let missing = || Failure::from(Error::from(DraftError::NothingToCompare));
    let mut numbers: Vec<i64> = record.versions.iter().map(|version| version.number).collect();
    numbers.sort_unstable();
    let last = numbers.last().copied();
    let right: i64 = to.or(last).ok_or_else(missing)?;
    let before = numbers.iter().copied().filter(|number| *number < right).max();
    let left = from.or(before).ok_or_else(missing)?;
    let text = |number: i64| {
        let version = record.version(number)?;
        let sealed = version.sealed.as_ref().map(|(text, _)| text.clone());
        let written = record.next().filter(|next| next.number == number);
        sealed.or_else(|| written.and(record.text.clone()))
    };
    let (old, new) = text(left).zip(text(right)).ok_or_else(missing)?;
    Ok((left, right, pairs(&old, &new)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(left: &str, right: &str) -> Vec<String> {
        let side = |side: &Option<String>| side.clone().unwrap_or_else(|| "-".to_owned());
        let line = |pair: &Pair| format!("{}|{}", side(&pair.left), side(&pair.right));
        pairs(left, right).iter().map(line).collect()
    }

    #[test]
    fn lines_stand_beside_what_they_became() {
        assert_eq!(told("a\nb\nc", "a\nB\nc"), ["a|a", "b|B", "c|c"]);
        assert_eq!(told("a\nc", "a\nb\nc"), ["a|a", "-|b", "c|c"]);
        assert_eq!(told("a\nb\nc", "a\nc"), ["a|a", "b|-", "c|c"]);
        assert_eq!(told("a\nb", "x\ny\nz"), ["a|x", "b|y", "-|z"]);
        assert_eq!(told("", ""), Vec::<String>::new());
    }

    #[test]
    fn nothing_is_lost_on_either_side() {
        let (left, right) = ("one\ntwo\ntwo\nthree", "two\nthree\nfour\ntwo");
        let all = pairs(left, right);
        let old: Vec<String> = all.iter().filter_map(|pair| pair.left.clone()).collect();
        let new: Vec<String> = all.iter().filter_map(|pair| pair.right.clone()).collect();
        assert_eq!((old.join("\n"), new.join("\n")), (left.to_owned(), right.to_owned()));
    }
}
