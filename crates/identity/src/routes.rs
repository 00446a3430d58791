//! Every address of this package, and what it may use.

use web::Routes;

use crate::{
    access::{CHANGE, END, ENTER, PROVE, SECURE, SEE, SEE_SECURITY},
    account::{self, api::AccountView},
    invitation::{self, api::InvitationView},
    link,
    passkey::{self, api::ChallengeView},
    session::{self, api::SessionView},
    sign_in::{self, api::Next},
    token,
};

/// Pages, forms, and the same as JSON.
pub(crate) fn routes(r: &mut Routes) {
    entrance(r);
    own_account(r);
    own_security(r);
    invitations(r);
    entrance_api(r);
    own_api(r);
    invitations_api(r);
}

fn entrance(r: &mut Routes) {
    r.page("/sign-in", &[ENTER], sign_in::pages::sign_in);
    r.form("/sign-in", &[ENTER], sign_in::pages::submit_sign_in);
    r.form("/sign-out", &[END], sign_in::pages::sign_out);
    r.page("/sign-in/link/{secret}", &[ENTER], link::pages::sign_in_link);
    r.form("/sign-in/link/{secret}", &[ENTER], link::pages::enter);
    r.page("/recover", &[ENTER], link::pages::ask);
    r.form("/recover", &[ENTER], link::pages::submit_ask);
    r.page("/recover/{secret}", &[ENTER], link::pages::recover);
    r.form("/recover/{secret}", &[ENTER], link::pages::submit_recover);
    r.page("/step-up", &[PROVE], sign_in::pages::step_up);
    r.form("/step-up", &[PROVE, ENTER], sign_in::pages::submit_step_up);
}

fn own_account(r: &mut Routes) {
    r.page("/me/account", &[SEE], account::pages::account);
    r.form("/me/account", &[SEE, CHANGE], account::pages::change);
    r.page("/me/account/address", &[SECURE], account::pages::address);
    r.form("/me/account/address", &[SECURE], account::pages::ask_address);
    r.page("/me/account/address/{secret}", &[ENTER], link::pages::new_address);
    r.form("/me/account/address/{secret}", &[ENTER], link::pages::take_address);
}

fn own_security(r: &mut Routes) {
    r.page("/me/security", &[SEE_SECURITY], session::pages::security);
    r.form("/me/security/sessions/{id}/end", &[END], session::pages::end);
    r.form("/me/security/sessions/end-others", &[END], session::pages::end_others);
    r.page("/me/security/password", &[SECURE], account::pages::password);
    r.form("/me/security/password", &[SECURE, SEE], account::pages::set_password);
    r.page("/me/security/passkeys/new", &[SECURE], passkey::pages::new);
    r.page("/me/security/passkeys/{id}", &[SECURE], passkey::pages::one);
    r.form("/me/security/passkeys/{id}", &[SECURE], passkey::pages::rename);
    r.page("/me/security/passkeys/{id}/remove", &[SECURE], passkey::pages::confirm_removal);
    r.form("/me/security/passkeys/{id}/remove", &[SECURE], passkey::pages::remove);
    r.page("/me/security/tokens/new", &[SECURE], token::pages::new);
    r.form("/me/security/tokens/new", &[SECURE], token::pages::make);
    r.page("/me/security/tokens/{id}", &[SEE_SECURITY], token::pages::one);
    r.form("/me/security/tokens/{id}", &[END], token::pages::revoke);
}

fn invitations(r: &mut Routes) {
    r.page("/invitations/{secret}", &[ENTER], invitation::pages::show);
    r.form("/invitations/{secret}", &[ENTER], invitation::pages::accept);
    r.form("/invitations/{secret}/decline", &[ENTER], invitation::pages::decline);
}

