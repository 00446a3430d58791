//! What is kept how long, and what was destroyed.

use std::sync::Arc;

use ::store::{Cx, Kept, Page, Place};

use super::{Certificate, CertificateId, Line, MOST_COUNTED, before, store};
use crate::{Error, access};

/// How many certificates stand on a page.
pub(crate) const A_PAGE: usize = 25;

/// Every class with its rule, and the certificates, the latest first.
pub(crate) async fn page(
    cx: &Cx,
    after: Option<&str>,
) -> Result<(Arc<Place>, Vec<Line>, Page<Certificate>), Error> {
    let tx = cx.read(access::READ_RETENTION).await?;
    let classes = cx.store().kept();
    let rules = store::rules(&tx, &classes).await?;
    let mut lines = Vec::new();
    for kept in classes {
        let rule = rules.iter().find(|rule| rule.class == kept.class).cloned();
        let due = match &rule {
            Some(rule) => (kept.due)(&tx, before(cx.now(), rule.days), MOST_COUNTED).await?.len(),
            None => 0,
        };
        lines.push(Line { kept, rule, due });
    }
    let certificates = store::certificates(&tx, after, A_PAGE).await?;
    Ok((tx.place()?, lines, certificates))
}

/// How many records of a class would be destroyed at once under a rule of so many days.
pub(crate) async fn would_go(
    cx: &Cx,
    kept: &Kept,
    days: i64,
) -> Result<(Arc<Place>, usize), Error> {
    let tx = cx.read(access::READ_RETENTION).await?;
    let due = (kept.due)(&tx, before(cx.now(), days), MOST_COUNTED).await?;
    Ok((tx.place()?, due.len()))
}

/// One certificate.
pub(crate) async fn certificate(
    cx: &Cx,
    id: CertificateId,
) -> Result<(Arc<Place>, Certificate, Option<String>), Error> {
    let tx = cx.read(access::READ_RETENTION).await?;
    let found = store::certificate(&tx, id).await?.ok_or(Error::NoCertificate)?;
    let event = crate::log::store::event_about(&tx, &id.to_string()).await?;
    Ok((tx.place()?, found, event))
}

/// The class of this name.
pub(crate) fn class(cx: &Cx, name: &str) -> Result<&'static Kept, Error> {
    let found = cx.store().kept().into_iter().find(|kept| kept.class == name);
    found.ok_or(Error::NoClass)
}
