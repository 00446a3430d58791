//! What can be done with agreements: one function each, for pages, the API, importers and the demo.

use base::{Date, Instant, Line, OrganizationId, Reason, Revision};
use store::{Cx, Tx};

use super::{
    ActName, Agreement, DraftError, Kind, Manner, Note, Signatory, Signature, Stage, Standing,
    Step, Version,
    edit::{Edit, Voice, finish},
    proposals::{self, Fate},
    questions,
    seal::Seal,
    store as rows, text,
};
use crate::{
    AgreementId, Error, Terms, access,
    terms::{Heading, When},
    vocabulary::store as names,
};

/// Which agreement, and how the caller last saw it.
#[derive(Debug, Clone, Copy)]
pub struct Target {
    /// Its name.
    pub id: AgreementId,
    /// The revision that the caller saw, when that matters.
    pub seen: Option<Revision>,
}

/// An agreement to be written.
#[derive(Debug, Clone)]
pub struct NewAgreement {
    /// Its kind.
    pub kind: Kind,
    /// The agreement above it.
    pub upper: Option<AgreementId>,
    /// What it says.
    pub terms: Terms,
}

/// Begins an agreement.
///
/// # Errors
/// When the terms do not fit its kind, the one above does not, or the caller may not.
pub async fn draft(cx: &Cx, new: NewAgreement) -> Result<Agreement, Error> {
    let mut tx = cx.write(access::DRAFT).await?;
    let voice = Voice::of(cx, &tx)?;
    let NewAgreement { kind, upper, terms } = new;
    must_fit(&tx, kind, &terms, When::Writing).await?;
    above(&tx, kind, upper, Wanted::Named).await?;
    let agreement = Agreement::begin((cx.new_id(), kind), terms.title.clone(), upper, voice.on);
    rows::insert(&mut tx, &agreement, &terms).await?;
    let version = unsealed(1, terms);
    rows::write_version(&mut tx, agreement.id, &version, cx.now()).await?;
    let step = voice.step(ActName::Drafted, Some(1));
    finish(tx, &agreement, &version, vec![step]).await?;
    Ok(agreement)
}

/// Changes what is being written; whoever read it, is asked to read it again.
///
/// # Errors
/// As [`draft`], and when it is out for signature.
pub async fn revise(cx: &Cx, target: Target, terms: Terms) -> Result<Agreement, Error> {
    let mut edit = Edit::of(cx, access::DRAFT, target).await?;
    let number = edit.agreement.writes()?;
    must_fit(&edit.tx, edit.agreement.kind, &terms, When::Writing).await?;
    let version = unsealed(number, terms);
    rows::write_version(&mut edit.tx, target.id, &version, cx.now()).await?;
    edit.finish(version, vec![(ActName::Revised, None)]).await
}

/// Asks the parties to read what was written.
///
/// # Errors
/// When nothing is being written.
pub async fn present(cx: &Cx, target: Target, words: Option<Note>) -> Result<Agreement, Error> {
    let mut edit = Edit::of(cx, access::DRAFT, target).await?;
    let number = edit.agreement.present()?;
    let version = edit.version(number)?;
    must_fit(&edit.tx, edit.agreement.kind, &version.terms, When::Ready).await?;
    edit.finish(version, vec![(ActName::Presented, words.map(|words| words.to_string()))]).await
}

/// Sends the next version out for signature: from here on its text does not change.
///
/// # Errors
/// When the parties have not had it for review, a party has no signatory, or the agreement above is
/// not in force.
pub async fn send_out(
    cx: &Cx,
    target: Target,
    signatories: Vec<Signatory>,
) -> Result<Agreement, Error> {
    let mut edit = Edit::of(cx, access::DRAFT, target).await?;
    let number = edit.agreement.send_out()?;
    let mut version = edit.version(number)?;
    let agreement = &edit.agreement;
    must_fit(&edit.tx, agreement.kind, &version.terms, When::Ready).await?;
    above(&edit.tx, agreement.kind, agreement.upper, Wanted::InForce).await?;
    if agreement.kind.moves_data() {
        questions::must_be_answered(&edit.tx, target.id).await?;
    }
    let proposed = proposals::store::of(&edit.tx, target.id).await?;
    if proposed.iter().any(|one| one.fate == Fate::Open) {
        return Err(DraftError::ProposalsOpen.into());
    }
    all_sign(&edit.tx, &version.terms, &signatories).await?;
    let seal = seal(&edit.tx, agreement, &version).await?;
    rows::seal(&mut edit.tx, target.id, number, (&seal.text, &seal.hash), cx.now()).await?;
    rows::add_signatories(&mut edit.tx, target.id, number, &signatories).await?;
    version.sealed = Some((seal.text, seal.hash));
    edit.finish(version, vec![(ActName::SentOut, None)]).await
}

