//! Where one of the four questions is answered.

use askama::Template;
use store::Cx;
use web::{Failure, FormView, Request, Response, Shell};

use super::{NewReply, Question};
use crate::{
    access,
    agreement::{
        Agreement,
        pages::{base_of, shell},
        parse,
        queries::{self, Record},
        words,
    },
};

/// The form of one question.
#[derive(Template)]
#[template(path = "agreements/question.html")]
struct QuestionPage {
    shell: Shell,
    form: FormView,
    title: String,
    heading: String,
    about: String,
    action: String,
    home: String,
    revision: String,
}

web::page!(QuestionPage);

/// `GET /p/{partnership}/agreements/{id}/questions/{question}`
pub(crate) async fn show(cx: Cx, request: Request) -> Result<Response, Failure> {
    cx.admits(access::REPLY).await?;
    let question: Question = request.param("question")?;
    let record = queries::agreement(&cx, request.param("id")?).await?;
    let before = record.replies.iter().find(|reply| reply.question == question);
    let form = before.map_or_else(FormView::new, |reply| {
        let typed =
            vec![("reply", reply.reply.to_string()), ("deciders", reply.deciders.to_string())];
        FormView::filled(typed)
    });
    web::page(&request, &page(shell(&cx, &record), form, &record, question))
}

/// `POST /p/{partnership}/agreements/{id}/questions/{question}`
pub(crate) async fn answer(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.input()?;
    cx.admits(access::REPLY).await?;
    let question: Question = request.param("question")?;
    let record = queries::agreement(&cx, request.param("id")?).await?;
    let done = async {
        let new = parse::given(&mut input, |input| {
            let (reply, deciders) = (input.required("reply"), input.required("deciders"));
            Some(NewReply { question, reply: reply?, deciders: deciders? })
        })?;
        Ok::<Agreement, Failure>(super::reply(&cx, parse::target(&request)?, new).await?)
    };
    match done.await {
        Ok(_) => {
            let back = web::redirect(&cx, &format!("{}#questions", base_of(&record)));
            Ok(back.notice("agreements-question-notice"))
        }
        Err(failure) if failure.is_form() => {
            let mut shell = shell(&cx, &record);
            let form = FormView::refused(&mut shell, input.typed(), &failure.problems());
            let page = page(shell, form, &record, question);
            Ok(web::page(&request, &page)?.with_status_of(&failure))
        }
        Err(failure) => Err(failure),
    }
}

fn page(shell: Shell, form: FormView, record: &Record, question: Question) -> QuestionPage {
    let base = base_of(record);
    let title = record.agreement.title.to_string();
    let heading = words::said(&shell, "agreements-question", question);
    QuestionPage {
        about: words::said(&shell, "agreements-question-about", question),
        action: shell.href(&format!("{base}/questions/{question}")),
        revision: record.agreement.revision.to_string(),
        shell: shell.crumb(title.clone(), &base).titled(heading.clone()),
        home: base,
        form,
        title,
        heading,
    }
}
