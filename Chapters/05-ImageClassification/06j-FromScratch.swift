// # From scratch, with the same time
//
// Section 5.6 · After this page you can compare a pretrained net with a new one fairly.

import Figures
import Layers
import Notebook
import Tensors
import Training
import Vision

// A frozen body has an advantage beyond what it knows. It always says the same of the same photo. So, without
// augmentation, each photo needs to go through it once, and what comes out, its *features*, can be kept. From then on
// the head learns from rows of numbers, and an epoch is a matter of milliseconds. This is a linear head, and nothing
// else:

/// A linear head that learns from features. Gives its error rate after each epoch.
/// - Parameter train, valid: features [n, channels] with labels.
public func trainedHead(
    train: (Tensor, IntTensor), valid: (Tensor, IntTensor), classes: Int, epochs: Int, rate: Float = 3e-3,
    using random: inout SplitMix64
) throws -> (net: Sequential, errors: [Float]) {
    let channels = train.0.shape[1]
    let net = Sequential(
        BatchNorm1d(channels), Dropout(0.2, using: &random), Linear(channels, classes, using: &random))
    let size = min(32, train.0.shape[0])
    let loaders = DataLoaders(
        DataLoader(
            TensorDataset(train.0, train.1), batchSize: size, dropsLast: true, shuffledUsing: &random),
        DataLoader(TensorDataset(valid.0, valid.1), batchSize: 256))
    let learner = Learner(
        loaders, net, loss: { crossEntropy($0, $1) }, optimizer: { AdamW($0, learningRate: $1) },
        metrics: [.errorRate])
    try EpochReporting.silently { try learner.fitOneCycle(epochs, learningRate: rate) }
    return (net, learner.recorder["error_rate"])
}

extension ImageClassification {
    func frozenAgainstScratch() throws {
        // What costs time is sending photos through the net, forward, and when the body learns, about twice as much
        // backward. In *passes* of all photos forward: features cost one, an epoch from scratch three. So in place of
        // seconds, which differ from machine to machine, both get the same number of passes. The new net gets all of
        // them; the head trains on features that have cost one pass, and leaves the others unused.
        let epochs = run.size(quick: 1, usual: 3, full: 12)
        let (train, valid) = try practiceFeatures
        let (classes, headEpochs) = (Set(try practicePhotos.map(\.breed)).count, run.size(quick: 4, usual: 20))
        let heads = try run.overSeedsAtOnce(run.size(quick: 1, usual: 5)) { random in
            Double(
                try trainedHead(
                    train: train, valid: valid, classes: classes, epochs: headEpochs, using: &random
                ).errors.last!)
        }
        let scratch = try run.overSeeds(run.size(quick: 1, usual: 1, full: 3)) { random in
            let body = try body.untrained(using: &random)
            let learner = try practiceLearner(body: body, head: HeadPlan(hidden: []), using: &random)
            try EpochReporting.silently { try learner.fitOneCycle(epochs, 3e-3) }
            return Double(learner.learner.recorder["error_rate"].last!)
        }
        var table = TextTable(["what was trained", "passes of all photos", "error rate"], decimals: 3)
        table.add("a linear head on frozen features", 1, Spread(heads))
        table.add("the same net from scratch", 3 * epochs, Spread(scratch))
        table.add("always the most frequent breed", 0, try majorityError)
        show(
            table, "\(try practiceName), \(practiceSize) × \(practiceSize) pixels: \(try body.title)",
            predict: .choice(
                "Which has fewer errors?", ["a linear head on frozen features", "the same net from scratch"],
                answer: Spread(heads).mean <= Spread(scratch).mean
                    ? "a linear head on frozen features" : "the same net from scratch"))
        record("frozen-features/error-rate", over: heads)
        record("from-scratch/error-rate", over: scratch)

        // A few hundred photos are few to find out what fur looks like. They are enough to learn what of all that the
        // body sees belongs to which breed.
        // #hide
        if try !body.isLarge {
            show(
                "(The small net has learned from scenes alone. With ten times as many passes, a new one may overtake it.)"
            )
        }
    }

    func whatEachGroupKnows() throws {
        // The same head can answer a question that the last page has left open. There, new layers stood between the
        // copied ones and the head, and in so short a training it may be they that hold a net back. What do the copied
        // layers know by themselves? The body is cut behind a group, and a linear head learns from the means of the
        // maps that come out there:
        var random = run.random
        let (learner, groups) = (try practiceLearner(using: &random), try body.body().groups)
        let layers = learner.net.body
        layers.eval()
        // The means of all maps behind each group, for a set of photos:
        func means(_ part: DatasetPart) -> (features: [Tensor], labels: IntTensor) {
            let batches = noGrad {
                learner.data.quiet(part).map { x, y -> ([Tensor], IntTensor) in
                    var value = x
                    let means = groups.map { group in
                        for layer in group { value = layers[layer](value) }
                        return value.mean(axes: 2, 3)
                    }
                    return (means, y)
                }
            }
            let features = groups.indices.map { k in Tensor.cat(batches.map { $0.0[k] }) }
            return (features, .cat(batches.map(\.1)))
        }
        let (train, valid) = (means(.train), means(.valid))
        let classes = learner.data.target.vocabulary.count
        var (table, shares) = (TextTable(["cut behind group", "maps", "accuracy"], decimals: 3), [[Double]]())
        for k in groups.indices {
            shares.append(
                try run.overSeedsAtOnce(run.size(quick: 1, usual: 3)) { random in
                    1
                        - Double(
                            try trainedHead(
                                train: (train.features[k], train.labels), valid: (valid.features[k], valid.labels),
                                classes: classes, epochs: run.size(quick: 2, usual: 20), using: &random
                            ).errors.last!)
                })
            table.add(k, train.features[k].shape[1], Spread(shares[k]))
        }
        show(table, "A linear head on the maps of each group, all of them frozen: \(try body.title)")
        record("groups/accuracy-behind-the-first", over: shares[0])
        record("groups/accuracy-behind-the-last", over: shares.last!)
    }
}
