// # Nothing like it
//
// Section 2.6 · After this page you can build detectors of pictures that a net has no business judging, and say how
// good they are.

import Common
import Figures
import Foundation
import Notebook
import Tensors
import Vision

// Pictures that are very different from those that a model has learned from are *out of its domain*. It answers anyway.
// Can it be seen that an answer rests on nothing? Three signs come to mind:
//
// - the model is *unsure*: its highest probability is low;
// - the picture is *far from all that it knows*: no picture to learn from has features that are similar;
// - it is of *another mixture*: whatever the strength of its features, their shares are like those of no known picture.
//
// The second one is `nearestDistances`: for each row of features, the distance to the nearest known row, per number.
// For the third one, each row is first brought to the length 1 (`mixtures`), and then it is the same:

/// How far each row is from the nearest known row, as the root of the mean squared difference.
/// rows [n, c] · known [m, c] → n distances
public func nearestDistances(_ rows: Tensor, _ known: Tensor) -> [Double] {
    let squares = (rows * rows).sum(axis: 1).unsqueezed(1) + (known * known).sum(axis: 1)
    let distances = squares - 2 * rows.matmul(known.transposed())
    return (-distances).max(axis: 1).values.scalars.map { sqrt(max(0, Double(-$0)) / Double(known.shape[1])) }
}

/// Rows of the length 1.
public func mixtures(_ rows: Tensor) -> Tensor {
    rows / ((rows * rows).sum(axis: 1, keepingAxes: true).sqrt() + 1e-6)
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
    func threeSigns() throws {
        let watch = try cameraWatch
        let names = CameraTrouble.allCases.dropFirst().map(\.rawValue) + ["no bear at all"]
        let signs = ["unsure", "far", "another mixture"]
        let found = signs.indices.map { sign in
            watch.splits.map { split -> [Double] in
                let values = split.signs[sign]
                return values.dropFirst().map { areaUnderCurve(low: values[0], high: $0) }
            }
        }
        let means = found.map { runs in names.indices.map { place in Spread(runs.map { $0[place] }).mean } }
        show(
            Chart("Signs that a picture is out of the domain", x: "", y: "area under the curve", yLimits: 0...1) {
                Bars(names, means[0], signs[0], colour: .orange)
                Bars(names, means[1], signs[1], colour: .blue)
                Bars(names, means[2], signs[2], colour: .green)
                Rule(y: 0.5, "chance", colour: .black)
            }, "How often a picture of this kind has the higher value than one as it was taken",
            predict: .choice(
                "Scenes without any bear: which sign tells them from bears best?", signs,
                answer: signs[signs.indices.max { means[$0].last! < means[$1].last! }!]))
        var table = TextTable(["pictures"] + signs + ["still right"], decimals: 2)
        for (place, name) in names.enumerated() {
            let right = place + 1 < CameraTrouble.allCases.count ? watch.splits.map { $0.accuracy(place + 1) } : nil
            let cells = signs.indices.map { sign in Spread(found[sign].map { $0[place] }) }
            table.add(name, cells[0], cells[1], cells[2], right.map { Spread($0) })
        }
        show(
            table,
            "Areas under the curve over \(counted(watch.splits.count, "split")), and how often the answer is right")
        for (sign, name) in signs.enumerated() {
            record("detector/\(slug(name))-night", over: found[sign].map { $0[1] })
            record("detector/\(slug(name))-no-bear", over: found[sign].map { $0.last! })
        }
        let far = means[1].reduce(0, +) / Double(names.count)
        show(
            far < 0.5
                ? "Here strange pictures are mostly *nearer* to known ones than bears are to each other: the net finds little in "
                    + "them, weak features are in the middle of everything, and the middle is far from nobody."
                : "Here strange pictures are mostly farther from known ones than bears are from each other.")
        // With a net that has learned from a million photos the second sign is turned upside down; with a small one it
        // works. The third one works with both. And being unsure says much with the one, and little with the other. So
        // no sign is right because it sounds right: measure it, on pictures such as you fear.
    }

    func distancesOfPictures() throws {
        // How far apart are they? The distances of mixtures in one split, as histograms:
        let split = try cameraWatch.splits[0]
        let night = CameraTrouble.allCases.firstIndex(of: .night)!
        let values = split.signs[2]
        let range = 0...(max(values[0].max()!, values[night].max()!, values.last!.max()!) * 1.05)
        show(
            ChartGrid(
                [("at night", values[night]), ("no bear at all", values.last!)].map { name, strange in
                    Chart("As it was taken, and \(name)", x: "distance to the nearest mixture", y: "pictures") {
                        Histogram(values[0], "as it was taken", bins: 16, range: range, colour: .blue)
                        Histogram(strange, name, bins: 16, range: range, colour: .orange)
                    }
                }, columns: 2, title: "How unlike all that it knows", sharedYLimits: false),
            "Pictures that were not learned from, first split")
        // A limit between the two heaps would let most pictures of the right kind pass and send others to a person.
        // Where the heaps overlap, no limit is right. And a picture may be near and be judged wrongly all the same.
    }

    func sureAndWrong() throws {
        // Above all, do not trust the probabilities alone. They have been trained to be right about pictures of the
        // domain, and nothing has ever been said about others. Of each kind of picture, this is the wrong answer
        // that the net was surest of:
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
                        return "\(name) (taken for \(watch.names[$0.said]), \(fixed($0.sure, 2)))"
                    }, columns: 4, cellSize: 192),
                "The surest wrong answer about each kind of picture, first split")
        }
        let strangers = split.probabilities.last!.max(axis: 1).values.scalars
        record(
            "detector/scenes-without-a-bear-that-are-a-bear-by-0.9",
            Double(strangers.count { $0 > 0.9 }) / Double(strangers.count))
        show(
            strangers.count { $0 > 0.9 },
            "scenes without a bear, of \(strangers.count), that are taken for one with more than 0.9")
        // With softmax the probabilities of the kinds add up to 1, whatever is in front of the camera. (What helps
        // there, labels for several or none, is in chapter 6.)
    }
}
