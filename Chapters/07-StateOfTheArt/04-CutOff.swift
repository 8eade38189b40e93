// # What a crop cuts off
//
// Section 7.4 · After this page you can say what a photo may lose before a net sees it, and what three ways of making
// it square cost.

import Common
import Figures
import Notebook
import Tensors
import Training
import Vision

// In training, a net sees random parts of photos. In validation it sees one part, always the same: the largest square
// in the middle. Most photographers put into the middle what they photograph. But not all. What is at the left or at
// the right of a wide photo is cut off, and with it perhaps just what tells one class from another: the colour of a
// nose, the second of two things that a photo is labelled with.
//
// To see what that costs, plant it. Each validation photo is put at one end of a frame that is twice as wide, and
// the rest is a wall in the colours of its rim. `widened` does it:

/// A square photo at the left or at the right end of one that is twice as wide. Beside it, each row goes on in the
/// colour of its last pixel.
public func widened(_ photo: Photo, toTheLeft: Bool) -> Photo {
    let (height, width) = (photo.height, photo.width)
    var pixels = [UInt8]()
    pixels.reserveCapacity(2 * photo.pixels.count)
    for y in 0..<height {
        let row = Array(photo.pixels[y * width * 3..<(y + 1) * width * 3])
        let rim = toTheLeft ? row.suffix(3) : row.prefix(3)
        let wall = (0..<width).flatMap { _ in rim }
        pixels += toTheLeft ? row + wall : wall + row
    }
    return Photo(height: height, width: 2 * width, pixels: pixels)
}

extension StateOfTheArt {
    func photosAtTheEdge() throws {
        let wide = try widePhotos
        let size = Size2D(2 * large)
        let ways: [(String, any ItemTransform)] = [
            ("middle square", CenterCrop(size)), ("squashed", Resize(size, .squish)),
            ("with bars", Resize(size, .pad(.zeros))), ("left square", CornerCrop(size, .topLeft)),
            ("right square", CornerCrop(size, .topRight)),
        ]
        var (pictures, titles): ([Raster], [String]) = ([], [])
        let count = wide.photos.count
        for place in [0, count / 3 + 1, 2 * count / 3] {
            pictures.append(wide.photos[place].raster)
            titles.append(try parts.target.vocabulary.classes[wide.labels[place]])
            for (name, item) in ways {
                var random = run.random
                pictures.append(
                    try PhotoPipeline(item: item).framed(wide.photos[place], isTraining: false, using: &random)
                        .photo.raster)
                titles.append(name)
            }
        }
        show(
            ImageGrid(pictures, titles: titles, columns: 6, cellSize: 150),
            "Three photos at the edge of a frame, and five ways to make them square")

        // The middle square has half of the photo, if that half is what tells. Squashing keeps everything, but thin:
        // nothing was ever so narrow in training. Bars keep the shape, and make everything small.
    }

    func whatSquaresCost() throws {
        // The nets of the baseline, trained on photos as they are, judge them all. The last two rows look more than
        // once: at a square on the left, in the middle and on the right, and then vote, by the mean or by the maximum
        // of what they say. `says` is what a net says of all photos, made square in one way, and `accuracy` how often
        // that is right:
        let (learners, wide) = (try baselineLearners, try widePhotos)
        let size = Size2D(large)
        let ends: [any ItemTransform] = [
            CornerCrop(size, .topLeft), CornerCrop(size, .centre), CornerCrop(size, .topRight),
        ]
        func says(_ learner: VisionLearner<CategoryBlock>, _ item: any ItemTransform) -> Tensor {
            let pipeline = PhotoPipeline(item: item, normalization: learner.data.pipeline.normalization)
            return learner.getPreds(
                DataLoader(photos: wide.photos, labels: wide.labels, pipeline: pipeline, batchSize: 64)
            ).outputs
        }
        func accuracy(_ outputs: Tensor) -> Double { share(of: wide.labels, in: outputs) }
        var rows: [(name: String, key: String, values: [Double])] = [
            ("not in a frame", "no-frame", learners.map(\.accuracy)),
            ("middle square", "middle", learners.map { accuracy(says($0, CenterCrop(size))) }),
            ("squashed", "squashed", learners.map { accuracy(says($0, Resize(size, .squish))) }),
            ("with bars", "bars", learners.map { accuracy(says($0, Resize(size, .pad(.zeros)))) }),
        ]
        let looks = learners.map { learner in ends.map { says(learner, $0) } }
        rows.append(("three squares, mean", "three-mean", looks.map { accuracy(.stack($0).mean(axis: 0)) }))
        rows.append(
            ("three squares, maximum", "three-max", looks.map { accuracy($0[0].maximum($0[1]).maximum($0[2])) }))
        var table = TextTable(["how it becomes square", "accuracy", "times slower"], decimals: 3)
        for (place, row) in rows.enumerated() { table.add(row.name, Spread(row.values), place < 4 ? 1 : 3) }
        let means = rows.map { Spread($0.values).mean }
        show(
            table, "Photos of \(dataName) at the edge of a frame, \(counted(learners.count, "net"))",
            predict: .choice(
                "The photos are at the edge of a wide frame. What is better?",
                ["the middle square", "three squares that vote by their mean"],
                answer: means[4] > means[1] ? "three squares that vote by their mean" : "the middle square"))
        for row in rows.dropFirst() { record("edges/\(row.key)", over: row.values) }
        let best = means.indices.dropFirst().max { means[$0] < means[$1] }!
        show("Of these, “\(rows[best].name)” is the best here.")

        // Mean or maximum? Two of the three squares show half of the photo or nothing but a wall. The mean listens to
        // them as much as to the third; the maximum lets whoever is surest decide, also where that is the wall.
    }
}

// MARK: Helpers

/// The share of photos whose largest number is that of their label.
func share(of labels: [Int], in outputs: Tensor) -> Double {
    Double(zip(outputs.argmax(axis: 1).scalars, labels).count { $0 == $1 }) / Double(labels.count)
}

extension StateOfTheArt {
    /// The validation photos, each at one end of a wide frame.
    private var widePhotos: (photos: [Photo], labels: [Int]) {
        get throws {
            let set = try parts.valid
            let square = PhotoPipeline(item: CenterCrop(Size2D(presize)))
            var random = run.random
            let photos = try set.photos.enumerated().map { place, photo in
                widened(
                    try square.framed(try photo.opened(), isTraining: false, using: &random).photo,
                    toTheLeft: place % 2 == 0)
            }
            return (photos, set.labels)
        }
    }
}
