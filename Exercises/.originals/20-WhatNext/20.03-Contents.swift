// Exercise 20.3 · Table of contents
// Section 20.2, question 20.3: Chapters/20-WhatNext/02-ABlogPost.swift

import Practice

/// The headings of a post in Markdown with their levels, in order, for a table of contents: two spaces for each level
/// above the first, a hyphen, a space, and the heading. A heading is a line that begins with one to three # and a
/// space. Between two lines that begin with ``` is code, where nothing is a heading.
///
/// "# Birds\n\n## Data\ntext" → ["- Birds", "  - Data"]
public func contents(of post: String) throws -> [String] {
    throw Unanswered("20.3")
}
