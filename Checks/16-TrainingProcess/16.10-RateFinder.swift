import Exercises16
import Layers
import Practice
import Solutions16
import Tensors
import Training

private typealias Batches = [(x: Tensor, y: Tensor)]
private typealias Loss = (Tensor, Tensor) -> Tensor
private typealias Find =
    @Sendable (
        any Layer<Tensor, Tensor>, Batches, any Optimizer, Double, Double, Int, Loss
    ) throws -> (rates: [Float], losses: [Float])
private typealias NamedFind =
    @Sendable (
        Named<any Layer<Tensor, Tensor>>, Named<Batches>, Named<any Optimizer>, Double, Double, Int, Named<Loss>
    ) throws -> (rates: [Float], losses: [Float])

/// What cannot be written is shown by a name.
private func named(_ find: @escaping Find) -> NamedFind {
    { try find($0.value, $1.value, $2.value, $3, $4, $5, $6.value) }
}

/// A model and its batches: 23 points near a plane.
private struct FinderTask {
    let model: Linear
    let data: TensorDataset<Tensor, Tensor>

    init() {
        var random = SplitMix64(seed: 1610)
        let x = Tensor.randn(23, 3, using: &random)
        data = TensorDataset(x, x.sum(axis: 1, keepingAxes: true) + 0.1 * .randn(23, 1, using: &random))
        model = Linear(3, 1, using: &random)
    }

    var loader: DataLoader<(Tensor, Tensor)> { DataLoader(data, batchSize: 8) }
    var learner: Learner<Tensor, Tensor> { Learner(DataLoaders(loader, loader), model, loss: { mseLoss($0, $1) }) }
}

let rateFinder = Check(
    "16.10",
    answer(
        "findRates(_:_:optimizer:from:to:steps:loss:)",
        named(Exercises16.findRates(_:_:optimizer:from:to:steps:loss:)),
        named(Solutions16.findRates(_:_:optimizer:from:to:steps:loss:)))
) { findRates in
    let task = FinderTask()
    let before = task.model.parameters.map { $0.value.scalars }
    func find(
        _ lowest: Double, _ highest: Double, _ steps: Int,
        _ loss: Named<Loss> = Named("mean squared error") { mseLoss($0, $1) }
    ) throws -> Found<(rates: [Float], losses: [Float])> {
        try findRates(
            Named("a linear model", task.model), Named("its batches", task.loader.map { (x: $0.0, y: $0.1) }),
            Named("SGD", SGD(task.model.parameters, learningRate: 0)), lowest, highest, steps, loss)
    }
    /// Expects every parameter to have its old numbers and no gradient.
    func expectRestored(_ found: Found<(rates: [Float], losses: [Float])>) throws {
        for (number, (name, parameter)) in task.model.namedParameters.enumerated() {
            try expectEqual(found.its("\(name) afterwards") { _ in parameter.value.scalars }, before[number])
            try expectEqual(found.its("gradient of \(name) afterwards") { _ in parameter.grad?.scalars }, nil)
        }
    }

    // Without an explosion, with one, and without a step.
    for (lowest, highest, steps) in [(1e-4, 0.1, 10), (1e-3, 100, 60), (0.1, 1, 0)] {
        let found = try find(lowest, highest, steps)
        let curve =
            steps == 0
            ? LearningRateCurve(rates: [], losses: [])
            : try task.learner.findLearningRate(from: Float(lowest), to: Float(highest), steps: steps)
        try expectClose(found.its("rates", \.rates), curve.rates)
        try expectClose(found.its("losses", \.losses), curve.losses, tolerance: 1e-3)
        try expectRestored(found)
    }
    // A loss of NaN is noted, and is the last.
    var asked = 0
    let found = try find(
        1e-4, 0.1, 10,
        Named("mean squared error, but NaN in the third batch") { y, target in
            asked += 1
            let loss = mseLoss(y, target)
            return asked == 3 ? loss * .nan : loss
        })
    try expectEqual(found.its("number of rates", \.rates.count), 3)
    try expectEqual(found.its("which losses are NaN") { $0.losses.map(\.isNaN) }, [false, false, true])
    try expectRestored(found)
}
