//! One's own profile.

use base::OrganizationId;
use store::Cx;
use web::{Failure, FormView, Input, Request, Response, Section, Shell, page, redirect};

use super::{MOST_KNOWN, commands, commands::DescribeMe, queries};
use crate::{About, Affiliation, Profile, forms};

#[derive(askama::Template)]
#[template(path = "partnership/profile.html")]
struct ProfilePage {
    shell: Shell,
    form: FormView,
    organizations: Vec<(OrganizationId, String)>,
}

web::page!(ProfilePage);

pub(crate) async fn edit(cx: Cx, request: Request) -> Result<Response, Failure> {
    let (profile, organizations) = queries::mine(&cx).await?;
    let shell = Shell::new(&cx, None, "profile-page", Section::MyWork);
    let form = filled(&profile);
    page(&request, &ProfilePage { shell, form, organizations })
}

pub(crate) async fn save(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.input()?;
    let seen = forms::seen(&request)?;
    let (_, organizations) = queries::mine(&cx).await?;
    let ids: Vec<OrganizationId> = organizations.iter().map(|(id, _)| *id).collect();
    let answer = match about_from(&mut input, &ids) {
        Ok(about) => {
            commands::describe_me(&cx, DescribeMe { about, seen }).await.map_err(Failure::from)
        }
        Err(invalid) => Err(invalid),
    };
    let failure = match forms::shown_again(answer)? {
        Ok(_) => return Ok(redirect(&cx, "/me").notice("profile-saved-notice")),
        Err(failure) => failure,
    };
    let mut shell = Shell::new(&cx, None, "profile-page", Section::MyWork);
    let form = forms::again(&mut shell, &input, &failure);
    Ok(page(&request, &ProfilePage { shell, form, organizations })?.with_status_of(&failure))
}

/// What a person says of themselves, out of a form or a JSON body; a title for each of these
/// organizations is read from `title-` and the organization in a form, and from the member of
/// `titles` in a JSON body.
pub(super) fn about_from(
    input: &mut Input,
    organizations: &[OrganizationId],
) -> Result<About, Failure> {
    let contact = input.optional("contact").map(base::Private::new);
    let text = input.optional("about");
    let skills = forms::list(input, "skills", MOST_KNOWN);
    let languages = forms::list(input, "languages", MOST_KNOWN);
    let expertise = forms::list(input, "expertise", MOST_KNOWN);
    let mut titles = Vec::new();
    for &organization in organizations {
        let in_json = format!("titles.{organization}");
        let in_form = format!("title-{organization}");
        let field = if input.text(&in_json).is_some() { in_json } else { in_form };
        let title = input.optional(&field);
        titles.extend(title.map(|title| Affiliation { organization, title }));
    }
    let known = |name: &str| {
        let id = name.strip_prefix("titles.").or_else(|| name.strip_prefix("title-"));
        id.is_none_or(|id| organizations.iter().any(|known| known.to_string() == id))
    };
    let strange: Vec<String> =
        input.names().filter(|name| !known(name)).map(str::to_owned).collect();
    for name in strange {
        input.refuse(&name, "choice_unknown", Vec::new());
    }
    input.check()?;
    Ok(About { contact, text, skills, languages, expertise, titles })
}

fn filled(profile: &Profile) -> FormView {
    let about = &profile.about;
    let lines = |items: &[crate::Known]| {
        items.iter().map(base::Line::as_str).collect::<Vec<_>>().join("\n")
    };
    let contact = about.contact.as_ref().map(|it| it.expose().to_string());
    let mut values = vec![
        ("revision".to_owned(), profile.revision.to_string()),
        ("contact".to_owned(), contact.unwrap_or_default()),
        ("about".to_owned(), about.text.as_ref().map(ToString::to_string).unwrap_or_default()),
        ("skills".to_owned(), lines(&about.skills)),
        ("languages".to_owned(), lines(&about.languages)),
        ("expertise".to_owned(), lines(&about.expertise)),
    ];
    let titles = about.titles.iter();
    values.extend(titles.map(|it| (format!("title-{}", it.organization), it.title.to_string())));
    FormView::filled(values)
}
