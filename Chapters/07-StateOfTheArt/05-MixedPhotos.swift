// # Two photos at once
//
// Section 7.5 · After this page you can mix two photos and their targets, and say what a net should answer to the
// mixture.

import Common
import Figures
import Notebook
import Tensors
import Vision

// Flips, turns and zooms make more photos of few. But which of them are right depends on the photos. A car upside down
// is no car that anybody meets, while a satellite has no above and below; so somebody who knows the photos must choose.
// And they have no dial: a photo is flipped or it is not, nobody can flip it a little more.
//
// Mixup needs no such knowledge, and has a dial. It comes from H. Zhang, M. Cisse, Y. Dauphin and D. Lopez-Paz ("mixup:
// Beyond Empirical Risk Minimization", 2017), and it is of most use where photos are few and no pretrained net knows
// anything like them. For each photo of the training set, take another one, draw a share, mix the two photos by this
// share, and mix their targets by the same share. That needs targets that can be mixed. The class "7" and the class "2"
// have no mean; but their one-hot rows do. `mixture` mixes two examples:

/// What a net gets, and what it should say.
public struct Example: Sendable {
    /// [3, h, w]
    public var photo: Tensor
    /// What each class should get: numbers that add up to 1 [classes].
    public var target: Tensor

    public init(photo: Tensor, target: Tensor) { (self.photo, self.target) = (photo, target) }
}

/// t of the first, and 1 - t of the second.
public func mixture(_ first: Example, _ second: Example, share t: Float) -> Example {
    Example(
        photo: t * first.photo + (1 - t) * second.photo, target: t * first.target + (1 - t) * second.target)
}

// The book writes the whole step in six lines of half-finished Python. Here it can be run, as `mixedWithAnother`: the
// other photo is any of the set, and the share is drawn evenly between a half and 1, so that the photo which is asked
// for remains the larger part.

/// An example mixed with any of the set (once in a while with itself), by any share from a half to 1.
public func mixedWithAnother(_ place: Int, of set: [Example], using random: inout SplitMix64) -> Example {
    let other = set[Int(random.uniform() * Double(set.count))]
    let t = Float(0.5 + random.uniform() / 2)
    return mixture(set[place], other, share: t)
}

extension StateOfTheArt {
    func churchAndGasStation() throws {
        // In the book's example, ten classes, a church is number 2, a gas station number 7. A photo is made of 0.3
        // church and 0.7 gas station. What should the net say to it?
        let rows = Tensor.eye(10)
        let (church, station) = (rows[2], rows[7])
        show(church, "the target of the church")
        show(station, "the target of the gas station")
        let target = 0.3 * church + 0.7 * station
        show(
            target[7].item, "number 7 of the mixed target",
            ask: "0.3 of class 2 and 0.7 of class 7: which number has class 7 in the mixed target?")
        show(target, "the mixed target")
        show(target.sum().item, "its sum", ask: "What do the ten numbers of the mixed target add up to?")

        // Not a class, but two of them, each with its share. A net that says "gas station, 99 %" to this photo is
        // wrong. And the whole step, with four tiny examples, photos of one grey each and four classes:
        var random = run.random
        let set = (0..<4).map { Example(photo: .full(Float($0) / 3, [3, 1, 1]), target: Tensor.eye(4)[$0]) }
        let mixed = mixedWithAnother(0, of: set, using: &random)
        show(mixed.photo.flattened(), "number 0, which is black, mixed with another")
        show(mixed.target, "and its target")
    }

    func figureOfTwoPhotos() throws {
        // The book's figure 7-2 shows the two photos and their mixture. Here are two photos of this run, of two
        // classes:
        let (first, second) = try pairToMix
        let pixels = try PhotoPipeline(item: Resize(Size2D(2 * presize))).batch([first.photo, second.photo])
        let vocabulary = try parts.target.vocabulary
        let rows = Tensor.eye(vocabulary.count)
        let examples = zip([first, second], [pixels[0], pixels[1]]).map { photo, pixels in
            Example(photo: pixels, target: rows[vocabulary[photo.label]!])
        }
        let mixed = mixture(examples[0], examples[1], share: 0.3)
        show(
            ImageGrid(
                [examples[0], examples[1], mixed].map { Photo(brightnesses: $0.photo).raster },
                titles: [first.label, second.label, "0.3 \(first.label), 0.7 \(second.label)"], columns: 3,
                cellSize: 240),
            "Two photos, and their mixture")
        var table = TextTable(["class", first.label, second.label, "mixture"], decimals: 1)
        for (place, name) in vocabulary.classes.enumerated() {
            table.add(name, examples[0].target[place].item, examples[1].target[place].item, mixed.target[place].item)
        }
        show(table, "What the net should say to each of the three")
    }

    func aDialFromNothingToHalf() throws {
        // And this is the dial: how much of the other photo is in it.
        let (first, second) = try pairToMix
        let pixels = try PhotoPipeline(item: Resize(Size2D(2 * presize))).batch([first.photo, second.photo])
        let shares: [Float] = [1, 0.9, 0.75, 0.6, 0.5]
        show(
            ImageGrid(
                shares.map { Photo(brightnesses: $0 * pixels[0] + (1 - $0) * pixels[1]).raster },
                titles: shares.map { "\(percent($0)) \(first.label)" }, columns: 5, cellSize: 170),
            "From one photo half-way to another")

        // How many different photos does a set of n make in this way? Not n, and not n². Each pair can be mixed by any
        // share, so the net never sees the same photo twice, and cannot learn any by heart. That is also why Mixup
        // makes learning harder: two things must be seen in each photo, and how much there is of each.
        let set = try parts.train.count
        record(
            "mixup/pairs", set * (set - 1) / 2,
            ask: "\(set) photos: how many pairs of two different ones are there?")
    }
}

// MARK: Helpers

extension StateOfTheArt {
    /// A church and a gas pump if there are photos of them, else a house and a car, else of the first and the last
    /// class.
    var pairToMix: (LabelledPhoto, LabelledPhoto) {
        get throws {
            let names = try classes
            func photo(_ wanted: [String], else other: String) throws -> LabelledPhoto {
                let label = wanted.first(where: names.contains) ?? other
                return try photos.first { $0.label == label && !$0.isValid }!
            }
            return (
                try photo(["church", "house"], else: names[0]),
                try photo(["gas pump", "car"], else: names[names.count - 1])
            )
        }
    }
}
