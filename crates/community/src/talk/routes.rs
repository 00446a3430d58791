//! The addresses of talk.

use web::Routes;

use super::{
    access::{DOORS, MODERATE, OPEN_DOOR, READ, RULINGS, WRITE},
    api::{
        self, DoorBody, DoorList, EditBody, FollowBody, OpeningBody, PostBody, PostView,
        ReviewBody, RulingLine, ThreadLine, ThreadView, WhyBody,
    },
    pages::{self, list, new, posts, rulings, settings},
};

pub(crate) fn routes(r: &mut Routes) {
    pages(r);
    one_post(r);
    api_threads(r);
    api_posts(r);
}

fn pages(r: &mut Routes) {
    r.page("/p/{partnership}/discussions", &[READ], list::list);
    r.page("/p/{partnership}/discussions/new", &[WRITE, READ], new::show);
    r.form("/p/{partnership}/discussions/new", &[WRITE, READ], new::take);
    r.page("/p/{partnership}/discussions/rulings", &[RULINGS], rulings::list);
    r.page("/p/{partnership}/discussions/settings", &[DOORS], settings::show);
    r.form("/p/{partnership}/discussions/settings", &[OPEN_DOOR, DOORS], settings::set);
    r.page("/p/{partnership}/discussions/{id}", &[READ], pages::show);
    r.form("/p/{partnership}/discussions/{id}/posts", &[WRITE, READ], pages::answer);
    r.form("/p/{partnership}/discussions/{id}/follow", &[WRITE, READ], pages::follow);
    r.form("/p/{partnership}/discussions/{id}/close", &[WRITE, READ], pages::close);
    r.form("/p/{partnership}/discussions/{id}/reopen", &[WRITE, READ], pages::reopen);
}

fn one_post(r: &mut Routes) {
    r.page("/p/{partnership}/discussions/{id}/posts/{post}/edit", &[READ], posts::edit_form);
    r.form("/p/{partnership}/discussions/{id}/posts/{post}/edit", &[WRITE, READ], posts::edit);
    r.page("/p/{partnership}/discussions/{id}/posts/{post}/history", &[READ], posts::history);
    r.page(
        "/p/{partnership}/discussions/{id}/posts/{post}/take-back",
        &[READ],
        posts::take_back_form,
    );
    r.form("/p/{partnership}/discussions/{id}/posts/{post}/take-back", &[WRITE], posts::take_back);
    r.form(
        "/p/{partnership}/discussions/{id}/posts/{post}/reactions",
        &[WRITE, READ],
        posts::react,
    );
    r.page("/p/{partnership}/discussions/{id}/posts/{post}/hide", &[READ], rulings::show);
    r.form("/p/{partnership}/discussions/{id}/posts/{post}/hide", &[MODERATE, READ], rulings::act);
    r.page("/p/{partnership}/discussions/{id}/posts/{post}/appeal", &[READ], rulings::show);
    r.form("/p/{partnership}/discussions/{id}/posts/{post}/appeal", &[WRITE, READ], rulings::act);
    r.page("/p/{partnership}/discussions/{id}/posts/{post}/review", &[READ], rulings::show);
    r.form(
        "/p/{partnership}/discussions/{id}/posts/{post}/review",
        &[MODERATE, READ],
        rulings::act,
    );
}

fn api_threads(r: &mut Routes) {
    r.get("/p/{partnership}/discussions", &[READ], api::list)
        .lists::<ThreadLine>("Lists discussions, filtered, the latest first, a page at a time");
    r.post("/p/{partnership}/discussions", &[WRITE, READ], api::start)
        .takes::<OpeningBody>()
        .gives::<ThreadView>(201, "Begins a discussion about a record");
    r.get("/p/{partnership}/discussions/rulings", &[RULINGS], api::rulings)
        .lists::<RulingLine>("Lists what was done to posts of others, the latest first");
    r.get("/p/{partnership}/discussions/settings", &[DOORS], api::doors)
        .gives::<DoorList>(200, "Shows where guests may write");
    r.put("/p/{partnership}/discussions/settings", &[OPEN_DOOR, DOORS], api::open_door)
        .takes::<DoorBody>()
        .gives::<DoorList>(200, "Says whether guests may write somewhere");
    r.get("/p/{partnership}/discussions/{id}", &[READ], api::find)
        .gives::<ThreadView>(200, "Shows a discussion with its answers");
    r.put("/p/{partnership}/discussions/{id}/following", &[WRITE, READ], api::follow)
        .takes::<FollowBody>()
        .gives::<ThreadView>(200, "Follows a discussion, looks away from it, or neither");
    r.post("/p/{partnership}/discussions/{id}/closings", &[WRITE, READ], api::close)
        .gives::<ThreadView>(200, "Says that a discussion is settled");
    r.post("/p/{partnership}/discussions/{id}/reopenings", &[WRITE, READ], api::reopen)
        .gives::<ThreadView>(200, "Goes on with a discussion");
}

fn api_posts(r: &mut Routes) {
    r.post("/p/{partnership}/discussions/{id}/posts", &[WRITE, READ], api::answer)
        .takes::<PostBody>()
        .gives::<PostView>(201, "Answers in a discussion");
    r.get("/p/{partnership}/discussions/{id}/posts/{post}", &[READ], api::post)
        .gives::<PostView>(200, "Shows a post");
    r.patch("/p/{partnership}/discussions/{id}/posts/{post}", &[WRITE, READ], api::edit)
        .takes::<EditBody>()
        .gives::<PostView>(200, "Changes one's own post; how it read before is kept");
    r.delete("/p/{partnership}/discussions/{id}/posts/{post}", &[WRITE], api::take_back)
        .does(204, "Takes one's own post back for good");
    r.put(
        "/p/{partnership}/discussions/{id}/posts/{post}/reactions/{reaction}",
        &[WRITE, READ],
        api::react,
    )
    .gives::<PostView>(200, "Reacts: `agree`, `thanks` or `help`");
    r.delete(
        "/p/{partnership}/discussions/{id}/posts/{post}/reactions/{reaction}",
        &[WRITE, READ],
        api::unreact,
    )
    .gives::<PostView>(200, "Takes a reaction back");
    r.post("/p/{partnership}/discussions/{id}/posts/{post}/hidings", &[MODERATE, READ], api::hide)
        .takes::<WhyBody>()
        .gives::<PostView>(200, "Hides a post from the others, with a reason that all can read");
    r.post("/p/{partnership}/discussions/{id}/posts/{post}/appeals", &[WRITE, READ], api::appeal)
        .takes::<WhyBody>()
        .gives::<PostView>(200, "Asks, as its writer, for another look at a hidden post");
    r.post(
        "/p/{partnership}/discussions/{id}/posts/{post}/reviews",
        &[MODERATE, READ],
        api::review,
    )
    .takes::<ReviewBody>()
    .gives::<PostView>(200, "Looks at a hidden post again");
}
