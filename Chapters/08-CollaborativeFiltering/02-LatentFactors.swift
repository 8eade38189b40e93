// # Learning the latent factors
//
// Section 8.2 · After this page you can predict ratings from factors that mean nothing yet, as in a spreadsheet.

import Common
import Datasets
import Figures
import Notebook
import Tensors

// Nobody tells us the factors. But nobody told us the weights of chapter 4 either, and gradient descent found them:
// begin with anything, measure how wrong it is, and go where it gets better. The same will do here. Three things come
// first:
//
// 1. Give each film and each person some factors: random numbers, as many as you like. Here there will be 5.
// 2. Predict each rating: the dot product of the person's factors and the film's.
// 3. Measure how far off that is. The loss is the mean squared error, over the ratings that there are.
//
// Then the gradient says how to change each factor. A grid of 15 × 15 is small enough to look at each number. A cell of
// it that has a rating is a `KnownCell`. `knownCells` lists them, and the cells without a rating are simply not in the
// list:

/// A rating in a grid.
public struct KnownCell: Sendable, Equatable {
    public let row: Int, column: Int
    public let rating: Double

    public init(row: Int, column: Int, rating: Double) { (self.row, self.column, self.rating) = (row, column, rating) }
}

/// The cells of a crosstab that are not empty, row by row.
public func knownCells(_ grid: [[Float?]]) -> [KnownCell] {
    grid.indices.flatMap { row in
        grid[row].indices.compactMap { column in
            grid[row][column].map { KnownCell(row: row, column: column, rating: Double($0)) }
        }
    }
}

// A `FactorSheet` holds the factors, a row of them for each person and for each film. It is what the book shows as a
// spreadsheet:

/// Factors of the people and films of a grid.
public struct FactorSheet: Sendable {
    /// [rows][factors]
    public var users: [[Double]]
    /// [columns][factors]
    public var films: [[Double]]

    public init(users: [[Double]], films: [[Double]]) { (self.users, self.films) = (users, films) }

    /// Even chances between 0 and 1 for every factor.
    public init(rows: Int, columns: Int, factors: Int, using random: inout SplitMix64) {
        users = (0..<rows).map { _ in (0..<factors).map { _ in random.uniform() } }
        films = (0..<columns).map { _ in (0..<factors).map { _ in random.uniform() } }
    }

    /// What the person of this row will say about the film of this column.
    public func prediction(_ row: Int, _ column: Int) -> Double { dot(users[row], films[column]) }

    /// Mean squared error over the cells that have a rating.
    public func loss(_ cells: [KnownCell]) -> Double {
        var sum = 0.0
        for cell in cells {
            let error = prediction(cell.row, cell.column) - cell.rating
            sum += error * error
        }
        return sum / Double(cells.count)
    }
}

extension CollaborativeFiltering {
    func randomSheet() throws {
        // Here is the grid of section 8.1 once more, but with predictions in place of the ratings. Before each row
        // stand the five factors of the person, above each column those of the film. A cell without a rating stays
        // empty: there is nothing to compare with.
        let (grid, cells) = (try corner.grid, knownCells(try corner.grid))
        var random = SplitMix64(seed: run.seed)
        let sheet = FactorSheet(rows: grid.count, columns: grid[0].count, factors: 5, using: &random)
        let marked = cells[0]
        let predictions = grid.indices.map { row in
            grid[row].indices.map { grid[row][$0] == nil ? nil : sheet.prediction(row, $0) }
        }
        show(
            HeatTable(
                "Random factors give random ratings", rows: try corner.userNames, columns: try corner.filmNames,
                predictions, range: 0...5, decimals: 2, colours: .stars, rowNumbers: sheet.users,
                columnNumbers: sheet.films, marked: (marked.row, marked.column)),
            "Five random factors for each person and each film, and their dot products")

        // (This is Figure 8-2 of the book.) The formula of the marked cell, with the person's factors first:
        let terms = zip(sheet.users[marked.row], sheet.films[marked.column])
        let value = sheet.prediction(marked.row, marked.column)
        show(
            terms.map { "\(fixed($0, 2)) · \(fixed($1, 2))" }.joined(separator: " + ") + " = \(fixed(value, 2))",
            "formula of the marked cell")
        show(
            "\(fixed(value, 2)) is predicted, \(starsText(marked.rating)) is the rating",
            predict: .number(
                "What is the squared error of the marked cell, if \(fixed(value, 2)) is predicted and the rating is \(starsText(marked.rating))?",
                (value - marked.rating) * (value - marked.rating)))
        let start = sheet.loss(cells)
        let mean = cells.map(\.rating).reduce(0, +) / Double(cells.count)
        let ofMean = cells.reduce(0) { $0 + ($1.rating - mean) * ($1.rating - mean) } / Double(cells.count)
        show(fixed(start, 2), "mean squared error of the sheet")
        show(
            fixed(ofMean, 2), "mean squared error of the grid's mean",
            predict: .yesNo("Are random factors better than always predicting the grid's mean?", start < ofMean))
    }
}
