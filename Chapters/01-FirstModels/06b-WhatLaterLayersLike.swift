// # What later layers like best
//
// Section 1.6 · After this page you know how edges become eyes, layer by layer.

import Figures
import Layers
import Notebook
import Tensors
import Vision

// Behind the first layer there are no colours any more, only maps of what was found, and a filter of the second layer
// compares with those. Its numbers tell a person nothing. But one can ask it: of all photos, which places do you like
// best? Zeiler and Fergus did so for each layer, with nine examples for each of its features.
//
// How large is such a place? One number in a map depends on a part of the photo only, and the farther back its layer
// is, the larger that part. Change a pixel a little and see whether the number changes; the square in which nine tenths
// of all such changes come about is what it sees. (`sight` gets all of them at once by derivatives, as chapter 4
// explains.)

/// The side of the square that a number in the middle of some maps depends on, in pixels.
func sight(of maps: (Tensor) throws -> Tensor, _ photos: Tensor) rethrows -> Int {
    let x = photos.requiringGrad()
    let found = try maps(x)
    found[0..., 0..., found.shape[2] / 2, found.shape[3] / 2].sum().backward()
    let changes = x.grad!.abs().sum(axes: 0, 1)
    let (width, numbers) = (changes.shape[1], changes.scalars.map(Double.init))
    let all = max(numbers.reduce(0, +), 1e-30)
    let middle = (
        x: numbers.indices.reduce(0) { $0 + numbers[$1] * Double($1 % width) } / all,
        y: numbers.indices.reduce(0) { $0 + numbers[$1] * Double($1 / width) } / all
    )
    return (1..<width).first { side in
        let reach = Double(side) / 2
        let inside = numbers.indices.reduce(0) { sum, place in
            let isNear = abs(Double(place % width) - middle.x) < reach && abs(Double(place / width) - middle.y) < reach
            return isNear ? sum + numbers[place] : sum
        }
        return inside > 0.9 * all
    } ?? width
}

// Below are four layers, from the photo on. A row belongs to one feature, and shows what it saw at the nine places
// where it was strongest, each in another photo.
//
// For each photo and feature, the program keeps how strong the feature was at its best, and where:

/// The strongest place of every feature in every photo.
struct StrongestPlaces {
    private var values: [[Float]] = []
    private var places: [[(x: Double, y: Double)]] = []

    /// - Parameter maps: [photos, features, h, w]
    mutating func add(_ maps: Tensor) {
        let (n, c, h, w) = (maps.shape[0], maps.shape[1], maps.shape[2], maps.shape[3])
        let best = maps.reshaped(n, c, h * w).max(axis: 2)
        let (strengths, fields) = (best.values.scalars, best.indices.scalars)
        for photo in 0..<n {
            values.append(Array(strengths[photo * c..<(photo + 1) * c]))
            places.append(
                fields[photo * c..<(photo + 1) * c].map { field in
                    ((Double(Int(field) % w) + 0.5) / Double(w), (Double(Int(field) / w) + 0.5) / Double(h))
                })
        }
    }

    /// Features that are strong in some photos and weak in most.
    func mostSelective(_ count: Int) -> [Int] {
        let scores = values[0].indices.map { feature -> Float in
            let sorted = values.map { $0[feature] }.sorted()
            return (sorted.last! - sorted[sorted.count / 2])
                / (abs(sorted[sorted.count / 2]) + 0.1 * abs(sorted.last!) + 1e-6)
        }
        return Array(scores.indices.sorted { (scores[$1], $0) < (scores[$0], $1) }.prefix(count))
    }

    /// The photos where a feature is strongest, and where in them, as shares of width and height.
    func best(_ count: Int, of feature: Int) -> [(photo: Int, x: Double, y: Double)] {
        values.indices.sorted { (values[$1][feature], $0) < (values[$0][feature], $1) }.prefix(count).map {
            ($0, places[$0][feature].x, places[$0][feature].y)
        }
    }
}

extension FirstModels {
    func placesThatLayersLike() throws {
        let (layers, count) = (try layersToLookAt, run.size(quick: 12, usual: 160, full: 1000))
        let photos = try self.photos
        let files = (0..<min(count, photos.count)).map { photos[$0 * photos.count / min(count, photos.count)] }
        let pipeline = PhotoPipeline(item: Resize(Size2D(try photoSize)), normalization: .imageNet)
        try trained.net.eval()
        var found = layers.map { _ in StrongestPlaces() }
        var (pictures, sights) = ([Raster](), [Int]())
        for first in stride(from: 0, to: files.count, by: 16) {
            let x = try pipeline.batch(Array(files[first..<min(first + 16, files.count)]))
            pictures += try trained.data.rasters(x)
            if first == 0 {
                sights = try layers.map { layer in try sight(of: { try mapsBehind(layer, $0) }, x[0..<4]) }
            }
            try noGrad {
                for (place, layer) in layers.enumerated() { found[place].add(try mapsBehind(layer, x)) }
            }
        }
        let names = ["first", "second", "third", "last"]
        for (place, name) in names.enumerated() {
            let rows = found[place].mostSelective(4).flatMap { feature in
                found[place].best(9, of: feature).map { photo, x, y in
                    patch(of: pictures[photo], x, y, side: sights[place])
                }
            }
            show(
                ImageGrid(rows, columns: 9, cellSize: 72),
                "The \(name) of the four layers (\(dataName)): a feature in each row, and the \(sights[place]) × "
                    + "\(sights[place]) pixels that it saw where it was strongest")
            record("layers/pixels-that-the-\(name)-sees", sights[place])
        }
        // Early features like edges and gradients of one direction or colour. Those behind them put edges together:
        // corners, lines side by side, round shapes. In the third layer of their net, Zeiler and Fergus found wheels of
        // cars, letters and petals of flowers; in the last ones, faces of dogs and whole things. How far a net goes
        // depends on what it has learned from:
        // #hide
        if try !pretrained.isLarge {
            show("The net of this run has seen nothing but generated scenes. It has learned their shapes, and no fur.")
        }
        show(
            "edges first, things last",
            predict: .choice(
                "What do the first layers of a net for photos find?", ["edges and colours", "eyes and wheels"],
                answer: "edges and colours"))
    }
}

// MARK: Helpers

/// A square part of a picture around a place.
private func patch(of picture: Raster, _ x: Double, _ y: Double, side: Int) -> Raster {
    let side = max(2, min(picture.width, side))
    let left = max(0, min(picture.width - side, Int(x * Double(picture.width)) - side / 2))
    let top = max(0, min(picture.height - side, Int(y * Double(picture.height)) - side / 2))
    var part = Raster(width: side, height: side, fill: .white)
    for row in 0..<side { for column in 0..<side { part[column, row] = picture[left + column, top + row] } }
    return part.resized(width: 72, height: 72)
}
