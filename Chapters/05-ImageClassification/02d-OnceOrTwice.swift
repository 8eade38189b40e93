// # Computed once, or again and again
//
// Section 5.2 · After this page you have measured what every further interpolation costs a picture.

import Figures
import Foundation
import Notebook
import Tensors
import Vision

// Figure 5-2 of the book sets two pictures side by side. Both show the same part of the same photo. On the left, zoom
// and turn were put together and pixels computed once. On the right the photo was first made small, then zoomed, then
// turned, and pixels were computed each time. `allAtOnce` is the first way, and `oneByOne` the second, with the very
// same transforms and the same chances:

/// Transforms one after the other: each makes a photo of whole bytes, of which the next one makes another.
public func oneByOne(
    _ photo: Photo, _ transforms: [any BatchTransform], padding: PaddingMode = .reflect, using random: inout SplitMix64
) -> Photo {
    transforms.reduce(photo) { photo, transform in
        let pipeline = PhotoPipeline(batch: [transform], padding: padding)
        return Photo(brightnesses: pipeline.augmented(photo, isTraining: true, using: &random).picture)
    }
}

/// All of them at once, by one map and one interpolation.
public func allAtOnce(
    _ photo: Photo, _ transforms: [any BatchTransform], padding: PaddingMode = .reflect, using random: inout SplitMix64
) -> Photo {
    let pipeline = PhotoPipeline(batch: transforms, padding: padding)
    return Photo(brightnesses: pipeline.augmented(photo, isTraining: true, using: &random).picture)
}

// To measure what a picture has lost, `sharpness` takes the mean difference between neighbouring pixels. Wherever
// colours are mixed, neighbours become more alike:

/// The mean difference of neighbouring pixels, of bytes from 0 to 255.
public func sharpness(_ photo: Photo) -> Double {
    let x = Tensor(photo.bytes)
    let (height, width) = (photo.height, photo.width)
    let across = (x[0..., 1..<width] - x[0..., 0..<width - 1]).abs().mean().item
    let down = (x[1..<height] - x[0..<height - 1]).abs().mean().item
    return Double(across + down) / 2
}

// The photos begin as a `largeSquare`, larger than what the net will see by the book's ratio of 460 to 224. The changes
// are `smallZoomedTurned`: to the final size, nearer by a half, and turned by 25 degrees.

extension ImageClassification {
    /// To the final size, then zoomed and turned: with nothing left to chance but the place of the zoom.
    private func smallZoomedTurned(_ size: Int) -> [any BatchTransform] {
        [RandomCrop(Size2D(size), minScale: 1), Zoom(1.5...1.5, p: 1), Rotate(25...25, p: 1)]
    }

    /// A large square of a photo, at the book's ratio of 460 to 224.
    private func largeSquare(_ file: URL, _ size: Int) throws -> Photo {
        var random = run.random
        let item = Resize(Size2D(size * 460 / 224))
        return try PhotoPipeline(item: item).framed(file, isTraining: false, using: &random).photo
    }

    func figureOnceAndTwice() throws {
        let size = run.size(quick: 48, usual: 160)
        let files = [try widePhoto, try somePhotos.last!]
        let pictures = try files.flatMap { file in
            let (large, transforms) = (try largeSquare(file, size), smallZoomedTurned(size))
            var (one, two) = (run.random, run.random)
            return [
                allAtOnce(large, transforms, using: &one).raster, oneByOne(large, transforms, using: &two).raster,
            ]
        }
        show(
            ImageGrid(
                pictures, titles: ["computed once", "computed three times"], columns: 2,
                cellSize: 2 * size), "The same zoom and the same turn in two ways, on \(dataName)")

        // On the right, fine lines are blurred or gone, be they fur, whiskers, grass or the joints of a wall. And in
        // the corners there are mirror images where the left picture has the photo itself: once the zoom has cut its
        // part out, the turn knows nothing of what was beside it.
    }

    func costOfEachStep() throws {
        let size = run.size(quick: 48, usual: 128)
        let transforms = smallZoomedTurned(size)
        let square = size * 460 / 224
        let white = Photo(height: square, width: square, pixels: .init(repeating: 255, count: square * square * 3))
        var (sharp, empty) = ([[Double]](), [[Double]]())
        for file in try somePhotos {
            let photo = try largeSquare(file, size)
            var (one, two, three, four) = (run.random, run.random, run.random, run.random)
            sharp.append([
                sharpness(allAtOnce(photo, transforms, using: &one)),
                sharpness(oneByOne(photo, transforms, using: &two)),
            ])
            let ways = [
                allAtOnce(white, transforms, padding: .zeros, using: &three),
                oneByOne(white, transforms, padding: .zeros, using: &four),
            ]
            empty.append(ways.map { Double((Tensor($0.bytes) .< 128).trueCount) / Double($0.pixels.count) })
        }
        var table = TextTable(["pixels computed", "sharpness", "share that is made up"], decimals: 3)
        for (way, name) in ["once", "three times"].enumerated() {
            table.add(name, Spread(sharp.map { $0[way] }).mean, Spread(empty.map { $0[way] }).mean)
        }
        show(
            table, "\(sharp.count) photos of \(dataName) in two ways, at \(size) × \(size) pixels",
            predict: .change(
                "The same zoom and turn, computed in three steps in place of one: the sharpness is …",
                from: Spread(sharp.map { $0[0] }).mean, to: Spread(sharp.map { $0[1] }).mean))
        // As a share of what there was, unless no two pixels of these photos differ, and there is nothing to lose:
        let (once, inSteps) = (Spread(sharp.map { $0[0] }).mean, Spread(sharp.map { $0[1] }).mean)
        if once > 0 { record("presizing/sharpness-left-by-three-steps", inSteps / once) }
        record("presizing/made-up-pixels-once", Spread(empty.map { $0[0] }).mean)
        record("presizing/made-up-pixels-in-three-steps", Spread(empty.map { $0[1] }).mean)
    }
}
