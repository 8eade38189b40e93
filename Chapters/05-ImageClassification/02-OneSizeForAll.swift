// # One size for all
//
// Section 5.2 · After this page you know three ways to bring photos to one size, and what each of them costs.

import Figures
import Foundation
import Notebook
import Tensors
import Vision

// A batch is one tensor, so its photos must have one size. Photos have all sizes. How many are there in this run?
// `somePhotos` are a few dozen of them, from all over the folder. Their sizes are read from their headers, without
// decoding a pixel:

extension ImageClassification {
    func sizesOfPhotos() throws {
        let sizes = try somePhotos.map { try $0.opened().size }
        show(
            Chart("\(sizes.count) photos of \(dataName)", x: "width in pixels", y: "height in pixels") {
                Points(sizes.map { Double($0.width) }, sizes.map { Double($0.height) }, colour: .blue)
            }, "Widths and heights of photos")
        show("\(Set(sizes).count) sizes among \(sizes.count) photos", dataName)

        // A square is the usual choice, since photos are wide as well as high. There are three ways to get one, as
        // section 2.3 tells:
        //
        // - *Crop*: take the largest square, and lose what is beside it.
        // - *Squish*: take all, and press it into the square. Shapes become wrong, wider or narrower.
        // - *Pad*: take all in its own shape, and fill the rest with something: black, or the picture mirrored. The net
        //   sees fewer pixels of the photo, and others that say nothing.
        //
        // `resized` makes a square of a photo in one of these ways:
        var random = run.random
        func resized(_ method: Resize.Method) throws -> Raster {
            let pipeline = PhotoPipeline(item: Resize(160, method))
            return try pipeline.framed(try widePhoto, isTraining: false, using: &random).photo.raster
        }
        show(
            ImageGrid(
                [
                    try Photo(try widePhoto).raster, try resized(.crop), try resized(.squish),
                    try resized(.pad(.zeros)), try resized(.pad(.reflect)),
                ], titles: ["the photo", "crop", "squish", "pad with black", "pad with mirrors"], columns: 5,
                cellSize: 160), "Three ways to a square, on \(dataName)")

        // Cropping is what `Resize` does unless it is told otherwise. What is lost at the sides is not lost for ever:
        // in training the square is cut at a random place, another one in every epoch.
    }

    func randomPlaceOrMiddle() throws {
        // For validation photos, chance would be a nuisance: the same net would be right today and wrong tomorrow.
        // They are always cut in the middle. `places` says where 20 squares of one photo begin:
        var random = run.random
        let resize = Resize(Size2D(160))
        let size = try widePhoto.opened().size
        func places(_ isTraining: Bool) -> [Double] {
            (0..<20).map { _ in resize.framing(of: size, isTraining: isTraining, using: &random).region.x }
        }
        let (inTraining, inValidation) = (places(true), places(false))
        var table = TextTable(["20 squares of one photo", "different places", "leftmost", "rightmost"], decimals: 0)
        for (name, xs) in [("for training", inTraining), ("for validation", inValidation)] {
            table.add(name, Set(xs).count, xs.min()!, xs.max()!)
        }
        show(
            table, "Where squares of a photo of \(size.width) × \(size.height) pixels are cut, in pixels from its left",
            predict: .count(
                "A photo of the validation set is cut 20 times. In how many different places?", Set(inValidation).count)
        )
    }
}
