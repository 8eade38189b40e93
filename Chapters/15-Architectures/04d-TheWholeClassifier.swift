// # The whole classifier
//
// Section 15.4 · After this page you can say what each line of a text classifier does, and you have measured what its
// encoder and its pooling are worth.

import Figures
import Layers
import Notebook
import Tensors
import Text
import Training

// Loop, mask, pooling, head: that is all of it. Put together they are a function of five lines, which takes the parts
// of the module's net and does by hand what its `forward` does:

/// Scores of padded texts [n, classes], by the parts of a net, which is in evaluation.
public func scoresByHand(_ net: TextClassifierNet, _ texts: PaddedTexts) -> Tensor {
    // 1. Read all texts, in pieces, and keep what comes out for every token: [n, steps, width].
    let outputs = readInPieces(texts.ids, of: net.steps, by: net.encoder)
    // 2. Three numbers for each number, over the tokens of each text: [n, 3 · width].
    let pooled = maskedConcatPool(outputs, lengths: texts.lengths)
    // 3. Norm, dropout, a linear layer of 50 numbers, ReLU; norm, dropout, and a linear layer for the classes: [n,
    //   classes].
    return net.head(pooled)
}

extension Architectures {
    func classifierLineByLine() throws {
        var random = run.random
        let net = TextClassifierNet(try textPlan(layers: 2), classes: 2, using: &random)
        net.eval()
        let batch = PaddedTexts(Array(try numberedReviews.test.prefix(6)))
        let outputs = noGrad { readInPieces(batch.ids, of: net.steps, by: net.encoder) }
        var table = TextTable(["step", "shape that comes out"])
        table.add("tokens with padding", "\(batch.ids.shape)")
        table.add(
            "encoder, in \((batch.ids.shape[1] + net.steps - 1) / net.steps) pieces of \(net.steps)", "\(outputs.shape)"
        )
        var y = maskedConcatPool(outputs, lengths: batch.lengths)
        table.add("last, largest and mean", "\(y.shape)")
        for layer in net.head.layers {
            y = noGrad { layer(y) }
            table.add("\(type(of: layer))", "\(y.shape)")
        }
        show(
            table, "Six reviews on their way, \(reviewName)",
            predict: .count(
                "The encoder gives \(net.encoder.plan.embedding) numbers for a token. How many go into the head?",
                3 * net.encoder.plan.embedding))
        let difference = noGrad { (scoresByHand(net, batch) - net(batch)).abs().max().item }
        show(difference < 1e-5, "by hand and by `TextClassifierNet`: the same scores")
        show(net.groups.count, "parameter groups: the embedding, each of two layers, and the head")
    }

    func whatPoolingBrings() throws {
        // Why three kinds of pooling? Here the encoder of the language model stays as it is, and reads all reviews
        // once. A head of one linear layer learns from each kind alone, and from all three:
        let all = try numberedReviews
        let (train, test) = (try pooledReviews(all.train), try pooledReviews(all.test))
        let width = train.shape[1] / 3
        let parts = [
            ("last", 0..<width), ("largest", width..<2 * width), ("mean", 2 * width..<3 * width),
            ("all three", 0..<3 * width),
        ]
        var table = TextTable(["pooling", "accuracy"], decimals: 3)
        table.add("always the more frequent class", 0.5)
        var means: [Double] = []
        for (name, columns) in parts {
            let accuracies = try run.overSeeds(run.size(quick: 2, usual: 5)) { random in
                try headAccuracy(train[0..., columns], test[0..., columns], using: &random)
            }
            means.append(Spread(accuracies).mean)
            table.add(name, Spread(accuracies))
            record("pooling/accuracy-\(key(name))", over: accuracies)
        }
        show(
            table, "One linear layer on an encoder that nobody has told about opinions, \(reviewName)",
            predict: .choice(
                "Which kind of pooling alone is best?", ["last", "largest", "mean"],
                answer: parts[means[..<3].firstIndex(of: means[..<3].max()!)!].0))
    }

    func encoderOrNot() throws {
        // And the whole net, trained: once with new numbers, once with the encoder of the language model; beside it a
        // bag of words, which knows no order at all. All learn from the same few reviews.
        let all = try numberedReviews
        let count = min(all.train.count, run.size(quick: 20, usual: 200, full: 600))
        let rows = try run.overSeeds(run.size(quick: 1, usual: 3, full: 5)) { random in
            let places = random.permutation(all.train.count).prefix(count)
            let (texts, labels) = (all.train.at(places), places.map { all.trainLabels[$0] })
            let words = BagOfWords(texts, labels: labels, classes: 2, vocabulary: all.vocabulary.count)
            let seed = random.next()
            return [
                words.accuracy(all.test, labels: all.testLabels),
                try netAccuracy(texts, labels, hasRead: false, seed: seed),
                try netAccuracy(texts, labels, hasRead: true, seed: seed),
            ]
        }
        let names = ["bag of words", "net from scratch", "net whose encoder has read before"]
        var table = TextTable(["classifier"] + rows.indices.map { "seed \($0 + 1)" } + ["mean"], decimals: 3)
        for (place, name) in names.enumerated() {
            let values = rows.map { $0[place] }
            table.rows.append([name] + values + [Spread(values).mean])
            record("classifier/accuracy-\(key(name))", over: values)
        }
        show(table, "Accuracy on \(all.test.count) of the \(reviewName), after learning from \(count)")
        let wins = rows.count { $0[2] > $0[1] }
        show("\(wins) of \(rows.count)", "seeds in which having read before was of use")
        // #hide
        show(
            2 * wins > rows.count
                ? "In most of them it was of use to have read before, with so few labels."
                : "A short language model is of no use here. It has read for seconds; that of the book has read all of Wikipedia and then all reviews. Chapter 10 trains all three stages at length, and unfreezes one group after the other."
        )
        // The bag of words is hard to beat with a few hundred labels: it need not learn first what a sentence is.
    }
}
