// # Another part each time
//
// Section 2.3 · After this page you know what `RandomResizedCrop` draws, and what it is good for.

import Figures
import Foundation
import Notebook
import Tensors
import Vision

// In every epoch the net sees another part of the same photo, larger or smaller, a bit wider or narrower. It learns
// that a bear is a bear wherever it is in the picture, and that its size says little. Once more the book shows one
// photo several times (`unique=True`); here it is `showVariants`:

extension ModelToProduction {
    func fourPartsOfOnePhoto() throws {
        var random = run.random
        let plan = try firstPlan.new(item: RandomResizedCrop(Size2D(sideOfPhotos), minScale: 0.3))
        let data = try plan.loaders(of: try photos, using: &random)
        show(
            try data.showVariants(of: 1, count: 4, columns: 4),
            "One photo in four epochs, RandomResizedCrop with minScale 0.3, from \(dataName)")
    }
}

// How is a part drawn? First its share of the area, evenly between `minScale` and 1; then its shape, from 3:4 to 4:3;
// both give its sides. If it does not fit into the photo, all is drawn again. Where it is comes last, anywhere with the
// same probability. `RandomPart` does that by hand; `covered` is the share that a part has:

/// A random part of a photo, at least so large a share of it.
public struct RandomPart {
    public let minScale: Double

    public init(minScale: Double) { self.minScale = minScale }

    /// A rectangle within a picture of a size; the whole if ten draws did not fit.
    public func callAsFunction(_ size: Size2D, using random: inout SplitMix64) -> Region {
        let (height, width) = (Double(size.height), Double(size.width))
        for _ in 0..<10 {
            let area = height * width * (minScale + (1 - minScale) * random.uniform())
            let shape = exp((2 * random.uniform() - 1) * log(4.0 / 3))
            let (w, h) = ((area * shape).squareRoot().rounded(), (area / shape).squareRoot().rounded())
            if w <= width && h <= height {
                let x = (random.uniform() * (width - w + 1)).rounded(.down)
                return Region(x: x, y: (random.uniform() * (height - h + 1)).rounded(.down), width: w, height: h)
            }
        }
        return Region(size)
    }
}

extension ModelToProduction {
    func sharesThatAreDrawn() {
        let (count, size) = (run.size(quick: 500, usual: 5000), Size2D(300, 400))
        var (one, two) = (run.random, run.random)
        let engines = RandomResizedCrop(128, minScale: 0.3)
        func covered(_ part: Region) -> Double { part.width * part.height / Double(size.count) }
        let byHand = (0..<count).map { _ in covered(RandomPart(minScale: 0.3)(size, using: &one)) }
        let drawn = (0..<count).map { _ in covered(engines.framing(of: size, isTraining: true, using: &two).region) }
        show(
            Chart("No part is smaller than 0.3 of the photo", x: "share of the photo", y: "parts") {
                Histogram(byHand, "by hand", bins: 20, range: 0...1, colour: .blue)
                Rule(x: 0.3, "minScale")
            }, "How large \(count) random parts of a photo of 300 × 400 pixels are")
        record(
            "random-part/mean-share", byHand.reduce(0, +) / Double(count),
            predict: .share(
                "Parts have an area between 0.3 and 1 of the photo, and must fit into it. How large is the mean?",
                byHand.reduce(0, +) / Double(count), within: .plusMinus(0.06)))
        // With the same random numbers, ours is the engine's:
        show(zip(byHand, drawn).count { abs($0 - $1) < 1e-9 }, "parts that are the engine's, of \(count)")
        // (Half-way between 0.3 and 1 would be 0.65. Large parts do not fit so often, because of their shapes, and are
        // drawn again.) For validation photos, nothing is drawn: it is the middle every time.
        let quiet = (0..<20).map { _ in engines.framing(of: size, isTraining: false, using: &two).region }
        show(
            Set(quiet).count, "different parts of a validation photo",
            predict: .count("A photo is judged 20 times. How many different parts of it does the net see?", 1))
    }
}
