# Search.
search-page = Search
search-short = Finds commitments, goals, decisions, risks, ideas, measures, agreements, people and more, in all your partnerships. You see only what you may see there.
search-words = Words
search-kind = What
search-kind-all = Everything
search-in = Where
search-in-all = All my partnerships
search-button = Search
search-count = { $count ->
    [0] Nothing found
    [one] 1 found
   *[other] { $count } found
 }
search-ask = What are you looking for?
search-ask-text = Type one or more words, or the start of a word. Accents and capitals do not matter.
search-none-text = Try fewer words, or the start of a word. New entries can be found a few seconds after they are saved.

# What is wrong, and how to mend it.
error-search-not-ready = The search is not ready yet. Try again in a minute.
