import Exercises04
import Layers
import Practice
import Solutions04
import Tensors
import Training

/// The data and the model for a learner.
struct Task {
    let train, valid: [(x: Tensor, y: Tensor)]
    let model: Linear

    /// Points near a plane. The last batch of each part is a single point far from it: an answer that counts batches
    /// instead of items gives it too much weight.
    init() {
        var random = SplitMix64(seed: 23)
        func batches(_ sizes: [Int]) -> [(x: Tensor, y: Tensor)] {
            sizes.map { size in
                let x = Tensor.randn(size, 3, using: &random)
                return (x, x.sum(axis: 1, keepingAxes: true) + (size == 1 ? 2 : 0.1))
            }
        }
        (train, valid) = (batches([4, 4, 1]), batches([3, 3, 1]))
        model = Linear(3, 1, using: &random)
    }
}

/// Makes a learner from a task, and returns its `fit`. The two learner classes are in two modules, but their `fit`
/// has the same type.
private typealias MakeLearner = @Sendable (Task) -> NamedFunction<[[Float]], Int, Float>

private let readers: MakeLearner = { task in
    let (train, valid, model) = (task.train, task.valid, task.model)
    let learner = Exercises04.TinyLearner(train: train, valid: valid, model: model, loss: mseLoss, metric: l1)
    return fit { try learner.fit($0, learningRate: $1) }
}
private let ours: MakeLearner = { task in
    let (train, valid, model) = (task.train, task.valid, task.model)
    let learner = Solutions04.TinyLearner(train: train, valid: valid, model: model, loss: mseLoss, metric: l1)
    return fit { try learner.fit($0, learningRate: $1) }
}

private func l1(_ predictions: Tensor, _ targets: Tensor) -> Float { l1Loss(predictions, targets).item }

/// A learner is used by one check only, which runs on one thread.
private func fit(_ fit: @escaping (Int, Float) throws -> [[Float]]) -> NamedFunction<[[Float]], Int, Float> {
    nonisolated(unsafe) let fit = fit
    return NamedFunction("learner.fit(_:learningRate:)") { try fit($0, $1) }
}

let tinyLearner = Check("4.36", Answer(readers, ours)) { makeLearner in
    let (task, twin) = (Task(), Task())
    let fit = makeLearner(task)
    for (round, epochs) in [("at first", 3), ("after that", 2), ("finally", 0)] {
        let rows = try fit(epochs, 0.2).noting(round)
        for (name, parameter) in task.model.namedParameters {
            try expectEqual(rows.its("gradient of \(name) afterwards") { _ in parameter.grad?.scalars }, nil)
        }
        try expectEqual(rows.its("rows", \.count), epochs)
        for epoch in 0..<epochs {
            let row = rows.its("epoch \(epoch)") { $0[epoch] }
            let expected = twin.epoch(learningRate: 0.2)
            try expectEqual(row.its("numbers in the row", \.count), 3)
            for (name, column) in [("training loss", 0), ("validation loss", 1), ("metric", 2)] {
                try expectClose(row.its(name) { $0[column] }, expected[column], tolerance: 1e-4)
            }
        }
    }
}

extension Task {
    /// One epoch with the engine's optimizer: [training loss, validation loss, metric].
    func epoch(learningRate: Float) -> [Float] {
        let optimizer = SGD(model.parameters, learningRate: learningRate)
        func mean(_ batches: [(x: Tensor, y: Tensor)], _ value: (Tensor, Tensor) -> Float) -> Float {
            let items = batches.reduce(0) { $0 + $1.x.shape[0] }
            return batches.reduce(0) { $0 + value($1.x, $1.y) * Float($1.x.shape[0]) } / Float(items)
        }
        let trained = mean(train) { x, y in
            let loss = mseLoss(model(x), y)
            loss.backward()
            optimizer.step()
            optimizer.zeroGrad()
            return loss.item
        }
        return [trained, mean(valid) { mseLoss(model($0), $1).item }, mean(valid) { l1(model($0), $1) }]
    }
}
