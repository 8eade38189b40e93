// # When it harms
//
// Section 2.3 · After this page you know which changes not to make.

import Common
import Datasets
import Figures
import Foundation
import Notebook
import Tensors
import Training
import Vision

// Augmentation tells the net what does not matter. If it does matter after all, the net is told something false. A six
// turned upside down is a nine. An arrow to the left, mirrored, points to the right; so do a "b" and a "d", a left hand
// and a right one. In a medical picture the side of the heart is a finding. And where two kinds differ in their colour, a
// change of colour takes away what tells them apart. Which changes are right is not a question of taste, but of what
// the labels mean. (Further research 2 of the book asks for such cases.)
//
// First digits. `DigitRows` are digits as rows of pixels, some of them once more upside down:

/// Digits as rows of pixels.
struct DigitRows {
    let x: Tensor, labels: [Int]

    /// - Parameter alsoTurned: whether each digit is there a second time, turned by 180 degrees, with the same label.
    init(_ digits: LabelledDigits, alsoTurned: Bool) {
        let pictures = Tensor(digits.images) / 255
        let turned = pictures.flipped(1, 2)
        let all = alsoTurned ? Tensor.cat([pictures, turned]) : pictures
        x = all.reshaped(all.shape[0], -1)
        labels = alsoTurned ? digits.labels + digits.labels : digits.labels
    }
}

extension ModelToProduction {
    func upsideDown() throws {
        // A linear layer learns the ten digits (generated ones, whatever data this run has) twice: from digits as they
        // are, and with every digit once more upside down. It is judged by upright digits only.
        let each = run.size(quick: 8, usual: 100)
        let results = try run.overSeeds(run.size(quick: 2, usual: 5)) { random in
            let digits = DigitImages.generated(digits: Array(0...9), train: each, valid: each, seed: random.next())
            let judged = DigitRows(digits.valid, alsoTurned: false)
            return try [false, true].map { alsoTurned in
                let rows = DigitRows(digits.train, alsoTurned: alsoTurned)
                let y = IntTensor(rows.labels)
                let head = FeatureHead(rows.x, outputs: 10, steps: run.size(quick: 5, usual: 60), using: &random) {
                    crossEntropy($0, y)
                }
                let answers = head(judged.x).argmax(axis: 1).scalars.map { Int($0) }
                return try [[6, 9], [0, 8], [1, 2, 3, 4, 5, 7]].map { some in
                    let own = judged.labels.indices.filter { some.contains(judged.labels[$0]) }
                    try requireSome(own)
                    return Double(own.count { answers[$0] != judged.labels[$0] }) / Double(own.count)
                }
            }
        }
        var table = TextTable(["learned from", "error, 6 and 9", "error, 0 and 8", "error, the others"], decimals: 3)
        for (k, name) in ["digits as they are", "and upside down"].enumerated() {
            table.add(
                name, Spread(results.map { $0[k][0] }), Spread(results.map { $0[k][1] }),
                Spread(results.map { $0[k][2] }))
            record("harm/error-of-6-and-9, \(name)", over: results.map { $0[k][0] })
        }
        show(
            table, "Generated digits, \(results.count) seeds",
            predict: .change(
                "With digits upside down among those to learn from, the error of upright sixes and nines …",
                from: Spread(results.map { $0[0][0] }).mean, to: Spread(results.map { $0[1][0] }).mean))
        // Zeros and eights look the same upside down, so for them the change is harmless. For six and nine it makes two
        // labels out of one picture.
    }

    func withoutLight() throws {
        // Now bears. Black bears are black, grizzlies are not; so a change of light is not as harmless as with dogs. Again
        // heads learn from variants, this time of every photo to learn from: once with the usual changes, once with
        // a light that may be anything from near black to near white. They are judged by photos as they are.
        let (all, x) = (try photos, try features)
        let labels = try all.map { try kinds[parentFolder($0)]! }
        let changes: [(name: String, batch: [any BatchTransform])] = [
            ("the usual light", [Brightness(0.2, p: 1)]), ("any light", [Brightness(0.95, p: 1)]),
        ]
        var errors: [[Double]] = []
        for seed in run.seeds(run.size(quick: 2, usual: 3)) {
            var random = SplitMix64(seed: seed)
            let order = random.permutation(all.count)
            let held = Array(order[..<(order.count / 5)])
            let learned = Array(order[(order.count / 5)...].prefix(run.size(quick: 12, usual: 60)))
            errors.append(
                try changes.map { change in
                    let rows = try features(
                        ofVariants: learned.map { all[$0] }, each: run.size(quick: 1, usual: 2), by: change.batch,
                        using: &random)
                    let y = (0..<rows.shape[0]).map { labels[learned[$0 % learned.count]] }
                    let head = try head(rows, y, using: &random)
                    return errorRate(head, x.entries(held, axis: 0), held.map { labels[$0] })
                })
        }
        var table = TextTable(["learned from variants with", "error"], decimals: 3)
        for (k, change) in changes.enumerated() {
            table.add(change.name, Spread(errors.map { $0[k] }))
            record("harm/error-of-bears, \(change.name)", over: errors.map { $0[k] })
        }
        show(table, "Heads on the frozen body, \(errors.count) splits, \(dataName)")
        let photo = try all[0].thumbnail(within: 128)
        var random = run.random
        let dark = [-1.0, 1].map { sign in
            let light = Light(shift: sign * 2.5)
            return Photo(
                brightnesses: PhotoPipeline(batch: [LitBy(light: light)]).augmented(
                    photo, isTraining: false, using: &random
                ).picture)
        }
        show(
            ImageGrid(
                [dark[0], photo, dark[1]].map(\.raster), titles: ["as dark", "as it is", "as light"], columns: 3,
                cellSize: 160),
            "How dark and light “any light” may make a photo, from \(dataName)")

        // How much it harms depends on what else there is to go by. A body that knows ears, snouts and shapes from a
        // million photos needs the colour little; one that knows less leans on it.
    }
}

// MARK: Helpers

/// A change of light that was chosen before.
struct LitBy: BatchTransform {
    let light: Light
    func change(of size: Size2D, using random: inout SplitMix64) -> Change { Change(light: light) }
    func quietChange(of size: Size2D) -> Change { Change(light: light) }
}

private func requireSome(_ places: [Int]) throws {
    if places.isEmpty { throw PhotoProblem("the digits", "none of them to be judged by") }
}
