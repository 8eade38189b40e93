// # What a library did without a word
//
// Section 15.3 · After this page you can write a loss and a splitter of your own, freeze a net by hand, and say what
// batch norms do in the meantime.

import Figures
import Layers
import Notebook
import Tensors
import Training
import Vision

// A `VisionLearner` knows its net: it brings the loss along, it sorts the parameters into groups, and it freezes the
// body. Of a net of your own it knows nothing. So three things are missing.
//
// The loss is cross-entropy of two classes. But whether two photos show the same breed is true or false, and
// cross-entropy wants the number of a class. In Python, that is an error while the program runs. Here it does not
// compile; either way, somebody has to say that true is class 1:

/// Cross-entropy of pairs: scores [n, 2], targets true or false [n]. (The book's `loss_func`.)
public func lossOfPairs(_ scores: Tensor, _ isSame: BoolTensor) -> Tensor { crossEntropy(scores, IntTensor(isSame)) }

// The second is the *splitter*: a function that sorts the parameters of a net into groups. `siameseSplitter` is that of
// our net; `params` gives all parameters of a module.

/// (The book's `params`.)
public func params(_ module: Module) -> [Parameter] { module.parameters }

/// The encoder's parameters, and the head's. (The book's `siamese_splitter`.)
public func siameseSplitter(_ net: SiameseNet) -> [[Parameter]] { [params(net.encoder), params(net.head)] }

// Third, somebody has to freeze the first group. It means that its parameters get no gradient:

/// Lets only the last group learn. The parameters of batch norms learn all the same, unless `normsLearn` is false.
public func freeze(_ net: SiameseNet, _ splitter: (SiameseNet) -> [[Parameter]], normsLearn: Bool = true) {
    let groups = splitter(net)
    let norms = net.namedModules.compactMap { $0.module as? BatchNorm }.flatMap(\.parameters)
    for (place, group) in groups.enumerated() {
        for parameter in group {
            let isOfNorm = norms.contains { $0 === parameter }
            parameter.requiresGrad = place == groups.count - 1 || normsLearn && isOfNorm
        }
    }
}

// With these, a `Learner` is complete. `SiameseLearner` holds it, and says to the engine what it needs for `freeze`,
// `unfreeze` and slices of rates (`GroupLearner.swift`).

/// Trains a net of pairs. (The book's `Learner(dls, model, loss_func, splitter=siamese_splitter)`.)
public final class SiameseLearner: GroupLearner {
    public let net: SiameseNet
    public let learner: Learner<PairBatch, BoolTensor>
    public let settings: GroupSettings

    public init(
        _ loaders: DataLoaders<(PairBatch, BoolTensor)>, _ net: SiameseNet, normsLearn: Bool = true,
        callbacks: [any Callback] = []
    ) {
        let settings = GroupSettings(normsLearn: normsLearn)
        (self.net, self.settings) = (net, settings)
        let accuracy = Metric<BoolTensor>("accuracy") { scores, isSame in
            Tensor(scores.argmax(axis: 1) .== IntTensor(isSame)).mean().item
        }
        learner = Learner(
            loaders, net, loss: lossOfPairs,
            optimizer: { AdamW(groups: net.parameterGroups(rates: settings.rates.shares(2)), learningRate: $1) },
            metrics: [accuracy], callbacks: callbacks)
    }
}

extension Architectures {
    func frozenByHand() throws {
        var random = run.random
        let net = tinySiameseNet(using: &random)
        // `learning` counts the numbers that learn, for each group:
        func learning() -> [String] {
            siameseSplitter(net).map { group in
                "\(group.filter(\.requiresGrad).map(\.count).reduce(0, +)) of \(group.map(\.count).reduce(0, +))"
            }
        }
        var table = TextTable(["after", "encoder: numbers that learn", "head"])
        table.rows.append(["nothing"] + learning())
        freeze(net, siameseSplitter)
        let (byHand, hand) = (net.parameters.map(\.requiresGrad), learning())
        table.rows.append(["freeze"] + hand)
        freeze(net, siameseSplitter, normsLearn: false)
        table.rows.append(["freeze, norms as well"] + learning())
        let count = siameseSplitter(net)[0].filter(\.requiresGrad).count
        show(
            table, "Who learns in a small Siamese net",
            predict: .choice(
                "Nobody has called freeze. What learns?", ["the head alone", "everything"], answer: "everything"))
        show(count, "parameters of the encoder that learn if norms are frozen, too")
        net.freeze(to: -1)
        show(net.parameters.map(\.requiresGrad) == byHand, "the engine's freeze lets the same parameters learn")
    }

    func normsWhileFrozen() throws {
        // So freezing has two kinds. In the book's library, norms of a frozen body go on learning, and go on averaging
        // what they see. The proof is an epoch of training, before and after which all numbers are compared:
        let all = try pairPhotos
        let first = Array(all.train.prefix(run.size(quick: 24, usual: 120)))
        let areAlike = Set(first.map { all.classes[$0] }).count == 1
        let some = Partners(all.classes, among: areAlike ? all.train : first)
        var table = TextTable(["frozen", "convolutions", "weights of norms", "averages of norms", "head"])
        var changed: [[Bool]] = []
        for normsLearn in [true, false] {
            var random = run.random
            let body = try smallPretrained.body()
            let head = HeadPlan(hidden: [32]).layers(2 * body.channels, outputs: 2, using: &random)
            let net = SiameseNet(encoder: body.layers, head: head)
            let small = PhotoPipeline(item: Resize(32), normalization: .imageNet)
            let loaders = pairLoaders(some, Array(try judgedPairs.prefix(4)), times: 1, batchSize: 12, using: &random) {
                try small.batch($0.map { all.photos[$0].photo })
            }
            let learner = SiameseLearner(
                loaders, net, normsLearn: normsLearn, callbacks: normsLearn ? [] : [KeptAverages(body)])
            learner.freeze()
            let before = net.stateDictionary
            try EpochReporting.silently { try learner.fit(1, 1e-3) }
            changed.append(kindsThatChanged(net, since: before))
            table.rows.append(
                [normsLearn ? "as in the book" : "norms as well"] + changed.last!.map { $0 ? "changed" : "as before" })
        }
        show(
            table, "What an epoch with a frozen encoder changes",
            predict: .choice(
                "The encoder is frozen as in the book. Which of its numbers change in an epoch?",
                ["none", "those of its norms", "all"], answer: "those of its norms"))
        // From here on, norms stay as they are. That has an advantage. A body of which nothing changes says the same of
        // a photo in every epoch; so it need be asked only once, and an epoch of the head takes a blink. The pages
        // before this one have done so already.
    }
}

// MARK: Helpers

/// Whether a number has changed: of convolutions, of the weights of norms, of their averages; all of the encoder; of
/// the head.
private func kindsThatChanged(_ net: SiameseNet, since before: [String: Tensor]) -> [Bool] {
    let changed = net.stateDictionary.filter { before[$0.key]!.scalars != $0.value.scalars }.map(\.key)
    let (encoder, head) = (changed.filter { $0.hasPrefix("encoder") }, changed.contains { $0.hasPrefix("head") })
    return [
        encoder.contains { $0.hasSuffix("weight") },
        encoder.contains { $0.hasSuffix("gamma") || $0.hasSuffix("beta") },
        encoder.contains { $0.contains("running") }, head,
    ]
}
