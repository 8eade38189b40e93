// # Sixty-eight points at once
//
// Section 6.4 · After this page you have a net with 136 outputs, and know what a mirror does to names.

import Common
import Datasets
import Figures
import Notebook
import Tensors
import Training
import Vision

// What changes when there are 68 points in place of one? The number of outputs: 136. And one thing that is easily
// missed. Each output stands for a point with a name, say the outer corner of the left eye. Mirror the picture, and
// that point lands where all other pictures have the outer corner of the *right* eye. If it keeps its number, the net
// is taught that the two are the same. So after a flip, each point has to take the number of its partner (exercise
// 6.12). Or one does without flips, as here.
//
// The baseline is the *mean shape*: all 68 points at their mean places, always.

extension OtherVisionProblems {
    func allPlaces() throws {
        let (train, judged) = try strangeFaces
        let count = train[0].face.points.count
        var random = run.random
        let learner = try faceLearner(train, judged, points: count, flips: false, label: \.label, using: &random)
        try EpochReporting.silently { try learner.fitOneCycle(run.size(quick: 1, usual: 12), 1e-2) }
        let (error, baseline) = (learner.learner.recorder.rows.last!.validLoss, learner.data.datasets.errorOfTheMean)
        show("\(learner.data.target.outputs)", "outputs of the net")
        record("faces/error-of-all-places", percentOfWidth(error))
        record("faces/error-of-the-mean-shape", percentOfWidth(baseline))
        show(
            try learner.showResults(count: 6, columns: 3).images.withTitles,
            "\(facesName): all places (orange), and what the net says (blue)")

        // Which places are easy? The jaw is a line: where along it a point lies, nobody can see. The corner of an eye
        // is a corner. The squared `errors` of each point, by part of the face:
        let found = try learner.getPreds()
        let errors = (found.outputs.reshaped(-1, count, 2) - found.targets).squared().mean(axes: 0, 2).scalars
        let means = learner.data.datasets.rows(.train).mean(axis: 0).reshaped(1, count, 2)
        let ofMean = (found.targets - means).squared().mean(axes: 0, 2).scalars
        var table = TextTable(["part", "points", "net, % of the width", "mean shape"], decimals: 2)
        for (name, range) in parts where range.upperBound < count {
            func error(_ all: [Float]) -> Double { percentOfWidth(all[range].reduce(0, +) / Float(range.count)) }
            table.add(name, range.count, error(errors), error(ofMean))
        }
        show(table, "\(facesName): errors by part of the face")
    }

    func knownFacesAgain() throws {
        // And the leak, on faces: the same judges, and equally many faces to learn from. Once these are other pictures
        // of the judged people, as far as there are enough; once they are all strangers. `errorsAfter` trains with
        // either:
        let (strange, judged) = try strangeFaces
        let all = try faceItems.filter { !$0.isTest }
        let people = Set(judged.map(\.face.person))
        let own = all.filter { people.contains($0.face.person) }
        let size = min(strange.count, run.size(quick: 24, usual: 200, full: .max))
        let mixed = Array((own + strange).prefix(size))
        let (count, epochs, number) = (
            strange[0].face.points.count, run.size(quick: 1, usual: 6), run.size(quick: 1, usual: 3)
        )
        func errorsAfter(_ train: [FaceItem]) throws -> [Double] {
            try run.overSeedsAtOnce(number) { random in
                let learner = try faceLearner(
                    train, judged, points: count, flips: false, label: \.label, using: &random)
                try EpochReporting.silently { try learner.fitOneCycle(epochs, 1e-2) }
                return percentOfWidth(learner.learner.recorder.rows.last!.validLoss)
            }
        }
        let (known, unknown) = (try errorsAfter(mixed), try errorsAfter(Array(strange.prefix(size))))
        var table = TextTable(["learned from", "faces", "error, % of the width"], decimals: 2)
        table.add("the judged people\(own.count < size ? ", and strangers" : "")", size, Spread(known))
        table.add("strangers alone", size, Spread(unknown))
        show(table, "\(facesName): all places, \(counted(known.count, "seed"))")
        record("faces/error-with-known-people", over: known)
        record("faces/error-with-strangers", over: unknown)
        let (less, better) = (1 - Spread(known).mean / Spread(unknown).mean, zip(known, unknown).count { $0 < $1 })
        show(
            "\(fixed(abs(100 * less), 1)) % \(less < 0 ? "more" : "less") error for the net that knows the people, which is nearer for \(better) of \(counted(known.count, "seed"))"
        )
    }

    func nearestPictures() throws {
        // With some recordings of heads, half of the frames flattered a net much. If it is little here, is that because
        // two pictures of one person are no twins? For each validation face: how near is the nearest picture of
        // the same person, and how near is that of anybody else, by the mean difference of pictures that `shrunk` has
        // made small, as for the frames?
        let (_, judged) = try strangeFaces
        let learned = try faceItems.filter { !$0.isTest }
        func shrunk(_ items: [FaceItem]) throws -> Tensor {
            try PhotoPipeline(item: Resize([24, 24], .squish)).batch(items.map(\.face.picture)).flattened(from: 1)
        }
        let (a, b) = (try shrunk(judged), try shrunk(learned))
        var (same, other) = ([Double](), [Double]())
        for (place, face) in judged.enumerated() {
            let far = (b - a[place]).abs().mean(axis: 1).scalars.map { Double($0) }
            let (own, others) = far.indices.reduce(into: ([Double](), [Double]())) { sets, k in
                if learned[k].face.person == face.face.person { sets.0.append(far[k]) } else { sets.1.append(far[k]) }
            }
            if let one = own.min(), let two = others.min() { (same, other) = (same + [one], other + [two]) }
        }
        // #hide
        if same.isEmpty { return show("Nobody is on both sides here.") }
        var table = TextTable(["the nearest picture of", "mean distance"], decimals: 4)
        table.add("the same person", Spread(same).mean)
        table.add("anybody else", Spread(other).mean)
        show(table, "\(facesName): how near is the nearest picture, for \(same.count) faces")
        let nearer = zip(same, other).count { $0 < $1 }
        record("faces/share-whose-nearest-is-the-same-person", Double(nearer) / Double(same.count))

        // Frames of a video had a twin at a distance of less than a hundredth. Two pictures of a person from different
        // occasions are many times as far apart, for light, pose and background are others.
        show(
            Spread(same).mean > 0.5 * Spread(other).mean
                ? "The nearest picture of the same person is not much nearer than that of somebody else: no twins."
                : "The nearest picture of the same person is much nearer than that of anybody else: there are twins here."
        )
    }
}

// MARK: Helpers

/// The parts of a face, by the numbers of its places.
private let parts: [(String, ClosedRange<Int>)] = [
    ("jaw", 0...16), ("brows", 17...26), ("nose", 27...35), ("eyes", 36...47), ("lips", 48...67),
]

extension [Raster] {
    /// A grid without titles: 68 pairs of numbers are none.
    fileprivate var withTitles: ImageGrid { ImageGrid(self, columns: 3, cellSize: 260) }
}
