// Exercise 8.18 · Where nobody gives stars
// Section 8.1, further research 2: Chapters/08-CollaborativeFiltering/01-FirstLook.swift

import Practice

/// The book's second item of further research asks for three other areas that use collaborative filtering, and for what
/// is good and bad about it there. Think of shops, of music, of search. What most of them lack are stars. There is what
/// people have bought, played or clicked on: it is plenty, and costs nobody any effort, but it says little about what
/// somebody did not like, and nothing about why.
///
/// Music: how often has somebody played each song that they have played at all? People play more or less music, so a
/// count means something only beside their other counts. Make stars of one person's counts: 1 star, and one more for
/// each full fifth of their songs that they have played less often than this one.
///
/// [1, 1, 4, 9, 30] → [1, 1, 3, 4, 5]. Songs with the same count have the same stars.
public func starsFromPlays(_ plays: [Int]) throws -> [Int] {
    throw Unanswered("8.18")
}