/// Takes back a version that is out; its text and signatures stay, and what comes next is another
/// version.
///
/// # Errors
/// When none is out.
pub async fn recall(cx: &Cx, target: Target, why: Reason) -> Result<Agreement, Error> {
    let mut edit = Edit::of(cx, access::DRAFT, target).await?;
    let number = edit.agreement.recall()?;
    let next = unsealed(number + 1, edit.version(number)?.terms);
    rows::write_version(&mut edit.tx, target.id, &next, cx.now()).await?;
    edit.finish(next, vec![(ActName::Recalled, Some(why.to_string()))]).await
}

/// A signature to be given.
#[derive(Debug, Clone)]
pub struct Signing {
    /// For whom.
    pub organization: OrganizationId,
    /// The hash of the text that the signer was shown.
    pub hash: String,
    /// What the signer agreed to with the button: that this signs, and that it is done electronically.
    pub statement: base::Prose<2000>,
}

/// Signs the version that is out; the last signature puts it in force.
///
/// # Errors
/// When the stored version is not what was sent out, the text is not the one shown, another person
/// was named, their authority has ended, or others sign first.
pub async fn sign(cx: &Cx, target: Target, signing: Signing) -> Result<Agreement, Error> {
    let mut edit = Edit::of(cx, access::SIGN, Target { seen: None, ..target }).await?;
    let number = edit.agreement.out()?;
    let mut version = edit.version(number)?;
    if let Some(what) = version.broken(heading(&edit.agreement)) {
        return Err(Error::Broken { what });
    }
    let Some((_, hash)) = version.sealed.clone() else { return Err(Error::Stored) };
    if hash != signing.hash {
        return Err(Error::OtherText);
    }
    let person = cx.person()?;
    if !edit.place.standing.leads(signing.organization) {
        return Err(Error::NotYours);
    }
    let today = edit.place.today;
    let signatory = version.may_sign(signing.organization, person, today)?.clone();
    let people = partnership::people(&edit.tx, &[person]).await?;
    let signature = Signature {
        organization: signing.organization,
        person: Some(person),
        signer: people.name(person).parse().map_err(|_wrong| Error::NotSignatory)?,
        title: signatory.title,
        authority: signatory.authority,
        manner: Manner::Here,
        statement: signing.statement,
        hash,
        on: today,
        at: cx.now(),
    };
    rows::add_signatures(&mut edit.tx, target.id, number, std::slice::from_ref(&signature)).await?;
    version.signatures.push(signature);
    edit.organization = Some(signing.organization);
    let mut acts = vec![(ActName::Signed, None)];
    if version.awaited().next().is_none() {
        edit.agreement.put_in_force()?;
        edit.enter_force(number, &version.terms, today).await?;
        acts.push((ActName::EnteredForce, None));
    }
    edit.finish(version, acts).await
}

/// Begins the next version of what is in force.
///
/// # Errors
/// When nothing is in force, or the next one was begun.
pub async fn amend(cx: &Cx, target: Target, why: Reason) -> Result<Agreement, Error> {
    let mut edit = Edit::of(cx, access::DRAFT, target).await?;
    let last = edit.versions.iter().map(|version| version.number).max().unwrap_or(0);
    let number = edit.agreement.amend(last)?;
    let terms = edit.version(edit.agreement.main_version())?.terms;
    let version = unsealed(number, terms);
    rows::write_version(&mut edit.tx, target.id, &version, cx.now()).await?;
    edit.finish(version, vec![(ActName::Amended, Some(why.to_string()))]).await
}

