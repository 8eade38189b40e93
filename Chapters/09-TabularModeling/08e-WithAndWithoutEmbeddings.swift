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

// Three kinds of models learn twice, once from codes and once from embeddings. The first asks the ten rows that are
// nearest, `neighboursOf`. What is near depends on the scale of each column. Codes have no common unit, so each gets
// the deviation 1. In embeddings the size of a number says something (what does not matter has remained small), and
// they stay as they are:

/// Of the ten nearest rows, the mean.
func neighboursOf(_ x: Features, _ y: [Double], on other: Features, scaled: Bool) throws -> [Double] {
    let (x, other) = scaled ? try (x.scaled(by: x), other.scaled(by: x)) : (x, other)
    return try NearestNeighbours(x, y, neighbours: min(10, x.count)).predict(other)
}

// A forest and boosting take what comes. The fourth is the net itself. Without embeddings, that of the paper gets
// one-hot columns; with the thousands of levels of the sales these would be too many, and so `netOfCodes` gets the
// codes as plain numbers. Its first column in the table is therefore worse than the paper's.

extension TabularModeling {
    /// What a net says of other rows that takes codes as plain numbers.
    func netOfCodes(
        _ x: Features, _ y: [Double], on other: Features, using random: inout SplitMix64
    ) throws -> [Double] {
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

    func withAndWithout() throws {
        // For each seed another net, and so other embeddings:
        let names = ["nearest neighbours", "forest", "boosting", "net"]
        var guess = 0.0
        let runs = try run.overSeeds(run.size(quick: 1, usual: 3, full: 5)) { random in
            let net = try smallerNet(using: &random)
            let (train, valid) = (net.data.train, net.data.valid)
            let (y, validY) = (train.targets, valid.targets)
            let median = y.sorted()[y.count / 2]
            guess = percentageError(validY.map { _ in median }, validY)
            var codes = try saidByThree(train.features, y, valid.features, scaled: true, using: &random)
            codes.append(try netOfCodes(train.features, y, on: valid.features, using: &random))
            let (x, validX) = (try embedded(train, by: net), try embedded(valid, by: net))
            var numbers = try saidByThree(x, y, validX, scaled: false, using: &random)
            numbers.append(net.predictions().squeezed(1).scalars.map(Double.init))
            return [codes, numbers].map { $0.map { percentageError($0, validY) } }
        }
        var (table, gains) = (
            TextTable(["model", "MAPE with codes", "MAPE with embeddings", "gain"], decimals: 3), [Double]()
        )
        for (place, name) in names.enumerated() {
            let (before, after) = (runs.map { $0[0][place] }, runs.map { $0[1][place] })
            gains.append(Spread(zip(before, after).map { $0 / $1 }).mean)
            table.add(name, Spread(before), Spread(after), Spread(zip(before, after).map { $0 / $1 }))
            record("embeddings/mape-of-\(slug(name))-with-codes", over: before)
            record("embeddings/mape-of-\(slug(name))-with-embeddings", over: after)
        }
        table.add("the median price", guess, "", "")
        show(
            table,
            "Errors of prices with codes and with embeddings, some of \(dataName); gain: the first divided by the second",
            predict: .choice(
                "Which of the models gains most from embeddings in place of codes?", names,
                answer: names[gains.indices.max { gains[$0] < gains[$1] }!]))
        record("embeddings/mape-of-the-median-price", guess)

        // In the paper all models gain. Here it depends on the table. An embedding can pass on only what the net has
        // learned: where the net has found out more than trees do, they gain; where it is no better than a forest,
        // hardly anybody does.
    }
}

// MARK: Helpers

extension TabularModeling {
    /// What nearest neighbours, a forest and boosting say of other rows.
    private func saidByThree(
        _ x: Features, _ y: [Double], _ other: Features, scaled: Bool, using random: inout SplitMix64
    ) throws -> [[Double]] {
        [
            try neighboursOf(x, y, on: other, scaled: scaled),
            try RandomForest(
                x, y, trees: run.size(quick: 4, usual: 40), columnShare: 0.5, minLeafSize: 5, outOfBag: false,
                using: &random
            ).predict(other),
            try GradientBoosting(
                x, y, trees: run.size(quick: 4, usual: 100), learningRate: 0.1, maxDepth: 6, minLeafSize: 5
            ).predict(other),
        ]
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
