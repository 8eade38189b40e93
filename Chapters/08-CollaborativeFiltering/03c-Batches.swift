// # Batches of ratings
//
// Section 8.3 · After this page you can turn ratings into batches, and read a batch.

import Datasets
import Figures
import Notebook
import Tensors
import Training

// A model learns from pairs: what it is given, and what it should say. Here it is given two numbers, the row of a user
// and the row of a title, and should say the rating. Let x have these two numbers for each rating of a batch, and y the
// ratings.
//
// A fifth of the ratings, chosen at random, is not learned from, and shows how good the model is: the validation set of
// chapter 1. Here these are called the validation ratings, and those of the training set the training ratings.
// The maps are made from the training ratings: of a film that is only among the others, nothing can be learned,
// and its number is 0.
//
// The book's class finds the columns by their places in the table, unless it is told their names: the user is first,
// the item second, the rating third. It has to be told that the item is in the column `title`. Here the type of the
// table says it all. `RatingBatch` is the type of a batch, and `CollabDataLoaders` has them all:

/// A batch: x [b, 2] numbers of users and of titles, y [b] ratings.
public typealias RatingBatch = (IntTensor, Tensor)

/// Ratings in mini-batches, and how to read them. (The book's `CollabDataLoaders`.)
public struct CollabDataLoaders {
    public let train: DataLoader<RatingBatch>
    public let valid: DataLoader<RatingBatch>
    public let users: CategoryMap<Int32>
    public let titles: CategoryMap<String>
    /// x [n, 2], y [n] of all training ratings, and of the validation ratings, in the order of the split.
    public let trainRatings, validRatings: TensorDataset<IntTensor, Tensor>

    /// - Parameters:
    ///   - validShare: the part of the ratings that is kept for validation, chosen at random.
    ///   - batchSize: of the training batches.
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

// A batch of numbers is hard to read. `batchTable` turns the first rows back into names:

extension CollabDataLoaders {
    /// User, title and rating of the first rows of a batch. (The book's `show_batch`.)
    public func batchTable(_ batch: RatingBatch, rows: Int = 10) -> TextTable {
        let (x, y) = batch
        var table = TextTable(["user", "title", "rating"])
        for row in 0..<min(rows, y.shape[0]) {
            table.add(users.name(x[row, 0].item), titles.name(x[row, 1].item), starsText(y[row].item))
        }
        return table
    }
}

extension CollaborativeFiltering {
    func oneBatch() throws {
        let loaders = try loaders
        let (x, y) = loaders.train.first!
        show(loaders.batchTable((x, y)), "The beginning of a batch of \(dataName)")
        show(
            x.shape, "shape of x",
            ask: "A batch has 64 ratings. What is the shape of x, with the numbers of user and title?")
        show(y.shape, "shape of y", ask: "And what is the shape of y?")
        show(Array(x[0..., 0].scalars.prefix(5)), "the first column of x, x[0..., 0], are users; here are five of them")
        show(
            loaders.train.count, "batches in an epoch",
            predict: .count(
                "\(loaders.trainRatings.count) ratings are learned from, 64 at a time. How many batches are an epoch?",
                loaders.train.count))
    }

    func countedClasses() throws {
        // How many rows will the tables have? The book counts 944 users and 1,635 titles, each with `#na#`. The number
        // of titles depends on chance: in each split, other films are left without a training rating.
        let counts = try run.overSeeds(5) { random in
            let loaders = CollabDataLoaders(try ratingsWithTitles, using: &random)
            let unknown = (0..<loaders.validRatings.count).count { loaders.validRatings.inputs[$0, 1].item == 0 }
            return (users: loaders.users.count, titles: loaders.titles.count, unknown: unknown)
        }
        record("users/rows", over: counts.map { Double($0.users) }, book: 944, differs: "other random splits")
        record("titles/rows", over: counts.map { Double($0.titles) }, book: 1635, differs: "other random splits")
        var table = TextTable([
            "split", "rows for users", "rows for titles", "validation ratings whose title is #na#",
        ])
        for (number, one) in counts.enumerated() { table.add(number + 1, one.users, one.titles, one.unknown) }
        let most = counts.map(\.titles).max()!
        show(
            table, "Five random splits of \(dataName)",
            predict: .yesNo(
                "There are \(Set(try ratingsWithTitles.titles).count) titles, with #na# one more. Does any split have rows for all of them?",
                most == Set(try ratingsWithTitles.titles).count + 1))
    }
}
