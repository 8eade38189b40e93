// # Against simpler judges
//
// Section 15.3 · After this page you have compared a Siamese net with four simpler judges of pairs, over several seeds.

import Figures
import Foundation
import Layers
import Notebook
import Tensors
import Training
import Vision

// A net needs something to beat. Here are four judges that nobody had to train on pairs:
//
// - *Always different*: knows nothing.
// - *Pixels*: how different are both photos, pixel by pixel? Below a threshold they count as the same breed. The
//   threshold is the one that is right most often on training pairs; `bestThreshold` finds it.
// - *Features*: the same with what the pretrained body says of both photos. Not their difference counts but the angle
//   between them (`cosineDistance`), since strong features are strong in all photos.
// - *Which breed?*: a head that tells breeds apart, as in section 15.1. If it says the same of both photos, they are
//   the same.

/// The threshold for distances that is right most often, if pairs below it count as the same.
public func bestThreshold(_ distances: [Float], _ isSame: [Bool]) -> Float {
    let order = distances.indices.sorted { distances[$0] < distances[$1] }
    // Below all of them, whatever is different is right; each one that the threshold passes wins or loses one.
    var (right, best, threshold) = (isSame.count { !$0 }, isSame.count { !$0 }, -Float.infinity)
    for (number, place) in order.enumerated() {
        right += isSame[place] ? 1 : -1
        let next = number + 1 < order.count ? distances[order[number + 1]] : .infinity
        if right > best, next > distances[place] {
            (best, threshold) = (right, next == .infinity ? distances[place] + 1 : (distances[place] + next) / 2)
        }
    }
    return threshold
}

/// 1 less the cosine of the angle between rows: a, b [n, w] → n numbers, 0 for the same direction.
public func cosineDistance(_ a: Tensor, _ b: Tensor) -> [Float] {
    let lengths = (a.squared().sum(axis: 1) * b.squared().sum(axis: 1)).sqrt()
    return (1 - (a * b).sum(axis: 1) / (lengths + 1e-9)).scalars
}

// And two that are trained on pairs. The first is the book's net, whose head gets the maps of both photos side by side.
// The head has to find out by itself that it is to compare channel 7 of one photo with channel 7 of the other. The
// second has a frozen body, and its head gets the difference without its sign, which is the same for both orders.
// `headOnDifferences` makes it.
//
// (Real pets have a large body, which stays frozen for all judges. Generated ones have the small body, which the book's
// net may train, too, in its second phase: there it has that advantage over the others.)

extension Architectures {
    /// A net whose head gets the differences of both photos' maps.
    func headOnDifferences(_ channels: Int, using random: inout SplitMix64) -> SiameseNet {
        SiameseNet(
            encoder: Sequential(), head: HeadPlan().layers(channels, outputs: 2, using: &random),
            joined: { ($0 - $1).abs() })
    }

    func sixJudges() throws {
        let rows = try sixRows
        let names = rows.map(\.name)
        var table = TextTable(["judge"] + rows[0].values.indices.map { "seed \($0 + 1)" } + ["mean"], decimals: 3)
        for row in rows { table.rows.append([row.name] + row.values + [Spread(row.values).mean]) }
        let best = rows.indices.max { Spread(rows[$0].values).mean < Spread(rows[$1].values).mean }!
        show(
            table, "Accuracy on \(try judgedPairs.count) pairs of photos that nobody has learned from, \(petName)",
            predict: .choice("Which judge is right most often, on average?", names, answer: names[best]))
        for row in rows { record("judges/\(key(row.name))", over: row.values) }
        let (pixels, siamese) = (rows[1].values, rows[4].values)
        show(
            "\(zip(siamese, pixels).count { $0 > $1 }) of \(pixels.count)",
            "seeds in which the Siamese net beats pixels")
        // #hide
        show(
            Spread(rows[3].values).mean > Spread(siamese).mean
                ? "So for breeds that are known, asking twice “which breed?” is the better way here: each photo with its breed says more than a pair with one bit."
                : "So the Siamese net is ahead of asking twice “which breed?”: it learns from what is wanted, and a wrong breed need not be a wrong pair."
        )
    }

    func orderOfAPair() throws {
        // Nothing tells the first head that the order of a pair does not matter: the left photo's channels have other
        // weights than the right one's. Turn the pairs around, and some answers change:
        let (pairs, judge) = (try judgedPairs, try netsOfPairs[0])
        let turned = pairs.map { PhotoPair($0.second, $0.first, isSame: $0.isSame) }
        let (there, back) = (try judge.scores(pairs), try judge.scores(turned))
        let changed = share(of: zip(there.argmax(axis: 1).scalars, back.argmax(axis: 1).scalars).map { $0 != $1 })
        record(
            "order/pairs-with-another-answer-when-they-are-turned-around", changed,
            predict: .yesNo("Turn all pairs around. Are there pairs of which the net says something else?", changed > 0)
        )
        let both = (there.softmax(axis: 1) + back.softmax(axis: 1)).argmax(axis: 1).scalars
        record("order/accuracy-in-one-order", try judge.accuracy(pairs))
        record("order/accuracy-of-the-mean-of-both", share(of: zip(pairs, both).map { $0.isSame == ($1 == 1) }))
    }
}