fn entrance_api(r: &mut Routes) {
    r.post("/sign-in", &[ENTER], sign_in::api::sign_in)
        .takes::<sign_in::api::SignInBody>()
        .gives::<Next>(200, "Signs in with a password; the session comes as a cookie");
    r.post("/sign-in/challenges", &[ENTER], sign_in::api::begin_passkey)
        .gives::<ChallengeView>(201, "Begins a sign-in with a passkey");
    r.post("/sign-in/passkeys", &[ENTER], sign_in::api::finish_passkey)
        .takes::<sign_in::api::AssertionBody>()
        .gives::<Next>(200, "Signs in with a passkey; the session comes as a cookie");
    r.post("/sign-in/link/{secret}", &[ENTER], link::api::enter)
        .does(204, "Signs in by a link; the session comes as a cookie");
    r.post("/sign-out", &[END], session::api::sign_out).does(204, "Signs out");
    r.post("/recover", &[ENTER], link::api::ask)
        .takes::<link::api::RecoveryBody>()
        .does(204, "Has a link to a new password mailed, when there is such an account");
    r.post("/recover/{secret}", &[ENTER], link::api::recover)
        .takes::<link::api::RecoveredBody>()
        .does(204, "Sets a new password by a link; the session comes as a cookie");
    r.post("/step-up", &[PROVE, ENTER], sign_in::api::step_up)
        .takes::<sign_in::api::StepUpBody>()
        .gives::<Next>(200, "Proves again with the password who the caller is");
    r.post("/step-up/challenges", &[PROVE, ENTER], sign_in::api::begin_step_up)
        .gives::<ChallengeView>(201, "Begins to prove again with a passkey");
    r.post("/step-up/passkeys", &[PROVE], sign_in::api::finish_step_up)
        .takes::<sign_in::api::AssertionBody>()
        .gives::<Next>(200, "Proves again with a passkey who the caller is");
}

fn own_api(r: &mut Routes) {
    r.get("/me/account", &[SEE], account::api::account)
        .gives::<AccountView>(200, "Says who the caller is");
    r.put("/me/account", &[CHANGE], account::api::change)
        .takes::<account::api::AccountBody>()
        .gives::<AccountView>(200, "Changes the caller's name and language");
    r.post("/me/account/address", &[SECURE], account::api::ask_address)
        .takes::<account::api::AddressBody>()
        .does(204, "Has a link mailed to another address, which makes it the account's");
    r.post("/me/account/address/{secret}", &[ENTER], link::api::take_address)
        .does(204, "Makes a new address the account's");
    r.put("/me/password", &[SECURE, SEE], account::api::set_password)
        .takes::<account::api::PasswordBody>()
        .does(204, "Sets another password; the other sessions end");
    r.get("/me/sessions", &[SEE_SECURITY], session::api::list)
        .lists::<SessionView>("Lists the caller's sessions");
    r.delete("/me/sessions", &[END], session::api::end_others)
        .does(204, "Ends all of the caller's sessions but the one that asks");
    r.delete("/me/sessions/{id}", &[END], session::api::end)
        .does(204, "Ends one of the caller's sessions");
    r.get("/me/passkeys", &[SEE_SECURITY], passkey::api::list)
        .lists::<passkey::api::PasskeyView>("Lists the caller's passkeys");
    r.post("/me/passkeys/challenges", &[SECURE, ENTER], passkey::api::begin)
        .gives::<ChallengeView>(201, "Begins to add a passkey");
    r.post("/me/passkeys", &[SECURE], passkey::api::add)
        .takes::<passkey::api::PasskeyBody>()
        .gives::<passkey::api::PasskeyAdded>(201, "Adds the passkey that an authenticator made");
    r.put("/me/passkeys/{id}", &[SECURE], passkey::api::rename)
        .takes::<passkey::api::NameBody>()
        .does(204, "Gives a passkey another name");
    r.delete("/me/passkeys/{id}", &[SECURE], passkey::api::remove).does(204, "Removes a passkey");
    r.get("/me/tokens", &[SEE_SECURITY], token::api::list)
        .lists::<token::api::TokenView>("Lists the caller's API tokens");
    r.post("/me/tokens", &[SECURE], token::api::make)
        .takes::<token::api::TokenBody>()
        .gives::<token::api::TokenMade>(201, "Makes an API token; its secret is told this once");
    r.delete("/me/tokens/{id}", &[END], token::api::revoke).does(204, "Takes an API token back");
}

fn invitations_api(r: &mut Routes) {
    r.get("/invitations/{secret}", &[ENTER], invitation::api::show)
        .gives::<InvitationView>(200, "Shows what an invitation offers");
    r.post("/invitations/{secret}/acceptances", &[ENTER], invitation::api::accept)
        .takes::<invitation::api::NewcomerBody>()
        .gives::<InvitationView>(200, "Takes the role, with the caller's account or a new one");
    r.post("/invitations/{secret}/refusals", &[ENTER], invitation::api::decline)
        .does(204, "Declines an invitation");
}
