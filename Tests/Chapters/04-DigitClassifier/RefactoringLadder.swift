// The chapter writes its training loop four times, each time with more of it taken over by a reusable piece. Each
// version must do what the one before it did: the same start and the same batches give the same weights.

import Chapter04
import Layers
import Tensors
import TestSupport
import Testing
import Training

@Suite struct `4.14 The refactoring ladder` {
    let batches = DataLoader(madeUpDigits(100, seed: 14), batchSize: 32)
    let valid = DataLoader(madeUpDigits(50, seed: 15), batchSize: 32)
    let start: [Tensor]

    init() {
        var random = SplitMix64(seed: 414)
        start = [initParams(784, 1, std: 0.05, using: &random), initParams(1, using: &random)]
    }

    /// A `Linear` with the weights of the model by hand, which stores them transposed.
    private func linear() -> Linear {
        linearModel(weight: [start[0].scalars], bias: start[1].scalars)
    }

    @Test func `Linear is linear1`() {
        let x = batches.first!.0
        expectClose(linear()(x).detached(), linear1(x, start).detached(), absolute: 1e-5)
    }

    @Test func `the loop by hand, and the loop with module and optimizer`() {
        var byHand = start.map { $0.detached().requiringGrad() }
        let (module, optimizer) = optimized(BasicOptimizer.init)
        for _ in 0..<5 {
            trainEpoch(batches, linear1, &byHand, learningRate: 0.1)
            trainEpoch(batches, module, optimizer)
        }
        expectClose(module.weight.value.detached(), byHand[0].T.detached(), absolute: 1e-5)
        expectClose(module.bias!.value.detached(), byHand[1].detached(), absolute: 1e-5)
    }

    @Test func `BasicOptimizer and SGD, bit for bit`() {
        let ((one, basic), (two, sgd)) = (optimized(BasicOptimizer.init), optimized(SGD.init))
        let accuracies = trainModel(batches, valid: valid, one, basic, epochs: 5)
        #expect(trainModel(batches, valid: valid, two, sgd, epochs: 5) == accuracies)
        #expect(one.weight.value.scalars == two.weight.value.scalars)
        #expect(one.bias!.value.scalars == two.bias!.value.scalars)
    }

    @Test func `trainModel and Learner, bit for bit`() throws {
        let ((one, sgd), two) = (optimized(SGD.init), linear())
        _ = trainModel(batches, valid: valid, one, sgd, epochs: 5)
        let learner = Learner(DataLoaders(batches, valid), two, loss: mnistLoss, optimizer: SGD.init)
        try EpochReporting.silently { try learner.fit(5, learningRate: 0.1) }
        #expect(one.weight.value.scalars == two.weight.value.scalars)
        #expect(one.bias!.value.scalars == two.bias!.value.scalars)
    }

    @Test func `the net by hand and the Sequential`() {
        var random = SplitMix64(seed: 15)
        let net = Sequential(Linear(784, 30, using: &random), ReLU(), Linear(30, 1, using: &random))
        let p = net.parameters.map { $0.value.detached() }
        let x = batches.first!.0
        expectClose(net(x).detached(), simpleNet(x, [p[0].T, p[1], p[2].T, p[3]]), absolute: 1e-5)
    }

    private func optimized<O: Optimizer>(_ make: ([Parameter], Float) -> O) -> (Linear, O) {
        let model = linear()
        return (model, make(model.parameters, 0.1))
    }
}

/// The model that calls every image a three, on the book's validation set: 1010 threes and 1028 sevens.
@Suite struct `4.14 Two accuracies of one model` {
    let valid = DataLoader(
        TensorDataset(Tensor.zeros(2038, 1), Tensor.cat([.ones(1010, 1), .zeros(1028, 1)])), batchSize: 256)

    @Test func `validateEpoch counts every batch equally: 0.4932`() {
        let accuracy = validateEpoch(valid) { $0 + 1 }
        expectClose(Tensor(accuracy), Tensor((3 + 242 / 256) / 8))
        #expect(rounded(accuracy) == 0.4932)
    }

    @Test func `Learner counts every image equally: 0.4956`() throws {
        let learner = Learner(
            DataLoaders(oneItem(x: 0, y: 1), valid), linearModel(weight: [[0]], bias: [1]),
            loss: mnistLoss, metrics: [Metric("batch_accuracy", batchAccuracy)])
        try EpochReporting.silently { try learner.fit(1, learningRate: 0) }
        expectClose(Tensor(learner.recorder["batch_accuracy"][0]), Tensor(1010 / 2038))
        #expect(rounded(learner.recorder["batch_accuracy"][0]) == 0.4956)
    }
}
