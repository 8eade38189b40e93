// The book's questions 8.1 to 8.8, each with its answer, and with a test that is the answer in code. The module
// Questions reads them from here; the form of the comments is described there.
//
// To run one of them: `swift test --filter "Questionnaire./.8.2 "`

import Chapter08
import Datasets
import Notebook
import Tensors
import TestSupport
import Testing

@Suite struct `8 Questionnaire` {}

/// The cells of a grid of ratings, without some of them.
private func cells(_ grid: [[Double]], without hidden: [[Int]] = []) -> [KnownCell] {
    grid.indices.flatMap { row in
        grid[row].indices.filter { !hidden.contains([row, $0]) }
            .map { KnownCell(row: row, column: $0, rating: grid[row][$0]) }
    }
}

/// Factors that were learned from these cells.
private func learned(_ cells: [KnownCell], rows: Int, columns: Int, factors: Int, steps: Int = 3000) -> FactorSheet {
    var random = SplitMix64(seed: 8)
    var sheet = FactorSheet(rows: rows, columns: columns, factors: factors, using: &random)
    _ = sheet.descend(cells, rate: 0.2, steps: steps)
    return sheet
}

extension `8 Questionnaire` {
    /// 8.1 · What is collaborative filtering for?
    ///
    /// It predicts what people will like, or how they will rate it, from what they and many others have liked before.
    /// It needs no description of the things and none of the people; only who has used, bought or rated what. Seen as a
    /// grid of people and things, it fills the empty cells.
    ///
    /// - Shown by: `gapsInTheGrid` in Chapters/08-CollaborativeFiltering/01c-Crosstab.swift
    /// - Shown by: `descentOnTheGrid` in Chapters/08-CollaborativeFiltering/02c-FillingTheGrid.swift
    @Test func `8.1 an empty cell is filled from the ratings of the others alone`() {
        // Every rating is how keen somebody is times how good the film is; nobody tells.
        let grid = [1, 1.5, 2, 2.5].map { keen in [1, 2, 1.5, 0.8, 1.2].map { keen * $0 } }
        let sheet = learned(cells(grid, without: [[1, 1], [3, 2]]), rows: 4, columns: 5, factors: 1)
        expectClose(sheet.prediction(1, 1), 3, 0.01)
        expectClose(sheet.prediction(3, 2), 3.75, 0.01)
    }

    /// 8.2 · How does it do that?
    ///
    /// It looks for people who liked the same things as you, and recommends what these people liked besides. In
    /// practice nobody searches for them. Each person and each thing gets some latent factors (and a bias), random at
    /// first; a rating is predicted by the dot product of both; and gradient descent changes them all until the known
    /// ratings are predicted well. People with the same taste end up with similar factors, and so do things that the
    /// same people like.
    ///
    /// - Shown by: `FactorSheet` in Chapters/08-CollaborativeFiltering/02-LatentFactors.swift
    /// - Shown by: `gradient` in Chapters/08-CollaborativeFiltering/02b-GradientByHand.swift
    @Test func `8.2 people who liked the same are predicted to like the same`() {
        let (taste, opposite) = ([5.0, 5, 1, 1, 5], [1.0, 1, 5, 5, 1])
        let grid = [taste, taste, taste, opposite, opposite, opposite]
        // Neither person 0 nor person 3 has rated film 4.
        let sheet = learned(cells(grid, without: [[0, 4], [3, 4]]), rows: 6, columns: 5, factors: 2)
        #expect(sheet.prediction(0, 4) > 4.5 && sheet.prediction(3, 4) < 1.5)
    }

    /// 8.3 · Why can a model that predicts ratings well be a poor recommender all the same?
    ///
    /// It says what somebody would rate highly anyway, and that is often what they know already or would have found
    /// without help: the films that everybody likes, the next part of a series. Such a prediction is right and of no
    /// use. What is wanted is something that people would not have found, and that they like. Besides, a model learns
    /// from what was shown and chosen, so it confirms what it has recommended before, and it has nothing to say about
    /// people and things without ratings.
    ///
    /// - Shown by: `longTail` in Chapters/08-CollaborativeFiltering/01-FirstLook.swift
    /// - Shown by: `whatTheMeanKnows` in Chapters/08-CollaborativeFiltering/01-FirstLook.swift
    @Test func `8.3 a model with hardly any error recommends the same known film to everybody`() {
        // Film 2 is the best for everybody, and everybody has rated it.
        let grid = [0.9, 1, 1.1, 1].map { mood in [2, 3, 4.5, 2.5].map { mood * $0 } }
        let known = cells(grid)
        let sheet = learned(known, rows: 4, columns: 4, factors: 1)
        #expect(sheet.loss(known) < 0.001)
        let best = (0..<4).map { row in (0..<4).max { sheet.prediction(row, $0) < sheet.prediction(row, $1) }! }
        #expect(best == [2, 2, 2, 2])
        #expect((0..<4).allSatisfy { row in known.contains { $0.row == row && $0.column == 2 } })
    }

