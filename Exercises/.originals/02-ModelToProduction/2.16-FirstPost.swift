// Exercise 2.16 · A first post
// Section 2.7, further research 4: Chapters/02-ModelToProduction/07c-GetWriting.swift

import Practice

/// Further research (the fourth item of the book): start a blog and write your first post. Here is the text of it, in
/// Markdown; where to put it is in chapter 20.
///
/// Its first line is "# " and a title. Then come at least three parts, each with a heading, "## " and some words, and
/// with at least 20 words below it that belong to no heading. Somewhere it says what surprised you: a line has the word
/// "surprised" in it. (`draft(_:of:)` of the page makes a skeleton.)
public func firstPost() throws -> String {
    throw Unanswered("2.16")
}
