// # The whole of it
//
// Section 15.1 · After this page you can write `cnn_learner` yourself, in a dozen lines.

import Common
import Figures
import Layers
import Notebook
import Tensors
import Training
import Vision

// All parts are there: a body, a head for twice as many numbers as it has maps, frozen parameters, an optimizer that
// knows two kinds of them. (Weight decay draws weights towards zero, but not the factors and shifts of norms.) Put them
// together, and try it on `fewPets`:

/// Body, new head, and a learner that trains the head alone. (The book's `cnn_learner`.)
public func learnerByHand(
    _ data: PhotoLoaders<CategoryBlock>, _ body: Body, using random: inout SplitMix64
) -> Learner<Tensor, IntTensor> {
    let head = createHead(2 * body.channels, data.target.outputs, using: &random)
    let net = Sequential(body.layers, head)
    body.layers.freeze()
    for part in body.layers.namedModules { (part.module as? BatchNorm)?.unfreeze() }
    let weights = net.parameters.filter { $0.shape.count > 1 }, others = net.parameters.filter { $0.shape.count == 1 }
    return Learner(
        data.loaders, net, loss: data.target.loss,
        optimizer: { _, rate in
            AdamW(groups: [ParameterGroup(weights), ParameterGroup(others, weightDecay: 0)], learningRate: rate)
        }, metrics: [.errorRate])
}

extension Architectures {
    /// Photos for this page: few, and small.
    private func fewPets(using random: inout SplitMix64) throws -> PhotoLoaders<CategoryBlock> {
        let size = try smallPretrained.size
        return try commonPets(run.size(quick: 40, usual: 160), batch: augmentations(size: Size2D(size)), using: &random)
    }

    func equalToTheEngines() throws {
        // The same photos, the same random numbers, an epoch each. After it every number of the two nets should be the
        // same:
        var (first, second) = (run.random, run.random)
        let hand = learnerByHand(try fewPets(using: &first), try smallPretrained.body(), using: &first)
        let engine = VisionLearner(
            try fewPets(using: &second), body: try smallPretrained.body(), metrics: [.errorRate], using: &second)
        try EpochReporting.silently {
            try hand.fitOneCycle(1, learningRate: 3e-3)
            try engine.fitOneCycle(1, 3e-3)
        }
        let (a, b) = (hand.model.parameters, engine.net.parameters)
        show(
            zip(a, b).count { $0.value.scalars != $1.value.scalars } + abs(a.count - b.count), "parameters that differ",
            ask: "By hand and by `VisionLearner`, from the same start: how many parameters differ after an epoch?")
    }

    func againstScratch() throws {
        // And what is all of it for? The same net, once with the body that has learned before, frozen at first and then
        // trained along (`fineTune`), and once with new numbers everywhere, for as many epochs (`errors` are those of
        // several seeds):
        let (small, epochs) = (try smallPretrained, run.size(quick: 1, usual: 6, full: 10))
        let seeds = run.size(quick: 1, usual: 3, full: 5)
        func errors(_ pretrained: Bool) throws -> [Double] {
            try run.overSeedsAtOnce(seeds) { random in
                let body = pretrained ? try smallPretrained.body() : try smallPretrained.untrained(using: &random)
                let learner = VisionLearner(
                    try fewPets(using: &random), body: body, metrics: [.errorRate], using: &random)
                if pretrained {
                    try learner.fineTune(epochs - epochs / 4, rate: 1e-2, frozenEpochs: max(1, epochs / 4), divisor: 10)
                } else {
                    try learner.fitOneCycle(epochs, 1e-2)
                }
                return Double(learner.learner.recorder["error_rate"].last!)
            }
        }
        let (tuned, scratch) = (try errors(true), try errors(false))
        var table = TextTable(["body", "error rate"], decimals: 3)
        table.add("pretrained", Spread(tuned))
        table.add("new", Spread(scratch))
        var random = run.random
        table.add("always the most frequent breed", majorityError(of: try fewPets(using: &random)))
        show(
            table, "The same layers, \(counted(epochs, "epoch")), few photos of \(petName): \(small.title)",
            predict: .choice(
                "Few photos and few epochs: which body makes fewer errors?", ["pretrained", "new"],
                answer: Spread(tuned).mean <= Spread(scratch).mean ? "pretrained" : "new"))
        record("transfer/error-rate-pretrained", over: tuned)
        record("transfer/error-rate-new", over: scratch)
    }
}
