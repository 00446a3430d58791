//! Making tokens and taking them back.

use store::Cx;

use super::{MOST, NewToken, TokenId, store as table};
use crate::{
    Error, Secret, access,
    events::{TokenMade, TokenRevoked},
    mail,
};

/// Makes a token; its secret is shown once.
pub(crate) async fn make(cx: &Cx, new: NewToken) -> Result<(TokenId, Secret), Error> {
    let mut tx = cx.write(access::SECURE).await?;
    let person = cx.person()?;
    if table::list(&tx, person).await?.len() >= MOST {
        return Err(Error::Full { most: MOST });
    }
    if let Some(only) = new.partnership {
        let own = table::partnerships(&tx, person).await?;
        if !own.iter().any(|(id, _)| *id == only.to_string()) {
            return Err(Error::field("partnership", "choice_unknown"));
        }
    }
    let (token, secret) = (cx.new_id(), Secret::new(cx.secret()));
    table::insert(&mut tx, (person, token), &new, &secret, cx.now()).await?;
    mail::tell(&mut tx, person, "identity-mail-token-made", &[], "/me/security").await?;
    let scopes = new.scopes.iter().map(ToString::to_string).collect();
    tx.commit(&TokenMade { person, token, scopes }).await?;
    Ok((token, secret))
}

/// Takes one of the person's own tokens back.
pub(crate) async fn revoke(cx: &Cx, token: TokenId) -> Result<(), Error> {
    let mut tx = cx.write(access::END).await?;
    let person = cx.person()?;
    if !table::revoke(&mut tx, person, token).await? {
        return Err(store::Error::Missing { what: "the token" }.into());
    }
    Ok(tx.commit(&TokenRevoked { person, token }).await?)
}
