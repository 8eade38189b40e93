// # Creating the DataLoaders
//
// Section 8.3 · After this page you can join two tables by a column that they share, and know what can go wrong with
// letters.

import Common
import Datasets
import Figures
import Foundation
import Notebook
import Tensors
import Training

// Film 242 is not a name that people would want to see in a list of recommendations. The titles are in another file,
// `u.item`, with one film on each line. The columns are separated by `|` here, there are 24 of them, and we need the
// first two, the number and the title:
//
//     242|Kolya (1996)|24-Jan-1997||http://us.imdb.com/M/title-exact?Kolya+(1996)|0|0|0|…
//
// (Then come the dates of the release, an address, and 19 flags for genres. The reader here takes the genres along;
// they will be of use for films that nobody has rated yet, in section 8.6.)

extension CollaborativeFiltering {
    func firstTitles() throws {
        var table = TextTable(["film", "title"])
        for film in try data.films.prefix(5) { table.add(Int(film.id), film.title) }
        show(table, "The first films of \(dataName)")

        // A number is a number everywhere, but a letter is whatever one has agreed on. This file was made in 1998, and
        // has one byte for each letter, by an agreement called Latin-1. Today one mostly uses UTF-8, in which letters
        // beyond the English ones take two bytes or more:
        let word = "Café"
        show(
            Array(word.utf8).count, "bytes of “Café” in UTF-8",
            ask: "“Café” takes four bytes in Latin-1. How many does it take in UTF-8, where é needs two?")
        // Read by the wrong agreement, a letter becomes another one, or nothing at all. The Latin-1 bytes of “Café”,
        // taken for UTF-8, and the other way round:
        let bytes = word.unicodeScalars.map { UInt8($0.value) }
        show(String(decoding: bytes, as: UTF8.self), "Latin-1, read as UTF-8")
        show(String(String.UnicodeScalarView(word.utf8.map { Unicode.Scalar($0) })), "UTF-8, read as Latin-1")
        // So a library has to be told; in the book, the call says `encoding='latin-1'`. Our reader tries UTF-8 first:
        // text in Latin-1 with any such letter hardly ever happens to be valid UTF-8.
    }
}

// Now both tables have a column in common, the number of the film. Putting them together by it is a *join*, and the
// book's library calls it `merge`. The result has a row for each rating whose film is in the other table, an *inner*
// join:

/// Ratings with the titles of the films, row by row.
public struct RatingsWithTitles: Sendable {
    public let ratings: Ratings
    /// Of the film of each row.
    public let titles: [String]
}

/// The rows of `ratings` whose film is in the list, with its title; rows of other films are left out. (The book's
/// `ratings.merge(movies)`.)
public func merge(_ ratings: Ratings, _ films: [Film]) -> RatingsWithTitles {
    let titles = Dictionary(films.map { ($0.id, $0.title) }) { first, _ in first }
    let kept = (0..<ratings.count).filter { titles[ratings.items[$0]] != nil }
    let rows = kept.count == ratings.count ? ratings : ratings.rows(kept)
    return RatingsWithTitles(ratings: rows, titles: rows.items.map { titles[$0]! })
}

extension CollaborativeFiltering {
    func mergedRows() throws {
        let small = merge(
            Ratings(users: [196, 186, 22], items: [242, 302, 242], scores: [3, 3, 5]), [Film(242, "Kolya (1996)")])
        show(
            small.titles, "titles of the merged rows",
            predict: .count(
                "Three ratings are of films 242, 302 and 242, and the other table has only film 242. How many rows does an inner join have?",
                small.ratings.count))

        // With all ratings and all films, nothing is lost. The book's library puts the rows of the same film together,
        // so the first ones are all of the film of the first rating:
        let (merged, films) = (try ratingsWithTitles, Set(try data.films.map(\.title)))
        let first = (0..<merged.ratings.count).filter { merged.ratings.items[$0] == merged.ratings.items[0] }
        var table = TextTable(["user", "film", "rating", "title"])
        for row in first.prefix(5) {
            table.add(
                Int(merged.ratings.users[row]), Int(merged.ratings.items[row]), starsText(merged.ratings.scores[row]),
                merged.titles[row])
        }
        show(table, "Ratings with titles, of the film of the first row of \(dataName)")

        // A name that nobody reads is a number; a name that people read is a title. It would be convenient if they were
        // the same. Are they?
        let count = try data.films.count
        show(
            "\(count) numbers, \(films.count) titles", "films of \(dataName)",
            predict: .yesNo("Does each number of a film have a title that no other number has?", count == films.count))
        // Some films are in the list twice, under two numbers and with the same title. The book goes by the title from
        // here on, and so do we. For those films that is even better: their ratings are put together.
    }
}
