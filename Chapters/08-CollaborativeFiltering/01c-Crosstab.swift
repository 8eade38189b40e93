// # People down, films across
//
// Section 8.1 · After this page you can lay ratings out as a crosstab, and see what a recommender has to do: fill its
// gaps.

import Datasets
import Figures
import Notebook
import Tensors

// A list of ratings is a good form for a program, and a bad one for people. A *crosstab* shows the same numbers as a
// grid: a row for each person, a column for each film, and a rating where they meet. `crosstab` makes one for some
// people and some films:

/// The rating that each of these users gave to each of these films; nil where there is none.
/// - Returns: [users][films]; of several ratings of the same film by the same user, the last one.
public func crosstab(_ ratings: Ratings, users: [Int32], films: [Int32]) -> [[Float?]] {
    let rows = Dictionary(uniqueKeysWithValues: zip(users, users.indices))
    let columns = Dictionary(uniqueKeysWithValues: zip(films, films.indices))
    var cells = [[Float?]](repeating: [Float?](repeating: nil, count: films.count), count: users.count)
    for i in 0..<ratings.count {
        guard let row = rows[ratings.users[i]], let column = columns[ratings.items[i]] else { continue }
        cells[row][column] = ratings.scores[i]
    }
    return cells
}

// The whole grid would have a million cells and more. The picture is to have 15 × 15: the films with the most ratings,
// and the people who have rated the most. `mostFrequent`, a function of the module
// Notebook, counts how often each number occurs, sorts by that, and gives the first ones.

extension CollaborativeFiltering {
    func gapsInTheGrid() throws {
        let (ratings, titles) = (try data.ratings, try titles)
        let users = mostFrequent(ratings.users, 15)
        let films = mostFrequent(ratings.items, 15)
        let grid = crosstab(ratings, users: users, films: films)
        show(
            HeatTable(
                "Where there is no rating, the grid has a gap", rows: users.map { "user \($0)" },
                columns: films.map { shortTitle(titles[$0]!) }, grid, range: 1...5, colours: .stars),
            "Ratings of the 15 most-rated films by the 15 busiest people in \(dataName)")
        // (Figure 8-1 of the book is such a picture.)
        //
        // The gaps are what this chapter is about. Each is a person who has not rated a film. Would they like it? If we
        // could fill the gaps, the best numbers in somebody's row would be what to recommend. And this corner is as
        // full as the grid gets, since it belongs to those who have seen everything and to what everybody has seen.
        let filled = grid.joined().count { $0 != nil }
        show("\(filled) of \(15 * 15) cells have a rating", "the corner of the busiest in \(dataName)")
        let cells = Set(ratings.users).count * Set(ratings.items).count
        let share = Double(ratings.count) / Double(cells)
        record(
            "whole-grid/share-filled", share,
            predict: .share("What share of the whole grid has a rating?", share, within: .plusMinus(0.03)))
    }
}

// MARK: Helpers

extension ColourMap {
    /// From a pale yellow to a dark blue, over greens: for stars.
    static let stars = ColourMap(
        Colour(253, 231, 150), Colour(161, 218, 180), Colour(65, 182, 196), Colour(44, 127, 184), Colour(37, 52, 148))
}

/// A title that fits above a column, if need be without the year.
func shortTitle(_ title: String) -> String {
    if title.count <= 26 { return title }
    let name = title.hasSuffix(")") ? String(title.dropLast(7)) : title
    return name.count <= 26 ? name : name.prefix(25) + "…"
}
