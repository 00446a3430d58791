//! Making links, and doing what they are good for.

use base::{EmailAddress, PersonId};
use store::{Cx, WriteTx};

use super::{IssuedLink, Link, LinkId, Purpose, Use, store as table};
use crate::{
    Error, Secret, access, account,
    events::{AddressChanged, LinkMade, PasswordSet, SignedIn},
    mail::jobs::{Recover, SendLink},
    password::Password,
    session::{self, Admitted, Proof, Visitor},
    settings::Settings,
};

/// A person gets one such mail in this time, however often somebody asks for it.
const APART_SECONDS: i64 = 300;

/// A person may ask for a mail to another address once in this time.
const ADDRESS_APART_SECONDS: i64 = 60;

/// Makes a link inside a transaction and has it mailed; its secret is made when the mail is.
pub(crate) async fn send(
    cx: &Cx,
    tx: &mut WriteTx,
    person: PersonId,
    purpose: Purpose,
    email: Option<EmailAddress>,
) -> Result<(), Error> {
    let id: LinkId = cx.new_id();
    let link = Link { id, person, email, uses: Use::Once };
    let ends_at = cx.now().plus_seconds(purpose.seconds());
    table::insert(tx, &link, purpose, None, (cx.now(), ends_at)).await?;
    tx.enqueue(&SendLink { link: id.to_string() }).await?;
    Ok(())
}

/// Makes a link that signs its opener in as a person. For the operator's commands.
///
/// # Errors
/// When there is no such account or it is closed; for anyone but the operator.
pub async fn issue_sign_in_link(
    cx: &Cx,
    person: PersonId,
    uses: Use,
    seconds: i64,
) -> Result<IssuedLink, Error> {
    access::operator(cx)?;
    let settings = Settings::of(cx)?;
    let mut tx = cx.write(access::OPERATE).await?;
    let account = account::store::by_id(&tx, person).await?;
    if account.is_none_or(|account| account.closed_at.is_some()) {
        return Err(account::store::missing());
    }
    let (secret, ends_at) = (Secret::new(cx.secret()), cx.now().plus_seconds(seconds));
    let link = Link { id: cx.new_id(), person, email: None, uses };
    let times = (cx.now(), ends_at);
    table::insert(&mut tx, &link, Purpose::SignIn, Some(&secret.hash()), times).await?;
    tx.commit(&LinkMade { person, purpose: Purpose::SignIn }).await?;
    let address = settings.address(&format!("{}{}", Purpose::SignIn.path(), secret.text()));
    Ok(IssuedLink { address, ends_at })
}

/// Asks for a mail with a link to choose a new password. Known and unknown addresses are the same
/// work here; the job finds out which it is.
pub(crate) async fn ask_recovery(cx: &Cx, email: EmailAddress) -> Result<(), Error> {
    let mut tx = cx.write(access::ENTER).await?;
    tx.enqueue(&Recover { email: email.as_str().to_owned() }).await?;
    Ok(tx.commit_upkeep().await?)
}

/// Makes the link that was asked for, unless the account is not there or got one just now.
pub(crate) async fn make_recovery(cx: &Cx, email: &EmailAddress) -> Result<(), Error> {
    let mut tx = cx.write(access::KEEP_UP).await?;
    let account = account::store::by_email(&tx, email).await?;
    let Some(account) = account.filter(|account| account.closed_at.is_none()) else {
        return Ok(());
    };
    let latest = table::latest(&tx, account.id, Purpose::Recover).await?;
    if latest.is_some_and(|at| cx.now().seconds_since(at) < APART_SECONDS) {
        return Ok(());
    }
    send(cx, &mut tx, account.id, Purpose::Recover, None).await?;
    Ok(tx.commit(&LinkMade { person: account.id, purpose: Purpose::Recover }).await?)
}

