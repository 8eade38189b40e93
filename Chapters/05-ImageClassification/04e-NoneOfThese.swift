// # None of these
//
// Section 5.4 · After this page you know when softmax is the wrong choice, what else there is, and what each of them
// needs to learn to say no.

import Figures
import Foundation
import Layers
import Notebook
import Tensors
import Training

// Softmax really wants to choose, and it knows only the classes that it has learned. Show a photo of a bear to a net for
// pets, and it has to say a breed: the probabilities add up to 1 whatever is on the photo. Where *none of these* is a
// possible answer, or several at once, each class should have a question of its own: "is it this one, yes or no?" That is
// a sigmoid in each column, the very thing that was wrong two pages ago, with a loss for each column (chapter 6 has more
// of it).
//
// To see how good that is, keep some breeds secret. The breeds with the most photos are known, until they make up three
// quarters of all photos. All others are *strangers*. A last layer learns the known breeds on top of the pretrained
// body. The body stays as it is, so each photo has to go through it only once, and what comes out is kept: one row of
// features for each photo (`features`). Learning from rows is quick:

/// A linear layer that has learned from features [n, k] by `steps` steps with all of them.
public func fittedHead(
    _ x: Tensor, outputs: Int, steps: Int, rate: Float = 0.001, using random: inout some RandomNumberGenerator,
    loss: (_ activations: Tensor) -> Tensor
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

// What is measured is the highest probability that a photo gets for some known breed; above a half counts as "it is this
// one". `Sureness` keeps it for photos of known breeds that were not learned from, and for strangers.

/// The highest probability of each photo.
struct Sureness {
    let known: [Float], strangers: [Float]

    /// The share of photos that get more than a half.
    func accepted(_ values: [Float]) -> Double { Double(values.count { $0 > 0.5 }) / Double(max(values.count, 1)) }

    /// How often a photo of a known breed gets more than a stranger does, of all pairs of both.
    var order: Double {
        let pairs = known.map { a in strangers.reduce(0.0) { $0 + (a > $1 ? 1 : a == $1 ? 0.5 : 0) } }
        return pairs.reduce(0, +) / Double(max(known.count * strangers.count, 1))
    }
}

extension ImageClassification {
    func strangersAtTheDoor() throws {
        // Four last layers. Two of them learn from known breeds only. A sigmoid could say no to everything, but has
        // never had a reason to. The other two get that reason: photos of half of the strangers' breeds. For the
        // sigmoids, such a photo is an item without any class, a row of zeros. For softmax, it needs one more column,
        // "something else". All are then asked about the *other* half, breeds of which nobody has seen a photo:
        let (known, strangers) = try knownAndStrangers
        show("\(known.count) known, \(strangers.count) strange", "breeds of \(dataName)")
        let names = ["softmax", "sigmoids", "sigmoids, with photos of none", "softmax, with a column for none"]
        let runs = try run.overSeeds(run.size(quick: 2, usual: 5)) { random in try sureness(using: &random) }
        var (table, accepted) = (
            TextTable(["last layer", "known above ½", "strangers above ½", "pairs in order"], decimals: 3), [Double]()
        )
        for (kind, name) in names.enumerated() {
            let all = runs.map { $0[kind] }
            let shares = all.map { $0.accepted($0.strangers) }
            table.add(name, Spread(all.map { $0.accepted($0.known) }), Spread(shares), Spread(all.map(\.order)))
            record("strangers/\(name)", over: shares)
            accepted.append(Spread(shares).mean)
        }
        show(
            table, "Photos of known breeds, and of breeds that nobody has seen; \(dataName)",
            predict: .yesNo(
                "Sigmoids that have seen known breeds only: do they refuse most of the strangers?", accepted[1] < 0.5))
        show(
            ChartGrid(
                zip(names, runs[0]).map { name, one in
                    Chart(name, x: "highest probability", y: "photos") {
                        Histogram(one.known, "known breeds", bins: 10, range: 0...1, colour: .blue)
                        Histogram(one.strangers, "strangers", bins: 10, range: 0...1, colour: .orange)
                    }
                }, columns: 2, title: "How sure the net is of breeds that it has never seen", sharedYLimits: false),
            "The highest probability of each photo, first seed")

        // The last column of the table asks whether *any* bound would part the known photos from the strangers: a half
        // means by chance, and 1 that it is possible.
        let best = accepted.indices.min { accepted[$0] < accepted[$1] }!
        show("“\(names[best])” lets the fewest of them in.")

        // So it is not the sigmoid that does it. Without examples of "none of these", nothing that a net says about
        // strangers can be trusted. What sigmoids have is the freedom to be given such examples without any new column,
        // and to answer "both".
    }
}

// MARK: Helpers

extension ImageClassification {
    /// Breeds by how many photos there are, the most frequent first, until they have three quarters; and the rest.
    private var knownAndStrangers: (known: [Int], strangers: [Int]) {
        get throws {
            let labels = try allFeatures.labels
            let counts = Dictionary(grouping: labels) { $0 }.mapValues(\.count)
            let order = counts.keys.sorted { (-counts[$0]!, $0) < (-counts[$1]!, $1) }
            var (sum, known) = (0, 0)
            while sum * 4 < labels.count * 3, known < order.count - 2 {
                sum += counts[order[known]]!
                known += 1
            }
            return (Array(order[..<known]), Array(order[known...]))
        }
    }

    /// Four heads that learn from four fifths of the known photos, and how sure they are of others.
    private func sureness(using random: inout SplitMix64) throws -> [Sureness] {
        let (all, breeds) = (try allFeatures, try knownAndStrangers)
        let count = breeds.known.count
        let seen = Set(random.permutation(breeds.strangers.count).prefix(breeds.strangers.count / 2).map { breeds.strangers[$0] })
        let places = all.labels.indices.filter { breeds.known.contains(all.labels[$0]) }
        let order = random.permutation(places.count).map { places[$0] }
        let (held, learned) = (Array(order[..<(order.count / 5)]), Array(order[(order.count / 5)...]))
        let none = all.labels.indices.filter { seen.contains(all.labels[$0]) }
        let unseen = all.labels.indices.filter { !breeds.known.contains(all.labels[$0]) && !seen.contains(all.labels[$0]) }
        let y = IntTensor(learned.map { breeds.known.firstIndex(of: all.labels[$0])! })
        let withNone = IntTensor(y.scalars.map { Int($0) } + none.map { _ in count })
        let (x, both) = (all.x.rows(learned), all.x.rows(learned + none))
        let steps = run.size(quick: 5, usual: 60)
        let wanted = oneHot(withNone, classes: count + 1)[0..., ..<count]
        let heads = [
            fittedHead(x, outputs: count, steps: steps, using: &random) { crossEntropy($0, y) },
            fittedHead(x, outputs: count, steps: steps, using: &random) { binaryCrossEntropyWithLogits($0, wanted[..<y.count]) },
            fittedHead(both, outputs: count, steps: steps, using: &random) { binaryCrossEntropyWithLogits($0, wanted) },
            fittedHead(both, outputs: count + 1, steps: steps, using: &random) { crossEntropy($0, withNone) },
        ]
        return heads.enumerated().map { kind, head in
            func highest(_ places: [Int]) -> [Float] {
                let scores = noGrad { head(all.x.rows(places)) }
                let p = kind == 1 || kind == 2 ? scores.sigmoid() : softmax(scores)
                return p[0..., ..<count].max(axis: 1).values.scalars
            }
            return Sureness(known: highest(held), strangers: highest(unseen))
        }
    }
}
