// # Why does it say so?
//
// Section 1.6 · After this page you know what makes a net's answers hard to explain, and one way to ask.

import Figures
import Notebook
import Tensors
import Vision

// So one can look into a net. Can one then say why it took *this* photo for a cat? That stays hard. Its answer is made
// of hundreds of thousands of parameters or of millions, each of which matters a little, and none of which was written
// by anybody with a reason. What one can do is to try. Cover a part of the photo with grey, and ask again. Where the
// answer changes much, there was something that mattered:

extension FirstModels {
    func coveredInTurn() throws {
        let learner = try trained
        let (set, size) = (learner.data.datasets.valid, try photoSize)
        let fields = 8
        let chosen = Array(set.labels.indices.prefix(run.size(quick: 1, usual: 3)))
        var pictures: [Raster] = []
        var largest = 0.0
        for place in chosen {
            let photo = try set.photos[place].opened().photo(atLeast: Size2D(size))
            let covered = (0..<fields * fields).map { photo.covered(column: $0 % fields, row: $0 / fields, of: fields) }
            let answers = try learner.answers(to: [photo] + covered)
            let class0 = answers[0].outputs.argmax(axis: 0).item
            let shares = answers.map { Double($0.outputs[class0].item) }
            let drops = shares.dropFirst().map { shares[0] - $0 }
            largest = max(largest, drops.max()!)
            let top = max(drops.map(abs).max()!, 1e-9)
            let map = Tensor(drops.map { Float($0 / top) }).reshaped(fields, fields)
            pictures += [
                photo.raster.resized(width: 160, height: 160),
                Raster(map, range: -1...1, colours: .signed).scaled(by: 20),
            ]
        }
        show(
            ImageGrid(pictures, columns: 2 * chosen.count, cellSize: 160),
            "Photos, and how much surer of its answer the net was because of each part (red), or in spite of it (blue)")
        record("covered/largest-drop-of-probability", largest)

        // This says where, not why. Behind a red field may be an ear, but also a cushion on which cats happen to lie in
        // these photos. And for photos of a kind that the net has never seen, nobody can say what it will do. Chapter
        // 18 asks more cleverly, and comes to the same limits.
    }
}

// MARK: Helpers

extension Photo {
    /// The photo with one of `fields` × `fields` parts in grey.
    fileprivate func covered(column: Int, row: Int, of fields: Int) -> Photo {
        var pixels = pixels
        for y in row * height / fields..<(row + 1) * height / fields {
            for x in column * width / fields..<(column + 1) * width / fields {
                for channel in 0..<3 { pixels[(y * width + x) * 3 + channel] = 124 }
            }
        }
        return Photo(height: height, width: width, pixels: pixels)
    }
}
