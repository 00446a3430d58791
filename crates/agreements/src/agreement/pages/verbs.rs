//! The pages on which something is done with an agreement: one topic each.

use askama::Template;
use base::{FieldProblem, PersonId, Role};
use partnership::Directory;
use store::{Cx, Permission};
use web::{Failure, FormView, Input, Request, Response, Shell};

use super::{base_of, shell, short};
use crate::{
    Error, access,
    agreement::{
        Agreement, Record, Signatory, Stage, Standing, commands, parse, queries,
        words::{self, Choice},
    },
};

base::words! {
    /// What can be done with an agreement on a page of its own; also the last part of its address.
    pub(crate) enum Verb {
        /// Read and sign.
        Sign = "sign",
        /// Change what is being written.
        Edit = "edit",
        /// Ask the parties to read it.
        Present = "present",
        /// Send it out for signature.
        SendOut = "send-out",
        /// Take it back.
        Recall = "recall",
        /// Begin the next version.
        Amend = "amend",
        /// Look at it again.
        Review = "review",
        /// Let it rest.
        Suspend = "suspend",
        /// Put it in force again.
        Resume = "resume",
        /// End it.
        Terminate = "terminate",
    }
}

impl Verb {
    /// What a reader can do with an agreement, most likely first.
    pub(super) fn of(record: &Record, me: Option<PersonId>) -> Vec<Self> {
        let all = Self::ALL.iter().copied();
        all.filter(|verb| verb.fits(&record.agreement) && verb.may(record, me)).collect()
    }

    pub(crate) const fn permission(self) -> Permission {
        match self {
            Self::Sign => access::SIGN,
            Self::Edit | Self::Present | Self::SendOut | Self::Recall | Self::Amend => {
                access::DRAFT
            }
            Self::Review | Self::Suspend | Self::Resume | Self::Terminate => access::HALT,
        }
    }

    /// Whether it brings an agreement on, rather than halting or changing it.
    pub(super) const fn brings_on(self) -> bool {
        matches!(self, Self::Sign | Self::Edit | Self::Present | Self::SendOut)
    }

    fn fits(self, agreement: &Agreement) -> bool {
        let stage = agreement.next().map(|(_, stage)| stage);
        let standing = agreement.standing();
        match self {
            Self::Sign | Self::Recall => stage == Some(Stage::Out),
            Self::Edit => matches!(stage, Some(Stage::Draft | Stage::Review)),
            Self::Present => stage == Some(Stage::Draft),
            Self::SendOut => stage == Some(Stage::Review),
            Self::Amend => stage.is_none() && matches!(standing, Standing::InForce { .. }),
            Self::Review | Self::Suspend => matches!(standing, Standing::InForce { .. }),
            Self::Resume => matches!(standing, Standing::Suspended { .. }),
            Self::Terminate => !matches!(standing, Standing::Terminated { .. }),
        }
    }

    fn may(self, record: &Record, me: Option<PersonId>) -> bool {
        let standing = &record.place.standing;
        match self {
            Self::Sign => me.is_some_and(|me| mine(record, me).is_some()),
            Self::Edit | Self::Present | Self::SendOut | Self::Recall | Self::Amend => {
                access::drafts_for(standing).is_some()
            }
            Self::Review if record.review_on.is_none() => false,
            Self::Review | Self::Suspend | Self::Resume | Self::Terminate => {
                record.main().is_some_and(|main| access::halts(standing, &main.terms.parties))
            }
        }
    }
}

/// The signatory that a person is in the version that is out.
fn mine(record: &Record, me: PersonId) -> Option<&Signatory> {
    record.next()?.awaited().find(|one| one.person == me)
}

/// The page of one verb.
#[derive(Template)]
#[template(path = "agreements/verb.html")]
struct VerbPage {
    shell: Shell,
    form: FormView,
    base: String,
    verb: Verb,
    heading: String,
    title: String,
    short: String,
    what: String,
    back: String,
    revision: String,
    /// The parties with those who can sign for them.
    parties: Vec<PartyChoice>,
    sign: Option<SignView>,
}

/// Who can sign for a party.
struct PartyChoice {
    id: String,
    name: String,
    people: Vec<Choice>,
}

/// What is read before it is signed.
struct SignView {
    text: Vec<String>,
    hash: String,
    organization: String,
    party: String,
    authority: String,
    /// Why it cannot be signed now.
    refused: Option<String>,
}

web::page!(VerbPage);

/// `GET /p/{partnership}/agreements/{id}/{verb}`
pub(crate) async fn show(cx: Cx, request: Request) -> Result<Response, Failure> {
    let verb = verb_of(&request)?;
    cx.admits(verb.permission()).await?;
    let record = queries::agreement(&cx, request.param("id")?).await?;
    may(&cx, &record, verb)?;
    let form = FormView::new();
    web::page(&request, &page_of(&cx, shell(&cx, &record), form, verb, &record).await?)
}

/// `POST /p/{partnership}/agreements/{id}/{verb}`
pub(crate) async fn act(cx: Cx, request: Request) -> Result<Response, Failure> {
    let verb = verb_of(&request)?;
    let mut input = request.input()?;
    cx.admits(verb.permission()).await?;
    let record = queries::agreement(&cx, request.param("id")?).await?;
    match perform(&cx, &request, verb, &mut input, &record).await {
        Ok(_) => {
            let back = web::redirect(&cx, &base_of(&record));
            Ok(back.notice(&format!("agreements-{verb}-notice")))
        }
        Err(failure) if failure.is_form() && may(&cx, &record, verb).is_ok() => {
            let mut shell = shell(&cx, &record);
            let problems: Vec<FieldProblem> = failure.problems();
            let form = FormView::refused(&mut shell, input.typed(), &problems);
            let page = page_of(&cx, shell, form, verb, &record).await?;
            Ok(web::page(&request, &page)?.with_status_of(&failure))
        }
        Err(failure) => Err(failure),
    }
}