/// Whose link this is, without using it.
pub(crate) async fn look(cx: &Cx, secret: &Secret, purpose: Purpose) -> Result<Link, Error> {
    let tx = cx.read(access::ENTER).await?;
    table::find(&tx, &secret.hash(), purpose, cx.now()).await
}

/// Sets a new password by a link, ends all sessions, and signs the person in.
pub(crate) async fn recover(
    cx: &Cx,
    secret: &Secret,
    password: Password,
    visitor: &Visitor,
) -> Result<Admitted, Error> {
    let person = look(cx, secret, Purpose::Recover).await?.person;
    let tx = cx.read(access::ENTER).await?;
    let account = account::store::by_id(&tx, person).await?.ok_or(Error::LinkEnded)?;
    drop(tx);
    let (email, name) = (account.email.expose().as_str(), account.name.expose().as_str());
    account::commands::check(&password, email, name)?;
    let kept = Settings::of(cx)?.hashing.keep(password, cx.secret()).await?;

    let mut tx = cx.write(access::ENTER).await?;
    let link = table::find(&tx, &secret.hash(), Purpose::Recover, cx.now()).await?;
    table::use_up(&mut tx, &link, Purpose::Recover, cx.now()).await?;
    account::store::keep_password(&mut tx, person, &kept, cx.now()).await?;
    session::store::end_all(&mut tx, person).await?;
    account::commands::told(&mut tx, person).await?;
    let (admitted, began) =
        session::commands::begin(cx, &mut tx, person, Proof::Link, visitor).await?;
    let events = vec![store::Written::new(&PasswordSet { person })?, written(&began)?];
    tx.commit_all(events).await?;
    Ok(admitted)
}

/// Signs in by a link.
pub(crate) async fn enter(cx: &Cx, secret: &Secret, visitor: &Visitor) -> Result<Admitted, Error> {
    let mut tx = cx.write(access::ENTER).await?;
    let link = table::find(&tx, &secret.hash(), Purpose::SignIn, cx.now()).await?;
    table::use_up(&mut tx, &link, Purpose::SignIn, cx.now()).await?;
    let (admitted, event) =
        session::commands::begin(cx, &mut tx, link.person, Proof::Link, visitor).await?;
    tx.commit(&event).await?;
    Ok(admitted)
}

/// Asks for a mail to another address, whose link makes it the person's own.
pub(crate) async fn ask_address(cx: &Cx, email: EmailAddress) -> Result<(), Error> {
    let mut tx = cx.write(access::SECURE).await?;
    let person = cx.person()?;
    // These mails go to addresses that the person types: not many at once.
    if let Some(latest) = table::latest(&tx, person, Purpose::NewAddress).await? {
        let wait_seconds = ADDRESS_APART_SECONDS - cx.now().seconds_since(latest);
        if wait_seconds > 0 {
            return Err(Error::TooManyTries { wait_seconds });
        }
    }
    send(cx, &mut tx, person, Purpose::NewAddress, Some(email)).await?;
    Ok(tx.commit(&LinkMade { person, purpose: Purpose::NewAddress }).await?)
}

/// Takes the new address that a link proves; who holds the link has read a mail to it.
pub(crate) async fn take_address(cx: &Cx, secret: &Secret) -> Result<(), Error> {
    let mut tx = cx.write(access::ENTER).await?;
    let link = table::find(&tx, &secret.hash(), Purpose::NewAddress, cx.now()).await?;
    let email = link.email.clone().ok_or(Error::LinkEnded)?;
    table::use_up(&mut tx, &link, Purpose::NewAddress, cx.now()).await?;
    // The old address hears of it while it is still the account's.
    crate::mail::tell_old_address(&mut tx, link.person).await?;
    account::store::move_to(&mut tx, link.person, &email).await?;
    Ok(tx.commit(&AddressChanged { person: link.person }).await?)
}

fn written(event: &SignedIn) -> Result<store::Written, Error> {
    Ok(store::Written::new(event)?)
}