/// Lets an agreement rest: from this instant nothing goes under it.
///
/// # Errors
/// When it is not in force, or the caller speaks for no party.
pub async fn suspend(cx: &Cx, target: Target, why: Reason) -> Result<Agreement, Error> {
    halt(cx, target, ActName::Suspended, why, Agreement::suspend).await
}

/// Puts an agreement that rests in force again.
///
/// # Errors
/// When it does not rest, or the caller speaks for no party.
pub async fn resume(cx: &Cx, target: Target, why: Reason) -> Result<Agreement, Error> {
    halt(cx, target, ActName::Resumed, why, Agreement::resume).await
}

/// Ends an agreement for good.
///
/// # Errors
/// When it was ended, or the caller speaks for no party.
pub async fn terminate(cx: &Cx, target: Target, why: Reason) -> Result<Agreement, Error> {
    halt(cx, target, ActName::Terminated, why, Agreement::terminate).await
}

/// A signature on paper.
#[derive(Debug, Clone)]
pub struct PaperSignature {
    /// For whom.
    pub organization: OrganizationId,
    /// Who signed.
    pub signer: Line<200>,
    /// Their office.
    pub title: Line<120>,
    /// What let them bind the party.
    pub authority: Line<300>,
    /// When.
    pub on: Date,
}

/// Enters an agreement that was signed on paper, with its terms as they stand there. It is in force
/// for those who signed; a clause for one who did not is void.
///
/// # Errors
/// When nobody signed it, a name is not known, or the caller may not.
pub async fn record(
    cx: &Cx,
    new: NewAgreement,
    signatures: Vec<PaperSignature>,
    kept: Note,
) -> Result<Agreement, Error> {
    let mut tx = cx.write(access::DRAFT).await?;
    let voice = Voice::of(cx, &tx)?;
    let NewAgreement { kind, upper, terms } = new;
    let known = names::vocabulary(&tx).await?;
    if terms.unknown(&known.names).next().is_some() {
        return Err(Error::field("grants", "choice_unknown"));
    }
    if signatures.is_empty() {
        return Err(Error::field("signatures", "required"));
    }
    above(&tx, kind, upper, Wanted::IfAny).await?;
    let mut agreement = Agreement::begin((cx.new_id(), kind), terms.title.clone(), upper, voice.on);
    agreement = agreement.stored(Standing::New, Some((1, Stage::Out)));
    agreement.put_in_force()?;
    let mut version = unsealed(1, terms);
    let seal = seal(&tx, &agreement, &version).await?;
    version.signatures = on_paper(signatures, (&seal.hash, &kept), cx.now());
    version.sealed = Some((seal.text, seal.hash));
    version.out_at = Some(cx.now());
    version.in_force_on = Some(voice.on);
    rows::insert(&mut tx, &agreement, &version.terms).await?;
    rows::write_version(&mut tx, agreement.id, &version, cx.now()).await?;
    rows::add_signatures(&mut tx, agreement.id, 1, &version.signatures).await?;
    let again = version.terms.looked_at_again(voice.on);
    rows::look_again(&mut tx, agreement.id, again).await?;
    let step = Step { words: Some(kept.to_string()), ..voice.step(ActName::Recorded, Some(1)) };
    finish(tx, &agreement, &version, vec![step]).await?;
    Ok(agreement)
}

/// Signatures that stand on paper, for the text with a hash; `kept` says where the paper is.
pub(super) fn on_paper(
    signatures: Vec<PaperSignature>,
    (hash, kept): (&str, &Note),
    at: Instant,
) -> Vec<Signature> {
    let signed = |one: PaperSignature| Signature {
        organization: one.organization,
        person: None,
        signer: one.signer,
        title: one.title,
        authority: one.authority,
        manner: Manner::OnPaper,
        statement: kept.clone(),
        hash: hash.to_owned(),
        on: one.on,
        at,
    };
    signatures.into_iter().map(signed).collect()
}

