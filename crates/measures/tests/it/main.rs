//! Measures through the program: on both databases, with a fixed clock and seeded identifiers.

#[cfg(test)]
mod help;
#[cfg(test)]
mod importing;
#[cfg(test)]
mod measuring;
#[cfg(test)]
mod refusals;
#[cfg(test)]
mod saying;
#[cfg(test)]
mod serving;
#[cfg(test)]
mod taking_back;
#[cfg(test)]
mod telling;
