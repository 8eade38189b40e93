// # Presizing in two steps
//
// Section 5.2 · After this page you can say what presizing does to a photo that is learned from, and to one that
// judges.

import Figures
import Foundation
import Notebook
import Tensors
import Vision

// *Presizing* is the book's name for two ideas that belong together.
//
// 1. First bring each photo to a square that is clearly *larger* than what the net will see. That is the item
//    transform, made photo by photo while files are read: the full width or the full height, at a random place in
//    training, in the middle in validation.
// 2. Then make *one* change of all random changes and of the cut to the final size, and compute pixels once. That is
//    the batch transform. In training it is a random part, turned, zoomed, lit. In validation nothing is left to
//    chance: the square is only made smaller.
//
// So everything in a batch has one size, as few computations as possible are made for a photo, and as few of them as
// possible lose something. (In the book the second step runs on the graphics card, for a whole batch at once, hence the
// names. Here both run on all cores of the processor, ahead of the training.) Figure 5-1 of the book shows the two
// steps on a photo:

extension ImageClassification {
    func figureOfTwoSteps() throws {
        let body = try body
        // Pixels are drawn equally large in both steps, so that the smaller picture looks smaller.
        let cell = body.presize * max(1, 200 / body.presize)
        let pipeline = PhotoPipeline(
            item: Resize(Size2D(body.presize)), batch: augmentations(size: Size2D(body.size), minScale: 0.75))
        let file = try widePhoto
        let whole = try Photo(file)
        var random = run.random
        let framing = pipeline.item!.framing(of: whole.size, isTraining: true, using: &random)
        let square = whole.framed(framing)
        var framed = whole.raster
        framed.outline(framing.region)
        let seen = (0..<4).map { _ in
            Photo(brightnesses: pipeline.augmented(square, isTraining: true, using: &random).picture).raster
        }
        show(
            ImageGrid(
                [framed, square.raster] + seen,
                titles: ["the photo", "step 1: \(body.presize) × \(body.presize)"]
                    + (0..<4).map { "step 2: \(body.size) × \(body.size) (\($0 + 1))" }, columns: 3, cellSize: cell),
            "Presizing of a training photo: one square, and four random changes of it, on \(dataName)")

        // The same for a validation photo. Its pixels never differ:
        let middle = try pipeline.framed(file, isTraining: false, using: &random).photo
        let judged = pipeline.augmented(middle, isTraining: false, using: &random).picture
        let again = pipeline.augmented(middle, isTraining: false, using: &random).picture
        show(
            ImageGrid(
                [middle.raster, Photo(brightnesses: judged).raster],
                titles: ["step 1: middle", "step 2: smaller"], columns: 2, cellSize: cell),
            "Presizing of a validation photo, on \(dataName)")
        show(
            judged.scalars == again.scalars, "twice the same pixels",
            predict: .yesNo(
                "A photo of the validation set goes through the pipeline twice. Are the pixels the same?", true))
    }

    func theUsualChanges() throws {
        // Which changes are those? The book asks for `aug_transforms(size=224, min_scale=0.75)`, and `augmentations`
        // makes the same list with the same settings. The smallest share, `min_scale`, puts a random crop before the
        // others, which brings its part to the final size. (In the book's library that is `RandomResizedCropGPU`;
        // `RandomResizedCrop` is the same as an item transform.)
        var table = TextTable(["transform", "what it does", "how often"])
        table.add("RandomCrop", "a part of at least three quarters of the area", "always")
        table.add("Flip", "left becomes right", "1 of 2")
        table.add("Rotate", "by up to 10 degrees, either way", "3 of 4")
        table.add("Zoom", "up to 1.1 times as near", "3 of 4")
        table.add("Warp", "as if seen from the side or from above, up to 0.2", "3 of 4")
        table.add("Brightness", "a middle grey, 0.5, becomes 0.4 to 0.6", "3 of 4")
        table.add("Contrast", "0.8 to 1.25 times as much", "3 of 4")
        show(table, "What `augmentations(size:minScale:)` may do to a photo")
        var random = run.random
        let square = try PhotoPipeline(item: Resize(160)).framed(try widePhoto, isTraining: false, using: &random).photo
        let alone: [any BatchTransform] = [
            RandomCrop(160, minScale: 0.75), Flip(p: 1), Rotate(10...10, p: 1), Zoom(1.1...1.1, p: 1),
            Warp(0.2, p: 1), Brightness(0.2, p: 1), Contrast(0.2, p: 1),
        ]
        let changed = alone.map { allAtOnce(square, [$0], using: &random).raster }
        show(
            ImageGrid(
                [square.raster] + changed, titles: ["a square"] + alone.map { "\(type(of: $0))" }, columns: 4,
                cellSize: 160), "Each change alone, on \(dataName)")
    }

    func oneMapOfAll() throws {
        // How can many changes be one? Each says where the *points* of the picture go, which is a matrix of nine
        // numbers. One after the other is the product of their matrices. Here are a zoom, a turn and a mirror:
        let size = Size2D(128)
        let zoom = PlaneMap(Region(x: 32, y: 16, width: 64, height: 64), fills: size)
        let turn = PlaneMap(degrees: 20, around: size)
        let all = zoom.then(turn).then(.mirrored(size))
        let point = Point(50, 40)
        let stepByStep = PlaneMap.mirrored(size)(turn(zoom(point)))
        let atOnce = all(point)
        var table = TextTable(["the point (50, 40) goes to", "x", "y"], decimals: 6)
        table.add("by three maps, one after the other", stepByStep.x, stepByStep.y)
        table.add("by their product", atOnce.x, atOnce.y)
        show(table, "Three maps and their product")

        // Points lose nothing on such a way. Pixels do: at every step, colours for the new pixels have to be mixed from
        // those of old ones. The next page measures it. (With the light it is the same. Brighter and darker, more and
        // less contrast become one table of what a byte turns into.)
    }
}

// MARK: Helpers

extension Raster {
    /// Draws the outline of a region, three pixels wide.
    fileprivate mutating func outline(_ region: Region) {
        let (left, top) = (Int(region.x), Int(region.y))
        let (right, bottom) = (min(left + Int(region.width), width), min(top + Int(region.height), height))
        let thick = max(2, width / 120)
        for (x, y) in [
            (left..<right, top..<top + thick), (left..<right, bottom - thick..<bottom),
            (left..<left + thick, top..<bottom), (right - thick..<right, top..<bottom),
        ] { fill(x: x, y: y, .vermilion) }
    }
}
