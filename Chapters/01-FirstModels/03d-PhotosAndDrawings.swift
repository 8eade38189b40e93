// # A cat, and the drawing of a cat
//
// Section 1.3 · After this page you know what pictures your model can be asked about.

import Figures
import Notebook
import Tensors
import Vision

// The book asks you to try a clear photo of a cat, and no drawing. Why? A child that has seen cats recognizes one in a
// comic strip. A model knows what it has learned from, and that was photos. Let us make drawings of the photos that it
// is judged by: dark lines where brightness changes, and nothing else.

/// The outlines of a picture, as if drawn in ink on paper.
public func drawing(of photo: Photo) -> Photo {
    func grey(_ x: Int, _ y: Int) -> Int { Int(photo[x, y].brightness) }
    var pixels: [UInt8] = []
    for y in 0..<photo.height {
        for x in 0..<photo.width {
            // How much brightness changes towards the right and downwards.
            let (right, below) = (min(x + 2, photo.width - 1), min(y + 2, photo.height - 1))
            let change = abs(grey(right, y) - grey(x, y)) + abs(grey(x, below) - grey(x, y))
            let ink = UInt8(255 - min(255, change * 4))
            pixels += [ink, ink, ink]
        }
    }
    return Photo(height: photo.height, width: photo.width, pixels: pixels)
}

extension FirstModels {
    func drawingsOfPets() throws {
        let (learner, size) = (try trained, try photoSize)
        let valid = learner.data.datasets.valid
        let count = min(valid.count, run.size(quick: 8, usual: 60, full: .max))
        let photos = try valid.photos.prefix(count).map { try $0.opened().photo(atLeast: Size2D(size)) }
        let drawings = photos.map(drawing(of:))
        // Which share of some pictures does the model name rightly?
        func share(_ pictures: [Photo]) throws -> Double {
            let said = try learner.answers(to: pictures).map(\.value)
            return Double(zip(said, valid.values).count { $0 == $1 }) / Double(count)
        }
        let shares = [try share(photos), try share(drawings)]
        show(
            ImageGrid(
                (0..<min(4, count)).flatMap { [photos[$0].raster, drawings[$0].raster] }, columns: 4, cellSize: 200),
            "Photos, and drawings of them")
        show(
            Chart("Photos and drawings", x: "", y: "right", yLimits: 0...1) {
                Bars(["photos", "drawings of them"], shares)
                Rule(
                    y: shareOfMostFrequent(Array(valid.values.prefix(count))),
                    "always the more frequent kind")
            }, "What the model says of \(count) validation pictures (\(dataName))",
            predict: .change(
                "You would recognize them all. For drawings, the model's share of right answers is …",
                from: shares[0], to: shares[1]))
        record("drawings/right-on-photos", shares[0])
        record("drawings/right-on-drawings", shares[1])

        // Nothing is wrong with the model: nobody has shown it a drawing. If yours shall know drawings, learn from
        // drawings.
    }
}
