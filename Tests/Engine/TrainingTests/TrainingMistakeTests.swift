// Mistakes in the code around training, and what the engine says about them.

import Layers
import Tensors
import TestSupport
import Testing
import Training

private let scores = Tensor.zeros(2, 3), labels = IntTensor([0, 1])

private func twice(_ x: Parameter) -> [Parameter] { [x, x] }

private func group(_ learningRate: Float? = nil, momentum: Float? = nil) -> [ParameterGroup] {
    [ParameterGroup([Parameter(.zeros(1))], learningRate: learningRate, momentum: momentum)]
}

private let mistakes = [
    Mistake("Adam with a momentum of 1.0", "below 1") { _ = Adam(groups: group(momentum: 1), learningRate: 1) },
    Mistake("a group's learningRate of nan", "0 or more") { _ = SGD(groups: group(.nan), learningRate: 1) },
    Mistake("l1Loss of [3] and [3, 1]", "targets of shape [3]") { _ = l1Loss(.zeros(3), .zeros(3, 1)) },
    Mistake("mseLoss of [3, 1] and [3]", "differ in shape") { _ = mseLoss(.zeros(3, 1), .zeros(3)) },
    Mistake("crossEntropy of [2, 3]", "label 3 is not one of 3") { _ = crossEntropy(.zeros(2, 3), IntTensor([0, 3])) },
    Mistake("crossEntropy of [2, 3]", "label -1") { _ = crossEntropy(.zeros(2, 3), IntTensor([-1, 0])) },
    Mistake("crossEntropy of [2, 3], labels [2, 1]", "[n]") { _ = crossEntropy(.zeros(2, 3), IntTensor([[0], [1]])) },
    Mistake("crossEntropy of [6], labels [6]") { _ = crossEntropy(.zeros(6), IntTensor([0, 0, 0, 0, 0, 0])) },
    Mistake("nllLoss of [2, 3], labels [4]", "one label") { _ = nllLoss(.zeros(2, 3), IntTensor([0, 1, 2, 0])) },
    Mistake("nllLoss of [1, 3]", "label 7 is not one of 3") { _ = nllLoss(.zeros(1, 3), IntTensor([7])) },
    Mistake("smoothL1Loss of [3] and [2]", "differ in shape") { _ = smoothL1Loss(.zeros(3), .zeros(2)) },
    Mistake("smoothL1Loss with beta -1") { _ = smoothL1Loss(.zeros(3), .zeros(3), beta: -1) },
    Mistake("binaryCrossEntropyWithLogits of [3, 1]") { _ = binaryCrossEntropyWithLogits(.zeros(3, 1), .zeros(3)) },
    Mistake("binaryCrossEntropy of [3, 1] and [3]") { _ = binaryCrossEntropy(.zeros(3, 1), .zeros(3)) },
    Mistake("of [2]", "probability 1.5 is not", "sigmoid()") { _ = binaryCrossEntropy(Tensor([1, 1.5]), .zeros(2)) },
    Mistake("of [1]", "target -1.0 is not within 0...1") { _ = binaryCrossEntropy(.zeros(1), Tensor([-1])) },
    Mistake("klDivergenceLoss of [2, 3] and [3, 2]") { _ = klDivergenceLoss(scores, .zeros(3, 2)) },
    Mistake("batch mean", "axis of items") { _ = mseLoss(Tensor(1), Tensor(1), reduction: .batchMean) },
    Mistake("crossEntropy of [2, 3] and [3, 2]") { _ = crossEntropy(Tensor.zeros(2, 3), Tensor.zeros(3, 2)) },
    Mistake("crossEntropy of [2, 3]", "weights [2], not [3]") { _ = crossEntropy(scores, labels, weights: .ones(2)) },
    Mistake("of [2, 3]", "label 9 is not") { _ = crossEntropy(scores, IntTensor([9, -1]), ignoring: -1) },
    Mistake("crossEntropy of [2, 3, 4], labels [2]") { _ = crossEntropy(.zeros(2, 3, 4), labels, smoothing: 0.1) },
    Mistake("smoothing 2.0") { _ = crossEntropy(scores, labels, smoothing: 2) },
    Mistake("no axis 4 of classes") { _ = crossEntropy(scores, labels, axis: 4) },
    Mistake("clipGradients(toNorm: 0.0)") { clipGradients([], toNorm: 0) },
    Mistake("gradient accumulation over 0") { _ = GradientAccumulation(batches: 0) },
    Mistake("alpha: -1.0", "no penalty") { _ = ActivationRegularization(alpha: -1) },
    Mistake("of a Linear", "KeepsActivations") { try? regression(callbacks: [penalty]).fit(1, learningRate: 0.1) },
    Mistake("shares [0.5, 0.6]") { _ = Schedule.sequence((0.5, .constant(1)), (0.6, .constant(2))) },
    Mistake("exponential schedule from 0.0") { _ = Schedule.exponential(0, 1) },
    Mistake("findLearningRate of 0 steps") { _ = try? regression().findLearningRate(steps: 0) },
    Mistake("a parameter is in it twice") { _ = SGD(twice(Parameter(Tensor(1))), learningRate: 1) },
    Mistake("learning rate of -1.0") { _ = SGD([], learningRate: -1) },
    Mistake("momentum of 1.0", "below 1") { _ = Adam([], learningRate: 1, momentum: 1) },
    Mistake("momentum of squares of 1.5") { _ = RMSProp([], learningRate: 1, squareMomentum: 1.5) },
    Mistake("weight decay of -0.1") { _ = AdamW([], learningRate: 1, weightDecay: -0.1) },
    Mistake("nesterov", "momentum: 0.9") { _ = SGD([], learningRate: 1, momentum: 0, nesterov: true) },
    Mistake("nesterov", "dampened") { _ = SGD([], learningRate: 1, momentum: 1, dampening: 1, nesterov: true) },
    Mistake("dampening of nan") { _ = SGD([], learningRate: 1, momentum: 1, dampening: .nan) },
    Mistake("OnPlateau(\"x\")", "factor 1.0") { _ = ReduceLearningRateOnPlateau("x", factor: 1) },
    Mistake("OnPlateau(\"x\")", "patience -1") { _ = ReduceLearningRateOnPlateau("x", patience: -1) },
    Mistake("threshold -0.5") { _ = ReduceLearningRateOnPlateau(threshold: .absolute(-0.5)) },
    Mistake("cooldown -1") { _ = ReduceLearningRateOnPlateau(cooldown: -1) },
    Mistake("lowest rate nan") { _ = ReduceLearningRateOnPlateau(lowest: .nan) },
    Mistake("recorder[\"accuracy\"]", "valid_loss") { try? plateau("accuracy").fit(1, learningRate: 1) },
    Mistake("Plateau and a schedule", "batch") { try? plateau("train_loss").fitOneCycle(1, learningRate: 1) },
    Mistake("Plain.momentum = 0.9", "has none") { plainly().optimizer.momentum = 0.9 },
    Mistake("Plain.momentum = 0.95", "momentum: nil") { try? plainly().fitOneCycle(1, learningRate: 1) },
    Mistake("randomState", "does not shuffle") { DataLoader(0..<5, batchSize: 1).randomState = 1 },
    Mistake("recorder[\"accuracy\"]", "valid_loss, one") { _ = regression(metrics: [one]).recorder["accuracy"] },
    Mistake("metrics [\"one\", \"one\"]", "same name") { _ = Learner(data, net, loss: mseLoss, metrics: [one, one]) },
    Mistake("metrics [\"valid_loss\"]", "name") { _ = Learner(data, net, loss: mseLoss, metrics: [taken]) },
    Mistake("fit(1, learningRate: nan)") { try? regression().fit(1, learningRate: .nan) },
    Mistake("batchSize 0", "at least one item") { _ = DataLoader(0..<5, batchSize: 0) },
    Mistake("DataLoader of 3 items", "dropsLast") { _ = DataLoader(0..<3, batchSize: 4, dropsLast: true) },
    Mistake("fit(1", "no batch to train on", "0 items") { try? learner(items: 0).fit(1, learningRate: 1) },
    Mistake("batchSize -2") { _ = DataLoader([(1, "a")], batchSize: -2) },
    Mistake("inputs [3, 2] and targets [4]", "one target") { _ = TensorDataset(Tensor.ones(3, 2), Tensor.ones(4)) },
    Mistake("inputs [] and targets []", "every input") { _ = TensorDataset(Tensor(1), Tensor(1)) },
    Mistake("stack", "[2]", "[3]") { _ = DataLoader([Tensor.zeros(2), .zeros(3)], batchSize: 2).first },
    Mistake("fit(-1", "negative") { try? regression().fit(-1, learningRate: 1) },
    Mistake("linear [8, 2], weight [1, 3]") { try? learner(inputs: 3).fit(1, learningRate: 1) },
    Mistake("accuracy of [2, 3], labels [1]", "try: labels [2]") { _ = accuracy.value(scores, IntTensor([0])) },
    Mistake("errorRate of [2, 3], labels [2, 1]", "one label") { _ = errorRate.value(scores, IntTensor([[0], [1]])) },
    Mistake("f1 of [2, 3], labels [3]", "one label") { _ = f1.value(scores, IntTensor([0, 1, 2])) },
    Mistake("dice of [2, 3], labels [1, 2]", "labels [2]") { _ = dice.value(scores, IntTensor([[0, 0]])) },
    Mistake("divisors [0.0, 100000.0]", "above 0") { _ = Schedule.oneCycle(1, startDivisor: 0) },
    Mistake("divisors [-1.0]", "above 0") { _ = Schedule.flatCosine(1, endDivisor: -1) },
    Mistake("the rates of -1 groups") { _ = LearningRates.slice(1).rates(-1) },
    Mistake("batchesByLength", "place 5 is none of the 1") { _ = batchesByLength([[0, 5]], lengths: [1], seed: nil) },
    Mistake("backward on [8, 1]", "only a single number") { try? learner(loss: { $0 - $1 }).fit(1, learningRate: 1) },
]