pub(crate) async fn perform(
    cx: &Cx,
    request: &Request,
    verb: Verb,
    input: &mut Input,
    record: &Record,
) -> Result<Agreement, Failure> {
    let target = parse::target(request)?;
    if verb == Verb::SendOut {
        let parties = record.next().map(|next| next.terms.parties.clone()).unwrap_or_default();
        let signatories = parse::given(input, |input| parse::signatories(input, &parties))?;
        return Ok(commands::send_out(cx, target, signatories).await?);
    }
    if verb == Verb::Sign {
        let signing = parse::given(input, parse::signing)?;
        return Ok(commands::sign(cx, target, signing).await?);
    }
    if verb == Verb::Present {
        let words = input.optional("words");
        input.check()?;
        return Ok(commands::present(cx, target, words).await?);
    }
    let why = parse::given(input, |input| input.required("why"))?;
    Ok(match verb {
        Verb::Recall => commands::recall(cx, target, why).await?,
        Verb::Amend => commands::amend(cx, target, why).await?,
        Verb::Review => commands::review(cx, target, why).await?,
        Verb::Suspend => commands::suspend(cx, target, why).await?,
        Verb::Resume => commands::resume(cx, target, why).await?,
        Verb::Terminate => commands::terminate(cx, target, why).await?,
        Verb::Sign | Verb::Edit | Verb::Present | Verb::SendOut => {
            return Err(Error::Missing.into());
        }
    })
}

fn may(cx: &Cx, record: &Record, verb: Verb) -> Result<(), Error> {
    let me = cx.actor().person().map(|person| person.person);
    if !verb.may(record, me) {
        return Err(if verb == Verb::Sign { Error::NotSignatory } else { Error::NotYours });
    }
    if verb.fits(&record.agreement) {
        return Ok(());
    }
    Err(match verb {
        Verb::Sign | Verb::Recall => Error::NotOut,
        Verb::Edit | Verb::Present => Error::NoDraft,
        Verb::SendOut => Error::NotReviewed,
        Verb::Amend => Error::HasDraft,
        Verb::Review | Verb::Suspend => Error::NotInForce,
        Verb::Resume => Error::NotSuspended,
        Verb::Terminate => Error::Terminated,
    })
}

async fn page_of(
    cx: &Cx,
    shell: Shell,
    form: FormView,
    verb: Verb,
    record: &Record,
) -> Result<VerbPage, Failure> {
    let title = record.agreement.title.to_string();
    let heading = words::said(&shell, "agreements-verb", verb);
    let parties = if verb == Verb::SendOut {
        let mut tx = cx.read(access::READ).await?;
        signers(&mut tx, record, &record.directory).await?
    } else {
        Vec::new()
    };
    let me = cx.actor().person().map(|person| person.person);
    let sign = me.filter(|_| verb == Verb::Sign).and_then(|me| sign_view(&shell, record, me));
    Ok(VerbPage {
        what: words::said(&shell, "agreements-what", verb),
        back: words::said(&shell, "agreements-back", verb),
        short: short(&shell, record),
        base: base_of(record),
        revision: record.agreement.revision.to_string(),
        shell: shell.crumb(title.clone(), &base_of(record)).titled(heading.clone()),
        parties,
        sign,
        form,
        verb,
        heading,
        title,
    })
}

/// Those who answer for each party: they can bind it.
async fn signers(
    tx: &mut store::Tx,
    record: &Record,
    directory: &Directory,
) -> Result<Vec<PartyChoice>, Failure> {
    let parties = record.next().map(|next| next.terms.parties.clone()).unwrap_or_default();
    let mut all = Vec::new();
    for party in parties {
        let members = partnership::members(tx, party).await?;
        let leads = members.iter().filter(|one| {
            one.works
                .iter()
                .any(|work| work.organization == party && work.roles.contains(&Role::Lead))
        });
        all.push(PartyChoice {
            id: party.to_string(),
            name: directory.name(party).to_owned(),
            people: leads.map(|one| (one.id.to_string(), one.name().to_owned())).collect(),
        });
    }
    Ok(all)
}

fn sign_view(shell: &Shell, record: &Record, me: PersonId) -> Option<SignView> {
    let version = record.next()?;
    let signatory = mine(record, me)?;
    let (text, hash) = version.sealed.clone()?;
    let refused = match record.broken(version) {
        Some(what) => Some(words::said(shell, "agreements-broken", what)),
        None => version
            .may_sign(signatory.organization, me, record.place.today)
            .err()
            .map(|error| shell.error(base::Problem::code(&error), &base::Problem::args(&error))),
    };
    Some(SignView {
        text: text.lines().map(str::to_owned).collect(),
        hash,
        organization: signatory.organization.to_string(),
        party: record.directory.name(signatory.organization).to_owned(),
        authority: format!("{}. {}", signatory.title, signatory.authority),
        refused,
    })
}

fn verb_of(request: &Request) -> Result<Verb, Failure> {
    let last = request.path().rsplit('/').next().unwrap_or_default();
    last.parse().map_err(|_unknown| Error::Missing.into())
}
