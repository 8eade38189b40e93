// # Four ways to a square
//
// Section 2.3 · After this page you know what each way to a square takes away, and how much of it.

import Figures
import Foundation
import Notebook
import Tensors
import Training
import Vision

// Now photos. The book shows four bears in each of the ways, and each time it needs but one line: a `new` plan with
// another item transform. `ways` has them by name. The fourth is the way in which nets are usually trained: another
// random part of the photo each time, at least so large a share of it as `minScale` says. `fourPhotos` are far from
// square.

extension ModelToProduction {
    /// Names and item transforms, as in the book's four pictures: `Resize(128)`, `Resize(128, ResizeMethod.Squish)`,
    /// `Resize(128, ResizeMethod.Pad, pad_mode='zeros')` and `RandomResizedCrop(128, min_scale=0.3)`.
    var ways: [(name: String, item: any ItemTransform)] {
        let size = Size2D(sideOfPhotos)
        return [
            ("crop", Resize(size)), ("squish", Resize(size, .squish)), ("pad with zeros", Resize(size, .pad(.zeros))),
            ("random part", RandomResizedCrop(size, minScale: 0.3)),
        ]
    }

    /// Four photos that are far from square.
    private var fourPhotos: [URL] {
        get throws {
            func stretch(_ file: URL) throws -> Double {
                let size = try file.opened().size
                return abs(log(Double(size.width) / Double(size.height)))
            }
            let some = try photos.map { (file: $0, stretch: try stretch($0)) }
            return some.sorted { $0.stretch > $1.stretch }.prefix(4).map(\.file)
        }
    }

    func strips() throws {
        var random = run.random
        let files = try fourPhotos
        var pictures: [Raster] = []
        for way in ways {
            let pipeline = PhotoPipeline(item: way.item)
            // Only the random part is drawn as in training; the others as they are judged by.
            let isTraining = way.item is RandomResizedCrop
            pictures += try files.map {
                try pipeline.framed($0, isTraining: isTraining, using: &random).photo.raster
            }
        }
        let titles = ways.flatMap { [$0.name] + ["", "", ""] }
        show(
            ImageGrid(pictures, titles: titles, columns: 4, cellSize: 150),
            "The same four photos in four ways to a square, from \(dataName)")
    }

    func whatIsWasted() throws {
        // All of them waste something. How much, over all photos of this run? For crop it is the share of a photo that
        // nobody sees; for pad the share of the square that shows nothing; for squish how much wider or narrower
        // everything looks.
        let sizes = try photos.map { try $0.opened().size }
        let shares = sizes.map { Double(min($0.height, $0.width)) / Double(max($0.height, $0.width)) }
        let lost = shares.map { 1 - $0 }
        var table = TextTable(["way", "what it wastes", "mean", "in the worst case"], decimals: 2)
        table.add("crop", "share of the photo that is cut off", Spread(lost).mean, lost.max())
        table.add("pad", "share of the square that is empty", Spread(lost).mean, lost.max())
        table.add(
            "squish", "factor by which a shape is wrong", Spread(shares.map { 1 / $0 }).mean,
            shares.map { 1 / $0 }.max())
        show(
            table, "Photos of \(dataName)",
            predict: .choice(
                "Crop cuts a share of each photo off; pad leaves a share of the square empty. Which share is larger?",
                ["what crop cuts off", "what pad leaves empty", "they are the same"], answer: "they are the same"))
        record("resize/share-cut-off-or-empty", Spread(lost).mean)
    }

    func doesTheWayMatter() throws {
        // Does it matter for what the net says? A head learns from what the pretrained body says of photos in each of
        // the three ways without chance, over several splits. Guessing the most frequent kind is the baseline.
        let labels = try photos.map { try kinds[parentFolder($0)]! }
        let body = try body
        var table = TextTable(["way", "error rate, with deviation over splits"], decimals: 3)
        let most = Double(Dictionary(grouping: labels) { $0 }.values.map(\.count).max() ?? 0)
        table.add("the most frequent kind, always", 1 - most / Double(labels.count))
        var found: [(name: String, errors: Spread)] = []
        for way in ways.prefix(3) {
            let method = (way.item as? Resize)?.method ?? .crop
            let x = try features(of: photos, by: body, item: Resize(Size2D(body.size), method))
            let errors = try run.overSeeds(run.size(quick: 2, usual: 5)) { random in
                try errorOfHead(x, labels, using: &random)
            }
            table.add(way.name, Spread(errors))
            found.append((way.name, Spread(errors)))
            record("resize/error-\(slug(way.name))", over: errors)
        }
        show(table, "A head on the frozen body, \(dataName)")

        // Differences within the deviation say nothing.
        let (best, worst) = (found.min { $0.errors.mean < $1.errors.mean }!, found.map(\.errors.mean).max()!)
        show(
            worst - best.errors.mean > 2 * (found.compactMap(\.errors.deviation).max() ?? .infinity)
                ? "Here “\(best.name)” errs least, and the worst way is more than two deviations away."
                : "Here no way is more than two deviations better than another.")
    }

    func eachWayLoses() throws {
        // It ought to depend on what matters. If that is at the rim, crop loses it; if shape is what tells two things
        // apart, squish spoils it; if it is small, pad makes it smaller still. Here is a tiny task of each kind
        // (`WayTask`): a wide picture with a red or a blue mark near one end; a circle or an oval, in pictures of any
        // shape; a small patch that is striped or grey. Which way does which task want?
        var (pictures, table) = (
            [Raster](), TextTable(["what tells two kinds apart", "crop", "squish", "pad"], decimals: 3)
        )
        let (count, body, methods) = (run.size(quick: 20, usual: 120), try smallBody, ways.prefix(3).map(\.item))
        for task in WayTask.allCases {
            var random = run.random
            let labels = (0..<count).map { $0 % 2 }
            let photos = labels.map { task.photo(of: $0, using: &random) }
            pictures += try [photos[0], photos[1]].flatMap { photo in
                try methods.map {
                    try PhotoPipeline(item: $0).framed(photo.opened(), isTraining: false, using: &random).photo.raster
                }
            }
            let errors = try methods.map { way in
                let x = try features(of: photos, by: body, item: Resize(Size2D(body.size), (way as! Resize).method))
                return Spread(
                    try run.seeds(run.size(quick: 2, usual: 5)).map { seed in
                        var random = SplitMix64(seed: seed)
                        return try errorOfHead(x, labels, using: &random)
                    })
            }
            table.add(task.rawValue, errors[0], errors[1], errors[2])
            for (name, error) in zip(["crop", "squish", "pad"], errors) {
                record("ways/error-\(slug(task.rawValue))-\(slug(name))", error.mean)
            }
        }
        show(
            ImageGrid(
                pictures, titles: WayTask.allCases.flatMap { _ in ["crop", "squish", "pad", "crop", "squish", "pad"] },
                columns: 6, cellSize: 110),
            "One of each kind, brought to a square in three ways: \(WayTask.allCases.map(\.rawValue).joined(separator: "; "))"
        )
        show(table, "Error rates of heads on the small body; guessing gives 0.5")
        // So the question is not which way is best, but what your photos must not lose.
    }
}