@Suite(.serialized) struct `Mistakes around training` {
    @Test(arguments: mistakes.indices)
    func `a mistake is explained in a few lines`(_ number: Int) async throws {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            [number = number as Int] in mistakes[number].make()
        }
        mistakes[number].expectExplained(by: result)
    }
}

/// An optimizer without momentum.
private final class Plain: Optimizer {
    let parameters: [Parameter] = []
    var learningRate: Float = 0
    func step() {}
}

private var accuracy: Metric<IntTensor> { .accuracy }
private var errorRate: Metric<IntTensor> { .errorRate }
private var f1: Metric<IntTensor> { .f1() }
private var dice: Metric<IntTensor> { .dice() }

private func named(_ name: String) -> Metric<Tensor> { Metric(name) { _, _ in 1 } }
private var penalty: any Callback { ActivationRegularization() }
private var one: Metric<Tensor> { named("one") }
private var taken: Metric<Tensor> { named("valid_loss") }
private var data: DataLoaders<(Tensor, Tensor)> { regression().loaders }
private var net: any Layer<Tensor, Tensor> { regression().model }

private func plateau(_ column: String) -> TensorLearner { regression(callbacks: [ReduceLearningRateOnPlateau(column)]) }

private func plainly() -> TensorLearner {
    Learner(regression().loaders, regression().model, loss: mseLoss) { _, _ in Plain() }
}

/// A learner for data with two inputs.
private func learner(
    items: Int = 32, inputs: Int = 2, loss: @escaping (Tensor, Tensor) -> Tensor = mseLoss
) -> TensorLearner {
    var random = SplitMix64(seed: 1)
    let loader = DataLoader(regressionData(items, seed: 10), batchSize: 8)
    return Learner(DataLoaders(loader, loader), Linear(inputs, 1, using: &random), loss: loss)
}
