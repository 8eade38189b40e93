// # Points that move with the picture
//
// Section 6.4 · After this page you can move a point as its picture is moved, and test that you did.

import Datasets
import Figures
import Foundation
import Notebook
import Tensors
import Vision

// Augmentation flips, turns and zooms photos. A class does not mind: a boxer in a mirror is a boxer. A point does. If
// the picture is mirrored and the label is not, the net is taught that the head is where the wall is. So the label has
// to go through the same map as the pixels, with the same random numbers. In the book's library it is enough to say
// that the target is a point (`PointBlock`); then its transforms know what to do. Most libraries do not: with them,
// either turn augmentation off for such targets, or move them yourself.
//
// Mirroring is the simplest. In shares from -1 to 1, left becomes right, and only the sign of x changes:

extension OtherVisionProblems {
    func mirroredPoint() {
        let size = Size2D(60, 80)
        let label = KeyPoints([Point(60, 15)], in: size)
        let mirrored = label.moved(by: .mirrored(size), from: size, to: size)
        show(label.scaled, "column 60 of 80, row 15 of 60, as shares")
        show(
            mirrored.scaled, "the same point in the mirror",
            predict: .numbers("The point (0.5, -0.5) in a mirror is …", [-0.5, -0.5], within: .plusMinus(0.001)))

        // A turn is where mistakes are made, because the picture is not square. A quarter turn against the clock takes
        // the point at the right edge, in the middle of it, to above the middle. But the picture is 80 wide and 60
        // high: above it, there are only 30 pixels, and the point was 40 away.
        let right = KeyPoints([Point(80, 30)], in: size)
        let turned = right.moved(by: PlaneMap(degrees: 90, around: size), from: size, to: size)
        show(turned.points[0], "where (80, 30) goes")
        show(
            turned.scaled, "as shares: it has left the picture",
            predict: .choice(
                "(1, 0) turned by 90° against the clock, in a picture of 80 × 60: is its y -1?",
                ["yes", "no, less than that"],
                answer: "no, less than that"))

        // Whoever turns the shares, and not the pixels, gets (0, -1). In a square both are the same; so the mistake
        // passes every test with square pictures.
    }
}

// How do you make sure that pixels and points go the same way? Paint a dot where the point is, let both go through the
// augmentation, and look for the dot. `brightest` finds it:

/// The middle of what is bright in a picture [3, h, w], in pixels; nil if nothing is.
public func brightest(_ picture: Tensor) -> Point? {
    let (height, width) = (picture.shape[1], picture.shape[2])
    let light = picture.mean(axis: 0).scalars.map { Double(max(0, $0 - 0.05)) }
    let sum = light.reduce(0, +)
    guard sum > 0.05 else { return nil }
    var (x, y) = (0.0, 0.0)
    for row in 0..<height {
        for column in 0..<width {
            x += light[row * width + column] * (Double(column) + 0.5) / sum
            y += light[row * width + column] * (Double(row) + 0.5) / sum
        }
    }
    return Point(x, y)
}

extension OtherVisionProblems {
    func paintedDot() {
        let size = Size2D(60, 80)
        var pixels = [UInt8](repeating: 0, count: 3 * size.count)
        for row in 19...21 {
            for column in 49...51 { for channel in 0..<3 { pixels[3 * (row * 80 + column) + channel] = 255 } }
        }
        let photo = Photo(height: 60, width: 80, pixels: pixels)
        let label = KeyPoints([Point(50.5, 20.5)], in: size)
        let pipeline = PhotoPipeline(batch: augmentations(size: [45, 60], degrees: 30, zoom: 1.3), padding: .zeros)
        var (pictures, right, wrong) = ([Raster](), [Double](), [Double]())
        for seed in 0..<run.size(quick: 8, usual: 200) {
            var random = SplitMix64(seed: UInt64(seed))
            let (picture, map) = pipeline.augmented(photo, isTraining: true, using: &random)
            let moved = label.moved(by: map, from: size, to: [45, 60])
            guard let dot = brightest(picture), dot.x > 3, dot.y > 3, dot.x < 57, dot.y < 42 else { continue }
            func distance(_ p: Point) -> Double {
                ((p.x - dot.x) * (p.x - dot.x) + (p.y - dot.y) * (p.y - dot.y)).squareRoot()
            }
            right.append(distance(moved.points[0]))
            wrong.append(distance(map.inverse(label.points[0])))
            if pictures.count < 8 {
                pictures.append(Photo(brightnesses: picture).raster.dotted(moved, .orange, radius: 2.5))
            }
        }
        show(
            ImageGrid(pictures, columns: 4, cellSize: 240),
            "A white square of three pixels, and in orange where the label says that its middle is")
        record(
            "points/largest-distance-from-the-dot", right.max()!,
            predict: .choice(
                "How far is the label from the dot at most, in pixels?", ["less than one", "several"],
                answer: right.max()! < 1 ? "less than one" : "several"))
        record("points/the-same-by-the-map-back", wrong.reduce(0, +) / Double(wrong.count))

        // The second number is the mean distance for a mistake that is easy to make. To compute a picture, a program
        // asks for each new pixel where it comes from: it uses the map *back*. Points need the map there. With the
        // wrong one of the two, labels look plausible as long as nothing is turned much.
    }
}
