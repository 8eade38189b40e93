// # Empty corners
//
// Section 5.2 · After this page you can say how large a picture has to be, so that turning it leaves nothing empty.

import Common
import Figures
import Foundation
import Notebook
import Tensors
import Vision

// Photos that are turned, zoomed and lit at random in every epoch are worth many photos. But a turned square does not
// fill its frame: there is nothing in the corners. What one puts there, black or a mirror image, teaches nothing. How
// much of the frame is it? Ask a picture that is white everywhere, turn it, and count what is not white:

/// The share of a picture that shows nothing of the photo, when a photo of a size is changed by transforms.
public func emptyShare(_ size: Size2D, _ transforms: [any BatchTransform], using random: inout SplitMix64) -> Double {
    let white = Photo(height: size.height, width: size.width, pixels: .init(repeating: 255, count: size.count * 3))
    let pipeline = PhotoPipeline(batch: transforms, padding: .zeros)
    let picture = pipeline.augmented(white, isTraining: true, using: &random).picture[0]
    return Double((picture .< 0.5).trueCount) / Double(picture.count)
}

extension ImageClassification {
    func turnedByHalfARightAngle() throws {
        var random = run.random
        let turn = Rotate(45...45, p: 1)
        let share = emptyShare(128, [turn], using: &random)
        let exact = 1 - 2 * (2.0.squareRoot() - 1)
        record(
            "empty/turned-by-45", share,
            predict: .share(
                "A square picture is turned by 45 degrees. Which share of its frame is empty?", share,
                within: .plusMinus(0.05)))
        show(fixed(exact, 4), "by geometry: what two crossed squares share is an octagon, 2 (√2 - 1) of each")

        // The same on a photo, with black and with mirrors beside it:
        let photo = try PhotoPipeline(item: Resize(160)).framed(try widePhoto, isTraining: false, using: &random).photo
        let turned = [PaddingMode.zeros, .reflect].map { padding in
            PhotoPipeline(batch: [turn], padding: padding).augmented(photo, isTraining: true, using: &random).picture
        }
        show(
            ImageGrid(
                [photo.raster] + turned.map { Photo(brightnesses: $0).raster },
                titles: ["a square", "black beside", "mirrors beside"], columns: 3,
                cellSize: 160), "Turned by 45 degrees, on \(dataName)")
    }
}

// The way out is to have more pixels than the net will get. Turn a large picture, and then cut the middle out of it:
// the empty corners are cut away. Such a cut is a batch transform of our own. All it has to say is where points go:

/// The middle of a picture, pixel by pixel.
public struct MiddleCut: BatchTransform {
    public let side: Size2D
    public var size: Size2D? { side }

    public init(side: Size2D) { self.side = side }

    public func change(of size: Size2D, using random: inout SplitMix64) -> Change { quietChange(of: size) }

    public func quietChange(of size: Size2D) -> Change {
        let (x, y) = (Double(size.width - side.width) / 2, Double(size.height - side.height) / 2)
        return Change(map: PlaneMap(1, 0, -x, 0, 1, -y))
    }
}

extension ImageClassification {
    func largerThanNeeded() {
        var random = run.random
        let (sides, angles) = ([128, 136, 144, 152, 160, 168, 176, 184, 192], [10.0, 20, 45])
        let shares = angles.map { angle in
            sides.map { side in
                emptyShare(Size2D(side), [Rotate(angle...angle, p: 1), MiddleCut(side: 128)], using: &random)
            }
        }
        show(
            Chart(
                "More pixels than needed leave no corner empty", x: "side of the picture that is turned, in pixels",
                y: "share that is empty"
            ) {
                for (angle, shares) in zip(angles, shares) {
                    Line(sides.map(Double.init), shares, "turned by \(Int(angle))°", dashed: angle == 20)
                }
            }, "Empty corners by the size of the picture")
        let enough = (128...192).first { side in
            emptyShare(Size2D(side), [Rotate(45...45, p: 1), MiddleCut(side: 128)], using: &random) == 0
        }!
        record(
            "empty/side-that-is-enough-for-45", enough,
            predict: .choice(
                "How large must a square be, so that one of 128 can be cut from its middle after a turn by 45 degrees?",
                ["about 145", "about 180", "256"], answer: enough > 165 ? "about 180" : "about 145"))

        // √2 · 128 is 181: the diagonal of what is cut has to fit into the picture. The book's sizes are 460 and 224.
        // For a cut of 224 from the middle, √2 · 224 = 317 pixels are enough, whatever the angle; 460 are more than
        // that. But the book does not cut out the middle. Its random cut takes at least three quarters of the area, so
        // it nearly fills the large picture, and may begin at an edge. How often is something empty then? The book's
        // transforms, with and without more pixels:
        let count = run.size(quick: 20, usual: 200)
        var table = TextTable(["from", "to", "pictures with something empty", "mean empty share"], decimals: 3)
        var touched: [Int] = []
        for (from, scale) in [(224, 1.0), (460, 0.75)] {
            let shares = (0..<count).map { _ in
                emptyShare(Size2D(from), augmentations(size: 224, minScale: scale, lighting: 0), using: &random)
            }
            touched.append(shares.count { $0 > 0 })
            table.add(from, 224, touched.last!, shares.reduce(0, +) / Double(count))
        }
        show(
            table, "\(count) random changes: turns up to 10 degrees, zooms, looks from the side",
            predict: .change(
                "From 224 to 224 pixels, or from 460 to 224 with a random cut: the number of pictures that show something empty is …",
                from: Double(touched[0]), to: Double(touched[1])))

        // So presizing does not do away with empty places, it makes them fewer and smaller. What is left is filled by
        // mirrors (`pad_mode='reflection'` in the book), which look like more of the same photo.
    }
}