/// Notes that the parties looked at what is in force again, and what they found; the next look is as many
/// months later as it says.
///
/// # Errors
/// When it is not in force, wants no such look, or the caller speaks for no party.
pub async fn review(cx: &Cx, target: Target, found: Reason) -> Result<Agreement, Error> {
    let mut edit = Edit::of(cx, access::HALT, target).await?;
    let Standing::InForce { version: number } = edit.agreement.standing() else {
        return Err(Error::NotInForce);
    };
    let version = edit.version(number)?;
    if !access::halts(&edit.place.standing, &version.terms.parties) {
        return Err(Error::NotYours);
    }
    let again = version.terms.looked_at_again(edit.voice.on);
    if again.is_none() {
        return Err(DraftError::NoReview.into());
    }
    rows::look_again(&mut edit.tx, target.id, again).await?;
    edit.finish(version, vec![(ActName::Reviewed, Some(found.to_string()))]).await
}

/// What stands above the terms of an agreement.
pub(crate) const fn heading(agreement: &Agreement) -> Heading {
    Heading { kind: agreement.kind, upper: agreement.upper }
}

/// The exact text of a version with its hash.
pub(crate) async fn seal(tx: &Tx, agreement: &Agreement, version: &Version) -> Result<Seal, Error> {
    let directory = partnership::directory(tx).await?;
    let words = names::vocabulary(tx).await?;
    let upper = match agreement.upper {
        Some(upper) => Some(rows::load(tx, upper).await?.title.to_string()),
        None => None,
    };
    let named =
        text::Named { organization: &|id| directory.name(id).to_owned(), words: &words, upper };
    Ok(text::sealed(heading(agreement), version.number, &version.terms, &named))
}

fn unsealed(number: i64, terms: Terms) -> Version {
    Version {
        number,
        terms,
        sealed: None,
        out_at: None,
        in_force_on: None,
        signatories: Vec::new(),
        signatures: Vec::new(),
    }
}

pub(super) async fn must_fit(tx: &Tx, kind: Kind, terms: &Terms, when: When) -> Result<(), Error> {
    terms.check(kind, &names::vocabulary(tx).await?.names, when)?;
    let directory = partnership::directory(tx).await?;
    if terms.parties.iter().all(|party| directory.has(*party)) {
        Ok(())
    } else {
        Err(Error::field("parties", "choice_unknown"))
    }
}

/// How much is wanted of the agreement above.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wanted {
    /// Nothing, when none is named: old paper often names none.
    IfAny,
    /// That it is named where the kind wants one.
    Named,
    /// That it is in force, too.
    InForce,
}

async fn above(
    tx: &Tx,
    kind: Kind,
    upper: Option<AgreementId>,
    wanted: Wanted,
) -> Result<(), Error> {
    let Some(upper) = upper else {
        let lacks = wanted != Wanted::IfAny && kind.wants_upper();
        return if lacks { Err(Error::field("upper", "required")) } else { Ok(()) };
    };
    let upper = rows::load(tx, upper).await?;
    if !kind.below().contains(&upper.kind) {
        return Err(Error::UpperKind);
    }
    let is_alive = matches!(upper.standing(), Standing::InForce { .. });
    if wanted == Wanted::InForce && !is_alive { Err(Error::UpperWanted) } else { Ok(()) }
}

/// Checks that each party has one signatory, who works for it.
async fn all_sign(tx: &Tx, terms: &Terms, signatories: &[Signatory]) -> Result<(), Error> {
    for party in &terms.parties {
        let of: Vec<&Signatory> =
            signatories.iter().filter(|one| one.organization == *party).collect();
        let [signatory] = of.as_slice() else {
            return Err(Error::field("signatories", "agreement_one_signatory"));
        };
        let leads = partnership::leads_of(tx, *party).await?;
        if !leads.contains(&signatory.person) {
            return Err(Error::field("signatories", "agreement_signatory_leads"));
        }
    }
    if signatories.len() == terms.parties.len() {
        Ok(())
    } else {
        Err(Error::field("signatories", "agreement_one_signatory"))
    }
}

async fn halt(
    cx: &Cx,
    target: Target,
    act: ActName,
    why: Reason,
    verb: impl FnOnce(&mut Agreement) -> Result<(), Error>,
) -> Result<Agreement, Error> {
    let mut edit = Edit::of(cx, access::HALT, target).await?;
    let version = edit.version(edit.agreement.main_version())?;
    if !access::halts(&edit.place.standing, &version.terms.parties) {
        return Err(Error::NotYours);
    }
    verb(&mut edit.agreement)?;
    edit.finish(version, vec![(act, Some(why.to_string()))]).await
}
