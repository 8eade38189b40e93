// # From names to numbers, and batches of them
//
// Section 8.3 · After this page you can turn any names into rows of a table, and ratings into batches.

import Datasets
import Figures
import Notebook
import Tensors
import Training

// `CategoryMap` is the first:

/// Names in order, and the number of each: the number is its row in a table that is learned.
///
/// Number 0 is kept for whatever is not among them; it is called `#na#`, "not available".
public struct CategoryMap<Name: Hashable & Comparable & Sendable>: Sendable {
    /// The names, in order; nil is `#na#`. (The book's `classes`.)
    public let classes: [Name?]
    /// The number of each name. (The book's `o2i`.)
    private let numbers: [Name: Int]

    /// All different names, sorted.
    public init(_ names: some Sequence<Name>) {
        let sorted = Set(names).sorted()
        classes = [nil] + sorted
        numbers = Dictionary(uniqueKeysWithValues: zip(sorted, 1...))
    }

    /// How many rows a table needs: one for each name, and one for `#na#`.
    public var count: Int { classes.count }

    /// The number of a name; 0 if it is none of ours.
    public subscript(_ name: Name) -> Int { numbers[name] ?? 0 }

    /// The name with this number; `#na#` for 0.
    public func name(_ number: Int) -> String { classes[number].map { "\($0)" } ?? "#na#" }
}

/// A batch: x [b, 2] numbers of users and of titles, y [b] ratings.
public typealias RatingBatch = (IntTensor, Tensor)

/// Ratings in mini-batches, and how to read them. (The book's `CollabDataLoaders`.)
public struct CollabDataLoaders {
    public let train: DataLoader<RatingBatch>
    public let valid: DataLoader<RatingBatch>
    public let users: CategoryMap<Int32>
    public let titles: CategoryMap<String>
    /// x [n, 2], y [n] of all ratings to learn from, and of those to check with, in the order of the split.
    public let trainRatings, validRatings: TensorDataset<IntTensor, Tensor>

    /// - Parameters:
    ///   - validShare: the part of the ratings that is kept to check with, chosen at random.
    ///   - batchSize: of the batches to learn from.
    public init(
        _ table: RatingsWithTitles, validShare: Double = 0.2, batchSize: Int = 64, using random: inout SplitMix64
    ) {
        let (ratings, names) = (table.ratings, table.titles)
        let order = random.permutation(ratings.count)
        let validCount = Int(validShare * Double(ratings.count))
        let (validRows, trainRows) = (order[..<validCount], order[validCount...])
        let users = CategoryMap(trainRows.map { ratings.users[$0] })
        let titles = CategoryMap(trainRows.map { names[$0] })
        func dataset(_ rows: ArraySlice<Int>) -> TensorDataset<IntTensor, Tensor> {
            let x = IntTensor(
                shape: [rows.count, 2], rows.flatMap { [users[ratings.users[$0]], titles[names[$0]]] })
            return TensorDataset(x, Tensor(rows.map { ratings.scores[$0] }))
        }
        (trainRatings, validRatings) = (dataset(trainRows), dataset(validRows))
        train = DataLoader(trainRatings, batchSize: batchSize, shuffledUsing: &random)
        valid = DataLoader(validRatings, batchSize: 8 * batchSize)
        (self.users, self.titles) = (users, titles)
    }

    /// As `Learner` takes them.
    public var both: DataLoaders<RatingBatch> { DataLoaders(train, valid) }
}
