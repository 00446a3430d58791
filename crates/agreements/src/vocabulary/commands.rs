//! Naming what agreements and decisions speak of.

use ::store::Cx;

use super::{DataUser, Holding, Named, Opened, Party, Vocabulary, events::GroundLaid, store};
use crate::{Error, access};

/// What a partnership lays down before it shares: all of it, or what is new.
#[derive(Debug, Clone, Default)]
pub struct Ground {
    /// Names.
    pub names: Vec<Named>,
    /// What parties are to the law.
    pub parties: Vec<Party>,
    /// What they keep.
    pub holdings: Vec<Holding>,
    /// What an emergency opens.
    pub opened: Vec<Opened>,
    /// People who work with data.
    pub users: Vec<DataUser>,
}

/// Lays the ground, or adds to it. What has a name already gets its new meaning.
///
/// # Errors
/// When a name cannot be one or is taken for another kind of thing, or the caller may not.
pub async fn lay(cx: &Cx, ground: Ground) -> Result<(), Error> {
    let mut tx = cx.write(access::NAME).await?;
    store::name(&mut tx, &ground.names).await?;
    let vocabulary = store::vocabulary(&tx).await?;
    let known = |named: &Named| match named.sort {
        super::Sort::Class(_) => vocabulary.names.class(named.name.as_str()).is_some(),
        super::Sort::Purpose(_) => vocabulary.names.purpose(named.name.as_str()).is_some(),
        super::Sort::Role => vocabulary.names.role(named.name.as_str()).is_some(),
    };
    if !ground.names.iter().all(known) {
        return Err(Error::field("name", "data_name_form"));
    }
    check_classes(&vocabulary, &ground)?;
    store::describe(&mut tx, &ground).await?;
    tx.commit(&GroundLaid::of(&ground)).await?;
    Ok(())
}

fn check_classes(vocabulary: &Vocabulary, ground: &Ground) -> Result<(), Error> {
    let held = ground.holdings.iter().map(|holding| &holding.class);
    let mut all = held.chain(ground.opened.iter().map(|opened| &opened.class));
    if all.all(|class| vocabulary.names.class(class.as_str()).is_some()) {
        Ok(())
    } else {
        Err(Error::field("class", "choice_unknown"))
    }
}
