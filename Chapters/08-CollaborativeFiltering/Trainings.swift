// What the pages of sections 8.4 to 8.7 share: the splits, the book's numbers, and the table that has both.

import Figures
import Layers
import Notebook
import Tensors
import Training

/// One of the book's eight trainings: losses after each of five epochs.
struct BookRun: Sendable {
    let name: String
    let train, valid: [Double]

    static let a = BookRun(
        name: "A", train: [1.326261, 1.091352, 0.961574, 0.829995, 0.781661],
        valid: [1.295701, 1.091475, 0.977690, 0.893122, 0.876511])
    static let b = BookRun(
        name: "B", train: [0.976380, 0.875964, 0.685377, 0.483701, 0.385249],
        valid: [1.001455, 0.919960, 0.870664, 0.874071, 0.878055])
    static let c = BookRun(
        name: "C", train: [0.929161, 0.820444, 0.621612, 0.404648, 0.292948],
        valid: [0.936303, 0.861306, 0.865306, 0.886448, 0.892580])
    static let d = BookRun(
        name: "D", train: [0.972090, 0.875591, 0.723798, 0.586002, 0.490980],
        valid: [0.962366, 0.885106, 0.839880, 0.823225, 0.823060])
    static let e = BookRun(
        name: "E", train: [0.962146, 0.858084, 0.740883, 0.592497, 0.473570],
        valid: [0.936952, 0.884951, 0.838549, 0.823599, 0.824263])
    static let f = BookRun(
        name: "F", train: [0.931751, 0.851826, 0.715254, 0.583173, 0.496625],
        valid: [0.953806, 0.878119, 0.834711, 0.821470, 0.821688])
    static let g = BookRun(
        name: "G", train: [0.940104, 0.893943, 0.865591, 0.800177, 0.760255],
        valid: [0.959786, 0.905222, 0.875238, 0.867468, 0.867455])
    static let h = BookRun(
        name: "H", train: [1.002747, 0.926903, 0.877160, 0.838334, 0.781666],
        valid: [0.972392, 0.922348, 0.893401, 0.865040, 0.864936])
}

/// What the book prints.
enum BookTitles {
    static let lowest = [
        "Children of the Corn: The Gathering (1996)", "Lawnmower Man 2: Beyond Cyberspace (1996)",
        "Beautician and the Beast, The (1997)", "Crow: City of Angels, The (1996)", "Home Alone 3 (1997)",
    ]
    static let highest = [
        "L.A. Confidential (1997)", "Titanic (1997)", "Silence of the Lambs, The (1991)",
        "Shawshank Redemption, The (1994)", "Star Wars (1977)",
    ]
    static let highestOfRunF = [
        "Titanic (1997)", "Schindler's List (1993)", "Shawshank Redemption, The (1994)", "L.A. Confidential (1997)",
        "Silence of the Lambs, The (1991)",
    ]
}

/// The ratings in one split, and the seed that split them.
struct SeededSplit {
    let data: CollabDataLoaders
    let seed: UInt64
}

extension CollaborativeFiltering {
    /// The ratings, split at random once for each seed; the first split is that of `loaders`.
    var splits: [SeededSplit] {
        get throws {
            try run.once {
                try run.overSeeds(Self.isRating ? 1 : run.size(quick: 2, usual: 5, full: 10)) { random in
                    SeededSplit(data: try loaders(seed: random.state), seed: random.state)
                }
            }
        }
    }

    /// What `body` gives on each split, several at once.
    func overSplits<Value>(
        _ body: @Sendable (_ data: CollabDataLoaders, _ random: inout SplitMix64) throws -> Value
    ) throws -> [Value] {
        // A training reads the ratings of its split, and nobody writes to them.
        nonisolated(unsafe) let data = Dictionary(uniqueKeysWithValues: try splits.map { ($0.seed, $0.data) })
        return try run.overSeedsAtOnce(data.count) { random in
            let seed = random.state
            random = SplitMix64(seed: seed &+ 1)
            return try body(data[seed]!, &random)
        }
    }

    /// What it gives on the first split.
    func onFirstSplit<Value>(
        _ body: (_ data: CollabDataLoaders, _ random: inout SplitMix64) throws -> Value
    ) throws -> Value {
        let split = try splits[0]
        var random = SplitMix64(seed: split.seed &+ 1)
        return try body(split.data, &random)
    }

    /// The head of a column with the book's numbers, which are for MovieLens 100K.
    var bookColumn: String { source.isBooks ? "the book: train_loss" : "the book, MovieLens: train_loss" }

    /// Five epochs of several trainings beside the book's.
    func epochTable(_ losses: [EpochLosses], _ book: BookRun) -> TextTable {
        var table = TextTable(["epoch", "train_loss", "valid_loss", bookColumn, "valid_loss"], decimals: 4)
        for epoch in losses[0].valid.indices {
            table.add(
                "\(epoch)", Spread(losses.map { $0.train[epoch] }), Spread(losses.map { $0.valid[epoch] }),
                epoch < 5 ? book.train[epoch] : nil, epoch < 5 ? book.valid[epoch] : nil)
        }
        return table
    }

    /// Records the losses of the last epoch.
    func recordLast(_ losses: [EpochLosses], _ book: BookRun, differs: String? = nil) {
        let difference = differs ?? "other random splits"
        record(
            "run-\(slug(book.name))/train-loss", over: losses.map { $0.train.last! }, book: book.train.last!,
            differs: difference)
        record(
            "run-\(slug(book.name))/valid-loss", over: losses.map { $0.valid.last! }, book: book.valid.last!,
            differs: difference)
    }
}

/// Limits of a chart of losses on unseen ratings in which the first run, which begins far above, does not crush the
/// others: it is seen from where it comes down to them.
func validLimits(_ runs: [[EpochLosses]]) -> ClosedRange<Double> {
    let means = runs.map { meanLosses($0, \.valid) }
    let shown = means.dropFirst().joined() + [means[0].last!]
    return shown.min()! - 0.02...shown.max()! + 0.02
}

/// The means over several trainings, epoch by epoch.
func meanLosses(_ losses: [EpochLosses], _ column: KeyPath<EpochLosses, [Float]>) -> [Double] {
    losses[0][keyPath: column].indices.map { epoch in Spread(losses.map { $0[keyPath: column][epoch] }).mean }
}
