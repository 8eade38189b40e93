// # From a place in space to a place in the picture
//
// Section 6.4 · After this page you can compute where a camera shows a point, and read the file that describes a
// camera.

import Common
import Datasets
import Figures
import Foundation
import Notebook
import Tensors
import Vision

// A camera with a hole in place of a lens is the simplest there is. Light from a point goes through the hole in a
// straight line, and hits the back of the box. So a point that is twice as far away is seen half as far from the
// middle. In numbers: let X be how far the point is to the right, Y how far down, Z how far away, and f how deep the
// box is, measured in pixels. Then it is seen at
//
//     column = f · X / Z + c      row = f · Y / Z + d
//
// where (c, d) is the pixel straight ahead. These four numbers are what calibration finds out (f may differ between the
// two directions), and they are written as a matrix of three rows:
//
//     f  0  c
//     0  f  d
//     0  0  1
//
// Each recording has the file `rgb.cal`, with this matrix in its first three rows. Below it there are other things; the
// book's line of code drops the last six rows that are not empty, and what remains is the matrix:

/// The first three rows of numbers of a camera's file, as it lies beside the frames. (The book's `cal`.)
public func cameraMatrix(_ text: String) -> [[Double]] {
    let rows = text.split(separator: "\n").map { $0.split(whereSeparator: \.isWhitespace).compactMap { Double($0) } }
    return Array(rows.filter { !$0.isEmpty }.dropLast(6))
}

// With it, a place in space becomes one in the picture:

/// The column and the row at which a camera shows a place in space. (The book's `get_ctr`, after its files are read.)
public func seenAt(_ place: [Double], _ matrix: [[Double]]) -> [Double] {
    let (x, y, z) = (place[0], place[1], place[2])
    return [x * matrix[0][0] / z + matrix[0][2], y * matrix[1][1] / z + matrix[1][2]]
}

extension OtherVisionProblems {
    func theMatrixOfACamera() throws {
        let frame = try heads.frames[0]
        let file = frame.picture.deletingLastPathComponent().appending(path: "rgb.cal")
        let rows = try readText(file).split(separator: "\n").filter { $0.contains { !$0.isWhitespace } }
        show(
            rows.count, "rows that are not empty",
            ask: "The matrix has three rows, and six are dropped. How many are there?")
        let matrix = cameraMatrix(try readText(file))
        show(matrix, "the camera's matrix")
        show(matrix == frame.camera.matrix, "the engine's reader finds the same")
        let centre = frame.pose.centre
        let point = seenAt([centre.x, centre.y, centre.z], matrix)
        show(point.map { fixed($0, 2) }.joined(separator: ", "), "where the middle of the head is")
        show(point == [frame.point.x, frame.point.y], "the engine's reader agrees")
        var picture = try Photo(frame.picture).raster
        picture = picture.dotted(frame.label, .orange)
        show(ImageGrid([picture], cellSize: 260), "\(try heads.shortName(frame.picture)) of \(headsName)")
    }

    func theBooksPoint() {
        // The book prints this point for one frame: [384.6370, 259.4787]. BIWI's camera has f = 517.679, c = 320 and d
        // = 240.5. Which of the two numbers is the row? The text of the book says "row and column", but the first
        // number has come from X, which goes to the right:
        let point = [384.6370, 259.4787]
        let camera = [[517.679, 0, 320], [0, 517.679, 240.5], [0, 0, 1.0]]
        show(
            "column \(point[0]), row \(point[1])", "the book's point",
            predict: .choice(
                "X goes to the right. Is f · X / Z + c a column or a row?", ["a column", "a row"], answer: "a column"))

        // A picture has as many columns as it is wide: 640. So the first number is compared with 640, and the second
        // with 480. As shares from -1 (left, top) to 1 (right, bottom), which is what a net learns:
        let scaled = [2 * point[0] / 640 - 1, 2 * point[1] / 480 - 1]
        show(scaled.map { fixed($0, 4) }.joined(separator: ", "), "the same from -1 to 1")

        // Going back from the picture to space needs the distance, since a whole ray of places is seen at one pixel. If
        // this head were at a distance of one metre, it would be 125 mm to the right of the camera's axis, and 37 mm
        // below:
        let back = [(point[0] - 320) / 517.679 * 1000, (point[1] - 240.5) / 517.679 * 1000, 1000]
        show(back.map { fixed($0, 1) }.joined(separator: ", "), "a place that is seen there, in millimetres")
        let again = seenAt(back, camera)
        record("heads/column-of-frame-13-00349", again[0], book: 384.6370, differs: "from the point and back again")
        record("heads/row-of-frame-13-00349", again[1], book: 259.4787, differs: "from the point and back again")
        record(
            "heads/column-at-twice-the-distance", seenAt([back[0], back[1], 2000], camera)[0],
            predict: .number(
                "The point is 64.637 columns to the right of the middle, 320. At twice the distance its column is …",
                320 + 64.637 / 2, within: .plusMinus(0.5)))
    }
}
