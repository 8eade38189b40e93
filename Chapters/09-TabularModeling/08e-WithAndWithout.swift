// # With and without embeddings
//
// Section 9.8 · After this page you know which models gain from embeddings in a table of sales, and which hardly do.

import Figures
import Foundation
import Notebook
import Tabular
import Tensors
import Training

// Errors are measured in the paper's way, as the mean absolute percentage error (MAPE): by how many percent a
// prediction is off, on average. It is about prices themselves, so the logarithm has to be undone:

/// The mean of |prediction − price| / price.
/// - Parameters: logarithms of prices.
public func percentageError(_ predictions: [Double], _ targets: [Double]) -> Double {
    zip(predictions, targets).reduce(0) { $0 + abs(exp($1.0) - exp($1.1)) / exp($1.1) } / Double(targets.count)
}

extension TabularModeling {
    func withAndWithout() throws {
        // Each model learns twice, once from codes and once from embeddings:
        let net = try smallerNet
        let (train, valid) = (net.data.train, net.data.valid)
        let (codes, validCodes) = (try train.features, try valid.features)
        let (x, validX) = (try embedded(train, by: net), try embedded(valid, by: net))
        let (y, validY) = (train.targets, valid.targets)
        let median = exp(y.sorted()[y.count / 2])
        var table = TextTable(["model", "MAPE with codes", "MAPE with embeddings", "gain"], decimals: 3)
        var gains: [(name: String, gain: Double)] = []
        for (name, fit) in kindsOfModels {
            let before = percentageError(try fit(codes, y, validCodes), validY)
            let after = percentageError(try fit(x, y, validX), validY)
            table.add(name, before, after, before / after)
            record("embeddings/mape of \(name) with codes", before)
            record("embeddings/mape of \(name) with embeddings", after)
            gains.append((name, before / after))
        }
        let ofNet = percentageError(net.predictions().squeezed(1).scalars.map(Double.init), validY)
        let ofPlain = percentageError(try netOfCodes(codes, y, validCodes), validY)
        table.add("net", ofPlain, ofNet, ofPlain / ofNet)
        gains.append(("net", ofPlain / ofNet))
        let guess = validY.reduce(0) { $0 + abs(median - exp($1)) / exp($1) } / Double(validY.count)
        table.add("the median price", guess, "", "")
        show(
            table, "Errors of prices with codes and with embeddings, \(y.count) rows of \(dataName)",
            predict: .choice(
                "Which of the models gains most from embeddings in place of codes?", gains.map(\.name),
                answer: gains.max { $0.gain < $1.gain }!.name))
        record("embeddings/mape of the net", ofNet)
        record("embeddings/mape of the median price", guess)

        // In the paper all models gain. Here it depends on the table. An embedding can pass on only what the net has
        // learned: where the net has found out more than trees do, they gain; where it is no better than a forest,
        // hardly anybody does.
    }
}

// MARK: Helpers

extension TabularModeling {
    /// Models that learn from columns of numbers, each with what it says of other rows.
    private var kindsOfModels: [(name: String, fit: (Features, [Double], Features) throws -> [Double])] {
        [
            ("nearest neighbours", { x, y, other in
                // Codes have no common unit, so every column gets the deviation 1. In embeddings the size of a number
                // says something: what does not matter has remained small. They stay as they are.
                let isCodes = x.names.contains("ModelID")
                let (x, other) = isCodes ? try (x.scaled(by: x), other.scaled(by: x)) : (x, other)
                return try NearestNeighbours(x, y, neighbours: min(10, x.count)).predict(other)
            }),
            ("forest", { [run] x, y, other in
                var random = run.random
                return try RandomForest(
                    x, y, trees: run.size(quick: 4, usual: 40), columnShare: 0.5, minLeafSize: 5, outOfBag: false,
                    using: &random
                ).predict(other)
            }),
            ("boosting", { [run] x, y, other in
                try GradientBoosting(
                    x, y, trees: run.size(quick: 4, usual: 100), learningRate: 0.1, maxDepth: 6, minLeafSize: 5
                ).predict(other)
            }),
        ]
    }

    /// A net that takes codes as plain numbers.
    private func netOfCodes(_ x: Features, _ y: [Double], _ other: Features) throws -> [Double] {
        var random = run.random
        let all = try x.stacked(on: other)
        var frame = DataFrame(all.names.indices.map { (all.names[$0], Column(all.columns[$0].map(Double.init))) })
        frame["price"] = Column(y + Array(repeating: y[0], count: other.count))
        let splits = RowSplits(train: Array(0..<x.count), valid: Array(x.count..<all.count))
        let data = try TabularData(
            frame, procs: [.fillMissing, .normalize], categorical: [], continuous: all.names, target: "price",
            splits: splits)
        let learner = TabularLearner<Tensor>(
            data, layers: layersForRows, range: 8...12, batchSize: 128, using: &random)
        try EpochReporting.silently { try learner.fitOneCycle(run.size(quick: 1, usual: 5), 1e-2) }
        return learner.predictions().squeezed(1).scalars.map(Double.init)
    }
}

extension Features {
    /// Every column with the mean 0 and the deviation 1 that it has in some rows.
    fileprivate func scaled(by rows: Features) throws -> Features {
        try Features(
            names,
            zip(columns, rows.columns).map { column, known in
                let mean = known.reduce(0, +) / Float(known.count)
                let square = known.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Float(known.count)
                return column.map { ($0 - mean) / max(square.squareRoot(), 1e-6) }
            })
    }
}
