//! Flags made from the list of settings, so that none is forgotten and none is told twice.

use std::path::PathBuf;

use clap::{Arg, ArgMatches, Args, Command, FromArgMatches, value_parser};

use super::Given;
use crate::settings::{Offered, SETTINGS, Setting};

/// The settings that say where the data is.
#[derive(Debug, Default, Clone)]
pub struct Place(pub Given);

/// The same, and what links begin with.
#[derive(Debug, Default, Clone)]
pub struct Linked(pub Given);

/// All settings.
#[derive(Debug, Default, Clone)]
pub struct Server(pub Given);

const FILE: &str = "config";

fn offer(command: Command, settings: impl Iterator<Item = &'static Setting>) -> Command {
    let file = Arg::new(FILE)
        .long(FILE)
        .value_name("FILE")
        .value_parser(value_parser!(PathBuf))
        .help_heading("Settings")
        .help("The configuration file [default: concord.toml, if it is there]");
    settings.fold(command.arg(file), |command, setting| {
        let help = match setting.default {
            Some(default) => format!("{} [default: {default}]", setting.about),
            None => setting.about.to_owned(),
        };
        let arg = Arg::new(setting.key)
            .long(setting.flag())
            .value_name("VALUE")
            .help_heading("Settings")
            .help(help);
        let switch = matches!(setting.default, Some("true" | "false"));
        command.arg(if switch { arg.num_args(0..=1).default_missing_value("true") } else { arg })
    })
}

fn collect(matches: &ArgMatches, settings: impl Iterator<Item = &'static Setting>) -> Given {
    let flag = |setting: &'static Setting| {
        matches.get_one::<String>(setting.key).map(|text| (setting.key, text.clone()))
    };
    Given {
        file: matches.get_one::<PathBuf>(FILE).cloned(),
        flags: settings.filter_map(flag).collect(),
    }
}

fn of_place() -> impl Iterator<Item = &'static Setting> {
    SETTINGS.iter().filter(|setting| setting.offered == Offered::Everywhere)
}

macro_rules! flags {
    ($name:ident, $settings:expr) => {
        impl Args for $name {
            fn augment_args(command: Command) -> Command {
                offer(command, $settings)
            }

            fn augment_args_for_update(command: Command) -> Command {
                offer(command, $settings)
            }
        }

        impl FromArgMatches for $name {
            fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
                Ok(Self(collect(matches, $settings)))
            }

            fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
                self.0 = collect(matches, $settings);
                Ok(())
            }
        }
    };
}

fn of_links() -> impl Iterator<Item = &'static Setting> {
    SETTINGS.iter().filter(|setting| setting.offered != Offered::ToServers)
}

flags!(Place, of_place());
flags!(Linked, of_links());
flags!(Server, SETTINGS.iter());

#[cfg(test)]
mod tests {
    use clap::{CommandFactory, Parser};

    use crate::arguments::{Arguments, Command};

    #[test]
    fn the_command_line_is_well_formed() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn every_command_teaches() {
        fn check(command: &clap::Command) {
            assert!(command.get_about().is_some(), "{} says nothing", command.get_name());
            command.get_subcommands().for_each(check);
        }
        check(&Arguments::command());
    }

    #[test]
    fn a_flag_is_kept_by_the_key_of_its_setting() {
        let line = ["concord", "serve", "--base-url", "https://x.example", "--demo"];
        let Command::Serve(serve) = Arguments::try_parse_from(line).unwrap().command else {
            panic!("it is serve");
        };
        let flags = serve.server.0.flags;
        assert_eq!(flags.get("base_url").map(String::as_str), Some("https://x.example"));
        assert_eq!(flags.get("demo").map(String::as_str), Some("true"));
        assert_eq!(flags.get("listen"), None);
    }

    #[test]
    fn a_command_on_data_takes_only_where_the_data_is() {
        let line = ["concord", "migrate", "--listen", "127.0.0.1:1"];
        assert!(Arguments::try_parse_from(line).is_err());
        assert!(Arguments::try_parse_from(["concord", "migrate", "--data", "here"]).is_ok());
    }
}