    /// 8.4 · What does a crosstab of such data look like?
    ///
    /// A grid with a row for each person and a column for each thing. Where they meet stands the rating. Nearly all
    /// cells are empty, since nobody has seen more than a small part of everything: in MovieLens 100K, 94 of 100.
    ///
    /// - Shown by: `gapsInTheGrid` in Chapters/08-CollaborativeFiltering/01c-Crosstab.swift
    @Test func `8.4 rows are people, columns are things, and most cells are empty`() {
        let ratings = GeneratedRatings(seed: 3).ratings
        let (users, films) = (Set(ratings.users).sorted(), Set(ratings.items).sorted())
        let grid = crosstab(ratings, users: users, films: films)
        #expect(grid.count == users.count && grid.allSatisfy { $0.count == films.count })
        let empty = grid.joined().count { $0 == nil }
        let share = Double(empty) / Double(users.count * films.count)
        #expect(share > 0.9)
        #expect(users.count * films.count - empty == ratings.count)
    }

    /// 8.5 · Write code that makes a crosstab of the MovieLens data.
    ///
    /// `crosstab` begins with a grid of empty cells, and puts each rating where its user's row and its film's column
    /// meet. Dictionaries from numbers to rows and columns find the place. `mostFrequent` picks the people and films to
    /// show.
    ///
    /// - Shown by: `crosstab` in Chapters/08-CollaborativeFiltering/01c-Crosstab.swift
    /// - Shown by: `gapsInTheGrid` in Chapters/08-CollaborativeFiltering/01c-Crosstab.swift
    @Test func `8.5 each rating is in the row of its user and the column of its film`() {
        let ratings = Ratings(users: [7, 3, 7, 9], items: [20, 10, 10, 20], scores: [5, 2, 1, 3])
        #expect(crosstab(ratings, users: [3, 7], films: [20, 10]) == [[nil, 2], [5, 1]])
        #expect(crosstab(ratings, users: [9, 8], films: [10, 20, 30]) == [[nil, 3, nil], [nil, nil, nil]])
        #expect(mostFrequent(ratings.users, 2) == [7, 3] && mostFrequent(ratings.items, 5) == [10, 20])
    }

    /// 8.6 · What is a latent factor, and what is latent about it?
    ///
    /// A property that explains who likes what: how much sci-fi is in a film, and how much of it somebody wants. It is
    /// latent, hidden, because no column of the data has it, and nobody ever names it. The model only has room for some
    /// numbers, and gradient descent finds values for them that explain the ratings.
    ///
    /// - Shown by: `user1` in Chapters/08-CollaborativeFiltering/01d-DotProduct.swift
    /// - Shown by: `randomSheet` in Chapters/08-CollaborativeFiltering/02-LatentFactors.swift
    @Test func `8.6 a planted factor that is in no column is found from the ratings`() {
        let (people, films) = ([0.5, 1, 1.5, 2], [2.0, 0.5, 1, 1.6, 0.1])
        let sheet = learned(cells(people.map { person in films.map { person * $0 } }), rows: 4, columns: 5, factors: 1)
        // Up to a factor for all films, as nobody says in what unit.
        let ratios = zip(sheet.films, films).map { $0[0] / $1 }
        let (least, most) = (ratios.min()!, ratios.max()!)
        #expect(most - least < 0.01 * most.magnitude)
    }

    /// 8.7 · What is a dot product? Compute one with plain lists.
    ///
    /// Multiply the numbers at the same places and add up the products. (0.9, 0.8, -0.6) and (0.98, 0.9, -0.9) give
    /// 0.882 + 0.72 + 0.54 = 2.142. Where the signs agree, the product grows; where they do not, it shrinks.
    ///
    /// - Shown by: `dot` in Chapters/08-CollaborativeFiltering/01d-DotProduct.swift
    /// - Shown by: `twoFilms` in Chapters/08-CollaborativeFiltering/01d-DotProduct.swift
    @Test func `8.7 a dot product is the sum of the products`() {
        #expect(dot([0.9, 0.8, -0.6], [0.98, 0.9, -0.9]) == 2.1420000000000003)
        #expect(dot([0.9, 0.8, -0.6], [-0.99, -0.3, 0.8]) == -1.611)
        #expect(dot([1, 2, 3], [4, 5, 6]) == 32 && dot([], []) == 0 && dot([2], [-3]) == -6)
    }

    /// 8.8 · What does `merge` do with two data frames?
    ///
    /// It joins them by the columns that both have, here the number of the film. Each row of one is put together with
    /// the rows of the other that have the same number, so that each rating gets its title. What has no partner in the
    /// other table is left out, unless one asks for another kind of join: by default it is an inner one.
    ///
    /// - Shown by: `merge` in Chapters/08-CollaborativeFiltering/03-Titles.swift
    /// - Shown by: `mergedRows` in Chapters/08-CollaborativeFiltering/03-Titles.swift
    @Test func `8.8 each rating gets its film's title, and a rating without a film is left out`() {
        let ratings = Ratings(users: [196, 186, 22], items: [242, 302, 242], scores: [3, 4, 5], times: [7, 8, 9])
        let merged = merge(ratings, [Film(1, "Toy Story (1995)"), Film(242, "Kolya (1996)")])
        #expect(merged.titles == ["Kolya (1996)", "Kolya (1996)"])
        #expect(merged.ratings == Ratings(users: [196, 22], items: [242, 242], scores: [3, 5], times: [7, 9]))
    }
}

private func expectClose(_ found: Double, _ wanted: Double, _ tolerance: Double) {
    #expect(abs(found - wanted) < tolerance, "\(found) is not \(wanted)")
}
