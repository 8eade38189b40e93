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
public final class TextLearner<Input, Net: GroupedNet & Layer>: GroupLearner
where Net.Input == Input, Net.Output == Tensor {
    public let net: Net
    /// What goes through the batches: its recorder has what was measured, and callbacks may be added to it.
    public let learner: Learner<Input, IntTensor>
    /// The momentum of a cycle is lower than for photos, as in the book's library.
    public let settings = GroupSettings(normsLearn: false, momentum: (0.8, 0.7, 0.8))

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
                let groups = net.parameterGroups(rates: settings.rates.shares(net.groups.count))
                return AdamW(groups: groups, learningRate: rate, weightDecay: decay)
            },
            metrics: metrics,
            callbacks: [StateReset(), ActivationRegularization(alpha: penalties.alpha, beta: penalties.beta)])
    }
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
