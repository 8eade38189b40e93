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
// and a right one. In a medical picture the side of the heart is a finding. And where two kinds differ in their colour,
// a change of colour takes away what tells them apart. Which changes are right is not a question of taste, but of what
// the labels mean. (Further research 2 of the book asks for such cases.)
//
// First digits. `DigitRows` are digits as rows of pixels, and once more those of them that are to be turned upside
// down:

/// Digits as rows of pixels.
struct DigitRows {
    let x: Tensor, labels: [Int]

    /// - Parameter turned: these digits are there a second time, turned by 180 degrees, with the same label.
    init(_ digits: LabelledDigits, turned: Set<Int> = []) {
        let pictures = Tensor(digits.images) / 255
        let some = digits.labels.indices.filter { turned.contains(digits.labels[$0]) }
        let all = some.isEmpty ? pictures : Tensor.cat([pictures, pictures.entries(some, axis: 0).flipped(1, 2)])
        x = all.reshaped(all.shape[0], -1)
        labels = digits.labels + some.map { digits.labels[$0] }
    }
}

extension ModelToProduction {
    func upsideDown() throws {
        // A linear layer learns the ten digits (generated ones, whatever data this run has) four times: from digits as
        // they are; from twice as many of them; with every digit once more upside down; and the same without sixes and
        // nines upside down. It is judged by upright digits only.
        let each = run.size(quick: 8, usual: 100)
        let results = run.overSeeds(run.size(quick: 2, usual: 5)) { random in
            let seed = random.next()
            func generated(_ n: Int) -> DigitImages {
                .generated(digits: Array(0...9), train: n, valid: each, seed: seed)
            }
            let (digits, more) = (generated(each), generated(2 * each))
            let judged = DigitRows(digits.valid)
            let lessons = [
                DigitRows(digits.train), DigitRows(more.train), DigitRows(digits.train, turned: Set(0...9)),
                DigitRows(digits.train, turned: Set(0...9).subtracting([6, 9])),
            ]
            return lessons.map { rows in
                let y = IntTensor(rows.labels)
                let head = FeatureHead(rows.x, outputs: 10, steps: run.size(quick: 5, usual: 60), using: &random) {
                    crossEntropy($0, y)
                }
                let answers = head(judged.x).argmax(axis: 1).scalars.map { Int($0) }
                return [[6, 9], [0, 8], [1, 2, 3, 4, 5, 7]].map { some in
                    let own = judged.labels.indices.filter { some.contains(judged.labels[$0]) }
                    return Double(own.count { answers[$0] != judged.labels[$0] }) / Double(max(own.count, 1))
                }
            }
        }
        var table = TextTable(["learned from", "error, 6 and 9", "error, 0 and 8", "error, the others"], decimals: 3)
        let names = ["digits as they are", "twice as many", "and all upside down", "and all but 6 and 9 upside down"]
        for (k, name) in names.enumerated() {
            table.add(
                name, Spread(results.map { $0[k][0] }), Spread(results.map { $0[k][1] }),
                Spread(results.map { $0[k][2] }))
            record("harm/error-of-6-and-9-\(slug(name))", over: results.map { $0[k][0] })
        }
        show(
            table, "Generated digits, \(counted(results.count, "seed"))",
            predict: .change(
                "With digits upside down among those to learn from, the error of upright sixes and nines …",
                from: Spread(results.map { $0[0][0] }).mean, to: Spread(results.map { $0[2][0] }).mean))
        // For six and nine the change makes two labels out of one picture. Is that the reason? In the last row these
        // two stay as they are. What harm is left there, and in the other columns, has another reason: more shapes for
        // the same few weights. (More pictures alone, in the second row, are another matter.)
    }

    // Now bears. Most black bears are black and most grizzlies are not, so a change of light is not as harmless as with
    // dogs. `errorsUnderLight` compares two `lights`:

    /// Two ways to change the light: a little, and from near black to near white.
    private var lights: [(name: String, change: Brightness)] {
        [("the usual light", Brightness(0.2, p: 1)), ("any light", Brightness(0.95, p: 1))]
    }

    /// The error rates of heads that learn from two variants of each photo, for each of the lights and several splits.
    /// They are judged by photos as they are.
    private func errorsUnderLight(_ files: [URL], _ labels: [Int], by body: Pretrained) throws -> [[Double]] {
        let x = try features(of: files, by: body)
        return try run.seeds(run.size(quick: 2, usual: 5)).map { seed in
            var random = SplitMix64(seed: seed)
            let order = random.permutation(files.count)
            let held = Array(order[..<(order.count / 5)])
            let learned = Array(order[(order.count / 5)...].prefix(run.size(quick: 12, usual: 60)))
            return try lights.map { light in
                let rows = try features(
                    ofVariants: learned.map { files[$0] }, each: run.size(quick: 1, usual: 2), by: [light.change],
                    body: body, using: &random)
                let y = (0..<rows.shape[0]).map { labels[learned[$0 % learned.count]] }
                let head = try head(rows, y, using: &random)
                return errorRate(head, x.entries(held, axis: 0), held.map { labels[$0] })
            }
        }
    }

    func withoutLight() throws {
        // Once more the small net gets generated bears of the usual colours; and the body of this run gets its photos.
        let plan = try BearFiles(
            perKind: run.size(quick: 10, usual: 60), size: run.size(quick: 32, usual: 80), kinds: [.black, .grizzly],
            colour: .usual, seed: run.seed)
        let place = TemporaryFolder("usual")
        try plan.write(to: place.url)
        let usual = try photoFiles(in: place.url)
        let small = try errorsUnderLight(usual, usual.map { parentFolder($0) == "black" ? 0 : 1 }, by: smallBody)
        let own = try errorsUnderLight(photos, photos.map { try kinds[parentFolder($0)]! }, by: body)
        var table = TextTable(
            ["learned from variants with", "generated black bears and grizzlies", "\(dataName), all kinds"], decimals: 3
        )
        for (k, light) in lights.enumerated() {
            table.add(light.name, Spread(small.map { $0[k] }), Spread(own.map { $0[k] }))
            record("harm/error-of-generated-bears-\(slug(light.name))", over: small.map { $0[k] })
            record("harm/error-\(slug(light.name))", over: own.map { $0[k] })
        }
        table.add("always the most frequent kind", 0.5, try majorityError)
        show(table, "Error rates of heads, \(counted(own.count, "split"))")
        show(
            "\(small.count { $0[1] > $0[0] }) and \(own.count { $0[1] > $0[0] }) of \(own.count)",
            "splits with more errors under any light: generated bears, and all")

        // Whether it harms, and how much, depends on what else there is to go by. A body that knows ears, snouts and
        // shapes from a million photos needs the colour little; one that knows less leans on it. What “any light” looks
        // like:
        let photo = try photos[0].thumbnail(within: 160)
        var random = run.random
        let pictures = [-2.5, 0, 2.5].map { shift in
            let pipeline = PhotoPipeline(batch: [FixedChange(Light(shift: shift))])
            return Photo(brightnesses: pipeline.augmented(photo, isTraining: false, using: &random).picture).raster
        }
        show(
            ImageGrid(pictures, titles: ["as dark", "as it is", "as light"], columns: 3, cellSize: 160),
            "How dark and light “any light” may make a photo, from \(dataName)")
    }
}
