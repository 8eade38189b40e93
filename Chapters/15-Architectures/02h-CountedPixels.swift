// # How good is a mask?
//
// Section 15.2 · After this page you can compute pixel accuracy and intersection over union, and know what each of them
// hides.

import Common
import Figures
import Notebook
import Tensors
import Training
import Vision

// *Pixel accuracy* is the share of pixels that are right. (For CamVid the book counts all pixels but the void ones.) It
// is as easy to understand as it is to please: where half of all pixels are background, a net that says "background"
// everywhere is right for half.
//
// *Intersection over union*, IoU, asks about one class at a time. Take the pixels that have the class, and those that
// are said to have it. The pixels in both, the intersection, are told right; those in at least one of the two, the
// union, are all that the class has to do with. IoU is the former over the latter. It is 1 only if nothing is missed
// and nothing made up:

/// For each class the intersection over union of two masks; nil where neither has the class.
public func intersectionsOverUnions(
    _ said: [Int], _ actual: [Int], classes: Int, void: Int? = nil
) -> [Double?] {
    // Void pixels are left out, whatever was said of them.
    let pairs = zip(said, actual).filter { $1 != void }
    return (0..<classes).map { kind in
        let both = pairs.count { $0 == kind && $1 == kind }
        let either = pairs.count { $0 == kind || $1 == kind }
        return kind == void || either == 0 ? nil : Double(both) / Double(either)
    }
}

// The *mean IoU* is the mean over the classes. A class that is nowhere, neither in truth nor in what was said, has no
// IoU, and is left out.

extension Architectures {
    func masksCountedByHand() {
        // Four by four pixels with three classes: 0 the background, 1 a block, 2 a pole that the net has missed by a
        // pixel. (`text` writes a mask in digits.)
        let actual = Mask(height: 4, width: 4, codes: [0, 0, 2, 0, 1, 1, 2, 0, 1, 1, 2, 0, 0, 0, 2, 0])
        let said = Mask(height: 4, width: 4, codes: [0, 0, 0, 2, 1, 1, 0, 2, 1, 1, 0, 2, 0, 0, 0, 2])
        func text(_ mask: Mask) -> [[String]] { (0..<4).map { row in (0..<4).map { "\(mask.codes[4 * row + $0])" } } }
        show(
            GridDiagram(
                "A block told right, and a pole beside its place",
                [
                    [
                        .grid("what is true", text(actual)) { actual.codes[4 * $0 + $1] == 2 ? .result : .plain },
                        .grid("what the net says", text(said)) { said.codes[4 * $0 + $1] == 2 ? .weight : .plain },
                    ]
                ], key: [(.result, "a pole"), (.weight, "said to be a pole")]), "Two masks of 4 × 4 pixels")
        let (a, b) = (said.codes.map(Int.init), actual.codes.map(Int.init))
        let shares = intersectionsOverUnions(a, b, classes: 4)
        var table = TextTable(["class", "intersection over union"], decimals: 3)
        for (kind, name) in ["background", "block", "pole", "(a fourth, which is nowhere)"].enumerated() {
            table.add(name, shares[kind].map { fixed($0, 3) } ?? "none")
        }
        show(
            table, "By class",
            predict: .number("The pole has 4 pixels, and 4 others are said to be a pole. What is its IoU?", shares[2]!))
        let accuracy = Double(zip(a, b).count { $0 == $1 }) / 16
        let known = shares.compactMap(\.self)
        show(accuracy, "pixel accuracy")
        show(fixed(known.reduce(0, +) / Double(known.count), 3), "mean IoU")

        // Half of the pixels are right, and of the pole nothing is. One pixel to the side: by eye it is nearly right,
        // by IoU it is as wrong as can be. That is how it is with thin things.
    }

    func countedByTheEngine() {
        // `PixelCounts` in the engine makes one table of true and predicted classes, and takes everything from there.
        // `Metric`s of the same names are for training; they add up tables of batches, so that the last, smaller batch
        // counts for less.
        var random = run.random
        let (said, actual) = (
            (0..<600).map { _ in Int(random.next() % 5) }, (0..<600).map { _ in Int(random.next() % 5) }
        )
        var counts = PixelCounts(classes: 5, void: 4)
        counts.add(IntTensor(shape: [2, 20, 15], said), IntTensor(shape: [2, 20, 15], actual))
        let own = intersectionsOverUnions(said, actual, classes: 5, void: 4)
        show("\(own == counts.intersectionOverUnion)", "by hand and by the engine, the same")
        let scores = IntTensor(shape: [2, 20, 15], said).oneHotMaps(5)
        let metric = Metric<IntTensor>.meanIntersectionOverUnion(void: 4)
        let value = Double(metric.value(scores, IntTensor(shape: [2, 20, 15], actual)))
        show(abs(value - counts.meanIntersectionOverUnion) < 1e-6, "as a metric, the same")
    }
}

// Before any net: what is it worth to say the most frequent class everywhere? Which class that is, is counted in the
// training masks; what it is worth, in those for validation.

extension Architectures {
    /// The class with the most pixels among the training masks.
    var mostFrequentCode: Int {
        get throws {
            let block = try maskBlock
            var counts = [Int](repeating: 0, count: block.outputs)
            for scene in try streets.scenes where !scene.isValid {
                for code in scene.mask.codes where Int(code) != block.void { counts[Int(code)] += 1 }
            }
            return counts.indices.max { counts[$0] < counts[$1] }!
        }
    }

    func mostFrequentEverywhere() throws {
        let block = try maskBlock
        let common = try mostFrequentCode
        var counts = PixelCounts(classes: block.outputs, void: block.void)
        for mask in try judgedStreets.masks {
            counts.add(
                IntTensor(shape: [1, mask.height, mask.width], mask.codes.map { _ in common }), Mask.collate([mask]))
        }
        show("“\(block.codes[common])” everywhere", "the guess")
        let known = counts.intersectionOverUnion.compactMap(\.self).count
        record(
            "baseline/pixel-accuracy", counts.accuracy,
            predict: .yesNo("Is the guess right for more than a quarter of the pixels?", counts.accuracy > 0.25))
        record("baseline/mean-iou", counts.meanIntersectionOverUnion)
        show(
            "Of \(known) classes, one has an IoU above 0. So the mean over all of them is at most 1 / \(known), "
                + "however many pixels are right."
        )
    }
}

// MARK: Helpers

extension IntTensor {
    /// Scores that are 1 for the class and 0 for the others: [n, h, w] → [n, classes, h, w]
    fileprivate func oneHotMaps(_ classes: Int) -> Tensor {
        .stack((0..<classes).map { Tensor(self .== IntTensor($0)) }, axis: 1)
    }
}
