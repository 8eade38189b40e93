// The training loop: what it learns, and that it equals a loop written by hand.

import Layers
import Tensors
import TestSupport
import Testing
import Training

struct `Training` {
    @Test func `a linear model finds the weights that made the data`() throws {
        let learner = try regression(shuffled: true).trained(40)
        expectClose(Tensor(learner.weights), Tensor([2, -3, 1]), absolute: 1e-3)
        #expect(learner.recorder.rows.last!.validLoss < 1e-6)
    }

    @Test func `it equals the loop by hand, bit for bit`() throws {
        let learner = regression(), model = regression().model
        for _ in 0..<3 {
            for (x, y) in learner.loaders.train {
                mseLoss(model(x), y).backward()
                for p in model.parameters { p.update { value, grad in value -= grad * 0.1 } }
                model.zeroGrad()
            }
        }
        #expect(try learner.trained(3).weights == model.parameters.flatMap(\.value.scalars))
    }

    @Test func `the same seed gives the same weights bit for bit, another seed others`() throws {
        let weights = try [7, 7, 8].map { try regression(seed: $0, shuffled: true).trained(2).weights }
        #expect(weights[0] == weights[1])
        #expect(weights[0] != weights[2])
    }

    @Test func `a second fit continues where the first one ended`() throws {
        let inTwo = try regression().trained(1).trained(2)
        #expect(try inTwo.weights == regression().trained(3).weights)
        #expect(inTwo.recorder.rows.map(\.epoch) == [0, 0, 1])
    }

    @Test func `zero epochs change nothing`() throws {
        let learner = regression()
        let before = learner.weights
        try learner.trained(0)
        #expect(learner.weights == before && learner.recorder.rows.isEmpty)
    }

    @Test func `a frozen parameter is not trained`() throws {
        let learner = regression(), bias = learner.model.parameters[1], before = bias.value.item
        bias.requiresGrad = false
        try learner.trained(5)
        #expect(bias.value.item == before)
        #expect(learner.weights[0] != regression().weights[0])
    }

    @Test func `gradients left over from elsewhere are not used`() throws {
        let learner = regression()
        learner.model.parameters[0].grad = .full(100, [1, 2])
        #expect(try learner.trained(1).weights == regression().trained(1).weights)
    }

    @Test func `a custom optimizer steps and clears`() throws {
        var made: [Counting] = []
        let learner = Learner(regression().loaders, regression().model, loss: mseLoss) { parameters, _ in
            made.append(Counting(parameters))
            return made.last!
        }
        try learner.trained(3)
        #expect(made.last!.steps == 12 && made.last!.clears == 13)
    }

    @Test func `labels of classes are targets, too`() throws {
        let (x, y) = (Tensor([[-2], [-1], [1], [2]]), IntTensor([0, 0, 1, 1]))
        let loader = DataLoader(TensorDataset(x, y), batchSize: 2)
        var random = SplitMix64(seed: 1)
        let model = Linear(1, 2, using: &random)
        let learner = Learner(DataLoaders(loader, loader), model, loss: crossEntropy, metrics: [.accuracy])
        #expect(try learner.trained(30, 1).recorder.rows.last!.metrics == [1])
    }
}

struct `Train mode and evaluation mode` {
    private let probe = Probe()
    private func learner() -> TensorLearner { Learner(regression().loaders, probe, loss: mseLoss) }

    @Test func `the model trains on 4 batches and is evaluated on 2`() throws {
        try learner().trained(1)
        #expect(probe.sawTraining == [true, true, true, true, false, false])
    }

    @Test func `validation records no gradient`() throws {
        try learner().trained(1)
        #expect(probe.recorded == [true, true, true, true, false, false])
    }

    @Test func `after fit the model is in evaluation mode and gradients are recorded again`() throws {
        try learner().trained(1)
        #expect(!probe.isTraining)
        #expect(probe(.ones(1, 2)).requiresGrad)
    }

    @Test func `an error in validation leaves recording on`() throws {
        let learner = learner()
        learner.callbacks = [Thrower(Cancel(.train), before: .train), Thrower(Oops(), before: .batch)]
        #expect(throws: Oops.self) { try learner.trained(1) }
        #expect(probe(.ones(1, 2)).requiresGrad)
    }
}

/// Writes down in which mode it is called.
private final class Probe: Module, Layer {
    let weight = Parameter(.zeros(2, 1))
    var sawTraining: [Bool] = [], recorded: [Bool] = []

    func forward(_ x: Tensor) -> Tensor {
        let y = x.matmul(weight.value)
        sawTraining.append(isTraining)
        recorded.append(y.requiresGrad)
        return y
    }
}

/// Counts what it is asked to do.
private final class Counting: Optimizer {
    let parameters: [Parameter]
    var learningRate: Float = 0
    private(set) var steps = 0, clears = 0

    init(_ parameters: [Parameter]) { self.parameters = parameters }
    func step() { steps += 1 }
    func zeroGrad() { clears += 1 }
}
