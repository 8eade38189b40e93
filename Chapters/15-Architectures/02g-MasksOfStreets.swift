// # Pictures whose labels are pictures
//
// Section 15.2 · After this page you can load pictures with masks, look at them, and say which of their classes are
// rare and thin.

import Figures
import Notebook
import Tensors
import Vision

// The book's data set is CamVid: photos that a driving car has taken, with a mask for each. A mask is a picture, too,
// whose pixels are codes: 0 is sky, 1 is building, and so on; a file `codes.txt` has the names. (CamVid has 32 codes.
// There is a version with 12, in which similar ones are joined.) This chapter looks for the small set `camvid_tiny`.
// Without it, it generates scenes of up to four airplanes, cars, houses and trees, and knows which one each pixel
// shows.
//
// The plan is a `DataBlock` as for breeds, with a `MaskBlock` for the target. A mask moves with its picture: when the
// picture is mirrored, the mask is mirrored by the same map (section 6.4). A code that is called "void" is special. It
// is for pixels of which nobody knows what they show, and they are not learned from and not counted.

extension Architectures {
    func batchOfMasks() throws {
        var random = run.random
        let data = try streetLoaders(using: &random)
        show(
            "\(data.datasets.train.count) for training, \(data.datasets.valid.count) for validation",
            "pictures of \(streetName)")
        // #hide
        if try !streets.problems.isEmpty {
            show(
                "\(try streets.problems.count), first: \(try streets.problems[0])",
                "pictures passed over, because they or their masks could not be read")
        }
        show(try streets.codes.count, "codes")
        let (x, y) = try data.oneBatch()
        show(x.shape, "pictures of a batch")
        show(
            y.shape, "their masks",
            predict: .shape("The pictures of a batch are \(x.shape). What is the shape of their masks?", y.shape))
        let block = try maskBlock
        let values = (0..<min(4, x.shape[0])).map { block.value(in: y, at: $0) }
        let pictures = zip(values, data.rasters(x)).flatMap { mask, picture in
            [picture, block.drawn(mask, on: picture, isPrediction: false)]
        }
        show(
            ImageGrid(pictures + [block.legend], columns: 4, cellSize: 220),
            "Training pictures, mirrored and lit at random, with their masks painted over them")
    }
}

// How often is each class? And how thin? Call a pixel *thin* if it is in no square of 3 × 3 pixels that all have its
// class: a pole of two pixels' width is thin everywhere, a house nowhere but at sharp corners.

/// How many pixels of true masks are thin, and how many of these a net told right.
struct ThinPixels: Sendable, Equatable {
    private(set) var right = 0, count = 0

    /// Where a mask is thin.
    static func places(in mask: Mask) -> [Bool] {
        var isThin = [Bool](repeating: true, count: mask.codes.count)
        for top in 0..<max(0, mask.height - 2) {
            for left in 0..<max(0, mask.width - 2) {
                let square = (0..<9).map { (top + $0 / 3) * mask.width + left + $0 % 3 }
                guard square.allSatisfy({ mask.codes[$0] == mask.codes[square[0]] }) else { continue }
                for place in square { isThin[place] = false }
            }
        }
        return isThin
    }

    /// Counts the thin pixels of a true mask, all but void ones.
    mutating func add(_ said: Mask, _ actual: Mask, void: Int?) {
        for (place, isThin) in Self.places(in: actual).enumerated() where isThin {
            if Int(actual.codes[place]) == void { continue }
            count += 1
            if said.codes[place] == actual.codes[place] { right += 1 }
        }
    }

    /// The share of thin pixels that are right; NaN without any.
    var accuracy: Double { Double(right) / Double(count) }
}

extension Architectures {
    func rareAndThin() throws {
        let (masks, block) = (try judgedStreets.masks, try maskBlock)
        var (counts, thin) = ([Int](repeating: 0, count: block.outputs), [Int](repeating: 0, count: block.outputs))
        for mask in masks {
            for (place, isThin) in ThinPixels.places(in: mask).enumerated() {
                counts[Int(mask.codes[place])] += 1
                if isThin { thin[Int(mask.codes[place])] += 1 }
            }
        }
        let all = Double(counts.reduce(0, +))
        var table = TextTable(["class", "share of all pixels", "of these, thin"], decimals: 3)
        let order = counts.indices.filter { counts[$0] > 0 }.sorted { (counts[$1], $0) < (counts[$0], $1) }
        for code in order {
            table.add(block.codes[code], Double(counts[code]) / all, Double(thin[code]) / Double(counts[code]))
        }
        show(table, "Classes of \(streetName), the most frequent first")
        let first = order.first!
        record(
            "masks/share-of-the-most-frequent-class", Double(counts[first]) / all,
            predict: .choice(
                "Which of these classes has more pixels?", [block.codes[first], block.codes[order.last!]],
                answer: block.codes[first]))
        record("masks/share-of-thin-pixels", Double(thin.reduce(0, +)) / all)

        // Frequent and thick, rare and thin: the classes at the end of the table are those that perfect cells of 16 ×
        // 16 pixels have lost.
        let place = try judgedStreets.colourful(1)[0]
        let isThin = ThinPixels.places(in: masks[place])
        let picture = try judgedStreets.pictures[place].raster
        let marks = Mask(
            height: masks[place].height, width: masks[place].width, codes: isThin.map { $0 ? 1 : 0 })
        show(
            ImageGrid(
                [
                    picture, block.drawn(masks[place], on: picture, isPrediction: false),
                    picture.painted(marks, [nil, .vermilion], share: 1),
                ],
                titles: ["picture", "its mask", "thin pixels"], columns: 3, cellSize: 260), "Where a mask is thin")
    }
}
