// # Conclusion
//
// Section 21.12 · After this page you know what of this chapter stays, what it has left open, and where to go on.

import Common
import Figures
import Notebook
import Tensors

// (This chapter follows chapter 7 of "Deep Learning with PyTorch"; "the book" is that one here.)
//
// A dataset, a model, a loss and a training loop: with these four the kit is complete, and it stays the same for
// whatever comes. This chapter has built each part from indexing upwards, and then handed it over to the engine:

extension BirdsAndAirplanes {
    func whatWasBuilt() {
        var table = TextTable(["section", "built here", "the engine's", "PyTorch's"])
        for (section, ours, engine, theirs) in places { table.add(section, ours, engine, theirs) }
        show(table, "From here to the engine, and to PyTorch")

        // What to remember:
        //
        // - Recognizing pictures is one of the most common uses of deep learning, and there are many public collections
        //   of pictures with labels.
        // - A dataset is whatever has a count and items by number. A loader shuffles and cuts numbers, and asks the
        //   dataset for the items. Both are simple, and both are enough.
        // - Softmax makes probabilities of scores. With the negative log likelihood behind it, it is the loss for
        //   classifying; both together are called cross-entropy. (The book's summary speaks of a "non-negative log
        //   likelihood". It means the negative log likelihood, which happens never to be below 0.)
        // - A picture can be laid flat and given to dense layers. They treat it as any other vector, and make nothing
        //   of what is next to what.
        // - `Sequential` is enough for such nets.
        //
        // One more time, from memory:
        show(
            linearParameters(3072, 512) + linearParameters(512, 2), "parameters of the shallow net",
            ask: "3,072 inputs, 512 features, 2 scores: how many weights and biases does the shallow net have?")
    }

    func whereToGoOn() {
        // The defect is serious: pictures have two axes, and these nets see one. They do not know that a thing stays
        // the same thing when it moves. Pictures are not alone in that. A sound that comes a tenth of a second later is
        // the same sound, and to a dense layer another vector:
        let sound = Tensor([0, 0, 1, 3, -2, 1, 0, 0, 0, 0])
        let later = sound.rolled(by: 3, axis: 0)
        let feature = sound / sound.norm()
        show(
            Chart("The same sound, three samples later", x: "sample", y: "amplitude") {
                Line(sound.scalars, "learned", colour: .blue)
                Line(later.scalars, "later", colour: .vermilion, dashed: true)
            }, "A sound that has moved")
        show(fixed(feature.dot(sound).item, 4), "a feature made for it, on the sound where it was learned")
        show(
            fixed(feature.dot(later).item, 4), "the same feature on the sound three samples later",
            predict: .change(
                "What happens to the feature's answer when the sound comes three samples later?",
                from: feature.dot(sound).item, to: feature.dot(later).item))

        // Where there is nothing to be moved, dense nets are at home: in tables, whose columns have each a meaning of
        // their own, in time series that always begin at the same moment, and in whatever has been turned into a good
        // vector before. (Text is an example: the mean of its words' vectors, whatever their order, is food for such a
        // net. Newer models look at the order, too.)
        //
        // For pictures, the weights must be shared between places. That is a convolution, and chapter 13 is about it.
        // It has these very birds and airplanes in section 13.9.
    }

    // MARK: Helpers

    /// What was built where, and what it is called elsewhere.
    private var places: [(section: String, ours: String, engine: String, theirs: String)] {
        [
            ("section 21.2", "Dataset", "RandomAccessCollection", "Dataset"),
            ("section 21.2", "ChainDataset", "Sequence", "IterableDataset, ChainDataset"),
            ("section 21.3", "ToTensor, permutedByHand", "Tensor(bytes), permuted", "ToTensor, permute"),
            ("section 21.4", "RunningStatistics", "mean(axes:), std(axes:)", "mean, std"),
            ("section 21.5", "ListDataset, Subset", "TensorDataset, rows", "a list, Subset"),
            ("section 21.6", "flat pictures", "flattened(from:), Flatten", "view, nn.Flatten"),
            ("section 21.6", "hyperbolicTangent", "tanh(), Tanh", "nn.Tanh"),
            ("section 21.7", "oneHot", "Tensor.eye(n).rows(labels)", "F.one_hot"),
            ("section 21.8", "softmax", "softmax(axis:), Softmax", "nn.Softmax"),
            ("section 21.8", "the place of the largest", "max(axis:), argmax(axis:)", "torch.max"),
            ("section 21.9", "logSoftmax", "logSoftmax(axis:), LogSoftmax", "nn.LogSoftmax"),
            ("section 21.9", "meanNegativeLogLikelihood", "nllLoss(_:_:)", "nn.NLLLoss"),
            ("section 21.9", "binaryLoss", "binaryCrossEntropyWithLogits(_:_:)", "nn.BCEWithLogitsLoss"),
            ("section 21.10", "shuffledBatches", "DataLoader", "DataLoader"),
            ("section 21.10", "crossEntropyOfScores", "crossEntropy(_:_:)", "nn.CrossEntropyLoss"),
            ("section 21.10", "train", "Learner", "(you write it)"),
            ("section 21.10", "linearParameters", "parameterCount", "numel"),
        ]
    }
}
