// Exercise 10.17 · A campaign, thought through
// Section 10.3, further research 1: Chapters/10-FilmReviews/03c-WhatGivesItAway.swift

import Practice

/// The book's first item of further research: what can language models write today, does it convince, and how could
/// somebody who wishes to sow conflict and doubt make use of it? Who defends a forum, a newspaper or a vote has to
/// think that through before others do.
///
/// Find out which models are the best now, and read what some of them write. Then return your answers by the keys
/// "best" (which are they, and in which year do you say so?), "read" (what have you read of a model's texts?),
/// "convincing" (what about them convinced you?), "away" (what gave them away?), "use" (what would such texts be used
/// for, against whom?) and "weak" (where is such a campaign easiest to stop?). Each has at least eight words, no two
/// are alike, and "best" names the year with four digits.
public func campaignThoughtThrough() throws -> [String: String] {
    throw Unanswered("10.17")
}
