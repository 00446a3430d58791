//! A passkey in software: what a browser and its authenticator do, as far as a server sees it
//! (WebAuthn level 3, sections 5.8.1, 6.1 and 6.5).

use data_encoding::BASE64URL_NOPAD;
use p256::ecdsa::{Signature, SigningKey, signature::Signer as _};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

/// A passkey that was made for one account at one site.
#[derive(Clone)]
pub(crate) struct Passkey {
    key: SigningKey,
    id: Vec<u8>,
    user: String,
    site: String,
    /// Counts its uses; some authenticators always say zero.
    pub(crate) uses: u32,
}

/// What a false site would do.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Origin {
    Own,
    False,
}

const PRESENT: u8 = 0x01;
const VERIFIED: u8 = 0x04;
const ATTESTED: u8 = 0x40;

/// Makes a passkey with what `navigator.credentials.create` would get; the answer to send back.
pub(crate) fn create(options: &Value, seed: u8) -> (Passkey, Value) {
    let options = &options["publicKey"];
    assert_eq!(options["authenticatorSelection"]["residentKey"], "required");
    assert_eq!(options["authenticatorSelection"]["userVerification"], "required");
    let site = options["rp"]["id"].as_str().unwrap().to_owned();
    let user = options["user"]["id"].as_str().unwrap().to_owned();
    let key = SigningKey::from_slice(&[seed; 32]).unwrap();
    let passkey = Passkey { key, id: vec![seed; 16], user, site, uses: 0 };
    let client = client_data("webauthn.create", &options["challenge"], Origin::Own);
    let data = passkey.data(PRESENT | VERIFIED | ATTESTED);
    let mut object = vec![0xa3];
    object.extend(text("fmt"));
    object.extend(text("none"));
    object.extend(text("attStmt"));
    object.push(0xa0);
    object.extend(text("authData"));
    object.extend(bytes(&data));
    let answer = json!({
        "id": BASE64URL_NOPAD.encode(&passkey.id),
        "rawId": BASE64URL_NOPAD.encode(&passkey.id),
        "type": "public-key",
        "clientExtensionResults": {"credProps": {"rk": true}},
        "authenticatorAttachment": "platform",
        "response": {
            "clientDataJSON": BASE64URL_NOPAD.encode(client.as_bytes()),
            "attestationObject": BASE64URL_NOPAD.encode(&object),
            "transports": ["internal"],
        },
    });
    (passkey, answer)
}

impl Passkey {
    /// Uses the passkey with what `navigator.credentials.get` would get; the answer to send back.
    pub(crate) fn get(&mut self, options: &Value, origin: Origin) -> Value {
        let options = &options["publicKey"];
        assert_eq!(options["rpId"], self.site.as_str());
        self.uses += 1;
        let client = client_data("webauthn.get", &options["challenge"], origin);
        let data = self.data(PRESENT | VERIFIED);
        let mut signed = data.clone();
        signed.extend(Sha256::digest(client.as_bytes()));
        let signature: Signature = self.key.sign(&signed);
        json!({
            "id": BASE64URL_NOPAD.encode(&self.id),
            "rawId": BASE64URL_NOPAD.encode(&self.id),
            "type": "public-key",
            "clientExtensionResults": {},
            "authenticatorAttachment": "platform",
            "response": {
                "clientDataJSON": BASE64URL_NOPAD.encode(client.as_bytes()),
                "authenticatorData": BASE64URL_NOPAD.encode(&data),
                "signature": BASE64URL_NOPAD.encode(signature.to_der().as_bytes()),
                "userHandle": self.user,
            },
        })
    }

    /// Says that it belongs to the account of another passkey.
    pub(crate) fn claiming_to_be(mut self, other: &Self) -> Self {
        self.user.clone_from(&other.user);
        self.id.clone_from(&other.id);
        self
    }

    fn data(&self, flags: u8) -> Vec<u8> {
        let mut data = Sha256::digest(self.site.as_bytes()).to_vec();
        data.push(flags);
        data.extend(self.uses.to_be_bytes());
        if flags & ATTESTED != 0 {
            data.extend([0; 16]);
            data.extend(u16::try_from(self.id.len()).unwrap().to_be_bytes());
            data.extend(&self.id);
            let point = self.key.verifying_key().to_sec1_point(false);
            data.extend([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]);
            data.extend(bytes(point.x().unwrap()));
            data.push(0x22);
            data.extend(bytes(point.y().unwrap()));
        }
        data
    }
}

fn client_data(kind: &str, challenge: &Value, origin: Origin) -> String {
    let origin = match origin {
        Origin::Own => "http://localhost",
        Origin::False => "http://localhost.evil.example",
    };
    json!({"type": kind, "challenge": challenge, "origin": origin, "crossOrigin": false})
        .to_string()
}

/// A short text in CBOR.
fn text(text: &str) -> Vec<u8> {
    let mut out = vec![0x60 + u8::try_from(text.len()).unwrap()];
    out.extend(text.as_bytes());
    out
}

/// Up to 255 bytes in CBOR.
fn bytes(bytes: &[u8]) -> Vec<u8> {
    let mut out = vec![0x58, u8::try_from(bytes.len()).unwrap()];
    out.extend(bytes);
    out
}
