// # Which looks help?
//
// Section 7.4 · After this page you can choose looks on purpose, and know how five fixed ones compare with five random
// ones.

import Common
import Figures
import Notebook
import Tensors
import Training
import Vision

// The book's library looks again with all transforms of training at once. But are they all of use? A mirror image is as
// good as the photo. A turned and darkened one may be a little worse than what the net would see anyway; it votes all
// the same. So take the transforms one kind at a time: the mirror image, of which there is only one, and of each other
// kind two varied looks, all of them beside the plain one. The looks with all transforms are those of the last page:

extension StateOfTheArt {
    func oneKindAtATime() throws {
        let (learners, labels, size) = (try baselineLearners, try parts.valid.labels, Size2D(large))
        let kinds: [(name: String, key: String, n: Int, transforms: [any BatchTransform])] = [
            ("mirrored", "mirrored", 1, [RandomCrop(size, minScale: 1), Flip(p: 1)]),
            ("other parts", "parts", 2, [RandomCrop(size, minScale: 0.75)]),
            (
                "turned, nearer, bent", "moved", 2,
                [RandomCrop(size, minScale: 1), Rotate(10), Zoom(1...1.1), Warp(0.2)]
            ),
            ("other light", "light", 2, [RandomCrop(size, minScale: 1), Brightness(0.2), Contrast(0.2)]),
        ]
        var rows = [(name: "one plain look", looks: 1, values: learners.map(\.accuracy))]
        for kind in kinds {
            let values = try learners.map { learner in
                var pipeline = learner.data.pipeline
                pipeline.batch = kind.transforms
                let looks = try learner.tta(n: kind.n, beta: 1 / Float(kind.n + 1), pipeline: pipeline, seed: run.seed)
                return share(of: labels, in: looks.outputs)
            }
            rows.append((kind.name, kind.n + 1, values))
            record("looks/\(kind.key)", over: values)
        }
        let all = try manyLooks.map { share(of: labels, in: voted(Array($0.prefix(5)), beta: 0.2)) }
        rows.append(("all of them", 5, all))
        record("looks/all", over: all)
        let five = try learners.map { try accuracyOfFiveCrops($0, labels) }
        rows.append(("four corners and the middle", 5, five))
        record("looks/five-crops", over: five)
        var table = TextTable(["looks", "how many", "accuracy", "nets that gain"], decimals: 3)
        for row in rows {
            let gain = zip(row.values, rows[0].values).count { $0 > $1 }
            table.add(row.name, row.looks, Spread(row.values), "\(gain) of \(learners.count)")
        }
        show(table, "All looks of a row count alike. Photos of \(dataName)")
        let means = rows.map { Spread($0.values).mean }
        let best = means.indices.max { means[$0] < means[$1] }!
        show("The best row here: \(rows[best].name).")
    }
}

// The last row is the first item of the book's further research. Five fixed squares, each a little smaller than the
// photo, one in each corner and one in the middle; nothing is left to chance. It is older than the book's way: A.
// Krizhevsky and others let five such parts and their mirror images vote in 2012. In `CornerCrop`, `share` says how
// long the sides are. If it were 1, the five squares of a square photo would be one and the same:

extension StateOfTheArt {
    func fiveSquares() throws {
        let set = try parts.valid
        let places = try [0, set.count / 2].map { place in try set.photos[place].opened() }
        let names = ["top left", "top right", "bottom left", "bottom right", "middle"]
        var (pictures, titles): ([Raster], [String]) = ([], [])
        for photo in places {
            pictures.append(try photo.photo().raster)
            titles.append("\(photo.size.width) × \(photo.size.height) pixels")
            for (place, name) in zip(CornerCrop.Place.allCases, names) {
                var random = run.random
                let item = CornerCrop(Size2D(2 * large), place, share: fiveCropShare)
                pictures.append(
                    try PhotoPipeline(item: item).framed(photo, isTraining: false, using: &random).photo.raster)
                titles.append(name)
            }
        }
        show(ImageGrid(pictures, titles: titles, columns: 6, cellSize: 150), "Two photos, and five squares of each")

        // Whichever way wins in the table: the five fixed squares cost the same as the default of `tta`, and their
        // answer is the same every time.
    }
}

// MARK: Helpers

/// How long the sides of the five squares are, for the largest square of a photo.
private let fiveCropShare = 0.875

extension StateOfTheArt {
    private func accuracyOfFiveCrops(_ learner: VisionLearner<CategoryBlock>, _ labels: [Int]) throws -> Double {
        let looks = try CornerCrop.Place.allCases.map { place in
            try learner.getPreds(
                pipeline: PhotoPipeline(
                    item: CornerCrop(Size2D(large), place, share: fiveCropShare),
                    normalization: learner.data.pipeline.normalization)
            ).outputs
        }
        return share(of: labels, in: .stack(looks).mean(axis: 0))
    }
}
