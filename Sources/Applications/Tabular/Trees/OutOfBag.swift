// # Out of the bag
//
// A tree of a forest has not seen all rows. The trees that have not seen a row can be asked to predict it, as if it
// were new: every row is in the validation set of some trees.

/// What the trees of a forest predict for the rows that they have not seen. (scikit-learn's `oob_prediction_`.)
public struct OutOfBag: Sendable, Equatable {
    /// A number for each row; nil for a row that all trees have seen, which happens with few trees only.
    public let predictions: [Double?]
    private let targets: [Double]

    init(_ walk: TreeWalk, _ features: Features, _ targets: [Double], bags: [[UInt16]]) throws {
        let sums = try walk.sums(features, learned: features.names, outside: bags)
        var counts = [Int](repeating: 0, count: features.count)
        for bag in bags {
            for row in bag.indices where bag[row] == 0 { counts[row] += 1 }
        }
        predictions = zip(sums, counts).map { $1 > 0 ? $0 / Double($1) : nil }
        self.targets = targets
    }

    private var known: (predictions: [Double], targets: [Double]) {
        let rows = predictions.indices.filter { predictions[$0] != nil }
        return (rows.map { predictions[$0]! }, rows.map { targets[$0] })
    }

    /// The root of the mean squared error over the rows that some tree has not seen; NaN if there are none. (The book's
    /// `r_mse(m.oob_prediction_, y)`.)
    public var rootMeanSquaredError: Double {
        Tabular.rootMeanSquaredError(known.predictions, known.targets)
    }

    /// Their R²: 1 for predictions that are all right, 0 for the mean of the targets. (`oob_score_`, the book's
    /// `get_oob`.)
    public var rSquared: Double { Tabular.rSquared(known.predictions, known.targets) }
}
