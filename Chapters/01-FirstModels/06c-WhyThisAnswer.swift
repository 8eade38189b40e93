// # Why does it say so?
//
// Section 1.6 · After this page you know what makes a net's answers hard to explain, and one way to ask.

import Common
import Figures
import Notebook
import Tensors
import Vision

// So one can look into a net. Can one then say why it took *this* photo for a cat? That stays hard. Its answer is made
// of hundreds of thousands of parameters or of millions, each of which matters a little, and none of which was written
// by anybody with a reason. What one can do is to try. Cover a part of the photo with grey, and ask again. Where the
// answer changes much, there was something that mattered:

/// What a net says of a photo, and how much less probable that is with each part covered.
struct CoveredPhoto {
    let photo: Photo
    let name: String
    let probability: Double
    let drops: [Double]
}

// Where a net is entirely sure, covering one part changes next to nothing. So take photos of which it was right, but
// not too sure:

extension FirstModels {
    func coveredInTurn() throws {
        let fields = 8
        let covered = try photosThatItWasNotSureOf(run.size(quick: 1, usual: 3)).map { try coveredInTurn($0, fields) }
        // One scale for all of them, so that a strong colour means much:
        let largest = covered.flatMap(\.drops).map(abs).max() ?? 0
        let pictures = covered.flatMap { one in
            let map = Tensor(one.drops.map { Float($0 / max(largest, 1e-9)) }).reshaped(fields, fields)
            return [
                one.photo.raster.resized(width: 160, height: 160),
                Raster(map, range: -1...1, colours: .signed).scaled(by: 20),
            ]
        }
        let titles = covered.flatMap { one in
            [
                "\(one.name), \(percent(one.probability))",
                "down to \(percent(one.probability - (one.drops.max() ?? 0)))",
            ]
        }
        show(
            ImageGrid(pictures, titles: titles, columns: 2 * covered.count, cellSize: 160),
            "Photos, and how much surer of its answer the net was because of each part (red), or in spite of it (blue); "
                + "the strongest colour is a change of \(percent(largest))")
        record("covered/largest-change-of-probability", largest)

        // This says where, not why. Behind a red field may be an ear, but also a cushion on which cats happen to lie in
        // these photos. And for photos of a kind that the net has never seen, nobody can say what it will do. Chapter
        // 18 asks more cleverly, and comes to the same limits.
    }
}

// MARK: Helpers

extension FirstModels {
    /// Places in the validation set: of the photos that were named rightly those with the least probable answers.
    private func photosThatItWasNotSureOf(_ count: Int) throws -> [Int] {
        let learner = try trained
        let (best, truth) = (try learner.getPreds().outputs.max(axis: 1), learner.data.datasets.valid.values)
        let (shares, said) = (best.values.scalars, best.indices.scalars)
        let right = truth.indices.filter { (said[$0] == 0) == (truth[$0] == "cat") }
        return Array((right.isEmpty ? Array(truth.indices) : right).sorted { shares[$0] < shares[$1] }.prefix(count))
    }

    /// Asks again and again, with another part covered each time.
    private func coveredInTurn(_ place: Int, _ fields: Int) throws -> CoveredPhoto {
        let learner = try trained
        let photo = try learner.data.datasets.valid.photos[place].opened().photo(atLeast: Size2D(try photoSize))
        let all = (0..<fields * fields).map { photo.covered(column: $0 % fields, row: $0 / fields, of: fields) }
        let answers = try learner.answers(to: [photo] + all)
        let said = answers[0].outputs.argmax(axis: 0).item
        let shares = answers.map { Double($0.outputs[said].item) }
        return CoveredPhoto(
            photo: photo, name: answers[0].value, probability: shares[0],
            drops: shares.dropFirst().map { shares[0] - $0 })
    }
}

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
