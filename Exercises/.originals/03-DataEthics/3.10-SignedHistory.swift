// Exercise 3.10 · A history that holds
// Section 3.3, question 3.15, further research 6: Chapters/03-DataEthics/03q-SignedTexts.swift

import Chapter03
import Practice

/// Further research (signatures): whether a history of edits is genuine. Each edit has its text, and a signature that
/// was made of the text *and the signature before it*, written one after the other as in `"\(before)|\(text)"`, where
/// `before` is 0 for the first. So nobody can take out an edit, or put in another, without breaking all that follow.
/// The chapter's `isSigned` checks a text with its signature.
///
/// The number of edits, from the beginning, that hold: a history whose third edit was changed has 2.
public func genuineEdits(_ texts: [String], signatures: [Int]) throws -> Int {
    throw Unanswered("3.10")
}
