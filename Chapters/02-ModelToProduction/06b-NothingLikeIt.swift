// # Nothing like it
//
// Section 2.6 · After this page you can build two detectors of pictures that a net has no business judging, and say how
// good they are.

import Common
import Figures
import Foundation
import Notebook
import Tensors
import Vision

// Pictures that are very different from those that a model has learned from are *out of its domain*. It answers anyway.
// Can it be seen that an answer rests on nothing? Two signs come to mind:
//
// - the model is *unsure*: its highest probability is low;
// - the picture is *far from all that it knows*: no picture to learn from has features that are similar.
//
// The second one is `nearestDistances`: for each row of features, the distance to the nearest known row, per number:

/// How far each row is from the nearest known row, as the root of the mean squared difference.
/// rows [n, c] · known [m, c] → n distances
public func nearestDistances(_ rows: Tensor, _ known: Tensor) -> [Double] {
    let squares = (rows * rows).sum(axis: 1).unsqueezed(1) + (known * known).sum(axis: 1)
    let distances = squares - 2 * rows.matmul(known.transposed())
    return (-distances).max(axis: 1).values.scalars.map { sqrt(max(0, Double(-$0)) / Double(known.shape[1])) }
}

// How good is such a sign? Take a picture of each kind, one within the domain and one outside of it. How often does the
// outsider have the higher value? One half is chance, 1 is perfect. (The name of this number is *area under the curve*,
// AUC, of another picture of the same thing.)

/// How often one of `high` is above one of `low`, of all pairs; equal ones count half.
public func areaUnderCurve(low: [Double], high: [Double]) -> Double {
    let pairs = high.reduce(0.0) { sum, a in sum + low.reduce(0.0) { $0 + (a > $1 ? 1 : a == $1 ? 0.5 : 0) } }
    return pairs / Double(max(low.count * high.count, 1))
}

extension ModelToProduction {
    func twoDetectors() throws {
        let watch = try cameraWatch
        let names = CameraTrouble.allCases.dropFirst().map(\.rawValue) + ["no bear at all"]
        func curves(_ split: CameraSplit, _ sign: Int) -> [Double] {
            let strangers = split.strangerProbabilities.max(axis: 1).values.scalars.map { 1 - Double($0) }
            let values =
                CameraTrouble.allCases.indices.map { place in
                    sign == 0 ? split.sureness(place).map { 1 - $0 } : split.distances[place]
                } + [sign == 0 ? strangers : split.strangerDistances]
            return values.dropFirst().map { areaUnderCurve(low: values[0], high: $0) }
        }
        let found = (0..<2).map { sign in watch.splits.map { curves($0, sign) } }
        let means = found.map { runs in names.indices.map { place in Spread(runs.map { $0[place] }).mean } }
        show(
            Chart("Two signs that a picture is out of the domain", x: "", y: "area under the curve", yLimits: 0...1) {
                Bars(names, means[0], "unsure", colour: .orange)
                Bars(names, means[1], "far from all known", colour: .blue)
                Rule(y: 0.5, "chance", colour: .black)
            }, "How often a picture of this kind has the higher value than one as it was taken",
            predict: .choice(
                "Scenes without any bear: which sign tells them from bears better?", ["unsure", "far from all known"],
                answer: means[0].last! > means[1].last! ? "unsure" : "far from all known"))
        var table = TextTable(["pictures", "unsure", "far from all known", "still right"], decimals: 2)
        for (place, name) in names.enumerated() {
            let right = place + 1 < CameraTrouble.allCases.count ? watch.splits.map { $0.accuracy(place + 1) } : nil
            table.add(
                name, Spread(found[0].map { $0[place] }), Spread(found[1].map { $0[place] }), right.map { Spread($0) })
        }
        show(table, "Areas under the curve over \(watch.splits.count) splits, and how often the answer is right")
        for (sign, name) in ["unsure", "far"].enumerated() {
            record("detector/\(name): night", over: found[sign].map { $0[1] })
            record("detector/\(name): no bear", over: found[sign].map { $0.last! })
        }
    }

    func distancesOfPictures() throws {
        // How far apart are they? The distances of one split, as histograms:
        let split = try cameraWatch.splits[0]
        let night = CameraTrouble.allCases.firstIndex(of: .night)!
        let all = split.distances[0] + split.distances[night] + split.strangerDistances
        let range = 0...(all.max()! * 1.05)
        show(
            ChartGrid(
                [("at night", split.distances[night]), ("no bear at all", split.strangerDistances)].map {
                    name, values in
                    Chart("As it was taken, and \(name)", x: "distance to the nearest known picture", y: "pictures") {
                        Histogram(split.distances[0], "as it was taken", bins: 16, range: range, colour: .blue)
                        Histogram(values, name, bins: 16, range: range, colour: .orange)
                    }
                }, columns: 2, title: "How far from all that it knows", sharedYLimits: false),
            "Pictures that were not learned from, first split")
        // A limit between the two heaps would let most pictures of the right kind pass and send others to a person.
        // Where the heaps overlap, no limit is right. And a picture may be near and be judged wrongly all the same.
    }

    func sureAndWrong() throws {
        // Above all, do not trust the probabilities alone. They have been trained to be right about pictures of the
        // domain, and nothing has ever been said about others. These answers are wrong, and as sure as they come:
        let watch = try cameraWatch
        let split = watch.splits[0]
        var wrong: [(sure: Double, trouble: CameraTrouble, place: Int, said: Int)] = []
        for (place, trouble) in CameraTrouble.allCases.enumerated() where trouble != .none {
            let (said, sure) = (split.said(place), split.sureness(place))
            let worst = split.kinds.indices.filter { said[$0] != split.kinds[$0] }.max { sure[$0] < sure[$1] }
            if let worst { wrong.append((sure[worst], trouble, worst, said[worst])) }
        }
        wrong.sort { $0.sure > $1.sure }
        var random = run.random
        if wrong.isEmpty {
            show("In this run no picture is judged wrongly.")
        } else {
            show(
                ImageGrid(
                    wrong.map {
                        Photo(brightnesses: $0.trouble.seen(watch.pictures[split.places[$0.place]], using: &random))
                            .raster
                    },
                    titles: wrong.map {
                        let name = watch.names[split.kinds[$0.place]]
                        return "\(name), taken for \(watch.names[$0.said]) (\(fixed($0.sure, 2)))"
                    }, columns: 4),
                "The surest wrong answer about each kind of picture, first split")
        }
        let strangers = split.strangerProbabilities.max(axis: 1).values.scalars
        record(
            "detector/scenes without a bear that are a bear by 0.9",
            Double(strangers.count { $0 > 0.9 }) / Double(strangers.count))
        show(
            strangers.count { $0 > 0.9 },
            "scenes without a bear, of \(strangers.count), that are taken for one with more than 0.9")
        // With softmax the probabilities of the kinds add up to 1, whatever is in front of the camera. (What helps
        // there, labels for several or none, is in chapter 6.)
    }
}
