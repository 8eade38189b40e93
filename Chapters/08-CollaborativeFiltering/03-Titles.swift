// # Creating the DataLoaders
//
// Section 8.3 · After this page you can join two tables by a column that they share.

import Datasets
import Figures
import Notebook
import Tensors
import Training

// `merge` joins ratings with titles:

/// Ratings with the titles of the films, row by row.
public struct RatingsWithTitles: Sendable {
    public let ratings: Ratings
    /// Of the film of each row.
    public let titles: [String]
}

/// The rows of `ratings` whose film is in the list, with its title; rows of other films are left out. (The book's `merge`.)
public func merge(_ ratings: Ratings, _ films: [Film]) -> RatingsWithTitles {
    let titles = Dictionary(films.map { ($0.id, $0.title) }) { first, _ in first }
    let kept = (0..<ratings.count).filter { titles[ratings.items[$0]] != nil }
    let rows = kept.count == ratings.count ? ratings : ratings.rows(kept)
    return RatingsWithTitles(ratings: rows, titles: rows.items.map { titles[$0]! })
}
