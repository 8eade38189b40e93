// The check on the reader's own Learner: 4.23.

import Exercises04
import Layers
import Practice
import Solutions04
import Tensors
import Training

/// What a learner is made of.
struct Task {
    let train, valid: [(x: Tensor, y: Tensor)]
    let model: Linear

    /// Points near a plane. The last batch of each part is a single point far from it: whoever counts batches instead
    /// of items lets it weigh too much.
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

/// From a task to `fit`. The two learners are classes of two modules; their `fit` is a function of one type.
private typealias MakeLearner = @Sendable (Task) -> (_ epochs: Int, _ learningRate: Float) throws -> [[Float]]

private let readers: MakeLearner = { task in
    Exercises04.TinyLearner(train: task.train, valid: task.valid, model: task.model, loss: mseLoss, metric: l1).fit
}
private let ours: MakeLearner = { task in
    Solutions04.TinyLearner(train: task.train, valid: task.valid, model: task.model, loss: mseLoss, metric: l1).fit
}

private func l1(_ predictions: Tensor, _ targets: Tensor) -> Float { l1Loss(predictions, targets).item }

let tinyLearner = Check("4.23", readers, ours) { makeLearner in
    let (task, twin) = (Task(), Task())
    let fit = makeLearner(task)
    for (round, epochs) in [("fit(3)", 3), ("then fit(2)", 2), ("then fit(0)", 0)] {
        let rows = try asking("TinyLearner, \(round) at a rate of 0.2") { try fit(epochs, 0.2) }
        for (name, parameter) in task.model.namedParameters {
            try expectEqual(parameter.grad?.scalars, nil, "TinyLearner after \(round), gradient of \(name)")
        }
        try expectEqual(rows.count, epochs, "TinyLearner, \(round) at a rate of 0.2, rows")
        for (epoch, row) in rows.enumerated() {
            let call = "TinyLearner, \(round) at a rate of 0.2, epoch \(epoch)"
            let expected = twin.epoch(learningRate: 0.2)
            try expectEqual(row.count, 3, "\(call), numbers in the row")
            for (name, column) in [("training loss", 0), ("validation loss", 1), ("metric", 2)] {
                try expectEqual(row[column], expected[column], "\(call), \(name)", tolerance: 1e-4)
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
