//! From a form or a JSON body to a client or a record: the same for pages and the API.

use base::{OrganizationId, Private};
use policy::{ClientId, Regime, Set};
use web::Input;

use super::{Content, NewRecord};
use crate::{
    Name,
    consent::{ClientReference, store as clients},
};

/// A client. Those who may sign, and those who never may, are named by reference.
pub(crate) fn client(
    input: &mut Input,
    id: ClientId,
    holder: Option<OrganizationId>,
) -> Option<ClientReference> {
    let of = match holder {
        Some(holder) => Some(holder),
        None => input.required("holder"),
    };
    let file_number = input.required("file_number");
    let (custody, guardians) = (input.optional("custody"), input.all("guardians"));
    let alleged_abusers = input.all("alleged_abusers");
    let opt_outs: Set<Regime> = input.all("opt_outs").into_iter().collect();
    Some(ClientReference {
        id,
        holder: of?,
        file_number: Some(file_number?),
        is_adult: !input.flag("is_minor"),
        consents_alone: input.flag("consents_alone"),
        guardians,
        alleged_abusers,
        custody,
        opt_outs,
        has_protected_address: input.flag("has_protected_address"),
    })
}

/// A record.
pub(crate) fn record(input: &mut Input, client: ClientId) -> Option<NewRecord> {
    let class = input.required::<Name>("class");
    let content = input.required::<Content>("content");
    Some(NewRecord { client, class: class?, content: Private::new(content?) })
}

/// What a record is corrected to.
pub(crate) fn content(input: &mut Input) -> Option<Private<Content>> {
    Some(Private::new(input.required::<Content>("content")?))
}

/// The fields of a client, as a form shows them.
pub(crate) fn filled(client: &ClientReference) -> Vec<(&'static str, String)> {
    let mut all = vec![
        ("file_number", client.file_number.as_ref().map(ToString::to_string).unwrap_or_default()),
        ("custody", client.custody.map(|id| id.to_string()).unwrap_or_default()),
    ];
    let flags = [
        ("is_minor", !client.is_adult),
        ("consents_alone", client.consents_alone),
        ("has_protected_address", client.has_protected_address),
    ];
    all.extend(flags.iter().filter(|(_, is)| *is).map(|(name, _)| (*name, "yes".to_owned())));
    all.extend(client.guardians.iter().map(|id| ("guardians", id.to_string())));
    all.extend(client.alleged_abusers.iter().map(|id| ("alleged_abusers", id.to_string())));
    all.extend(client.opt_outs.iter().map(|law| ("opt_outs", law.to_string())));
    all
}

/// Turns file numbers of a holder into references, each of a field that takes several.
pub(crate) async fn references(
    tx: &::store::Tx,
    holder: OrganizationId,
    input: &mut Input,
    name: &str,
) -> Result<Vec<ClientId>, crate::Error> {
    let text = input.text(name).unwrap_or_default().to_owned();
    let mut all = Vec::new();
    for number in text.split([',', ';', '\n']).map(str::trim).filter(|one| !one.is_empty()) {
        let found = match number.parse() {
            Ok(number) => clients::by_number(tx, holder, &number).await?,
            Err(_too_long) => None,
        };
        match found {
            Some(client) => all.push(client.id),
            None => {
                input.refuse(name, "client_number_unknown", vec![("number", number.to_owned())]);
            }
        }
    }
    Ok(all)
}
