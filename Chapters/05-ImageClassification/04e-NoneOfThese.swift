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

// Softmax really wants to choose, and it knows only the classes that it has learned. Show a photo of a bear to a net
// for pets, and it has to say a breed: the probabilities add up to 1 whatever is on the photo. Where *none of these* is
// a possible answer, or several at once, each class should have a question of its own: "is it this one, yes or no?"
// That is a sigmoid in each column, the very thing that was wrong three pages ago, with a loss for each column (chapter
// 6 has more of it).
//
// To see how good that is, keep some breeds secret. The breeds with the most photos are known, until they make up three
// quarters of all photos. All others are *strangers*. A last layer learns the known breeds on top of the pretrained
// body. The body stays as it is, so each photo has to go through it only once, and what comes out is kept: one row of
// features for each photo (`features`). Learning from rows is quick:

/// A linear layer that has learned from features [n, k] by `steps` steps with all of them.
///
/// - Parameter pace: about how far the weights may move an activation in the first step. (Adam moves every weight by
///   the learning rate then, and an activation is the sum of k of them. The bias is alone; it has a rate of its own.)
public func fittedHead(
    _ x: Tensor, outputs: Int, steps: Int, pace: Float = 1, using random: inout some RandomNumberGenerator,
    loss: (_ activations: Tensor) -> Tensor
) -> Linear {
    let head = Linear(x.shape[1], outputs, using: &random)
    let weights = ParameterGroup([head.weight], learningRate: pace / Float(x.shape[1]))
    let biases = ParameterGroup([head.bias!], learningRate: pace / 20)
    let optimizer = Adam(groups: [weights, biases], learningRate: pace)
    for _ in 0..<steps {
        optimizer.zeroGrad()
        loss(head(x)).backward()
        optimizer.step()
    }
    return head
}

// What is measured is the highest probability that a photo gets for some known breed; above a half counts as "it is
// this one". `Sureness` keeps it for photos of known breeds that were not learned from, and for strangers.

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
        // #hide
        if known.count < 2 || strangers.count < 2 { return show("\(dataName) has too few breeds for strangers.") }
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
            record("strangers/\(slug(name))", over: shares)
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

        // The book proposes sigmoids where "none of these" should be possible. Compare the rows: what a sigmoid could
        // say is one thing, what it does say about breeds that it has never seen is another. Whether it says no depends
        // on the examples that it has learned from. What sigmoids have is the freedom to be given examples of "none"
        // without any new column, and to answer "both".
    }
}
