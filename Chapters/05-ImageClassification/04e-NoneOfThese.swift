// # None of these
//
// Section 5.4 · After this page you know when softmax is the wrong choice, and what to take in its place.

import Common
import Figures
import Foundation
import Layers
import Notebook
import Tensors
import Training
import Vision

// Softmax really wants to choose, and it knows only the classes that it has learned. Show a photo of a bear to a net for
// pets, and it has to say a breed: the probabilities add up to 1 whatever is on the photo. Where *none of these* is a
// possible answer, or several at once, each class should have a question of its own: "is it this one, yes or no?" That is
// a sigmoid in each column, the very thing that was wrong two pages ago, with a loss for each column (chapter 6 has more
// of it).
//
// To see the difference, keep some breeds secret. The breeds with the most photos are known, until they make up three
// quarters of all; all others are *strangers*. From the known ones, a last layer learns on top of the pretrained body,
// once with softmax and once with sigmoids. The body stays as it is, so each photo goes through it only once:
// `features` has what comes out, one row for a photo. A last layer is then quickly learned:

/// A linear layer that has learned from features [n, k] by `steps` steps with all of them.
public func fittedHead(
    _ x: Tensor, outputs: Int, steps: Int, rate: Float, using random: inout some RandomNumberGenerator,
    loss: (_ scores: Tensor) -> Tensor
) -> Linear {
    let head = Linear(x.shape[1], outputs, using: &random)
    let optimizer = Adam(head.parameters, learningRate: rate)
    for _ in 0..<steps {
        optimizer.zeroGrad()
        loss(head(x)).backward()
        optimizer.step()
    }
    return head
}

// What is to be measured: the highest probability of each photo, for photos of known breeds that were not learned from,
// and for strangers. Above a half counts as "it is this one".

/// How sure two heads are of photos that they know the breeds of, and of strangers.
struct Sureness {
    var known: [Float] = [], strangers: [Float] = []

    /// The share of photos that get more than a half for some class.
    func accepted(_ values: [Float]) -> Double { Double(values.count { $0 > 0.5 }) / Double(max(values.count, 1)) }

    /// How often a photo of a known breed gets more than a stranger does, of all pairs of both.
    var order: Double {
        let pairs = known.map { a in strangers.reduce(0.0) { $0 + (a > $1 ? 1 : a == $1 ? 0.5 : 0) } }
        return pairs.reduce(0, +) / Double(max(known.count * strangers.count, 1))
    }
}

extension ImageClassification {
    func strangersAtTheDoor() throws {
        let (known, others) = try knownAndStrangers
        show(
            "\(known.count) known breeds, \(others.count) \(others.count == 1 ? "stranger" : "strangers")",
            "breeds of \(dataName)")
        let runs = try run.overSeeds(run.size(quick: 2, usual: 5)) { random in try sureness(using: &random) }
        var table = TextTable(
            ["last layer", "known photos above ½", "strangers above ½", "pairs in the right order"], decimals: 3)
        for (kind, name) in ["softmax", "sigmoids"].enumerated() {
            let all = runs.map { $0[kind] }
            table.add(
                name, Spread(all.map { $0.accepted($0.known) }), Spread(all.map { $0.accepted($0.strangers) }),
                Spread(all.map(\.order)))
        }
        let shares = [0, 1].map { kind in runs.map { $0[kind].accepted($0[kind].strangers) } }
        show(
            table, "Photos of known breeds and of strangers, \(dataName)",
            predict: .choice(
                "Which last layer gives more than a half to more of the strangers?", ["softmax", "sigmoids"],
                answer: Spread(shares[0]).mean >= Spread(shares[1]).mean ? "softmax" : "sigmoids"))
        record("strangers/softmax-above-a-half", over: shares[0])
        record("strangers/sigmoids-above-a-half", over: shares[1])
        show(
            ChartGrid(
                zip(["softmax", "sigmoids"], runs[0]).map { name, one in
                    Chart(name, x: "highest probability", y: "photos") {
                        Histogram(one.known, "known breeds", bins: 10, range: 0...1, colour: .blue)
                        Histogram(one.strangers, "strangers", bins: 10, range: 0...1, colour: .orange)
                    }
                }, columns: 2, title: "How sure the net is of what it has never seen", sharedYLimits: false),
            "The highest probability of each photo of \(dataName)")

        // With sigmoids there is a way to say no: all of them low. How good that is depends on how different strangers
        // are. A breed that looks like a known one is taken for it by any net. And look at the last column: it asks
        // whether *some* bound would part known photos from strangers, and there softmax need not be worse. What it lacks
        // is a bound that means something: "above a half".
    }
}

// MARK: Helpers

extension ImageClassification {
    /// Breeds by how many photos there are, the most frequent first, until they have three quarters; and the rest.
    var knownAndStrangers: (known: [Int], strangers: [Int]) {
        get throws {
            let labels = try features.trainLabels + features.validLabels
            var counts: [Int: Int] = [:]
            for label in labels { counts[label, default: 0] += 1 }
            let order = counts.keys.sorted { (-counts[$0]!, $0) < (-counts[$1]!, $1) }
            var (sum, known) = (0, [Int]())
            for label in order where sum * 4 < labels.count * 3 {
                sum += counts[label]!
                known.append(label)
            }
            return (known, order.filter { !known.contains($0) })
        }
    }

    /// Two heads that learn from four fifths of the known photos; and how sure they are of all others.
    private func sureness(using random: inout SplitMix64) throws -> [Sureness] {
        let all = try allFeatures
        let known = try knownAndStrangers.known
        let places = all.labels.indices.filter { known.contains(all.labels[$0]) }
        let strangers = all.labels.indices.filter { !known.contains(all.labels[$0]) }
        let order = random.permutation(places.count).map { places[$0] }
        let (learned, held) = (Array(order[(order.count / 5)...]), Array(order[..<(order.count / 5)]))
        let y = IntTensor(learned.map { known.firstIndex(of: all.labels[$0])! })
        let x = all.x.rows(learned)
        let steps = run.size(quick: 5, usual: 100)
        let softmaxHead = fittedHead(x, outputs: known.count, steps: steps, rate: 0.01, using: &random) { crossEntropy($0, y) }
        let wanted = oneHot(y, classes: known.count)
        let sigmoidHead = fittedHead(x, outputs: known.count, steps: steps, rate: 0.01, using: &random) {
            binaryCrossEntropyWithLogits($0, wanted)
        }
        return noGrad {
            func highest(_ places: [Int], _ p: (Tensor) -> Tensor) -> [Float] {
                places.isEmpty ? [] : p(all.x.rows(places)).max(axis: 1).values.scalars
            }
            func both(_ p: (Tensor) -> Tensor) -> Sureness { Sureness(known: highest(held, p), strangers: highest(strangers, p)) }
            return [both { softmax(softmaxHead($0)) }, both { sigmoidHead($0).sigmoid() }]
        }
    }

    /// The features of all photos, each column with mean 0 and deviation 1, and their labels.
    var allFeatures: (x: Tensor, labels: [Int]) {
        get throws {
            try run.once {
                let features = try features
                let x = Tensor.cat([features.train, features.valid])
                let (mean, deviation) = (x.mean(axis: 0), x.std(axis: 0) + 1e-3)
                return ((x - mean) / deviation, features.trainLabels + features.validLabels)
            }
        }
    }
}
