//! What passes between the server, the browser and the authenticator.

use serde_json::{Value, json};
use webauthn_rs::prelude::{CreationChallengeResponse, RequestChallengeResponse};

use crate::Error;

base::id! {
    /// Names one exchange with an authenticator.
    pub CeremonyId = "cer";
}

base::words! {
    /// What an exchange is for. An answer for one is no answer for another.
    pub(crate) enum Purpose {
        /// Adding a passkey.
        Register = "register",
        /// Signing in.
        SignIn = "sign_in",
        /// Proving again who one is.
        StepUp = "step_up",
    }
}

/// What a browser needs to ask an authenticator.
#[derive(Debug, Clone)]
pub(crate) struct Challenge {
    /// The exchange, to be named in the answer.
    pub(crate) ceremony: CeremonyId,
    /// Options for `navigator.credentials.create` or `.get`, with bytes in base64url.
    pub(crate) options: Value,
}

/// The options for making a passkey that needs no e-mail address to sign in with.
pub(crate) fn creation(challenge: &CreationChallengeResponse) -> Result<Value, Error> {
    let mut options = serde_json::to_value(challenge).map_err(store::Error::from)?;
    // The library leaves it to the authenticator whether the passkey can be found without a name.
    if let Some(selection) = options.pointer_mut("/publicKey/authenticatorSelection") {
        *selection = json!({
            "residentKey": "required", "requireResidentKey": true, "userVerification": "required",
        });
    }
    Ok(options)
}

/// The options for using a passkey.
pub(crate) fn request(challenge: &RequestChallengeResponse) -> Result<Value, Error> {
    let mut options = serde_json::to_value(challenge).map_err(store::Error::from)?;
    // The library asks for autofill; ours is a button.
    if let Some(options) = options.as_object_mut() {
        options.remove("mediation");
    }
    Ok(options)
}

/// The error for an authenticator's answer that proves nothing.
pub(crate) fn refused(error: webauthn_rs::prelude::WebauthnError) -> Error {
    Error::PasskeyRefused(Box::new(error))
}
