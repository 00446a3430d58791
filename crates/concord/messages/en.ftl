# The demo's own pages.

demo-title = Riverbend County, made up
demo-short =
    Everybody and everything here is made up, except the counts marked as HUD's. Choose whom you want to be.
    Nothing that you do leaves this computer.
demo-people = Sign in as
demo-sign-in = Sign in as { $name }
demo-mail-link = Read the mail that was not sent
demo-role-coordinator = Coordinator
demo-role-agency-lead = Agency lead
demo-role-program-manager = Program manager
demo-role-front-line-worker = Front-line worker
demo-role-data-steward = Data steward
demo-role-community-stakeholder = Community stakeholder
demo-does-coordinator = Keeps the plan moving: what is late, what is stuck, who can help.
demo-does-agency-lead = Answers for an agency: what did we promise, does it hold, is it working.
demo-does-program-manager = Runs a service: promises, dates, and the numbers behind them.
demo-does-front-line-worker = Helps people each day, with a phone in one hand.
demo-does-data-steward = Looks after who may see what, and can say why.
demo-does-community-stakeholder = A resident with a seat at the table.
demo-mail-title = Mail that was not sent
demo-mail-short =
    { $count ->
        [0] No mail yet. When Concord would write to somebody, it shows here.
        [one] 1 mail. In a real installation it would have gone out.
       *[other] { $count } mails, the newest first. In a real installation they would have gone out.
    }
demo-mail-to = To { $to }
demo-mail-more =
    { $count ->
        [one] 1 older mail is in the folder of the demo.
       *[other] { $count } older mails are in the folder of the demo.
    }
demo-mail-back = Choose another person
