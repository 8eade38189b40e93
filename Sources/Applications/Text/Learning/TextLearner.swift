// # Training in three stages
//
//     let general = TextLearner(languageModel: loaders, net, …)      // 1. a language model of any texts
//     let special = …                                               // 2. the same net goes on with the texts at hand
//     let classifier = TextLearner(classifier: loaders, net, …)     // 3. its encoder, with a new head
//
// Each stage begins with what the one before has learned (J. Howard and S. Ruder, “Universal Language Model
// Fine-tuning for Text Classification”, 2018). So that it is not lost at once, the last group learns first, the
// others follow one by one, and the first layers learn more slowly than the last.

import Layers
import Tensors
import Training

/// Trains a net for texts whose groups learn in turn, and at rates of their own.
public final class TextLearner<Input, Net: GroupedNet & Layer> where Net.Input == Input, Net.Output == Tensor {
    public let net: Net
    /// What goes through the batches: its recorder has what was measured, and callbacks may be added to it.
    public let learner: Learner<Input, IntTensor>
    private let settings = GroupSettings()
    /// The first group that learns.
    public private(set) var firstLearningGroup = 0

    init(
        _ loaders: DataLoaders<(Input, IntTensor)>, _ net: Net,
        loss: @escaping (Tensor, IntTensor) -> Tensor, metrics: [Metric<IntTensor>], decay: Float,
        penalties: (alpha: Float, beta: Float)
    ) {
        let settings = settings
        self.net = net
        learner = Learner(
            loaders, net, loss: loss,
            optimizer: { _, rate in
                let shares = settings.rates.shares(net.groups.count)
                return AdamW(groups: parameterGroups(net, shares), learningRate: rate, weightDecay: decay)
            },
            metrics: metrics,
            callbacks: [StateReset(), ActivationRegularization(alpha: penalties.alpha, beta: penalties.beta)])
    }
}

/// What the optimizer looks up when training begins.
private final class GroupSettings { var rates = LearningRates(1) }

/// The parameters of each group, a shared one in the last that has it, with its share of the learning rate.
private func parameterGroups(_ net: some GroupedNet, _ shares: [Float]) -> [ParameterGroup] {
    var seen: Set<ObjectIdentifier> = []
    let groups = zip(net.groups, shares).reversed().map { group, share in
        let parameters = group.flatMap(\.parameters).filter { seen.insert(ObjectIdentifier($0)).inserted }
        return ParameterGroup(parameters, learningRateScale: share)
    }
    return groups.reversed()
}

extension TextLearner where Net == LanguageModelNet {
    /// A learner of a language model, with accuracy and perplexity. (The book's `language_model_learner`.)
    ///
    /// - Parameters:
    ///   - decay: how fast weights decay.
    ///   - penalties: on large activations, and on those that jump from step to step.
    public convenience init(
        languageModel loaders: DataLoaders<(IntTensor, IntTensor)>, _ net: LanguageModelNet, decay: Float = 0.01,
        penalties: (alpha: Float, beta: Float) = (2, 1)
    ) {
        self.init(
            loaders, net, loss: { crossEntropy($0, $1, axis: -1) }, metrics: [.accuracy, .perplexity], decay: decay,
            penalties: penalties)
    }
}

extension TextLearner where Net == TextClassifierNet {
    /// A learner of a classifier, with accuracy. (The book's `text_classifier_learner`.)
    public convenience init(
        classifier loaders: DataLoaders<(PaddedTexts, IntTensor)>, _ net: TextClassifierNet, decay: Float = 0.01,
        penalties: (alpha: Float, beta: Float) = (2, 1)
    ) {
        self.init(
            loaders, net, loss: { crossEntropy($0, $1) }, metrics: [.accuracy], decay: decay, penalties: penalties)
    }

    /// Probabilities of the classes for texts in their own order [n, classes]. (The book's `get_preds`.)
    public func probabilities(_ texts: NumberedTexts, batchSize: Int = 64) -> Tensor {
        let order = sortedByLength(texts.lengths)
        net.eval()
        let sorted = noGrad {
            Tensor.cat(
                DataLoader(texts: texts, labels: texts.map { _ in 0 }, batchSize: batchSize).map {
                    net($0.0).softmax(axis: 1)
                })
        }
        var places = Array(repeating: 0, count: order.count)
        for (place, text) in order.enumerated() { places[text] = place }
        return sorted.rows(places)
    }
}

// MARK: Who learns

extension TextLearner {
    /// How many parameter groups the net has.
    public var groupCount: Int { net.groups.count }

    /// Lets only the groups from this one on learn; counted from the end where it is below 0. (The book's `freeze_to`.)
    public func freezeTo(_ group: Int) {
        let groups = net.groups
        let first = group < 0 ? group + groups.count : group
        require(
            (0...groups.count).contains(first), "freezeTo(\(group))", "the net has \(groups.count) parameter groups",
            try: "a number from \(-groups.count) to \(groups.count)")
        let learning = groups[first...].joined().flatMap(\.parameters)
        net.freeze()
        learning.forEach { $0.requiresGrad = true }
        firstLearningGroup = first
    }
    /// Lets only the last group learn.
    public func freeze() { freezeTo(-1) }
    /// Lets everything learn.
    public func unfreeze() { freezeTo(0) }
}

// MARK: Training

extension TextLearner {
    /// Trains at constant learning rates. See ``Learner/fit(_:learningRate:file:line:)``.
    /// - Throws: what a callback throws.
    public func fit(_ epochs: Int, _ rates: LearningRates, file: String = #filePath, line: Int = #line) throws {
        settings.rates = rates
        try learner.fit(epochs, learningRate: rates.highest, file: file, line: line)
    }

    /// One-cycle training; with a slice, each group goes through a cycle of its own height. See
    /// ``Learner/fitOneCycle(_:learningRate:rise:startDivisor:endDivisor:momentum:file:line:)``.
    /// - Parameter momentum: lower than for photos, as in the book's library.
    /// - Throws: what a callback throws.
    public func fitOneCycle(
        _ epochs: Int, _ rates: LearningRates, momentum: (Float, Float, Float) = (0.8, 0.7, 0.8),
        file: String = #filePath, line: Int = #line
    ) throws {
        settings.rates = rates
        try learner.fitOneCycle(
            epochs, learningRate: rates.highest, momentum: momentum, file: file, line: line)
    }

    /// Tries rising rates, the same for all groups, and puts everything back. (The book's `lr_find`.)
    /// - Throws: what a callback throws.
    public func findLearningRate(
        from lowest: Float = 1e-7, to highest: Float = 10, steps: Int = 100
    ) throws -> LearningRateCurve {
        settings.rates = LearningRates(highest)
        return try learner.findLearningRate(from: lowest, to: highest, steps: steps)
    }
}
