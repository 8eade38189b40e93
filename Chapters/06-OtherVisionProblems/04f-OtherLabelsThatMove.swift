// # Other labels with places
//
// Section 6.4 · After this page you know which labels have to move, and which do not.

import Figures
import Notebook
import Tensors
import Vision

// Points are not the only labels that are somewhere. A *mask* says for each pixel what it shows (section 1.9 has
// streets with masks), and a *box* is a rectangle around a thing. Both go through the same map. A class, a set of
// classes, an age: these are nowhere, and stay as they are.
//
// Each kind needs care of its own. A mask's numbers are names, so they must not be averaged: between "road" (3) and
// "sky" (5) there is no "tree" (4). A turned box is not upright any more; the new box is the upright one around it,
// which is larger. Here are a disc, its mask, its box, and its middle, all through one map:

extension OtherVisionProblems {
    func maskAndBox() {
        let size = Size2D(60, 80)
        // `isInside` says which pixels belong to the disc:
        func isInside(_ row: Int, _ column: Int) -> Bool {
            let (dx, dy) = (Double(column) + 0.5 - 50, Double(row) + 0.5 - 24)
            return dx * dx + dy * dy < 144
        }
        let inside = (0..<size.count).map { isInside($0 / 80, $0 % 80) }
        let photo = Photo(
            height: 60, width: 80, pixels: inside.flatMap { $0 ? [240, 200, 120] as [UInt8] : [30, 60, 90] })
        let mask = Mask(height: 60, width: 80, codes: inside.map { $0 ? 1 : 0 })
        let boxes = Boxes([Box(Region(x: 38, y: 12, width: 24, height: 24), label: 0)])
        let middle = KeyPoints([Point(50, 24)], in: size)
        let pipeline = PhotoPipeline(batch: [Flip(p: 1), Rotate(25...25, p: 1)], padding: .zeros)
        var random = SplitMix64(seed: 1)
        let (picture, map) = pipeline.augmented(photo, isTraining: true, using: &random)
        let movedMask = mask.moved(by: map, from: size, to: size)
        let movedBox = boxes.moved(by: map, from: size, to: size).boxes[0].region
        let movedMiddle = middle.moved(by: map, from: size, to: size)

        let shown = Photo(brightnesses: picture).raster.dotted(movedMiddle, .blue)
        let masked = Raster(width: 80, height: 60, channels: 1, pixels: movedMask.codes.map { $0 == 1 ? 255 : 0 })
        show(
            ImageGrid(
                [
                    photo.raster.dotted(middle, .blue), shown, masked,
                    boxed(movedBox, on: Photo(brightnesses: picture).raster),
                ],
                titles: ["before", "mirrored and turned", "its mask", "its box"], columns: 4, cellSize: 240),
            "One map for a picture, a point, a mask and a box")

        let bright = picture[0].scalars.map { $0 > 0.5 }
        let agree = zip(bright, movedMask.codes).count { $0 == ($1 == 1) }
        record("labels/pixels-where-mask-and-picture-agree", Double(agree) / Double(size.count))
        show("\(Set(movedMask.codes).sorted())", "codes in the mask that was moved")
        record(
            "labels/width-of-the-turned-box", movedBox.width,
            predict: .choice(
                "A box of 24 × 24 is turned by 25°. The upright box around it is …", ["larger", "as large", "smaller"],
                answer: movedBox.width > 24 ? "larger" : "smaller"))

        // (For this disc a box of 24 would still be enough. But a box does not know what is in it.)
    }
}

// MARK: Helpers

/// The picture with the edge of a rectangle in it.
private func boxed(_ region: Region, on picture: Raster) -> Raster {
    var picture = picture.scaled(by: 3)
    let (left, right) = (Int(3 * region.x), Int(3 * (region.x + region.width)))
    let (top, bottom) = (Int(3 * region.y), Int(3 * (region.y + region.height)))
    for (x, y) in [
        (left..<right, top..<top + 3), (left..<right, bottom - 3..<bottom), (left..<left + 3, top..<bottom),
        (right - 3..<right, top..<bottom),
    ] {
        picture.fill(x: x, y: y, .orange)
    }
    return picture
}
